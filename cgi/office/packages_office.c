/* SPDX-License-Identifier: MPL-2.0 */
#include "packages_office.h"

#include <string.h>

#include "audit.h"
#include "office.h"

static struct url
list_url(struct arena *a)
{
	return url_local(a, "/sekretariat/afsendelser");
}

static struct url
page_url(struct request *req, uint32_t n)
{
	return url_with(
	    req->arena, list_url(req->arena), "side", arena_format(req->arena, "%u", n));
}

static struct office_package_row
row_of(struct arena *a, const struct submissions_here *s)
{
	enum sending_state state = sending_state_of(s->status);

	return (struct office_package_row){
		.at = url_of(a, "/sekretariat/afsendelser/%u", s->submission),
		.name = s->name,
		.title = package_title(a, s->kind, s->part),
		.reference = s->reference,
		.state = sending_state_title(state),
		.mark = sending_state_mark(state),
		.why = s->waits && s->tries > 0                              ? s->said
		    : s->words != NULL && !s->waits && state != SENDING_SENT ? s->words
		                                                             : NULL,
		.ordered = s->ordered,
		.sent = s->sent,
		.is_sent = s->sent.s != 0,
		.late = s->late,
	};
}

/* One more row than is shown is asked for: it tells whether there are more. */
void
office_packages(struct request *req, const struct subject *who)
{
	struct office_packages_view v = { .head = head_of(req, who, "Afsendelser") };
	uint32_t at = query_u32(req, "side", 1);
	struct office_package_row *rows;
	struct submissions_here *found;

	if (at == 0 || at > 100000)
		at = 1;
	if (submissions_here(req->db, who, (at - 1) * PAGE_ROWS, PAGE_ROWS + 1, &found, &v.n) !=
	    DB_ONE)
		return;
	v.has_older = v.n > PAGE_ROWS;
	v.n -= v.has_older;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++) {
		rows[i] = row_of(req->arena, &found[i]);
		v.waiting += found[i].waits;
	}
	v.rows = rows;
	v.has_newer = at > 1;
	v.newer = page_url(req, at - 1);
	v.older = page_url(req, at + 1);
	office_packages_page(reply_html(req, 200), &v);
}

/* --- one of them ------------------------------------------------------------------------------ */

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct submission_here s = { 0 };
	struct office_package_view v;
	struct package_facts facts;

	if (submission_here(req->db, who, path_u32(req, "submission"), &s) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, s.doctor);
	facts = (struct package_facts){ s.reference, s.kind, s.part, s.main_reference, s.status,
		s.said, s.ordered, s.built, s.sent, s.next_try, s.superseded, s.tries, s.sha256,
		s.pdf_sha256, req->now };
	v = (struct office_package_view){
		.head = head_of(req, who, arena_format(a, "Afsendelse: %s", s.name)),
		.back = list_url(a),
		.person = url_of(a, "/sekretariat/brugere/%u", s.doctor),
		.name = s.name,
		.p = package_show_of(a, &facts),
		.end = package_end_form_of(form, sending_state_of(s.status), false,
		    url_of(a, "/sekretariat/afsendelser/%u", s.submission)),
		.faults = faults_of(a, form),
	};
	v.head.notice = notice_of(req, "gemt", "Det er gemt. Lægen kan se det.", NULL);
	if (package_fill(req, who, s.submission, &v.p))
		office_package_page(reply_html(req, status), &v);
}

void
office_package(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
office_package_end(struct request *req, const struct subject *who, const struct form *form)
{
	const uint32_t id = path_u32(req, "submission");
	const char *words, *status = package_end_of(form, &words);

	if (status == NULL) {
		show(req, who, form, 422);
		return;
	}
	if (submission_end_here(req->db, who, id, status, words) != DB_ONE) {
		answer_error(req, who, 409, "Det kan ikke gøres nu",
		    "Den er ikke sendt, eller der er allerede sket noget med den. Gå tilbage til Afsendelser, og se, hvad der er sket.");
		return;
	}
	audit(req->db, who, "end package", "submission", id, status);
	reply_see(req,
	    url_with(req->arena, url_of(req->arena, "/sekretariat/afsendelser/%u", id), "besked",
	        "gemt"));
}

/* --- what was reset since ----------------------------------------------------------------------- */

const char *
packages_holding(struct request *req, const struct subject *who, uint32_t doctor,
    const struct package_part *part)
{
	struct text t = { .arena = req->arena };
	struct submissions_holding *rows;
	size_t n;

	if (submissions_holding(
	        req->db, who, doctor, part->kind, part->row, part->approved, &rows, &n) != DB_ONE)
		return NULL;
	for (size_t i = 0; i < n; i++)
		text_format(&t, "%s%s: %s%s%s", i == 0 ? "" : "\n", rows[i].reference,
		    package_title(req->arena, rows[i].kind, rows[i].part),
		    rows[i].sent.s == 0 ? ", er ved at blive sendt" : ", sendt ",
		    moment_text(req->arena, rows[i].sent));
	return n == 0 ? NULL : t.at;
}

void
packages_tell_reset(struct request *req, const struct subject *who, uint32_t doctor,
    const struct package_part *part)
{
	struct submissions_holding *rows;
	size_t n;

	if (submissions_holding(
	        req->db, who, doctor, part->kind, part->row, part->approved, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		submission_tell_reset(req->db, who, doctor, rows[i].reference);
}
