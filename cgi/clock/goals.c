/* SPDX-License-Identifier: MPL-2.0
 *
 * R-KOM-09: a month before an employment ends the doctor and the department are warned of competencies
 * that belong to it and lack, for the next department should not have to send for them.
 *
 * The doctor's own notice says that it was told: so it is told once for each employment, however often
 * the clock goes, and of one that was moved nearer too.
 */
#include "clock.h"
#include "engine.h"
#include "queries/goal_clock.h"
#include "queries/intake.h"
#include "tell.h"

enum { BEFORE = 30 };

static void
warn_one(struct engine *e, const struct goals_open *g)
{
	const char *link =
	    arena_format(db_arena(e->db), "/vejleder/laeger/%u/kompetencer", g->doctor);
	struct secretariat_of *heads = NULL;
	size_t n = 0;

	tell_notice(e->db, g->doctor, NOTICE_GOALS_OPEN, g->doctor, g->place, "/logbog/kompetencer",
	    e->now);
	if (g->has_main)
		tell_notice(e->db, g->main, NOTICE_GOALS_OPEN, g->doctor, g->place, link, e->now);
	heads_of(e->db, g->org_unit, e->today, &heads, &n);
	for (size_t i = 0; i < n; i++)
		if (heads[i].person != g->doctor && !(g->has_main && heads[i].person == g->main))
			tell_notice(e->db, heads[i].person, NOTICE_GOALS_OPEN, g->doctor, g->place,
			    link, e->now);
}

void
tell_of_goals(struct engine *e, struct day after)
{
	struct goals_open *rows = NULL;
	size_t n = 0;

	(void)after;
	/* (until is the day after the last) */
	goals_open(e->db, e->today, day_add(e->today, BEFORE + 1), &rows, &n);
	for (size_t i = 0; i < n; i++)
		warn_one(e, &rows[i]);
}
