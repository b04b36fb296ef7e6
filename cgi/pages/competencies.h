/* SPDX-License-Identifier: MPL-2.0
 *
 * The competencies of a doctor, as everybody sees them who reaches the logbook: the list with
 * its states, and the story of one.  Three programs show them, each under its own address.
 */
#ifndef COMPETENCIES_H
#define COMPETENCIES_H

#include "approval.h"
#include "cards.h"
#include "catalogue.h"
#include "html.h"
#include "placement.h"
#include "queries/logbook.h"
#include "request.h"
#include "subject.h"

/* A doctor within reach, and the lists of the logbook. */
struct reached {
	uint32_t doctor;
	const char *name;
	struct day born;
	bool replacement;
	const char *region;
	const struct doctor_reached *rows; /* one a list, the present course's first */
	size_t n;
	const struct doctor_reached
	    *posts; /* one an employment of each list's course, in the order of time */
	size_t nposts;
};

/* NULL when the doctor does not exist or is not within reach today: 404, the same answer. */
const struct reached *
doctor_within_reach(struct request *, const struct subject *, uint32_t doctor);
/* The same where nobody sent a request: for what is made of a logbook behind the scenes. */
const struct reached *reached_of(struct db *, const struct subject *, uint32_t doctor);

/* The list of ?liste=, or the present one; NULL when it is none of the doctor's. */
const struct curriculum_list *list_asked_for(struct request *, const struct reached *);
/* Was the doctor moved from that list to another version (R-MAL-03)?  It stays readable, and nothing
 * more is asked for in it. */
bool list_was_left(const struct reached *, uint32_t list);
/* The list that holds the competency, and the competency; NULL when none of the doctor's does. */
const struct goal *goal_asked_for(struct request *, const struct reached *, uint32_t competency,
    const struct curriculum_list **list);

/* Who signed a step, and as what: "Anne Krag", "Vejleder"; NULL where the doctor did it. */
struct signer {
	const char *name, *role;
};
void signer_part(struct html *, const struct signer *);

struct goal_row {
	const struct goal *goal;
	struct url at;
	enum approval_state state;
	const char *title, *mark; /* of the state: words, and class of the style sheet */
	struct day on;            /* of the latest row */
	struct signer by;
	enum due due;
	uint32_t have,
	    target; /* of what is counted towards it; target 0: nothing is, or approved */
};

struct goal_group {
	const char *heading, *anchor;
	const struct goal_row *rows;
	size_t n;                      /* of rows shown */
	uint32_t all, approved, asked; /* of the group, shown or not */
};

struct choice {
	struct url at;
	const char *label;
	uint32_t count;
	bool here;
};

struct competency_list {
	const char *title, *version;
	bool demo, left; /* left: the doctor was moved from it to another version */
	uint32_t all, approved, asked;
	const struct choice *filters;
	size_t nfilters;
	const struct choice *dues; /* by the employment in which they are expected (R-UI-03) */
	size_t ndues;
	uint32_t open_now,
	    open_before;      /* not approved: expected in this employment, in an earlier one */
	struct day now_until; /* last day of this employment; no day: none today */
	bool ends_soon;       /* within sixty days (R-KOM-09) */
	struct url see_now, see_before;
	const struct choice *lists; /* the doctor's lists when there are several */
	size_t nlists;
	const struct goal_group *groups;
	size_t ngroups;
	size_t shown; /* of rows, after the filter */
	bool may_print;
	struct url pdf, xlsx, json;
};

/* Where the pages of this program lie: list is the address of the list (each competency lies
 * below it), print that of the prints without ".pdf"; letters that of merit letters; cards that of
 * cards, begin that where a card is begun (no text: not in this program). */
struct places {
	struct url list, print, letters, cards, begin;
};

/* Four statements at most.  NULL when the list is none of the doctor's. */
const struct competency_list *competency_list_of(
    struct request *, const struct subject *, const struct reached *, const struct places *);
/* What every list of a doctor within reach is made of: read once for all of them, in two statements. */
struct doctor_goals {
	struct competencies_now *now; /* sorted by competency */
	struct card_lacks *lacks;
	size_t nnow, nlacks;
};
/* NULL when the database did not answer. */
const struct doctor_goals *
doctor_goals_of(struct request *, const struct subject *, uint32_t doctor);
/* One list of the doctor's, whatever ?liste= says. */
const struct competency_list *
competency_list_one(struct request *, const struct subject *, const struct reached *,
    const struct doctor_goals *, const struct curriculum_list *, const struct places *);
void competency_list_part(struct html *, const struct competency_list *);

struct story_step {
	const char *title, *mark;
	struct moment at;
	const char *by, *role, *place;
	bool own;        /* the doctor's own step */
	uint32_t rating; /* 0 for none */
	struct markup words;
	bool has_words;
	const char *typed; /* the words as they were typed, "" for none */
	struct markup merit_note;
	bool has_merit_note;
	const char *letter_name; /* NULL for none */
	uint32_t letter_pages;
	struct url letter;
	bool struck; /* an approval that was reset */
	struct markup reset_reason;
	const char *reset_requester; /* NULL for none */
};

struct competency_view {
	const struct goal *goal;
	const struct curriculum_list *list;
	struct markup clarification, strategy, methods, minimum;
	enum approval_state state;
	const char *title, *mark;
	uint32_t latest;                /* approval.id of the latest step, 0 for none */
	uint32_t step;                  /* its number */
	const struct story_step *steps; /* newest first */
	size_t n;
	const char *due; /* in which employment it is expected; NULL where that is not known */
	const struct card_goal_view *cards;
};

/* NULL when the competency is in none of the doctor's lists. */
const struct competency_view *competency_view_of(struct request *, const struct subject *,
    const struct reached *, uint32_t competency, const struct places *);
/* What the competency is, and what has happened; the forms between are the program's own. */
void competency_goal_part(struct html *, const struct competency_view *);
void competency_steps_part(struct html *, const struct competency_view *);

/* The employments of the course of that list; out has room for all posts.  How many. */
size_t placed_in(const struct reached *, uint32_t list, struct placed *out);

/* The class of a state in the style sheet. */
const char *approval_mark(enum approval_state);

#endif
