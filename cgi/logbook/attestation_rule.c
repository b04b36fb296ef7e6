/* SPDX-License-Identifier: MPL-2.0 */
#include "attestation_rule.h"

struct day
attestation_earliest(struct day until)
{
	return day_add_months(until, -1);
}

bool
attestation_is_premature(struct day approved, struct day until)
{
	return day_compare(approved, attestation_earliest(until)) < 0;
}
