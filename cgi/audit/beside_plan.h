/* SPDX-License-Identifier: MPL-2.0
 *
 * What stands beside the chain of a doctor's plans: the table of latest rows that pages read.
 */
#ifndef AUDIT_BESIDE_PLAN_H
#define AUDIT_BESIDE_PLAN_H

#include "logbook.h"

/* plan_now is what the rows of plan say; says the first that is not. */
bool plans_now_hold(const struct logbook *);

#endif
