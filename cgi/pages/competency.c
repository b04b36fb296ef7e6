/* SPDX-License-Identifier: MPL-2.0
 *
 * The story of one competency of a doctor.
 */
#include "competencies.h"

#include <string.h>

#include "queries/card.h"

static struct story_step
step_of(struct arena *a, const struct competency_story *r, const struct places *places)
{
	enum approval_state state = approval_state_of(r->status, r->kind);
	struct story_step s = {
		.title = approval_title(state),
		.mark = approval_mark(state),
		.at = r->at,
		.by = r->by_name,
		.role = role_title(role_of_word(r->as_role)),
		.place = r->place,
		.own = state == APPROVAL_REQUESTED || state == APPROVAL_WITHDRAWN,
		.rating = r->has_rating ? r->rating : 0,
		.has_words = r->words != NULL,
		.typed = r->words == NULL ? "" : r->words,
		.has_merit_note = r->merit_note != NULL,
	};

	s.words = markup_of_lines(a, r->words);
	s.reset_reason = markup_of_lines(a, r->reset_reason);
	s.reset_requester = r->reset_requester;
	s.merit_note = markup_of_lines(a, r->merit_note);
	if (r->has_letter) {
		s.letter_name = r->letter_name;
		s.letter_pages = r->letter_pages;
		s.letter = url_below(a, places->letters, r->letter);
	}
	return s;
}

/* In which employment it is expected; NULL where the list does not say. */
static const char *
due_of_goal(struct request *req, const struct reached *doctor, const struct curriculum_list *list,
    const struct goal *goal)
{
	struct placed *placed = arena_array(req->arena, doctor->nposts, sizeof *placed);
	size_t n = placed_in(doctor, list->id, placed);
	enum due due = placement_due(goal->placement, placed, n, req->today);

	return due == DUE_UNPLACED ? NULL : due_title(due);
}

/* "mini-CEX=3|OSATS=2" as lines that people read: "mini-CEX: 3". */
static struct markup
minimum_of(struct arena *a, const char *minimum)
{
	char *lines = arena_take(a, 2 * strlen(minimum) + 1), *to = lines;

	for (const char *p = minimum; *p != '\0'; p++) {
		if (*p == '=') {
			*to++ = ':';
			*to++ = ' ';
		} else {
			*to++ = *p == '|' ? '\n' : *p;
		}
	}
	*to = '\0';
	return markup_of_lines(a, lines);
}

const struct competency_view *
competency_view_of(struct request *req, const struct subject *who, const struct reached *doctor,
    uint32_t competency, const struct places *places)
{
	struct arena *a = req->arena;
	struct competency_view *v = arena_take(a, sizeof *v);
	struct competency_story *rows;
	struct story_step *steps;
	size_t n;

	if ((v->goal = goal_asked_for(req, doctor, competency, &v->list)) == NULL ||
	    competency_story(req->db, who, doctor->doctor, competency, &rows, &n) != DB_ONE)
		return NULL;
	v->clarification = markup_of_lines(a, v->goal->clarification);
	v->strategy = markup_of_lines(a, v->goal->strategy);
	v->methods = markup_of_lines(a, v->goal->methods);
	v->minimum = minimum_of(a, v->goal->minimum);
	steps = arena_array(a, n, sizeof *steps);
	for (size_t i = 0; i < n; i++)
		steps[n - 1 - i] = step_of(a, &rows[i], places);
	for (size_t i = 1; i < n; i++)
		steps[i].struck = steps[i - 1].reset_requester != NULL;
	v->steps = steps;
	v->n = n;
	if (n > 0) {
		v->state = approval_state_of(rows[n - 1].status, rows[n - 1].kind);
		v->latest = rows[n - 1].id;
		v->step = rows[n - 1].step;
	}
	v->title = approval_title(v->state);
	v->mark = approval_mark(v->state);
	v->due = due_of_goal(req, doctor, v->list, v->goal);
	v->cards =
	    card_goal_view_of(req, who, doctor->doctor, competency, places->cards, places->begin);
	return v;
}
