/* SPDX-License-Identifier: MPL-2.0
 *
 * The secretariat's overview as a workbook: how the region's doctors stood when they were counted.
 */
#ifndef OVERVIEW_REPORT_H
#define OVERVIEW_REPORT_H

#include "report.h"

struct overview_listed {
	const char *name, *place, *stage, *specialty; /* specialty NULL for none */
	struct day since, last;
	int64_t goals, approved, waiting;
	const char *words; /* a sentence a line */
};
/* counted: "Tallene er fra …"; shown in the title. */
const struct report *overview_report(struct arena *, const struct overview_listed *, size_t n,
    const char *counted, struct moment printed);

#endif
