/* SPDX-License-Identifier: MPL-2.0 */
#include "clock.h"

void
jobs_due(struct clock *c)
{
	(void)c;
}
