/* SPDX-License-Identifier: MPL-2.0
 *
 * Course leaders, providers and supervisors of research training: who takes part, who has passed.
 * They see no more of a doctor than they need (R-ROL-10).
 */
#ifndef COURSE_H
#define COURSE_H

#include "gate.h"
#include "queries/course.h"

extern page runs;

/* /kursus/kurser */
struct led_course {
	const char *name, *specialty;
};
struct runs_view {
	struct head head;
	const struct led_course *rows;
	size_t n;
};
void runs_page(struct html *, const struct runs_view *);

#endif
