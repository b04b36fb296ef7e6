/* SPDX-License-Identifier: MPL-2.0
 *
 * "Samlet godkendelse": the specialty's doctors, what each lacks, and the overall approval by the head
 * course leader alone (R-KUR-23, R-KUR-25, T-082).
 */
#include "course.h"

#include <string.h>

#include "chain.h"
#include "notice.h"

enum { A_PAGE = 50 };

static const char *
state_title(enum series_state s)
{
	switch (s) {
	case SERIES_NO_PARTS:
		return "Ingen delkurser oprettet";
	case SERIES_PARTS_MISSING:
		return "Mangler delkurser";
	case SERIES_WHOLE:
		return "Klar til godkendelse";
	case SERIES_APPROVED:
		return "Godkendt";
	case SERIES_BROKEN:
		return "Grundlag ændret";
	}
	return "";
}

static const char *
state_mark(enum series_state s)
{
	return s == SERIES_APPROVED ? "ok"
	    : s == SERIES_WHOLE     ? "asked"
	    : s == SERIES_BROKEN    ? "back"
	                            : "none";
}

static bool
is_approved(const char *status)
{
	return status != NULL && strcmp(status, "APPROVED") == 0;
}

static struct series_row
row_of(struct arena *a, const struct series_queue *q)
{
	enum series_state s = series_state_of(
	    is_approved(q->series), (uint32_t)q->parts, (uint32_t)q->done, (uint32_t)q->lost);

	return (struct series_row){ q->name, url_of(a, "/kurser/samlet-godkendelse/%u", q->doctor),
		q->since, day_add(q->until, -1), q->parts, q->done, state_title(s), state_mark(s) };
}

static struct url
page_at(struct arena *a, bool all, uint32_t nth)
{
	struct url at = url_local(a, "/kurser/samlet-godkendelse");

	if (all)
		at = url_with(a, at, "vis", "alle");
	return nth == 0 ? at : url_with(a, at, "side", arena_format(a, "%u", nth));
}

void
series(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	uint32_t nth = query_u32(req, "side", 0);
	struct series_view v = { .head = head_of(req, who, "Samlet godkendelse"),
		.all = strcmp(query_text(req, "vis"), "alle") == 0 };
	struct series_queue *rows = NULL;
	struct series_row *out;

	if (nth > 1000)
		nth = 1000;
	series_queue(req->db, who, v.all, (int64_t)nth * A_PAGE, A_PAGE + 1, &rows, &v.n);
	v.has_older = v.n > A_PAGE;
	v.n -= v.has_older;
	v.has_newer = nth > 0;
	out = arena_array(a, v.n, sizeof *out);
	for (size_t i = 0; i < v.n; i++) {
		looked_into(req, rows[i].doctor);
		out[i] = row_of(a, &rows[i]);
	}
	v.rows = out;
	v.some = page_at(a, false, 0);
	v.every = page_at(a, true, 0);
	v.newer = page_at(a, v.all, nth > 0 ? nth - 1 : 0);
	v.older = page_at(a, v.all, nth + 1);
	series_page(reply_html(req, 200), &v);
}

/* --- one doctor ----------------------------------------------------------------------------- */

static struct part_row
part_of(const struct series_parts *p)
{
	enum course_state s = course_state_of(p->status, p->kind);

	return (struct part_row){ p->course, p->name, p->required, p->done,
		p->done && !course_is_done(s) ? "Godkendt ved et andet kursus"
		                              : course_state_title(s),
		p->done ? "ok" : course_mark(s), p->by_name, p->words,
		p->status == NULL ? (struct day){ 0 } : moment_day(p->at), p->has_absent,
		p->has_absent ? p->absent : 0 };
}

static void
fill_parts(struct request *req, const struct subject *who, uint32_t doctor, bool approved,
    struct series_one_view *v)
{
	struct series_parts *rows = NULL;
	struct part_row *out;
	uint32_t required = 0, lost = 0;

	series_parts(req->db, who, doctor, &rows, &v->n);
	out = arena_array(req->arena, v->n, sizeof *out);
	for (size_t i = 0; i < v->n; i++) {
		out[i] = part_of(&rows[i]);
		required += out[i].required;
		v->missing += out[i].required && !out[i].done;
		lost += out[i].required && rows[i].lost && !out[i].done;
	}
	v->parts = out;
	v->state = series_state_of(approved, required, required - (uint32_t)v->missing, lost);
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	uint32_t doctor = path_u32(req, "doctor");
	struct series_one_view v = { .list = url_local(a, "/kurser/samlet-godkendelse"),
		.give = url_of(a, "/kurser/samlet-godkendelse/%u", doctor),
		.judge = url_of(a, "/kurser/samlet-godkendelse/%u/delkursus", doctor),
		.faults = faults_of(a, form) };
	struct series_doctor *d = NULL;
	size_t n = 0;

