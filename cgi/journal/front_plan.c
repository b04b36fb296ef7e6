/* SPDX-License-Identifier: MPL-2.0
 *
 * What plan and talks ask of the doctor, until when (R-PLA-01 to R-PLA-04): of elements that run, and
 * of those that ended in the last three months what still waits for an answer.
 */
#include "front.h"

#include <string.h>

enum { LATE_MONTHS = 3 };

static const char you[] = "Du", both[] = "Du og hovedvejleder", supervisor[] = "Hovedvejleder";

struct front_plans
front_plans_of(struct request *req, const struct subject *who)
{
	struct front_plans p = { 0 };
	struct talks_of_doctor *talks = NULL;

	p.places = training_places_of(req, who, subject_id(who), &p.nplaces);
	if (talks_of_doctor(req->db, who, subject_id(who), &talks, &p.ntalks) != DB_ONE)
		p.ntalks = 0;
	p.talks = talks;
	return p;
}

static void
add_plan(struct gather *g, const struct training_place *p)
{
	struct arena *a = g->req->arena;
	struct url at = url_of(a, "/logbog/uddannelsesplan/%u", p->element);
	const char *what = arena_format(a, "Uddannelsesplan, %s", p->place);

	if (p->state == PLAN_SENT)
		gather_add(g, at, arena_format(a, "%s: venter på svar", what), supervisor, NEXT_BY,
		    p->last);
	else if (p->over)
		return;
	else if (p->state == PLAN_NONE)
		gather_add(g, at, arena_format(a, "%s: mangler", what), you, NEXT_BY, p->due);
	else if (p->state == PLAN_RETURNED)
		gather_add(g, at, arena_format(a, "%s: returneret, ret og send igen", what), you,
		    NEXT_BY, p->due);
	else if (p->stale)
		gather_add(g, at, arena_format(a, "%s: revidér den efter samtalen", what), you,
		    NEXT_SOME, (struct day){ 0 });
}

/* Minutes that somebody is to agree to, or a talk whose day has come without any; false: nothing. */
static bool
add_talk(struct gather *g, const struct training_place *p, const struct talks_of_doctor *t)
{
	struct arena *a = g->req->arena;
	struct url at = url_of(a, "/logbog/samtaler/%u", t->talk);
	const char *what = arena_format(a, "%s, %s", talk_title(t->kind), p->place);

	if (strcmp(t->status, "DRAFT") == 0 && strcmp(t->side, "SUPERVISOR") == 0)
		gather_add(g, at, arena_format(a, "%s: læs referatet, og svar", what), you, NEXT_BY,
		    p->last);
	else if (strcmp(t->status, "DRAFT") == 0)
		gather_add(g, at, arena_format(a, "%s: referatet venter på svar", what), supervisor,
		    NEXT_BY, p->last);
	else if (strcmp(t->status, "PLANNED") == 0 &&
	    day_compare(t->planned_on, g->req->today) <= 0)
		gather_add(g, at, arena_format(a, "%s: mangler referat", what), both, NEXT_BY,
		    t->planned_on);
	else
		return false;
	return true;
}

/* The next talk that the element takes, when none of those that were begun stands open. */
static void
add_next_talk(struct gather *g, const struct training_place *p)
{
	struct arena *a = g->req->arena;
	struct url at = url_with(
	    a, url_local(a, "/logbog/samtaler"), "delforloeb", arena_format(a, "%u", p->element));
	const char *what =
	    arena_format(a, "%s, %s", talk_title(talk_next_kind(p->held, p->needed)), p->place);

	if (day_is_none(p->talk_due))
		return;
	if (day_is_none(p->next_on))
		gather_add(
		    g, at, arena_format(a, "%s: aftal dagen", what), both, NEXT_BY, p->talk_due);
	else
		gather_add(g, at, arena_format(a, "%s: planlagt %s", what, day_text(a, p->next_on)),
		    both, NEXT_BY, p->talk_due);
}

void
add_plans(struct gather *g, const struct front_plans *plans)
{
	for (size_t i = 0; i < plans->nplaces; i++) {
		const struct training_place *p = &plans->places[i];
		bool open = false;

		if (p->coming ||
		    day_compare(g->req->today, day_add_months(p->last, LATE_MONTHS)) > 0)
			continue;
		add_plan(g, p);
		for (size_t t = 0; t < plans->ntalks; t++)
			if (plans->talks[t].element == p->element)
				open |= add_talk(g, p, &plans->talks[t]);
		if (!open && !p->over)
			add_next_talk(g, p);
	}
}
