/* SPDX-License-Identifier: MPL-2.0 */
#include "journal.h"
#include "plan.h"

extern const db_queries *const journal_files[];

static const struct route routes[] = {
	PAGE("/logbog/oversigt", KEEP_LOGBOOK, front),
	PAGE("/logbog/kompetencer", KEEP_LOGBOOK, competencies),
	PAGE("/logbog/kompetencer/{competency}", KEEP_LOGBOOK, competency),
	ACTION("/logbog/kompetencer/{competency}/anmod", ASK_APPROVAL, ask),
	ACTION("/logbog/kompetencer/{competency}/fortryd", ASK_APPROVAL, withdraw),
	PAGE("/logbog/notater", KEEP_LOGBOOK, notes),
	PAGE("/logbog/meritbrev/{letter}", KEEP_LOGBOOK, letter),
	PAGE("/logbog/indsigt", KEEP_LOGBOOK, insight),
	PAGE("/logbog/uddannelsesplan", KEEP_LOGBOOK, plan_overview),
	PAGE("/logbog/uddannelsesplan/{element}", KEEP_LOGBOOK, plan_write),
	UPLOAD("/logbog/uddannelsesplan/{element}", KEEP_LOGBOOK, plan_keep),
	PAGE("/logbog/planbilag/{file}", KEEP_LOGBOOK, plan_file),
	PAGE("/logbog/samtaler", KEEP_LOGBOOK, talks_own),
	ACTION("/logbog/samtaler", KEEP_LOGBOOK, talks_own_plan),
	PAGE("/logbog/samtaler/{talk}", KEEP_LOGBOOK, talk_show),
	ACTION("/logbog/samtaler/{talk}/forberedelse", KEEP_LOGBOOK, talk_prepare_it),
	UPLOAD("/logbog/samtaler/{talk}/referat", KEEP_LOGBOOK, talk_write),
	ACTION("/logbog/samtaler/{talk}/enig", KEEP_LOGBOOK, talk_agree),
	ACTION("/logbog/samtaler/{talk}/dato", KEEP_LOGBOOK, talk_change),
};

struct places
journal_places(struct arena *a)
{
	return (struct places){ url_local(a, "/logbog/kompetencer"),
		url_local(a, "/udskrift/kompetencer"), url_local(a, "/logbog/meritbrev") };
}

int
main(int argc, char **argv)
{
	static const struct program program = { "journal",
		{ routes, sizeof routes / sizeof routes[0] }, journal_files };

	return serve(&program, argc, argv);
}
