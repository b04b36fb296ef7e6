/* SPDX-License-Identifier: MPL-2.0
 *
 * Talks as doctor and department see them: the talks of an element, and one talk with what both
 * sides prepare and the minutes they agree on.  The doctor's pages lie under /logbog, the
 * department's under /vejleder; what they do is the same.
 */
#ifndef TALKS_H
#define TALKS_H

#include "attached.h"
#include "gate.h"
#include "page.h"
#include "plans.h"

/* --- the talks of an element ------------------------------------------------------------------ */
struct talk_row {
	const char *title, *state, *mark;
	struct day on; /* held, or planned */
	struct url at;
};
struct doubt_row {
	uint32_t id;
	const char *place, *by, *role;
	struct moment at;
	struct markup words, measures;
	struct day follow_on;
	const char *outcome; /* NULL while it is open */
	const char *outcome_by;
	struct moment outcome_at;
	struct markup outcome_words;
	struct url close; /* where it is followed up */
};
struct kind_choice {
	const char *word, *title;
	bool chosen;
};
struct place_link {
	struct url at;
	const char *place;
	struct day since;
	bool here;
};
struct talks_view {
	struct head head;
	struct url at; /* of this page, where a talk is planned too */
	struct url plan;
	const struct training_place *place; /* NULL: there is none */
	const struct place_link *places;
	size_t nplaces;
	const struct talk_row *talks;
	size_t ntalks;
	const struct doubt_row *doubts;
	size_t ndoubts;
	struct kind_choice kinds[3];
	const char *kind_fault;
	struct field day;
	const char *once;
	struct fault_list faults;
};

/* Everything but the head; false when the element that is asked for is not to be seen. */
bool talks_view_fill(struct request *, const struct subject *, const struct form *, uint32_t doctor,
    struct url at, struct talks_view *);
/* The links to the other elements; the element's talks, doubts, and the form that plans one. */
void talks_part(struct html *, const struct talks_view *);
void doubts_part(struct html *, const struct talks_view *);
void talk_plan_form(struct html *, const struct talks_view *);
/* Plans a talk of the form and leads on to `at`; false when the form is wrong and to be shown again. */
bool talk_plan(
    struct request *, const struct subject *, const struct form *, uint32_t doctor, struct url at);

/* --- one talk ----------------------------------------------------------------------------------- */
struct preparation_view {
	const char *by, *role;
	struct moment at;
	struct markup words;
	bool sent;
};
struct minutes_view {
	const char *title, *mark, *by, *role;
	struct moment at;
	struct day held_on;
	struct markup words;
	bool has_words;
	const char *file_name;
	uint32_t file_pages;
	struct url file;
};
struct talk_view {
	struct head head;
	struct url back, prepare, write, agree, move;
	const char *doctor, *place, *title, *state, *mark, *planned_by;
	struct day planned_on;
	bool is_planned, is_agreed;
	const struct preparation_view *mine, *theirs; /* NULL for none */
	bool may_prepare;
	struct field words;
	const struct minutes_view *minutes; /* the latest first */
	size_t nminutes;
	uint32_t seen; /* the row that the form writes behind */
	bool may_agree, may_write;
	struct field held_on, text, file, day;
	uint32_t kept; /* a file that is stored already, 0 for none */
	const char *kept_name;
	const char *once;
	struct fault_list faults;
};
void talk_view_page(struct html *, const struct talk_view *);

/* The handlers of a talk, of both programs. */
page talk_show;
action talk_prepare_it, talk_write, talk_agree, talk_change;
/* A file of a plan or a talk of that doctor. */
void talk_file_show(struct request *, const struct subject *, uint32_t doctor);

#endif
