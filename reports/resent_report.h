/* SPDX-License-Identifier: MPL-2.0
 *
 * The page of one approval that replaces one which was sent and reset since (R-NUL-07).
 */
#ifndef RESENT_REPORT_H
#define RESENT_REPORT_H

#include "report.h"

struct resent_facts {
	const char *name, *cpr, *auth_id; /* cpr as printed; auth_id may be NULL */
	struct moment printed;
	const char *kind;  /* "Kompetence" */
	const char *title; /* which one */
	const char *about; /* of which list; "" for none */
	const char *state; /* "Godkendt" */
	struct moment on;
	const char *by, *role, *place;
	const char *replaces; /* what of the package, as a sentence */
	const char *words;    /* on what basis; NULL for none */
};
const struct report *resent_report(struct arena *, const struct resent_facts *);
/* The same report with the fact that says what it replaces. */
const struct report *resent_of_report(struct arena *, const struct report *, const char *replaces);

#endif
