/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of a doctor, as everybody sees them who reaches the logbook: what is asked for, how far
 * each has come, what is missing until when; and the story of one.
 */
#ifndef COURSES_H
#define COURSES_H

#include "course_rule.h"
#include "html.h"
#include "request.h"
#include "subject.h"

/* A course that is asked for, or that the doctor has. */
struct course_line {
	uint32_t course;
	struct url at;
	const char *code, *name, *stage, *kind; /* words of the database */
	bool required, regional;
	bool was_reset; /* at some time */
	bool covered;   /* a part that is not done, by who has the overall approval all the same */
	enum course_state state;
	const char *title, *mark; /* of the state: words, and class of the style sheet */
	uint32_t of;           /* the course whose step it is: this one, or one that counts as it */
	const char *by_way_of; /* "LAS I", where another course counts as this one; else NULL */
	uint32_t record;       /* course_record.id of the latest step, 0 for none */
	struct day on, due;    /* of the latest step; the last day by which it should be done */
	bool late;             /* and it is not */
	const char *by, *role, *place, *run, *words; /* NULL where there is no step */
	const char *role_brief;                      /* for narrow columns: "UAO" */
	bool has_absent;
	uint32_t absent;
	struct day held_on;
	uint32_t file; /* the certificate, 0 for none */
	const char *file_name;
	uint32_t file_pages;
	const char *struck;       /* "Godkendt 01.03.2027 af …", that a reset undid; else NULL */
	const char *reset_reason; /* NULL where the row of the reset is not there */
	uint32_t days, hours;     /* 0: not told */
	struct day basis_from;    /* R-KUR-12 */
	const char *warnings[COURSE_WARNINGS]; /* were it held today */
	size_t nwarnings;
};

struct course_group {
	const char *heading, *anchor;
	const struct course_line *rows;
	size_t n;
	uint32_t required, done; /* of these the licence waits for */
};

struct course_list {
	const struct course_group *groups;
	size_t ngroups;
	const struct course_line *rows; /* all of them, group by group */
	size_t n;
	uint32_t required, done, late, waiting;
	bool has_series;
	enum series_state series;
	uint32_t parts, parts_done;
	bool may_print;
	struct url pdf, xlsx, json;
};

/* Where pages of this program lie: list is the address of the list (each course lies below it), print
 * that of the prints without ".pdf", files that of certificates; print with no text for none. */
struct course_places {
	struct url list, print, files;
};

/* Of a doctor within reach, or oneself; NULL when the database failed. */
const struct course_list *course_list_of(
    struct request *, const struct subject *, uint32_t doctor, const struct course_places *);
/* The same where nobody sent a request. */
const struct course_list *course_list_read(
    struct db *, const struct subject *, uint32_t doctor, const struct course_places *);
/* The row of that course; NULL for none. */
const struct course_line *course_line_of(const struct course_list *, uint32_t course);
void course_list_part(struct html *, const struct course_list *);

struct course_step {
	const char *title, *mark;
	struct moment at;
	const char *by, *role, *place;
	bool own;    /* the doctor's own step */
	bool struck; /* a later step has reset it */
	const char *run;
	bool has_absent;
	uint32_t absent;
	struct day held_on;
	struct markup words;
	bool has_words;
	const char *file_name; /* NULL for none */
	uint32_t file_pages;
	struct url file;
};
struct course_story_view {
	const struct course_step *steps; /* newest first */
	size_t n;
};
const struct course_story_view *course_story_of(struct request *, const struct subject *,
    uint32_t doctor, uint32_t course, const struct course_places *);
/* What the course is and asks for; what has happened. */
void course_facts_part(struct html *, const struct course_line *);
void course_steps_part(struct html *, const struct course_story_view *);

/* Answers a certificate of that doctor, {file} of the path; false: not found, and said so. */
bool certificate_file_answer(struct request *, const struct subject *, uint32_t doctor);

/* The class of a state in the style sheet. */
const char *course_mark(enum course_state);

#endif
