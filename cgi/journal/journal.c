/* SPDX-License-Identifier: MPL-2.0 */
#include "journal.h"
#include "attest.h"

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
	PAGE("/logbog/attestationer", KEEP_LOGBOOK, attest),
	PAGE("/logbog/attestationer/fil/{paper}", KEEP_LOGBOOK, attest_scan),
	ACTION("/logbog/attestationer/{element}/anmod", ASK_APPROVAL, attest_ask_for),
	ACTION("/logbog/attestationer/{element}/fortryd", ASK_APPROVAL, attest_take_back),
	PAGE("/logbog/attestationer/{element}/papir", ASK_APPROVAL, attest_paper),
	UPLOAD("/logbog/attestationer/{element}/papir", ASK_APPROVAL, attest_paper_send),
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
