/* SPDX-License-Identifier: MPL-2.0
 *
 * Specialty courses that specialties share (R-KUR-21), kept by the project leader.
 */
#ifndef CROSS_COURSES_H
#define CROSS_COURSES_H

#include "office.h"

extern page cross_list;
extern action cross_make, cross_finish;

/* /sekretariat/kurser/tvaerfaglige */
struct cross_row {
	uint32_t course, hours;
	const char *name, *specialties;
	bool live;
	struct day last; /* where it has ended */
};
struct cross_choice {
	uint32_t specialty, hours; /* of all its courses */
	const char *name;
	bool chosen;
};
struct cross_view {
	struct head head;
	struct url back, make, finish;
	const struct cross_row *rows;
	const struct cross_choice *choices;
	size_t n, nchoices;
	struct field name, hours;
	const char *choice_fault, *finish_fault;
	struct fault_list faults;
};
void cross_page(struct html *, const struct cross_view *);

#endif