	if (series_doctor(req->db, who, doctor, &d, &n) != DB_ONE || n == 0) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	v.head = head_of(req, who, arena_format(a, "Samlet godkendelse: %s", d->name));
	v.head.notice = notice_of(req, "godkendt", "Den samlede godkendelse er givet.", "delkursus",
	    "Delkurset er godkendt på andet grundlag.", NULL);
	v.specialty = d->specialty;
	v.auth_id = d->auth_id;
	v.since = d->since;
	v.last = day_add(d->until, -1);
	v.by = d->by_name;
	v.on = d->status == NULL ? (struct day){ 0 } : moment_day(d->at);
	fill_parts(req, who, doctor, is_approved(d->status), &v);
	v.part_fault = form_fault(form, "delkursus");
	v.chosen = form == NULL ? 0 : form_u32(form, "delkursus", 0);
	v.basis = field_of(form, "grundlag", "På hvilket grundlag?",
	    "Selvstudium eller klinisk læring, og hvordan det er vurderet. Lægen kan se det.");
	series_one_page(reply_html(req, status), &v);
}

void
series_one(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena,
	        url_of(req->arena, "/kurser/samlet-godkendelse/%u", path_u32(req, "doctor")),
	        "besked", word));
}

static void
refuse_series(struct request *req, const struct subject *who, const struct series_doctor *d)
{
	if (is_approved(d->status))
		see(req, "godkendt"); /* a double click, or another tab */
	else {
		looked_into(req, d->doctor);
		answer_error(req, who, 409, "Den samlede godkendelse kan ikke gives",
		    "Der mangler delkurser. Gå tilbage for at se hvilke. Intet er gemt.");
	}
}

void
series_give(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct series_doctor *d = NULL;
	size_t n = 0;

	(void)form;
	if (series_doctor(req->db, who, doctor, &d, &n) != DB_ONE || n == 0) {
		answer_not_found(req, who);
		return;
	}
	chain_take(req->db, doctor); /* no part is reset meanwhile */
	if (series_approve(req->db, who, doctor) != DB_ONE) {
		series_doctor(req->db, who, doctor, &d, &n);
		refuse_series(req, who, d);
		return;
	}
	course_tell(req->db, who, doctor, notice_word(NOTICE_COURSE_SERIES), "/logbog/kurser");
	see(req, "godkendt");
}

/* --- a part on another basis ---------------------------------------------------------------- */

/* NULL when it is none of the specialty's. */
static const struct series_parts *
part_now(struct request *req, const struct subject *who, uint32_t course)
{
	struct series_parts *rows = NULL;
	size_t n = 0;

	series_parts(req->db, who, path_u32(req, "doctor"), &rows, &n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].course == course)
			return &rows[i];
	return NULL;
}

/* It is approved already: a double click, or somebody else was faster and their words are the ones that stand. */
static void
is_judged(struct request *req, const struct subject *who, const struct series_parts *p)
{
	if (p->by_person == subject_id(who) && strcmp(p->kind, "OTHER_BASIS") == 0) {
		see(req, "delkursus");
		return;
	}
	looked_into(req, path_u32(req, "doctor"));
	answer_error(req, who, 409, "Delkurset er allerede godkendt",
	    arena_format(req->arena,
	        "%s godkendte det %s. Det, du skrev, er ikke gemt. Gå tilbage for at se det.",
	        p->by_name, moment_text(req->arena, p->at)));
}

void
part_judge_one(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor"), course = form_u32(form, "delkursus", 0);
	const char *words = form_needed(
	    form, "grundlag", COURSE_WORDS_MOST, "Skriv, på hvilket grundlag delkurset godkendes.");
	const struct series_parts *now;
	struct series_doctor *d = NULL;
	size_t n = 0;

	if (series_doctor(req->db, who, doctor, &d, &n) != DB_ONE || n == 0) {
		answer_not_found(req, who);
		return;
	}
	chain_take(req->db, doctor);
	now = part_now(req, who, course);
	if (now != NULL && course_is_done(course_state_of(now->status, now->kind))) {
		is_judged(req, who, now);
		return;
	}
	if (now == NULL)
		form_refuse(form, "delkursus", "Vælg delkurset.");
	if (!form_wrong(form) && part_judge(req->db, who, doctor, course, words) != DB_ONE)
		form_refuse(form, "delkursus",
		    "Delkurset kan ikke godkendes på andet grundlag: lægen er i evalueringsansættelse.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	course_tell(req->db, who, doctor, notice_word(NOTICE_COURSE_BASIS),
	    arena_format(req->arena, "/logbog/kurser/%u", course));
	see(req, "delkursus");
}
