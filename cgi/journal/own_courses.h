/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own courses: what is missing until when; a certificate sent, and taken back.
 */
#ifndef OWN_COURSES_H
#define OWN_COURSES_H

#include "attached.h"
#include "courses.h"
#include "gate.h"

extern page courses, course, certificate;
extern action certificate_send, certificate_withdraw;

/* /logbog/kurser */
struct courses_view {
	struct head head;
	const struct course_list *list;
};
void courses_page(struct html *, const struct courses_view *);

/* /logbog/kurser/{course} */
struct paper_choice {
	uint32_t id;
	const char *name;
	bool chosen, counts_as; /* counts_as: an old course that counts as this one */
};
struct course_view {
	struct head head;
	struct url list, send, withdraw;
	const struct course_line *row;
	const struct course_story_view *story;
	bool may_send, may_withdraw;
	const struct paper_choice
	    *choices; /* which course the paper is of; when there are several */
	size_t nchoices;
	const char *choice_fault;
	struct field held_on, file;
	uint32_t kept; /* file that is stored already, 0 for none */
	const char *kept_name;
	struct fault_list faults;
};
void course_page(struct html *, const struct course_view *);

#endif
