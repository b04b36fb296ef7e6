/* SPDX-License-Identifier: MPL-2.0
 *
 * Originals on paper, beside what their doctors say of them: verified, or sent back with a reason, by
 * the UAO or tutor of where the doctor is now (R-ATT-04, T-044).
 */
#include "attest.h"
#include "audit.h"
#include "tell.h"

#include <string.h>

enum { A_PAGE = 100 };

void
papers(struct request *req, const struct subject *who)
{
	struct papers_view v = { .head = head_of(req, who, "Verifikation"),
		.here = approve_here(req, who) };
	struct attest_papers *found;
	struct paper_row *rows;

	if (attest_papers(req->db, who, A_PAGE + 1, &found, &v.n) != DB_ONE)
		return;
	v.more = v.n > A_PAGE;
	v.n -= v.more;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct paper_row){
			url_of(req->arena, "/vejleder/verificering/%u", found[i].id), found[i].name,
			found[i].place, found[i].since, day_add(found[i].until, -1), found[i].at
		};
	v.rows = rows;
	v.head.notice = notice_of(req, "verificeret", "Attestationen er verificeret.", "returneret",
	    "Attestationen er sendt tilbage til lægen.", NULL);
	papers_page(reply_html(req, 200), &v);
}

static const char *
answer_of(struct arena *a, const struct attest_paper_here *p)
{
	if (p->now_id == p->id)
		return NULL;
	return arena_format(a, "%s af %s, %s, %s.",
	    strcmp(p->now_status, "APPROVED") == 0
	        ? "Verificeret"
	        : attestation_title(attestation_state_of(p->now_status, "PAPER_VERIFIED")),
	    p->now_by, role_title(role_of_word(p->now_as)), moment_text(a, p->now_at));
}

/* The element's end may have moved since it was sent in. */
static const char *
bar_of(struct arena *a, const struct attest_paper_here *p)
{
	if (!attestation_is_premature(p->signed_on, p->until))
		return NULL;
	return arena_format(a,
	    "Originalen er underskrevet for tidligt: ansættelsens sidste måned begynder %s. Send den tilbage.",
	    day_text(a, attestation_earliest(p->until)));
}

static void
show(struct request *req, const struct subject *who, const struct form *form,
    const struct attest_paper_here *p, unsigned status)
{
	struct arena *a = req->arena;
	struct paper_view v = {
		.head = head_of(
		    req, who, arena_format(a, "Verificér attestation for tid: %s", p->name)),
		.back = url_local(a, "/vejleder/verificering"),
		.at = url_of(a, "/vejleder/verificering/%u", p->id),
		.scan = scan_of(req, url_of(a, "/vejleder/verificering/%u/fil", p->id),
		    "originalen", p->paper_type, p->paper_pages),
		.name = p->name,
		.place = p->place,
		.code = p->code,
		.stage = attest_stage(a, p->stage, p->specialty),
		.course_number = p->course_number,
		.position_no = p->position_no,
		.signer = p->signer,
		.title = p->title,
		.prolonged = p->prolonged,
		.since = p->since,
		.until = day_add(p->until, -1),
		.signed_on = p->signed_on,
		.fraction = p->fraction,
		.days = p->days,
		.most = p->most,
		.answered = answer_of(a, p),
		.bar = bar_of(a, p),
		.reason = field_of(form, "grund", "Hvad er der galt?",
		    "Kun nødvendigt, når du sender tilbage. Lægen kan se det."),
		.faults = faults_of(a, form),
	};

	looked_into(req, p->doctor);
	paper_page(reply_html(req, status), &v);
}

static bool
read_paper(struct request *req, const struct subject *who, struct attest_paper_here *p)
{
	*p = (struct attest_paper_here){ 0 };
	if (attest_paper_here(req->db, who, path_u32(req, "original"), p) == DB_ONE)
		return true;
	answer_not_found(req, who);
	return false;
}

void
paper(struct request *req, const struct subject *who)
{
	struct attest_paper_here p;

	if (read_paper(req, who, &p))
		show(req, who, NULL, &p, 200);
}

void
paper_scan(struct request *req, const struct subject *who)
{
	struct attest_paper_scan scan = { 0 };

	if (attest_paper_scan(req->db, who, path_u32(req, "original"), &scan) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, scan.doctor);
	reply_file(req, scan.type, REPLY_SHOW, scan.name, scan.bytes);
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/vejleder/verificering"), "besked", word));
}

static void
explain(struct request *req, const struct subject *who, const char *status, const char *word)
{
	struct attest_paper_here p;

	if (!read_paper(req, who, &p))
		return;
	if (p.now_by_me && strcmp(p.now_status, status) == 0) {
		see(req, word);
		return;
	}
	looked_into(req, p.doctor);
	answer_error(req, who, 409, "Attestationen er allerede besvaret",
	    arena_format(req->arena, "%s Dit svar er ikke gemt. Gå tilbage til Verifikation.",
	        p.now_id == p.id ? "" : answer_of(req->arena, &p)));
}

void
paper_answer(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "verificer", "returner", NULL);
	const char *reason = form_text(form, "grund", ATTESTATION_WORDS_MOST);
	bool back = answer != NULL && strcmp(answer, "returner") == 0;
	const char *status = back ? "RETURNED" : "APPROVED",
	           *word = back ? "returneret" : "verificeret";
	struct attest_paper_here p;

	if (!read_paper(req, who, &p))
		return;
	if (back && reason[0] == '\0')
		form_refuse(
		    form, "grund", "Skriv, hvad der er galt, så lægen ved, hvad der skal til.");
	if (!back && p.now_id == p.id && bar_of(req->arena, &p) != NULL)
		form_refuse(form, "grund", bar_of(req->arena, &p));
	if (form_wrong(form)) {
		show(req, who, form, &p, 422);
		return;
	}
	if (attest_paper_answer(req->db, who, p.id, status,
	        reason[0] == '\0' || !back ? NULL : reason,
	        back ? NULL
	             : attestation_time_statement(req->arena, (int32_t)p.days, (int32_t)p.most,
	                   p.prolonged, NULL)) == DB_ONE) {
		audit(
		    req->db, who, back ? "return paper" : "verify paper", "attestation", p.id, "");
		tell_notice(req->db, p.doctor, back ? NOTICE_PAPER_RETURNED : NOTICE_PAPER_VERIFIED,
		    0, p.place, "/logbog/attestationer", req->now);
		see(req, word);
	} else
		explain(req, who, status, word);
}
