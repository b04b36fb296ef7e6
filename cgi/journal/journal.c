/* SPDX-License-Identifier: MPL-2.0 */
#include "journal.h"
#include "own_research.h"
#include "file.h"
#include "notebook.h"
#include "attest.h"
#include "own_courses.h"
#include "own_employment.h"
#include "own_ready.h"
#include "plan.h"
#include "send.h"

extern const db_queries *const journal_files[];

static const struct route routes[] = {
	PAGE("/logbog/oversigt", KEEP_LOGBOOK, front),
	PAGE("/logbog/kompetencer", KEEP_LOGBOOK, competencies),
	PAGE("/logbog/kompetencer/{competency}", KEEP_LOGBOOK, competency),
	ACTION("/logbog/kompetencer/{competency}/anmod", ASK_APPROVAL, ask),
	ACTION("/logbog/kompetencer/{competency}/fortryd", ASK_APPROVAL, withdraw),
	ACTION("/logbog/kompetencer/{competency}/ret", ASK_APPROVAL, ask_change),
	ACTION("/logbog/kompetencer/{competency}/antal", ASK_APPROVAL, entry_put),
	ACTION("/logbog/antal/{entry}/slet", ASK_APPROVAL, entry_out),
	PAGE("/logbog/kort", KEEP_LOGBOOK, cards),
	PAGE("/logbog/kort/ny/{template}", ASK_APPROVAL, card_new),
	ACTION("/logbog/kort/ny/{template}", ASK_APPROVAL, card_make),
	PAGE("/logbog/kort/{sheet}", KEEP_LOGBOOK, card),
	PAGE("/logbog/kort/{sheet}/skriv", ASK_APPROVAL, card_write),
	ACTION("/logbog/kort/{sheet}/skriv", ASK_APPROVAL, card_save),
	ACTION("/logbog/kort/{sheet}/fortryd", ASK_APPROVAL, card_undo),
	PAGE("/logbog/kurser", KEEP_LOGBOOK, courses),
	PAGE("/logbog/kurser/{course}", KEEP_LOGBOOK, course),
	UPLOAD("/logbog/kurser/{course}/kursusbevis", ASK_APPROVAL, certificate_send),
	ACTION("/logbog/kurser/{course}/fortryd", ASK_APPROVAL, certificate_withdraw),
	PAGE("/logbog/kursusbevis/{file}", KEEP_LOGBOOK, certificate),
	PAGE("/logbog/notater", KEEP_LOGBOOK, notes),
	PAGE("/logbog/notater/ny", KEEP_LOGBOOK, note_new),
	ACTION("/logbog/notater/ny", KEEP_LOGBOOK, note_write),
	PAGE("/logbog/notater/{note}", KEEP_LOGBOOK, note_edit),
	ACTION("/logbog/notater/{note}", KEEP_LOGBOOK, note_change),
	ACTION("/logbog/notater/{note}/fjern", KEEP_LOGBOOK, note_remove),
	PAGE("/logbog/filer", KEEP_LOGBOOK, own_files),
	UPLOAD("/logbog/filer", KEEP_LOGBOOK, file_put),
	PAGE("/logbog/filer/{file}", KEEP_LOGBOOK, own_file),
	ACTION("/logbog/filer/{file}/fortryd", KEEP_LOGBOOK, file_take_back),
	PAGE("/logbog/meritbrev/{letter}", KEEP_LOGBOOK, letter),
	PAGE("/logbog/uddannelsesforloeb", KEEP_LOGBOOK, training),
	PAGE("/logbog/uddannelsesforloeb/{element}/fravaer", KEEP_LOGBOOK, own_absence),
	ACTION("/logbog/uddannelsesforloeb/{element}/fravaer", KEEP_LOGBOOK, own_absence_keep),
	ACTION("/logbog/uddannelsesforloeb/{element}/fravaer/{absence}/udgaar", KEEP_LOGBOOK,
	    own_absence_drop),
	PAGE("/logbog/beregner", KEEP_LOGBOOK, own_reckon),
	ACTION("/logbog/beregner", KEEP_LOGBOOK, own_reckon_ask),
	PAGE("/logbog/indsigt", KEEP_LOGBOOK, insight),
	PAGE("/logbog/forskningstraening", KEEP_LOGBOOK, own_research),
	PAGE("/logbog/forskningstraening/del/{part}", KEEP_LOGBOOK, own_research_part),
	UPLOAD("/logbog/forskningstraening/del/{part}/anmod", ASK_APPROVAL, own_research_ask),
	ACTION(
	    "/logbog/forskningstraening/del/{part}/fortryd", ASK_APPROVAL, own_research_withdraw),
	PAGE("/logbog/forskningstraening/kursus", KEEP_LOGBOOK, own_research_course),
	UPLOAD("/logbog/forskningstraening/kursus", KEEP_LOGBOOK, own_research_course_add),
	ACTION("/logbog/forskningstraening/kursus/fjern", KEEP_LOGBOOK, own_research_course_out),
	UPLOAD("/logbog/forskningstraening/bevis", KEEP_LOGBOOK, own_research_diploma),
	PAGE("/logbog/forskningstraening/fil/{file}", KEEP_LOGBOOK, own_research_file),
	PAGE("/logbog/attestationer", KEEP_LOGBOOK, attest),
	PAGE("/logbog/attestationer/fil/{paper}", KEEP_LOGBOOK, attest_scan),
	ACTION("/logbog/attestationer/{element}/anmod", ASK_APPROVAL, attest_ask_for),
	ACTION("/logbog/attestationer/{element}/fortryd", ASK_APPROVAL, attest_take_back),
	PAGE("/logbog/attestationer/{element}/papir", ASK_APPROVAL, attest_paper),
	UPLOAD("/logbog/attestationer/{element}/papir", ASK_APPROVAL, attest_paper_send),
	PAGE("/logbog/uddannelsesplan", KEEP_LOGBOOK, plan_overview),
	PAGE("/logbog/uddannelsesplan/{element}", KEEP_LOGBOOK, plan_write),
	UPLOAD("/logbog/uddannelsesplan/{element}", KEEP_LOGBOOK, plan_keep),
	PAGE("/logbog/planbilag/{file}", KEEP_LOGBOOK, plan_file),
	PAGE("/logbog/beskaeftigelse", KEEP_LOGBOOK, own_employment),
	PAGE("/logbog/beskaeftigelse/ny", KEEP_LOGBOOK, own_employment_new),
	ACTION("/logbog/beskaeftigelse/ny", KEEP_LOGBOOK, own_employment_make),
	ACTION("/logbog/beskaeftigelse/underskriv", KEEP_LOGBOOK, own_employment_sign),
	PAGE("/logbog/beskaeftigelse/delforloeb/{element}", KEEP_LOGBOOK, own_remark),
	ACTION("/logbog/beskaeftigelse/delforloeb/{element}", KEEP_LOGBOOK, own_remark_keep),
	PAGE("/logbog/beskaeftigelse/{line}", KEEP_LOGBOOK, own_employment_edit),
	ACTION("/logbog/beskaeftigelse/{line}", KEEP_LOGBOOK, own_employment_change),
	ACTION("/logbog/beskaeftigelse/{line}/udgaar", KEEP_LOGBOOK, own_employment_drop),
	PAGE("/logbog/dokumentation", KEEP_LOGBOOK, own_ready),
	ACTION("/logbog/dokumentation/mind", KEEP_LOGBOOK, own_ready_remind),
	PAGE("/logbog/samtaler", KEEP_LOGBOOK, talks_own),
	ACTION("/logbog/samtaler", KEEP_LOGBOOK, talks_own_plan),
	PAGE("/logbog/samtaler/{talk}", KEEP_LOGBOOK, talk_show),
	ACTION("/logbog/samtaler/{talk}/forberedelse", KEEP_LOGBOOK, talk_prepare_it),
	UPLOAD("/logbog/samtaler/{talk}/referat", KEEP_LOGBOOK, talk_write),
	ACTION("/logbog/samtaler/{talk}/enig", KEEP_LOGBOOK, talk_agree),
	ACTION("/logbog/samtaler/{talk}/dato", KEEP_LOGBOOK, talk_change),
	PAGE("/logbog/dokumentation/afsendelser", KEEP_LOGBOOK, packages),
	PAGE("/logbog/dokumentation/afsendelse/{submission}", KEEP_LOGBOOK, package),
	ACTION("/logbog/dokumentation/afsendelse/{submission}/afslut", SEND_PACKAGE, package_end),
	PAGE("/logbog/dokumentation/afsend/{kind}", SEND_PACKAGE, send_ask),
	ACTION("/logbog/dokumentation/afsend/{kind}", SEND_PACKAGE, send_order_main),
	PAGE("/logbog/dokumentation/eftersend/{kind}", SEND_PACKAGE, extra_ask),
	ACTION("/logbog/dokumentation/eftersend/{kind}", SEND_PACKAGE, send_order_extra),
};

struct places
journal_places(struct arena *a)
{
	return (struct places){ url_local(a, "/logbog/kompetencer"),
		url_local(a, "/udskrift/kompetencer"), url_local(a, "/logbog/meritbrev"),
		url_local(a, "/logbog/kort"), url_local(a, "/logbog/kort/ny") };
}

int
main(int argc, char **argv)
{
	static const struct program program = { "journal",
		{ routes, sizeof routes / sizeof routes[0] }, journal_files };

	return serve(&program, argc, argv);
}
