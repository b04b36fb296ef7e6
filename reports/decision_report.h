/* SPDX-License-Identifier: MPL-2.0
 *
 * The letter "Afgørelse om merit": what is given, why, by whom, under which case number, and where
 * to appeal (domain 19.6, R-MER-10).
 */
#ifndef DECISION_REPORT_H
#define DECISION_REPORT_H

#include "merit_rule.h"
#include "queries/decision.h"
#include "report.h"

/* What it is made from; everything borrowed. */
struct decision_facts {
	const char *name, *cpr, *auth_id; /* cpr as printed, auth_id may be NULL */
	struct moment printed;
	const struct decision_one *decision;
	const struct decision_goals *goals;
	size_t ngoals;
};

const struct report *decision_report(struct arena *, const struct decision_facts *);

#endif
