/* SPDX-License-Identifier: MPL-2.0
 *
 * Certificates of the doctors who are in the department today, each held against its scan by the
 * present UAO or tutor (R-KUR-31).
 */
#include "doctor_courses.h"

#include <string.h>

#include "queries/course_approve.h"
#include "tell.h"

void
certificates(struct request *req, const struct subject *who)
{
	struct claims_view v = { .head = head_of(req, who, "Kursusbeviser") };
	struct claims_here *rows = NULL;
	struct claim_row *out;

	v.head.notice = claims_notice(req);
	claims_here(req->db, who, CLAIMS_A_PAGE + 1, &rows, &v.n);
	v.more = v.n > CLAIMS_A_PAGE;
	v.n -= v.more;
	out = arena_array(req->arena, v.n, sizeof *out);
	for (size_t i = 0; i < v.n; i++) {
		looked_into(req, rows[i].doctor);
		out[i] = (struct claim_row){ rows[i].doctor_name, rows[i].course, rows[i].held_on,
			moment_day(rows[i].at),
			url_of(req->arena, "/vejleder/kursusbeviser/%u", rows[i].record) };
	}
	v.rows = out;
	certificates_page(reply_html(req, 200), &v);
}

static const char *
answer_text(struct arena *a, const struct claim_here *c)
{
	return claim_answered(a, c->now_status, c->now_by, c->now_as, c->now_at);
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	uint32_t id = path_u32(req, "claim");
	struct claim_here c = { 0 };
	struct claim_view v = { .back = url_local(a, "/vejleder/kursusbeviser"),
		.at = url_of(a, "/vejleder/kursusbeviser/%u", id),
		.faults = faults_of(a, form) };

	if (claim_here(req->db, who, id, &c) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, c.doctor);
	v.scan = scan_of(req, url_of(a, "/vejleder/laeger/%u/kursusbevis/%u", c.doctor, c.file),
	    c.file_name, c.type, c.pages);
	v.head = head_of(req, who, arena_format(a, "Kursusbevis: %s", c.course_name));
	v.doctor = c.doctor_name;
	v.course = c.course_name;
	v.held_on = c.held_on;
	v.answered = c.now == id ? NULL : answer_text(a, &c);
	v.reason = claim_reason(form);
	claim_page(reply_html(req, status), &v);
}

void
certificate(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
certificate_answer(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t id = path_u32(req, "claim");
	const char *reason, *status;
	struct claim_here c = { 0 };

	if (claim_here(req->db, who, id, &c) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if ((status = claim_answer_of(form, &reason)) == NULL) {
		show(req, who, form, 422);
		return;
	}
	if (claim_here_answer(req->db, who, id, status, reason) == DB_ONE) {
		tell_notice(req->db, c.doctor,
		    strcmp(status, "APPROVED") == 0 ? NOTICE_COURSE_VERIFIED
		                                    : NOTICE_COURSE_REFUSED,
		    0, "", url_of(req->arena, "/logbog/kurser/%u", c.course).text,
		    subject_now(who));
		claim_see(req, "/vejleder/kursusbeviser", status);
	} else if (c.now != id && c.now_given_by == subject_id(who) &&
	    strcmp(c.now_status, status) == 0)
		claim_see(req, "/vejleder/kursusbeviser", status);
	else {
		looked_into(req, c.doctor);
		claim_taken(req, who, answer_text(req->arena, &c));
	}
}
