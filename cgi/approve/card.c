/* SPDX-License-Identifier: MPL-2.0
 *
 * Cards that doctors have sent: who observed it writes beside the doctor's own rating, and approves
 * the card or sends it back.  Whom an outsider observed is answered by UAO, tutor or main supervisor.
 */
#include "card_pages.h"

#include <string.h>

void
cards_to_answer(struct request *req, const struct subject *who)
{
	struct cards_waiting_view v = { .head = head_of(req, who, "Kort til vurdering"),
		.here = approve_here(req, who) };
	struct cards_waiting *rows;
	struct card_waiting_row *out;

	if (cards_waiting(req->db, who, &rows, &v.n) != DB_ONE)
		v.n = 0;
	out = arena_array(req->arena, v.n, sizeof *out);
	for (size_t i = 0; i < v.n; i++) {
		looked_into(req, rows[i].doctor);
		out[i] = (struct card_waiting_row){
			url_of(req->arena, "/vejleder/kort/%u", rows[i].sheet),
			rows[i].doctor_name,
			rows[i].code,
			rows[i].title,
			rows[i].number,
			rows[i].observer,
			rows[i].assessed_on,
			rows[i].mine,
		};
	}
	v.rows = out;
	v.head.notice = notice_of(req, "godkendt", "Kortet er godkendt.", "returneret",
	    "Kortet er sendt tilbage til lægen.", NULL);
	cards_waiting_page(reply_html(req, 200), &v);
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct card_answer_view v = { .back = url_local(a, "/vejleder/kort"),
		.faults = faults_of(a, form) };
	uint32_t sheet = path_u32(req, "sheet");
	struct card_template_one t = { 0 };
	struct card_reached r = { 0 };
	const struct reached *doctor;

	if (card_reached(req->db, who, sheet, &r) != DB_ONE ||
	    (doctor = doctor_within_reach(req, who, r.doctor)) == NULL ||
	    (v.card = card_view_of(req, who, r.doctor, sheet)) == NULL ||
	    card_template_one(req->db, v.card->template, &t) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, r.doctor);
	v.head = head_of(req, who, arena_format(a, "%s %s", t.code, t.title));
	v.head.notice = notice_of(req, "givet", "Kortet er godkendt.", NULL);
	v.doctor = doctor->name;
	v.doctor_at = url_of(a, "/vejleder/laeger/%u/kort", r.doctor);
	v.at = url_of(a, "/vejleder/kort/%u", sheet);
	v.may = r.may;
	v.step = r.step;
	v.marks = card_marks_of(req, &t, form, NULL, v.card->marks);
	v.words = field_of(form, "ord", "Din vurdering i ord",
	    "Hvad gik godt, og hvad er det næste? Skal skrives, når du sender tilbage.");
	card_answer_page(reply_html(req, status), &v);
}

void
card_show(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

static void
see(struct request *req, const char *word)
{
	reply_see(
	    req, url_with(req->arena, url_local(req->arena, "/vejleder/kort"), "besked", word));
}

/* Nothing was added: it was done already, somebody was faster, or it is not this person's. */
static void
explain(struct request *req, const struct subject *who, const char *status, const char *word)
{
	struct card_reached r = { 0 };

	if (card_reached(req->db, who, path_u32(req, "sheet"), &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (r.given_by == subject_id(who) && strcmp(r.status, status) == 0) {
		see(req, word);
		return;
	}
	looked_into(req, r.doctor);
	if (strcmp(r.status, "SENT") == 0 && r.may)
		answer_error(req, who, 409, "Kortet er ændret, siden du åbnede det",
		    "Dit svar er ikke gemt. Gå tilbage, åbn kortet igen, og se det, som det er nu.");
	else if (strcmp(r.status, "SENT") == 0)
		answer_error(req, who, 403, "Du kan ikke vurdere dette kort",
		    "Det kan den, der så det, og UAO, tutorlæge eller hovedvejleder. Er det vurderet af en uden adgang til logbogen, er det de sidste tre.");
	else
		answer_error(req, who, 409, "Kortet er allerede besvaret",
		    arena_format(req->arena, "%s af %s, %s. Dit svar er ikke gemt.",
		        card_title(card_state_of(r.status)), r.by_name,
		        moment_text(req->arena, r.at)));
}

void
card_decide(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "godkend", "returner", NULL);
	const char *words = form_text(form, "ord", CARD_WORDS), *marks;
	uint32_t sheet = path_u32(req, "sheet");
	bool back = answer != NULL && strcmp(answer, "returner") == 0;
	struct card_template_one t = { 0 };
	struct card_reached r = { 0 };
	const struct card_view *card;

	if (card_reached(req->db, who, sheet, &r) != DB_ONE ||
	    (card = card_view_of(req, who, r.doctor, sheet)) == NULL ||
	    card_template_one(req->db, card->template, &t) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	marks = card_marks_read(req, &t, form);
	if (back && words[0] == '\0')
		form_refuse(
		    form, "ord", "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");
	if (answer != NULL && !back && !card_marks_suffice(card->scale, marks, t.parts))
		form_refuse(form, "m1",
		    card->scale == CARD_FEM
		        ? "Vurdér alle delmål, før kortet godkendes."
		        : "Alle delmål skal være godkendt, før kortet godkendes. Send det ellers tilbage.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (card_answer(req->db, who, sheet, form_u32(form, "set", 0),
	        back ? "RETURNED" : "APPROVED", marks, words[0] == '\0' ? NULL : words) == DB_ONE) {
		card_answered_tell(req->db, who, sheet);
		see(req, back ? "returneret" : "godkendt");
	} else
		explain(req, who, back ? "RETURNED" : "APPROVED", back ? "returneret" : "godkendt");
}
