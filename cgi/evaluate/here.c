/* SPDX-License-Identifier: MPL-2.0
 *
 * "Evalueringer": what UAO and tutor may read of their own place (R-EVA-05, R-EVA-08, R-EVA-09), by the
 * half-year with which it was released; and what they say to the means, in public.
 */
#include <string.h>

#include "audit.h"
#include "evaluate.h"
#include "site.h"

static const char here_path[] = "/evaluering/afdelingen";

static struct url
url_of_half(struct arena *a, uint32_t half)
{
	return url_with(a, url_local(a, here_path), "halvaar", arena_format(a, "%u", half));
}

/* The half-year asked for, or the latest; 0 when there is none. */
static uint32_t
fill_halves(struct request *req, const struct subject *who, uint32_t asked, struct here_view *v)
{
	struct evaluations_here *rows = NULL;
	struct half_choice *halves;
	uint32_t half = 0;

	if (evaluations_here(req->db, who, &rows, &v->nhalves) != DB_ONE)
		return 0;
	halves = arena_array(req->arena, v->nhalves, sizeof *halves);
	if (v->nhalves > 0)
		half = rows[0].half;
	for (size_t i = 0; i < v->nhalves; i++)
		if (rows[i].half == asked)
			half = asked;
	for (size_t i = 0; i < v->nhalves; i++)
		halves[i] = (struct half_choice){ url_of_half(req->arena, rows[i].half),
			half_text(req->arena, rows[i].half), rows[i].n, rows[i].half == half };
	v->halves = halves;
	return half;
}

static bool
is_same(const struct evaluation_read *a, const struct evaluation_read *b)
{
	return a->evaluation.n == b->evaluation.n &&
	    memcmp(a->evaluation.at, b->evaluation.at, a->evaluation.n) == 0;
}

/* Rows come answer by answer, in the order of ids that were drawn by lot. */
static void
fill_answers(struct request *req, const struct subject *who, struct here_view *v)
{
	struct evaluation_read *rows = NULL;
	struct released *answers, *r = NULL;
	struct said *said;
	size_t n = 0;

	if (v->half == 0 || evaluation_read(req->db, who, v->half, &rows, &n) != DB_ONE)
		return;
	answers = arena_array(req->arena, n, sizeof *answers);
	said = arena_array(req->arena, n, sizeof *said);
	for (size_t i = 0; i < n; i++) {
		bool fresh = i == 0 || !is_same(&rows[i], &rows[i - 1]);

		if (fresh) {
			r = &answers[v->n++];
			*r = (struct released){ .number = (uint32_t)v->n, .said = &said[i] };
		}
		said[i] = (struct said){ fresh || strcmp(rows[i].section, rows[i - 1].section) != 0
			    ? rows[i].section
			    : NULL,
			strcmp(rows[i].kind, "PROSE") == 0, rows[i].wording,
			said_text(req->arena, rows[i].has_value, rows[i].value, rows[i].words) };
		r->n++;
	}
	v->answers = answers;
}

/* What a half-year did not release waits for others; who is told so could else wonder where it is. */
static void
fill_missing(struct request *req, const struct subject *who, struct here_view *v)
{
	struct evaluation_waiting_here waiting = { 0 };

	v->least = evaluation_least(site_setting(SETTING_EVALUATION_READ_LEAST));
	if (evaluation_waiting_here(req->db, who, &waiting) == DB_ONE)
		v->least = waiting.least;
	v->missing = evaluation_missing(req->arena, waiting.doctors, v->least);
}

static void
show(struct request *req, const struct subject *who, const struct form *form, uint32_t half)
{
	struct arena *a = req->arena;
	struct here_view v = { .head = head_of(req, who, "Evalueringer"),
		.faults = faults_of(a, form) };
	struct evaluation_unit_here unit = { 0 };

	v.half = fill_halves(req, who, half, &v);
	if (evaluation_unit_here(req->db, who, v.half, &unit) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	fill_answers(req, who, &v);
	fill_missing(req, who, &v);
	v.place = unit.place;
	v.half_name = half_text(a, v.half);
	v.published = unit.has_published;
	v.means = url_with(a, url_of(a, "/evaluering/steder/%u", unit.unit), "halvaar",
	    arena_format(a, "%u", v.half));
	v.at = url_local(a, "/evaluering/afdelingen/kommentar");
	v.step = unit.has_step ? unit.step : 0;
	v.words = field_of(form, "kommentar", "Ledelsens kommentar",
	    "Offentlig, med dit navn under. Skriv intet om navngivne personer. Tøm feltet for at tage den ned. Højst 2.000 tegn.");
	v.words.rows = 6;
	if (form == NULL && unit.words != NULL)
		v.words.value = unit.words;
	v.head.notice =
	    notice_of(req, "gemt", "Kommentaren er gemt og står nu ved stedets gennemsnit.", NULL);
	here_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
here(struct request *req, const struct subject *who)
{
	show(req, who, NULL, query_u32(req, "halvaar", 0));
}

static void
see_saved(struct request *req, uint32_t half)
{
	reply_see(req, url_with(req->arena, url_of_half(req->arena, half), "besked", "gemt"));
}

/* The same words are no new step: a double click, or nothing changed. */
void
comment(struct request *req, const struct subject *who, const struct form *form)
{
	const char *words = form_text(form, "kommentar", EVALUATION_PROSE);
	uint32_t half = form_u32(form, "halvaar", 0), step = form_u32(form, "trin", 0);
	struct evaluation_unit_here unit = { 0 };

	if (evaluation_unit_here(req->db, who, half, &unit) != DB_ONE || !unit.has_published) {
		answer_error(req, who, 409, "Kommentaren kan ikke gemmes",
		    "Der er ingen offentliggjorte gennemsnit for det halvår. Gå tilbage til Evalueringer.");
		return;
	}
	if (form_wrong(form)) {
		show(req, who, form, half);
		return;
	}
	if (strcmp(words, unit.words == NULL ? "" : unit.words) == 0) {
		see_saved(req, half);
		return;
	}
	if (step != (unit.has_step ? unit.step : 0) ||
	    evaluation_comment_add(req->db, who, half, step + 1, words[0] == '\0' ? NULL : words) !=
	        DB_ONE) {
		answer_error(req, who, 409, "Kommentaren er ændret af en anden",
		    "Intet af dit er gemt. Gå tilbage, kopiér det, du skrev, genindlæs siden, og prøv igen.");
		return;
	}
	audit(req->db, who, words[0] == '\0' ? "take down comment" : "comment", "evaluation_batch",
	    unit.unit, "");
	see_saved(req, half);
}
