/* SPDX-License-Identifier: MPL-2.0
 *
 * One's own research training: what it consists of, courses and certificates, and each part handed
 * in for approval (domain 9).
 */
#ifndef OWN_RESEARCH_H
#define OWN_RESEARCH_H

#include "attached.h"
#include "journal.h"
#include "research.h"

extern page own_research, own_research_part, own_research_course, own_research_file;
extern action own_research_ask, own_research_withdraw, own_research_course_add,
    own_research_course_out, own_research_diploma;

struct research_places own_research_places(struct arena *);

/* A file that was sent with a form that was not fine: shown, and not chosen again. */
struct kept_file {
	uint32_t id; /* 0 for none */
	const char *name;
	uint32_t pages;
};
void kept_file_part(struct html *, const struct kept_file *);

/* /logbog/forskningstraening */
struct diploma_line {
	const char *name;
	struct moment at;
	struct url to;
};
struct own_research_view {
	struct head head;
	const struct research_view *research; /* NULL: not in main training */
	struct url add_course, take_out, diploma_to;
	bool may_add; /* the theory has not been asked for */
	const struct diploma_line *diplomas;
	size_t ndiplomas;
	struct field diploma;
	struct url pdf, xlsx, json;
	struct fault_list faults;
};
void own_research_page(struct html *, const struct own_research_view *);

/* /logbog/forskningstraening/del/{part} */
struct provider_choice {
	uint32_t held;
	const char *name, *course; /* course may be NULL */
	bool chosen;
};
struct own_part_view {
	struct head head;
	const struct research_line *line;
	const struct research_view *research;
	struct research_story_view story;
	struct url back, ask, withdraw, add_course;
	bool may_ask, may_withdraw;
	const char *hindrance; /* why nothing can be asked now; NULL when it can */
	struct research_needs needs;
	bool asks_provider;
	const struct provider_choice *providers;
	size_t nproviders;
	const char *provider_fault;
	struct field title, held_on, venue, words, file;
	struct kept_file kept;
	struct fault_list faults;
};
void own_part_page(struct html *, const struct own_part_view *);

/* /logbog/forskningstraening/kursus */
struct own_course_view {
	struct head head;
	struct url back, to;
	struct field name, held_on, days, certificate;
	struct kept_file kept;
	struct fault_list faults;
};
void own_course_page(struct html *, const struct own_course_view *);

#endif
