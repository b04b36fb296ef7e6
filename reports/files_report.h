/* SPDX-License-Identifier: MPL-2.0
 *
 * Files as a part of a package: which there are, in front of the files themselves.
 */
#ifndef FILES_REPORT_H
#define FILES_REPORT_H

#include "report.h"

struct filed {
	const char *number, *title; /* "2.1": of the appendix */
	struct day given;
	const char *state; /* "Verificeret" */
};
struct files_facts {
	const char *title, *empty; /* empty: what is said when there are none */
	const char *name, *cpr;    /* cpr as printed */
	struct moment printed;
	const struct filed *rows;
	size_t n;
};
const struct report *files_report(struct arena *, const struct files_facts *);

#endif
