/* SPDX-License-Identifier: MPL-2.0 */
#include "approve.h"
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
	LOOK("/vejleder/laeger/{doctor}/meritbrev/{letter}", SEE_DEPARTMENT, doctor_letter),
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
};

struct places
approve_places(struct arena *a, uint32_t doctor)
{
	return (struct places){ url_of(a, "/vejleder/laeger/%u/kompetencer", doctor),
		url_of(a, "/udskrift/%u/kompetencer", doctor),
		url_of(a, "/vejleder/laeger/%u/meritbrev", doctor) };
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
