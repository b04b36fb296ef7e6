/* SPDX-License-Identifier: MPL-2.0
 *
 * The research training of a doctor, as everybody sees it who reaches it: its parts and how far each
 * has come, courses, supervisors; and the story of one part.  The doctor, supervisors, departments
 * and the secretariat see the same, under addresses and with forms of their own.
 */
#ifndef RESEARCH_H
#define RESEARCH_H

#include "html.h"
#include "page.h"
#include "queries/research.h"
#include "request.h"
#include "research_rule.h"
#include "subject.h"

/* Where the pages of this program lie: each part below parts, each file below files.  Without parts
 * (text NULL) nothing leads to a part. */
struct research_places {
	struct url parts, files;
};

/* One part and how far it has come. */
struct research_line {
	uint32_t id, research, step, given_by; /* of the latest row; 0 where there is none */
	const char *title, *hint;
	enum research_kind kind;
	enum research_state state;
	const char *state_title, *mark; /* words, and class of the style sheet */
	struct moment at;
	const char *by, *role, *place; /* by is NULL where nobody has answered */
	const char *ground; /* of the secretariat: "Ph.d.-grad, sagsnr. 26/1"; NULL for none */
	uint32_t days;
	struct url to;
	bool has_to;
};

struct research_course_line {
	uint32_t id;
	const char *name, *days; /* "2,5 dage" */
	struct day held_on;
	const char *certificate_name;
	struct url certificate;
};

struct research_supervisor_line {
	uint32_t id;
	const char *name, *by, *place;
	struct day since, last; /* last: no day where it is open */
	bool live, later;
};

struct research_view {
	uint32_t doctor, list;
	const char *name, *region, *specialty, *title;
	struct day born, since, until; /* main training, first and last day */
	const struct research_line *lines;
	const struct research_progress *progress; /* the same parts for the rules */
	size_t n;
	uint32_t listed;     /* half days of the courses listed */
	const char *counted; /* "7 af 10 dage" */
	bool overall_fell;   /* it was given, and a part was reset since */
	const char *const *warnings;
	size_t nwarnings;
	const struct research_course_line *courses;
	size_t ncourses;
	const struct research_supervisor_line *supervisors;
	size_t nsupervisors;
	bool has_supervisor; /* today */
};

/* Everything of one doctor; NULL when there is no main training, or it is not within reach. */
const struct research_view *research_view_of(
    struct request *, const struct subject *, uint32_t doctor, const struct research_places *);
/* The line of that part; NULL when it is none of the list. */
const struct research_line *research_line_of(const struct research_view *, uint32_t part);

/* What was handed in and answered: one step of the story, newest first. */
struct research_step {
	const char *title, *mark;
	bool struck; /* reset since: kept, and struck through */
	const char *struck_by;
	struct moment struck_at;
	struct markup struck_why;
	struct moment at;
	const char *by, *role, *place;
	bool own;
	const char *project, *venue, *days, *ground, *file_name; /* NULL for none */
	struct day held_on;
	struct markup words, courses;
	bool has_words, has_courses;
	struct url file;
};
struct research_story_view {
	const struct research_line *line;
	const struct research_step *steps;
	size_t n;
};
struct research_story_view research_story_of(struct request *, const struct subject *,
    uint32_t doctor, const struct research_line *, const struct research_places *);

/* "2,5 dage" of half days. */
const char *research_days_text(struct arena *, uint32_t half_days);
/* "Ph.d.-grad, journaliseret, sagsnr. 26/1"; NULL where there is no ground. */
const char *
research_ground_text(struct arena *, const char *ground, bool filed, const char *case_no);
/* Answers a file of that doctor's research training: {file} of the path. */
void research_file_answer(struct request *, const struct subject *, uint32_t doctor);

/* Templates: facts, warnings and the table of parts; courses; supervisors; the story. */
void research_parts_part(struct html *, const struct research_view *);
void research_courses_part(struct html *, const struct research_view *);
void research_supervisors_part(struct html *, const struct research_view *);
void research_story_part(struct html *, const struct research_story_view *);

#endif
