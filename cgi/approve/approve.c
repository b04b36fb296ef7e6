/* SPDX-License-Identifier: MPL-2.0 */
#include "approve.h"
#include "doctor_courses.h"
#include "supervisors.h"

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
	LOOK("/vejleder/laeger/{doctor}/kurser", SEE_DEPARTMENT, doctor_courses),
	LOOK("/vejleder/laeger/{doctor}/kurser/{course}", SEE_DEPARTMENT, doctor_course),
	ACTION("/vejleder/laeger/{doctor}/kurser/{course}", ATTEST, course_attest),
	LOOK("/vejleder/laeger/{doctor}/kursusbevis/{file}", SEE_DEPARTMENT, doctor_certificate),
	PAGE("/vejleder/kursusbeviser", VERIFY_FILES, certificates),
	LOOK("/vejleder/kursusbeviser/{claim}", VERIFY_FILES, certificate),
	ACTION("/vejleder/kursusbeviser/{claim}", VERIFY_FILES, certificate_answer),
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
