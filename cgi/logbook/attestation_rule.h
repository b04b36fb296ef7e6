/* SPDX-License-Identifier: MPL-2.0
 *
 * When an attestation of time may be approved (R-ATT-02, R-ATT-09), and whether one that was has
 * become premature, because the element's end moved after it (R-FOR-03, T-043).  It is then told
 * to the department and the secretariat, and never changed by itself.
 */
#ifndef ATTESTATION_RULE_H
#define ATTESTATION_RULE_H

#include <stdbool.h>

#include "day.h"

/* The first day on which the time of an element may be attested: a month before the day after its
 * last.  until is that day after, as elements hold it. */
struct day attestation_earliest(struct day until);

/* Was it approved too early for the element as it is now? */
bool attestation_is_premature(struct day approved, struct day until);

#endif
