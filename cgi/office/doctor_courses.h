/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of the region's doctors; what the secretariat approves on another basis, or as merit;
 * the general courses, and those of a region.
 */
#ifndef OFFICE_DOCTOR_COURSES_H
#define OFFICE_DOCTOR_COURSES_H

#include "courses.h"
#include "gate.h"

extern page doctor_courses, doctor_course, doctor_certificate, general_list;
extern action basis_give_to, general_make, general_finish;

/* /sekretariat/brugere/{doctor}/kurser, …/{course} */
struct basis_choice {
	uint32_t course;
	const char *name,
	    *about; /* about: from when (R-KUR-12), or that it is the leader's to judge */
	bool chosen;
};
struct basis_view {
	struct head head;
	struct url back, at;
	const char *back_label;
	const struct course_list *list;
	const struct course_line *row; /* of the page of one course */
	const struct course_story_view *story;
	bool may_give, evaluated; /* evaluated: in evaluation employment (R-KUR-15) */
	const struct basis_choice *choices;
	size_t nchoices;
	bool merit; /* chosen */
	const char *course_fault, *kind_fault;
	struct field note;
	struct fault_list faults;
};
void basis_page(struct html *, const struct basis_view *);
void basis_course_page(struct html *, const struct basis_view *);

/* /sekretariat/kurser */
struct general_row {
	uint32_t course;
	const char *name, *stage;
	uint32_t days, hours; /* 0: not told */
	bool required, regional, live, mine;
	struct day last; /* none where it is open */
};
struct general_view {
	struct head head;
	struct url make, finish;
	bool of_region;    /* who looks keeps those of a region */
	struct url shared; /* courses that specialties share; the project leader's */
	const struct general_row *rows;
	size_t n;
	struct field name, days, hours;
	const char *stage, *stage_fault;
	bool gate;
	struct fault_list faults;
};
void general_page(struct html *, const struct general_view *);
/* "kursus-1f03c2aa": a code that nobody needs to read. */
const char *course_code_made(struct arena *, const char *sort);

#endif
