/* SPDX-License-Identifier: MPL-2.0
 *
 * Where the doctor stands: how far each role has come, what came back, what waits.
 */
#include "journal.h"
#include "queries/talk.h"
#include "queries/card.h"

/* The longest waiting first. */
static const struct waiting_goal *
oldest_first(struct waiting_goal *goals, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct waiting_goal g = goals[i];
		size_t k = i;

		for (; k > 0 && day_compare(g.on, goals[k - 1].on) < 0; k--)
			goals[k] = goals[k - 1];
		goals[k] = g;
	}
	return goals;
}

/* The goals in that state in any of the lists, for the short lists. */
static const struct waiting_goal *
goals_in(struct arena *a, const struct front_view *v, enum approval_state state, struct day today,
    size_t *n)
{
	struct waiting_goal *goals = arena_array(a, v->all, sizeof *goals);

	*n = 0;
	for (size_t l = 0; l < v->n; l++) {
		for (size_t g = 0; g < v->lists[l]->ngroups; g++) {
			const struct goal_group *group = &v->lists[l]->groups[g];

			for (size_t i = 0; i < group->n; i++)
				if (group->rows[i].state == state)
					goals[(*n)++] =
					    (struct waiting_goal){ group->rows[i].goal->number,
						    group->rows[i].goal->title, group->rows[i].by,
						    group->rows[i].on, group->rows[i].at,
						    next_waited(a, group->rows[i].on, today) };
		}
	}
	return oldest_first(goals, *n);
}

/* Every list that the doctor holds, the present course's first. */
static void
fill_lists(struct request *req, const struct subject *who, const struct reached *doctor,
    struct front_view *v)
{
	struct places places = journal_places(req->arena);
	const struct doctor_goals *of = doctor_goals_of(req, who, doctor->doctor);
	const struct competency_list **lists = arena_array(req->arena, doctor->n, sizeof *lists);

	for (size_t i = 0; of != NULL && i < doctor->n; i++) {
		const struct curriculum_list *c =
		    catalogue_list(req->db, doctor->rows[i].curriculum);
		const struct competency_list *l =
		    c == NULL ? NULL : competency_list_one(req, who, doctor, of, c, &places);

		if (l == NULL)
			continue;
		lists[v->n++] = l;
		v->all += l->all;
	}
	v->lists = lists;
}

static void
fill_doubts(struct request *req, const struct subject *who, struct front_view *v)
{
	struct doubts_of_doctor *rows;
	struct doubt_line *out;

	if (doubts_of_doctor(req->db, who, subject_id(who), &rows, &v->ndoubts) != DB_ONE)
		v->ndoubts = 0;
	out = arena_array(req->arena, v->ndoubts, sizeof *out);
	for (size_t i = 0; i < v->ndoubts; i++)
		out[i] = (struct doubt_line){ rows[i].at, rows[i].by_name,
			role_title(role_of_word(rows[i].as_role)), rows[i].place,
			markup_of_lines(req->arena, rows[i].words) };
	v->doubts = out;
}

static const char *
place_of(struct request *req, const struct subject *who)
{
	struct place_now *rows;
	size_t n;

	return place_now(req->db, who, &rows, &n) == DB_ONE && n > 0 ? rows[0].place : NULL;
}

void
front(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, subject_id(who));
	struct front_view v = { .head = head_of(req, who, "Oversigt"),
		.competencies = journal_places(req->arena).list };

	if (doctor != NULL) {
		v.place = place_of(req, who);
		v.region = doctor->region;
		v.since = doctor->rows[0].course_since;
		v.until = day_add(doctor->rows[0].course_until, -1);
		v.begun = day_compare(v.since, subject_today(who)) <= 0;
		fill_lists(req, who, doctor, &v);
		fill_doubts(req, who, &v);
		v.more = front_more_of(req, who, v.lists, v.n);
		v.until = day_is_none(v.more->last) ? v.until : v.more->last;
		v.over = day_compare(v.until, subject_today(who)) < 0;
	}
	v.returned = goals_in(req->arena, &v, APPROVAL_RETURNED, req->today, &v.nreturned);
	v.asked = goals_in(req->arena, &v, APPROVAL_REQUESTED, req->today, &v.nasked);
	front_page(reply_html(req, 200), &v);
}
