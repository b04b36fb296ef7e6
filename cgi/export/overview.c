/* SPDX-License-Identifier: MPL-2.0
 *
 * The secretariat's overview as a workbook, with the filters of the page.  It is about many: that it
 * was taken is kept in the audit, with how many were in it.
 */
#include "audit.h"
#include "export.h"
#include "overview_find.h"
#include "overview_report.h"
#include "training_words.h"

enum { EVERY = 20000 };

static const char *
counted(struct arena *a, struct moment made)
{
	return made.s == 0 ? "Overblik"
	                   : arena_format(a, "Overblik, tal fra %s", moment_text(a, made));
}

void
overview_list(struct request *req, const struct subject *who, const struct form *form)
{
	const struct overview_filter f = overview_filter_of_form(req->arena, form);
	struct overview_sum sum = { 0 };
	struct overview_rows *found = NULL;
	struct overview_listed *rows;
	size_t n = 0;

	if (overview_sum(req->db, who, f.stage, f.specialty, f.pattern, f.pressing, &sum) !=
	        DB_ONE ||
	    overview_rows(req->db, who, f.stage, f.specialty, f.pattern, f.pressing, 0, EVERY,
	        &found, &n) != DB_ONE)
		return;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct overview_listed){ found[i].name, found[i].place,
			stage_title(found[i].stage), found[i].specialty, found[i].since,
			day_add(found[i].until, -1), found[i].goals, found[i].approved,
			found[i].waiting, found[i].words };
	audit(req->db, who, "take list", "overview", 0, arena_format(req->arena, "%zu rows", n));
	deliver(req, who,
	    overview_report(req->arena, rows, n, counted(req->arena, sum.made), req->now),
	    arena_format(req->arena, "Overblik %s", day_iso(req->arena, req->today)));
}
