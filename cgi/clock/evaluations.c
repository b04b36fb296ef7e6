/* SPDX-License-Identifier: MPL-2.0
 *
 * Evaluations (domain 14, 17): doctors are asked for theirs, and half-years that are over are closed.
 * The clock sees that an employment has its answer, never what it says: what is released and reckoned
 * at the end of a half-year, the database does by itself (schema/rules/evaluation.sql).
 */
#include "clock.h"
#include "engine.h"
#include "evaluation.h"
#include "queries/evaluation_clock.h"
#include "tell.h"

void
tell_of_evaluations(struct engine *e, struct day after)
{
	static const int32_t days[] = { 14, 0, -7 };
	struct arena *a = db_arena(e->db);

	for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
		struct evaluation_reminders *rows = NULL;
		size_t n = 0;

		/* (until is the day after the last) */
		evaluation_reminders(
		    e->db, day_add(after, days[d] + 1), day_add(e->today, days[d] + 1), &rows, &n);
		for (size_t i = 0; i < n; i++)
			tell_notice(e->db, rows[i].doctor, NOTICE_EVALUATE, 0,
			    arena_format(a, "%s, sidste dag %s", rows[i].place,
			        day_text(a, day_add(rows[i].until, -1))),
			    "/evaluering/", e->now);
	}
}

void
close_half_year(struct engine *e, struct day after)
{
	(void)after;
	evaluation_half_over(e->db, half_over(e->today), e->now);
}
