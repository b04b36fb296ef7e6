/* SPDX-License-Identifier: MPL-2.0
 *
 * The report "Skema til oversigt over lægelig beskæftigelse" (domain 13.4): the rows in the order of time,
 * periods that nothing explains among them, and who signed it and when.
 */
#ifndef EMPLOYMENT_REPORT_H
#define EMPLOYMENT_REPORT_H

#include "employment.h"
#include "report.h"

/* What it is made from; everything borrowed. */
struct employment_facts {
	const char *name, *cpr, *auth_id; /* cpr as printed; auth_id may be NULL */
	struct moment printed;
	const struct employment_line *lines; /* sorted */
	size_t n;
	const struct employment_gap *gaps; /* of employment_gaps */
	size_t ngaps;
	bool is_signed, is_current; /* signed at some time; and as it is here */
	struct moment signed_at;
	const char *signed_by;
};

const struct report *employment_report(struct arena *, const struct employment_facts *);

#endif
