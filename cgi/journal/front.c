/* SPDX-License-Identifier: MPL-2.0
 *
 * Where the doctor stands: how far each role has come, what came back, what waits.
 */
#include "journal.h"

/* The goals in that state, for the short lists. */
static const struct waiting_goal *
goals_in(struct arena *a, const struct competency_list *list, enum approval_state state, size_t *n)
{
	struct waiting_goal *goals = arena_array(a, list->all, sizeof *goals);

	*n = 0;
	for (size_t g = 0; g < list->ngroups; g++) {
		for (size_t i = 0; i < list->groups[g].n; i++) {
			const struct goal_row *r = &list->groups[g].rows[i];

			if (r->state == state)
				goals[(*n)++] = (struct waiting_goal){ r->goal->number, r->goal->title,
								       r->by, r->on, r->at };
		}
	}
	return goals;
}

void
front(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, subject_id(who));
	struct places places = journal_places(req->arena);
	struct front_view v = { .head = head_of(req, who, "Oversigt"), .competencies = places.list };

	if (doctor != NULL) {
		v.place = doctor->place;
		v.region = doctor->region;
		v.until = day_add(doctor->rows[0].course_until, -1);
		v.list = competency_list_of(req, who, doctor, &places);
	}
	if (v.list != NULL) {
		v.returned = goals_in(req->arena, v.list, APPROVAL_RETURNED, &v.nreturned);
		v.asked = goals_in(req->arena, v.list, APPROVAL_REQUESTED, &v.nasked);
	}
	front_page(reply_html(req, 200), &v);
}
