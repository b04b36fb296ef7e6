/* SPDX-License-Identifier: MPL-2.0
 *
 * The report "Forskningstræning": each part with its approval, the courses counted, and the overall
 * attestation (R-FOS-07).  What came back or was taken back is printed as not approved.
 */
#ifndef RESEARCH_REPORT_H
#define RESEARCH_REPORT_H

#include "queries/research.h"
#include "report.h"
#include "research_rule.h"

/* What it is made from; everything borrowed, rows as the statements give them. */
struct research_facts {
	const char *name, *cpr, *auth_id; /* cpr as printed, auth_id may be NULL */
	struct moment printed;
	const struct research_training *training;
	const struct research_parts *parts;
	size_t nparts;
	const struct research_courses *courses;
	size_t ncourses;
	const struct research_supervisors *supervisors;
	size_t nsupervisors;
};

const struct report *research_report(struct arena *, const struct research_facts *);

#endif
