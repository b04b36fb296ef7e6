/* SPDX-License-Identifier: MPL-2.0
 *
 * Research training as research supervisors see it: the doctors assigned to them, and what these
 * hand in; and as course providers see it: the modules that they are asked to approve.  Nothing
 * else of a logbook is shown (R-ROL-10).
 */
#ifndef RESEARCH_COURSE_H
#define RESEARCH_COURSE_H

#include "course.h"
#include "research.h"

extern page research_doctors_shown, research_doctor, research_doctor_part, research_doctor_file,
    research_modules, research_module, research_module_file;
extern action research_doctor_decide, research_module_decide;

enum { RESEARCH_REASON_MOST = 2000 };

/* /kurser/forskningstraening */
struct research_doctor_row {
	const char *name;
	struct day since, last; /* main training */
	int64_t waiting, done;
	struct url to;
	const char *waits; /* the part that waits longest; NULL for none */
	struct url waits_to;
};
struct research_doctors_view {
	struct head head;
	const struct research_doctor_row *rows;
	size_t n;
};
void research_doctors_page(struct html *, const struct research_doctors_view *);

/* /kurser/forskningstraening/{doctor} */
struct research_doctor_view {
	struct head head;
	struct url back;
	const struct research_view *research;
};
void research_doctor_page(struct html *, const struct research_doctor_view *);

/* /kurser/forskningstraening/{doctor}/del/{part} */
struct research_answer_view {
	struct head head;
	struct url back, to;
	const char *doctor;
	const struct research_line *line;
	struct research_story_view story;
	const struct research_view *research;
	bool may_answer, shows_courses;
	const char *hindrance; /* why it may be sent back and not approved; NULL when it may */
	struct field reason;
	struct fault_list faults;
};
void research_answer_page(struct html *, const struct research_answer_view *);

/* /kurser/forskningskurser */
struct research_module_row {
	const char *name, *part, *course;
	struct day held_on;
	struct moment at;
	struct url to;
};
struct research_modules_view {
	struct head head;
	const struct research_module_row *rows;
	size_t n;
	bool more; /* than the page shows */
};
void research_modules_page(struct html *, const struct research_modules_view *);

/* /kurser/forskningskurser/{request} */
struct research_module_view {
	struct head head;
	struct url back, to, file;
	const char *doctor, *part, *hint, *course, *file_name; /* file_name NULL for none */
	struct day born, held_on;
	uint32_t days;
	struct markup words;
	bool has_words, open;
	const char *answered; /* NULL while it is open */
	struct field reason;
	struct fault_list faults;
};
void research_module_page(struct html *, const struct research_module_view *);

#endif
