/* SPDX-License-Identifier: MPL-2.0
 *
 * The report "Uddannelsesplan": every version of the doctor's plans with its answer, and the last
 * version of each element in full, its file behind; what came back stands as not approved.  Talks, their minutes and doubt are never
 * printed (R-KOM-14, R-KOM-16).
 */
#ifndef PLAN_REPORT_H
#define PLAN_REPORT_H

#include "queries/plan.h"
#include "queries/plan_print.h"
#include "report.h"

/* What it is made from; everything borrowed, rows as the statements give them. */
struct plan_facts {
	const char *name, *cpr; /* cpr as printed */
	struct moment printed;
	const struct plan_steps *steps; /* element by element, the latest step first */
	const char *const *goals;       /* beside each step: its competencies, one a line, or "" */
	size_t n;
	const struct plan_files *files;
	size_t nfiles;
};

const struct report *plan_report(struct arena *, const struct plan_facts *);

#endif
