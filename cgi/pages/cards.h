/* SPDX-License-Identifier: MPL-2.0
 *
 * Assessment cards as everybody sees them who reaches the logbook: what a goal needs, the cards of a
 * doctor, one card with the doctor's rating beside the assessor's, and the fields of a card's form.
 */
#ifndef CARDS_H
#define CARDS_H

#include "card.h"
#include "html.h"
#include "page.h"
#include "request.h"
#include "subject.h"

struct card_template_one;

/* What a goal needs of one method. */
struct want_row {
	const char *method;
	uint32_t target, have, per_year, this_year; /* per_year 0: no aim */
	bool by_card, met, instead;
};
struct card_row {
	struct url at;                     /* no text: this program shows no cards */
	const char *code, *title, *number; /* number NULL: of all its goals */
	const char *state, *mark, *topic;
	struct day on;
	const char *by, *role, *place;
	bool linked;
};
struct entry_row {
	uint32_t id;
	struct day on;
	uint32_t number;
	const char *method, *words;
};
/* A card that may be begun. */
struct card_start {
	struct url at;
	const char *code, *title;
};

/* What one goal needs, and what there is of it; nwants 0 where nothing is asked for. */
struct card_goal_view {
	const struct want_row *wants;
	size_t nwants;
	const char *missing; /* "Mangler: mini-CEX 2/3."; NULL when all is there */
	const struct card_row *cards;
	size_t ncards;
	const struct entry_row *entries;
	size_t nentries;
	const struct card_start *starts;
	size_t nstarts;
};
/* cards: where cards lie (no text: not shown); begin: where one begins, "" where none does. */
const struct card_goal_view *card_goal_view_of(struct request *, const struct subject *,
    uint32_t doctor, uint32_t competency, struct url cards, struct url begin);
void card_goal_part(struct html *, const struct card_goal_view *);

/* All cards of a doctor, newest first. */
const struct card_row *card_rows_of(
    struct request *, const struct subject *, uint32_t doctor, struct url cards, size_t *n);
void card_rows_part(struct html *, const struct card_row *, size_t n);

struct card_part_row {
	const char *title, *own, *given; /* the two ratings in words */
};
struct card_step_row {
	const char *state, *mark;
	struct moment at;
	const char *by, *role, *place;
	bool own;
	struct markup words;
	bool has_words;
};
/* One card. */
struct card_view {
	uint32_t sheet, template;
	const char *code, *title, *method;
	struct markup guidance;
	bool has_guidance;
	const char *goals; /* "3 Det syge barn", or several of them */
	enum card_state state;
	const char *state_title, *mark;
	enum card_scale scale;
	const struct card_part_row *parts;
	size_t nparts;
	bool has_own, has_given;
	struct day on;
	const char *topic, *place, *observer; /* observer NULL: not said yet */
	bool unknown_observer;                /* without an account: named by the doctor */
	struct markup own_words, given_words;
	bool has_own_words, has_given_words;
	const struct card_step_row *steps; /* newest first */
	size_t nsteps;
	/* of the doctor's latest step, to be written on */
	uint32_t competency, element, assessor;
	const char *marks, *words, *assessor_name, *assessor_title;
};
/* NULL when the card is not within reach, or a draft of somebody else's. */
const struct card_view *
card_view_of(struct request *, const struct subject *, uint32_t doctor, uint32_t sheet);
void card_part(struct html *, const struct card_view *);

/* --- the fields of a form ------------------------------------------------------------------- */

struct card_choice {
	const char *id, *value, *label;
	bool chosen;
};
struct card_mark_field {
	const char *name, *title, *own; /* own NULL: not to be shown beside it */
	const struct card_choice *choices;
	size_t n;
};
/* The sub-goals of a card, each with its signs; marks: what is chosen where form is NULL; own: the
 * doctor's marks, shown beside, or NULL. */
struct card_marks {
	const struct card_mark_field *at;
	size_t n;
	const char *fault;
};
struct card_marks card_marks_of(struct request *, const struct card_template_one *,
    const struct form *, const char *marks, const char *own);
void card_marks_part(struct html *, const struct card_marks *);
/* What was chosen, one sign a sub-goal, '-' for none. */
const char *
card_marks_read(struct request *, const struct card_template_one *, const struct form *);

/* Which of its goals a card is about; n 0 where that is not asked. */
struct card_goal_choices {
	const struct card_choice *at;
	size_t n;
	const char *fault;
};
struct card_goal_choices card_goal_choices_of(
    struct request *, const struct card_template_one *, const struct form *, uint32_t competency);
/* 0 for all of them; a fault where one must be chosen. */
uint32_t card_goal_read(struct request *, const struct card_template_one *, const struct form *);
void card_goal_choices_part(struct html *, const struct card_goal_choices *);

/* The day of the observation: not in the future, not before the course (R-KOM-11); no day where it
 * cannot be used, with a fault. */
struct day card_day_read(struct request *, const struct form *, struct day course_since);

/* A form's own number: 32 hex digits, made anew or as it was sent.  A double click has the same. */
const char *card_once(struct request *, const struct form *);
/* False when it is none; *out lives in the arena. */
bool card_once_read(struct request *, const struct form *, struct bytes *out);

#endif
