/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of a doctor as a report, and who takes part in a hold as a list.
 */
#ifndef COURSE_REPORT_H
#define COURSE_REPORT_H

#include "report.h"

/* A course as it is printed; NULL is "". */
struct course_printed {
	const char *group; /* "Generelle kurser, …" */
	const char *name, *state;
	struct day on;
	const char *by, *role, *place;
	struct day due;                /* no day for what is done */
	const char *note_label, *note; /* in full under its row; NULL for none */
};
struct course_facts {
	const char *name, *cpr, *auth_id; /* auth_id may be NULL */
	const char *training;             /* "01.03.2024 – 28.02.2029, Øst" */
	uint32_t required, done;
	bool broken; /* a part of an approved series is missing (R-KUR-25) */
	struct moment printed;
	const struct course_printed *rows;
	size_t n;
};
const struct report *course_report(struct arena *, const struct course_facts *);

struct class_line {
	const char *name, *auth_id, *state;
	struct day on;
	const char *by;
	const char *absent; /* "6", "" */
	const char *words;
};
struct class_facts {
	const char *course, *run, *place;
	struct day since, last;
	uint32_t hours;
	struct moment printed;
	const struct class_line *rows;
	size_t n;
};
const struct report *class_report(struct arena *, const struct class_facts *);

#endif
