/* SPDX-License-Identifier: MPL-2.0 */
#include "approve.h"
#include "attest.h"
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
	PAGE("/vejleder/vejledere", MAKE_SUPERVISORS, supervisors),
	PAGE("/vejleder/vejledere/ny", MAKE_SUPERVISORS, supervisor_new),
	ACTION("/vejleder/vejledere/ny", MAKE_SUPERVISORS, supervisor_make),
	PAGE("/vejleder/vejledere/{held}", MAKE_SUPERVISORS, supervisor),
	ACTION("/vejleder/vejledere/{held}/delegation", MAKE_SUPERVISORS, supervisor_delegate),
	ACTION("/vejleder/vejledere/{held}/slut", MAKE_SUPERVISORS, supervisor_stop),
	PAGE("/vejleder/attestationer", ATTEST, attest_queue),
	LOOK("/vejleder/laeger/{doctor}/attestationer", ATTEST, attest_doctor),
	LOOK("/vejleder/attestationer/{element}/tid", ATTEST, attest_preview),
	ACTION("/vejleder/attestationer/{element}/tid", ATTEST, attest_answer),
	LOOK("/vejleder/attestationer/{element}/maal", ATTEST, attest_preview),
	ACTION("/vejleder/attestationer/{element}/maal", ATTEST, attest_answer),
	PAGE("/vejleder/verifikation", VERIFY_FILES, papers),
	LOOK("/vejleder/verifikation/{original}", VERIFY_FILES, paper),
	ACTION("/vejleder/verifikation/{original}", VERIFY_FILES, paper_answer),
	LOOK("/vejleder/verifikation/{original}/fil", VERIFY_FILES, paper_scan),
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
