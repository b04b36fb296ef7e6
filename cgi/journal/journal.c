/* SPDX-License-Identifier: MPL-2.0 */
#include "journal.h"
#include "own_courses.h"

extern const db_queries *const journal_files[];

static const struct route routes[] = {
	PAGE("/logbog/oversigt", KEEP_LOGBOOK, front),
	PAGE("/logbog/kompetencer", KEEP_LOGBOOK, competencies),
	PAGE("/logbog/kompetencer/{competency}", KEEP_LOGBOOK, competency),
	ACTION("/logbog/kompetencer/{competency}/anmod", ASK_APPROVAL, ask),
	ACTION("/logbog/kompetencer/{competency}/fortryd", ASK_APPROVAL, withdraw),
	PAGE("/logbog/kurser", KEEP_LOGBOOK, courses),
	PAGE("/logbog/kurser/{course}", KEEP_LOGBOOK, course),
	UPLOAD("/logbog/kurser/{course}/kursusbevis", ASK_APPROVAL, certificate_send),
	ACTION("/logbog/kurser/{course}/fortryd", ASK_APPROVAL, certificate_withdraw),
	PAGE("/logbog/kursusbevis/{file}", KEEP_LOGBOOK, certificate),
	PAGE("/logbog/notater", KEEP_LOGBOOK, notes),
	PAGE("/logbog/meritbrev/{letter}", KEEP_LOGBOOK, letter),
	PAGE("/logbog/indsigt", KEEP_LOGBOOK, insight),
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
