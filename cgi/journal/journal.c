/* SPDX-License-Identifier: MPL-2.0 */
#include "journal.h"
#include "own_research.h"

extern const db_queries *const journal_files[];

static const struct route routes[] = {
	PAGE("/logbog/oversigt", KEEP_LOGBOOK, front),
	PAGE("/logbog/kompetencer", KEEP_LOGBOOK, competencies),
	PAGE("/logbog/kompetencer/{competency}", KEEP_LOGBOOK, competency),
	ACTION("/logbog/kompetencer/{competency}/anmod", ASK_APPROVAL, ask),
	ACTION("/logbog/kompetencer/{competency}/fortryd", ASK_APPROVAL, withdraw),
	PAGE("/logbog/notater", KEEP_LOGBOOK, notes),
	PAGE("/logbog/meritbrev/{letter}", KEEP_LOGBOOK, letter),
	PAGE("/logbog/forloeb", KEEP_LOGBOOK, training),
	PAGE("/logbog/forloeb/{element}/fravaer", KEEP_LOGBOOK, own_absence),
	ACTION("/logbog/forloeb/{element}/fravaer", KEEP_LOGBOOK, own_absence_keep),
	ACTION(
	    "/logbog/forloeb/{element}/fravaer/{absence}/udgaar", KEEP_LOGBOOK, own_absence_drop),
	PAGE("/logbog/beregner", KEEP_LOGBOOK, own_reckon),
	ACTION("/logbog/beregner", KEEP_LOGBOOK, own_reckon_ask),
	PAGE("/logbog/indsigt", KEEP_LOGBOOK, insight),
	PAGE("/logbog/forskning", KEEP_LOGBOOK, own_research),
	PAGE("/logbog/forskning/del/{part}", KEEP_LOGBOOK, own_research_part),
	UPLOAD("/logbog/forskning/del/{part}/anmod", ASK_APPROVAL, own_research_ask),
	ACTION("/logbog/forskning/del/{part}/fortryd", ASK_APPROVAL, own_research_withdraw),
	PAGE("/logbog/forskning/kursus", KEEP_LOGBOOK, own_research_course),
	UPLOAD("/logbog/forskning/kursus", KEEP_LOGBOOK, own_research_course_add),
	ACTION("/logbog/forskning/kursus/fjern", KEEP_LOGBOOK, own_research_course_out),
	UPLOAD("/logbog/forskning/bevis", KEEP_LOGBOOK, own_research_diploma),
	PAGE("/logbog/forskning/fil/{file}", KEEP_LOGBOOK, own_research_file),
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
