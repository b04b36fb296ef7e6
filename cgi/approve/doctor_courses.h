/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of the department's doctors, and the certificates that the present UAO or tutor
 * verifies (R-KUR-31).
 */
#ifndef DOCTOR_COURSES_H
#define DOCTOR_COURSES_H

#include "claim.h"
#include "courses.h"
#include "gate.h"

extern page doctor_courses, doctor_course, doctor_certificate, certificates, certificate;
extern action certificate_answer, course_attest;

/* /vejleder/laeger/{doctor}/kurser and below */
struct doctor_courses_view {
	struct head head;
	struct url back;
	const char *back_label;
	struct url competencies;
	const struct course_list *list; /* one of the two */
	const struct course_line *row;
	const struct course_story_view *story;
	bool may_attest; /* a KBU course, by the UAO or tutor, as an exception */
	struct url attest;
	struct field reason;
	struct fault_list faults;
};
void doctor_courses_page(struct html *, const struct doctor_courses_view *);
void doctor_course_page(struct html *, const struct doctor_courses_view *);
void certificates_page(struct html *, const struct claims_view *);

#endif
