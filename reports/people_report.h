/* SPDX-License-Identifier: MPL-2.0
 *
 * Lists of people as a workbook: users, and planned doctors.  They are about many, so no name and
 * no CPR number stands above them or in them.
 */
#ifndef PEOPLE_REPORT_H
#define PEOPLE_REPORT_H

#include "report.h"

struct person_listed {
	const char *name, *email, *mobile, *auth_id; /* auth_id NULL for none */
	const char *roles;                           /* one a line */
	struct day begins;
	const char *planned; /* "planlagt" or NULL */
};
const struct report *
people_report(struct arena *, const struct person_listed *, size_t n, struct moment printed);

struct planned_listed {
	const char *name;
	struct day begins;
	const char *place, *stage, *specialty, *region, *number, *source, *access;
};
const struct report *
planned_report(struct arena *, const struct planned_listed *, size_t n, struct moment printed);

#endif
