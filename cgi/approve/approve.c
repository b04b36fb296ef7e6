/* SPDX-License-Identifier: MPL-2.0 */
#include "approve.h"
#include "research_here.h"
#include "files_of.h"
#include "notes_of.h"
#include "attest.h"
#include "doctor_courses.h"
#include "supervisors.h"
#include "talk.h"

extern const db_queries *const approve_files[];

static const struct route routes[] = {
	PAGE("/vejleder/anmodninger", APPROVE_COMPETENCY, waiting),
	ACTION("/vejleder/anmodninger", APPROVE_COMPETENCY, approve_many),
	LOOK("/vejleder/anmodninger/{id}", APPROVE_COMPETENCY, request),
	ACTION("/vejleder/anmodninger/{id}", APPROVE_COMPETENCY, decide),
	PAGE("/vejleder/laeger", SEE_DEPARTMENT, doctors),
	LOOK("/vejleder/laeger/{doctor}/kompetencer", SEE_DEPARTMENT, doctor_competencies),
	LOOK("/vejleder/laeger/{doctor}/kompetencer/{competency}", SEE_DEPARTMENT,
	    doctor_competency),
	ACTION("/vejleder/laeger/{doctor}/kompetencer/{competency}", APPROVE_COMPETENCY,
	    doctor_competency_give),
	PAGE("/vejleder/kort", APPROVE_COMPETENCY, cards_to_answer),
	LOOK("/vejleder/kort/{sheet}", APPROVE_COMPETENCY, card_show),
	ACTION("/vejleder/kort/{sheet}", APPROVE_COMPETENCY, card_decide),
	LOOK("/vejleder/laeger/{doctor}/kort", SEE_DEPARTMENT, doctor_cards),
	LOOK("/vejleder/laeger/{doctor}/kort/ny/{template}", APPROVE_COMPETENCY, card_give_new),
	ACTION("/vejleder/laeger/{doctor}/kort/ny/{template}", APPROVE_COMPETENCY, card_give_make),
	LOOK("/vejleder/laeger/{doctor}/meritbrev/{letter}", SEE_DEPARTMENT, doctor_letter),
	LOOK("/vejleder/laeger/{doctor}/uddannelsesforloeb", SEE_DEPARTMENT, doctor_training),
	LOOK("/vejleder/laeger/{doctor}/fravaer", KEEP_TALKS, doctor_absence),
	ACTION("/vejleder/laeger/{doctor}/fravaer", ATTEST, doctor_absence_keep),
	ACTION("/vejleder/laeger/{doctor}/fravaer/{absence}/udgaar", ATTEST, doctor_absence_drop),
	LOOK("/vejleder/laeger/{doctor}/beregner", ATTEST, doctor_reckon),
	ACTION("/vejleder/laeger/{doctor}/beregner", ATTEST, doctor_reckon_ask),
	LOOK("/vejleder/laeger/{doctor}/filer", VERIFY_FILES, doctor_files),
	PAGE("/vejleder/filer", VERIFY_FILES, files_waiting),
	LOOK("/vejleder/filer/{file}", VERIFY_FILES, file_page),
	ACTION("/vejleder/filer/{file}", VERIFY_FILES, file_decide),
	LOOK("/vejleder/filer/{file}/indhold", VERIFY_FILES, file_content_shown),
	LOOK("/vejleder/laeger/{doctor}/notater", SEE_DEPARTMENT, doctor_notes),
	LOOK("/vejleder/laeger/{doctor}/kurser", SEE_DEPARTMENT, doctor_courses),
	LOOK("/vejleder/laeger/{doctor}/kurser/{course}", SEE_DEPARTMENT, doctor_course),
	ACTION("/vejleder/laeger/{doctor}/kurser/{course}", ATTEST, course_attest),
	LOOK("/vejleder/laeger/{doctor}/kursusbevis/{file}", SEE_DEPARTMENT, doctor_certificate),
	PAGE("/vejleder/kursusbeviser", VERIFY_FILES, certificates),
	LOOK("/vejleder/kursusbeviser/{claim}", VERIFY_FILES, certificate),
	ACTION("/vejleder/kursusbeviser/{claim}", VERIFY_FILES, certificate_answer),
	PAGE("/vejleder/samtaler", KEEP_TALKS, talk_overview_show),
	LOOK("/vejleder/samtaler/{talk}", KEEP_TALKS, talk_show),
	ACTION("/vejleder/samtaler/{talk}/forberedelse", KEEP_TALKS, talk_prepare_it),
	UPLOAD("/vejleder/samtaler/{talk}/referat", KEEP_TALKS, talk_write),
	ACTION("/vejleder/samtaler/{talk}/enig", KEEP_TALKS, talk_agree),
	ACTION("/vejleder/samtaler/{talk}/dato", KEEP_TALKS, talk_change),
	LOOK("/vejleder/laeger/{doctor}/samtaler", KEEP_TALKS, talks_of_one),
	ACTION("/vejleder/laeger/{doctor}/samtaler", KEEP_TALKS, talks_of_one_plan),
	ACTION("/vejleder/laeger/{doctor}/hovedvejleder", MAKE_SUPERVISORS, main_appoint),
	ACTION("/vejleder/laeger/{doctor}/tvivl", KEEP_TALKS, doubt_raise),
	ACTION("/vejleder/laeger/{doctor}/tvivl/{doubt}", KEEP_TALKS, doubt_follow_up),
	LOOK("/vejleder/laeger/{doctor}/uddannelsesplan", KEEP_TALKS, plans_of_one),
	ACTION("/vejleder/laeger/{doctor}/uddannelsesplan", KEEP_TALKS, plan_decide),
	LOOK("/vejleder/laeger/{doctor}/planbilag/{file}", KEEP_TALKS, talk_file_of_one),
	PAGE("/vejleder/vejledere", MAKE_SUPERVISORS, supervisors),
	PAGE("/vejleder/vejledere/ny", MAKE_SUPERVISORS, supervisor_new),
	ACTION("/vejleder/vejledere/ny", MAKE_SUPERVISORS, supervisor_make),
	PAGE("/vejleder/vejledere/{held}", MAKE_SUPERVISORS, supervisor),
	ACTION("/vejleder/vejledere/{held}/delegation", MAKE_SUPERVISORS, supervisor_delegate),
	ACTION("/vejleder/vejledere/{held}/slut", MAKE_SUPERVISORS, supervisor_stop),
	LOOK("/vejleder/laeger/{doctor}/forskningstraening", SEE_DEPARTMENT, research_here),
	LOOK("/vejleder/laeger/{doctor}/forskningstraening/fil/{file}", SEE_DEPARTMENT,
	    research_here_file),
	ACTION("/vejleder/laeger/{doctor}/forskningstraening/vejleder", MAKE_SUPERVISORS,
	    research_here_assign),
	ACTION("/vejleder/laeger/{doctor}/forskningstraening/vejleder/slut", MAKE_SUPERVISORS,
	    research_here_end),
	PAGE("/vejleder/attestationer", ATTEST, attest_queue),
	LOOK("/vejleder/laeger/{doctor}/attestationer", ATTEST, attest_doctor),
	LOOK("/vejleder/attestationer/{element}/tid", ATTEST, attest_preview),
	ACTION("/vejleder/attestationer/{element}/tid", ATTEST, attest_answer),
	LOOK("/vejleder/attestationer/{element}/maal", ATTEST, attest_preview),
	ACTION("/vejleder/attestationer/{element}/maal", ATTEST, attest_answer),
	PAGE("/vejleder/verificering", VERIFY_FILES, papers),
	LOOK("/vejleder/verificering/{original}", VERIFY_FILES, paper),
	ACTION("/vejleder/verificering/{original}", VERIFY_FILES, paper_answer),
	LOOK("/vejleder/verificering/{original}/fil", VERIFY_FILES, paper_scan),
};

struct places
approve_places(struct arena *a, uint32_t doctor)
{
	return (struct places){ url_of(a, "/vejleder/laeger/%u/kompetencer", doctor),
		url_of(a, "/udskrift/%u/kompetencer", doctor),
		url_of(a, "/vejleder/laeger/%u/meritbrev", doctor), url_local(a, "/vejleder/kort"),
		url_of(a, "/vejleder/laeger/%u/kort/ny", doctor) };
}

const char *
approve_here(struct request *req, const struct subject *who)
{
	struct place_here row = { 0 };

	return place_here(req->db, who, &row) == DB_ONE ? row.place : NULL;
}

int
main(int argc, char **argv)
{
	static const struct program program = { "approve",
		{ routes, sizeof routes / sizeof routes[0] }, approve_files };

	return serve(&program, argc, argv);
}
