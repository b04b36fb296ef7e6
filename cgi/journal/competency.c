/* SPDX-License-Identifier: MPL-2.0
 *
 * One competency: what it is, what has happened, asking for approval and taking it back.
 */
#include "journal.h"
#include "tell.h"

#include <string.h>

/* The departments that can be asked; the one chosen, or the present one, is ticked. */
static void
fill_elements(struct request *req, const struct subject *who, const struct form *form,
    struct competency_page_view *v)
{
	struct elements_to_ask *rows;
	struct element_choice *choices;
	size_t n;

	if (elements_to_ask(req->db, who, &rows, &n) != DB_ONE)
		return;
	choices = arena_array(req->arena, n, sizeof *choices);
	for (size_t i = 0; i < n; i++) {
		const char *id = arena_format(req->arena, "%u", rows[i].id);

		choices[i] = (struct element_choice){
			rows[i].id,
			rows[i].place,
			rows[i].is_now,
			form == NULL ? i == 0 : form_has(form, "element", id),
			day_add(rows[i].until, -1),
		};
	}
	v->elements = choices;
	v->nelements = n;
	v->nobody_to_ask = n == 0;
}

/* Words and rating as they stand in the request, where nothing has been typed. */
static void
fill_asked(const struct form *form, struct competency_page_view *v)
{
	const struct story_step *s = v->goal->n == 0 ? NULL : &v->goal->steps[0];

	if (form != NULL || !v->may_withdraw || s == NULL)
		return;
	if (s->rating > 0)
		v->ratings[s->rating - 1].chosen = true;
	v->words.value = s->typed;
}

static void
fill_form(struct request *req, const struct form *form, struct competency_page_view *v)
{
	for (uint32_t i = 0; i < RATING_MOST; i++) {
		const char *value = arena_format(req->arena, "%u", i + 1);

		v->ratings[i] = (struct rating_choice){ i + 1, form_has(form, "rating", value) };
	}
	v->rating_fault = form_fault(form, "rating");
	v->element_fault = form_fault(form, "element");
	v->words = field_of(form, "words", "Dine ord (valgfri)",
	    "Hvad har du gjort, og hvor? Skriv ingen oplysninger om patienter.");
	v->faults = faults_of(req->arena, form);
}

/* What may be written down, and taken out. */
static void
fill_counted(struct request *req, const struct form *form, struct competency_page_view *v)
{
	const struct card_goal_view *g = v->goal->cards;
	struct count_choice *choices = arena_array(req->arena, g->nwants, sizeof *choices);
	struct entry_button *out = arena_array(req->arena, g->nentries, sizeof *out);

	for (uint32_t i = 0; i < g->nwants; i++)
		if (!g->wants[i].by_card)
			choices[v->ncounted++] = (struct count_choice){ i + 1, g->wants[i].method,
				form_has(form, "metode", arena_format(req->arena, "%u", i + 1)) };
	if (v->ncounted == 1)
		choices[0].chosen = true;
	v->counted = choices;
	v->counted_fault = form_fault(form, "metode");
	v->once = card_once(req, form_value(form, "once")[0] == '\0' ? NULL : form);
	v->number = field_of(form, "antal", "Hvor mange", NULL);
	v->number.inputmode = "numeric";
	v->date = field_of(form, "dato", "Dato", "Fx 24.11.2026");
	v->remark = field_of(
	    form, "bemaerkning", "Bemærkning (valgfri)", "Skriv ingen oplysninger om patienter.");
	for (size_t i = 0; i < g->nentries; i++)
		out[v->nout++] = (struct entry_button){ &g->entries[i],
			url_of(req->arena, "/logbog/antal/%u/slet", g->entries[i].id) };
	v->out = out;
}

/* The address of the request on the supervisor's side, to be held up to a telephone.  It holds the
 * number of the request and nothing else; whoever opens it logs in first. */
static void
fill_qr(struct request *req, struct competency_page_view *v)
{
	if (!v->may_withdraw || req->config->url == NULL)
		return;
	v->qr = qr_of(req->arena,
	    arena_format(
	        req->arena, "%s/vejleder/anmodninger/%u", req->config->url, v->goal->latest));
}

/* Who sent it back, when that was the last thing that happened. */
static void
fill_returned(struct competency_page_view *v)
{
	if (v->goal->state == APPROVAL_RETURNED)
		v->returned_by = v->goal->steps[0].by;
	else if (v->goal->state == APPROVAL_PARTLY)
		v->remains_by = v->goal->steps[0].by;
	else
		return;
	v->reason = v->goal->steps[0].words;
}

void
competency_show(
    struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	const struct reached *doctor = doctor_within_reach(req, who, subject_id(who));
	struct places places = journal_places(req->arena);
	uint32_t id = path_u32(req, "competency");
	struct competency_page_view v = { .list = places.list };

	if (doctor == NULL ||
	    (v.goal = competency_view_of(req, who, doctor, id, &places)) == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.head = head_of(
	    req, who, arena_format(req->arena, "%s %s", v.goal->goal->number, v.goal->goal->title));
	v.head.notice = notice_of(req, "anmodet", "Du har anmodet om godkendelse.", "trukket",
	    "Anmodningen er trukket tilbage.", "rettet", "Anmodningen er rettet.", "skrevet",
	    "Det er skrevet op.", "slettet", "Det tæller ikke med længere.", NULL);
	v.note = url_with(req->arena, url_local(req->arena, "/logbog/notater/ny"), "kompetence",
	    arena_format(req->arena, "%u", id));
	v.left = list_was_left(doctor, v.goal->list->id);
	v.may_ask = !v.left && approval_may_be_asked(v.goal->state);
	v.may_withdraw = approval_may_be_withdrawn(v.goal->state);
	v.ask = url_of(req->arena, "/logbog/kompetencer/%u/anmod", id);
	v.withdraw = url_of(req->arena, "/logbog/kompetencer/%u/fortryd", id);
	v.change = url_of(req->arena, "/logbog/kompetencer/%u/ret", id);
	v.count = url_of(req->arena, "/logbog/kompetencer/%u/antal", id);
	v.latest = v.goal->latest;
	fill_returned(&v);
	if (!approval_is_locked(v.goal->state) && !v.left)
		fill_counted(req, form, &v);
	fill_qr(req, &v);
	if (v.may_ask)
		fill_elements(req, who, form, &v);
	if (v.may_ask || v.may_withdraw) {
		fill_form(req, form, &v);
		fill_asked(form, &v);
	}
	competency_page(reply_html(req, status), &v);
}

void
competency(struct request *req, const struct subject *who)
{
	competency_show(req, who, NULL, 200);
}

/* Back to the competency, with a word about what is so now. */
static void
see(struct request *req, const char *word)
{
	struct url at = url_of(req->arena, "/logbog/kompetencer/%u", path_u32(req, "competency"));

	reply_see(req, url_with(req->arena, at, "besked", word));
}

/* Nothing was added.  A double click has already done it; otherwise somebody was faster. */
static void
explain(
    struct request *req, const struct subject *who, enum approval_state wanted, const char *word)
{
	const struct reached *doctor = doctor_within_reach(req, who, subject_id(who));
	struct places places = journal_places(req->arena);
	const struct competency_view *v = doctor == NULL
	    ? NULL
	    : competency_view_of(req, who, doctor, path_u32(req, "competency"), &places);

	if (v == NULL) {
		answer_not_found(req, who);
	} else if (v->state == wanted) {
		see(req, word);
	} else if (v->n == 0 || approval_may_be_asked(v->state)) {
		answer_error(req, who, 409, "Det kunne ikke gøres",
		    "Kompetencen eller afdelingen kan ikke bruges lige nu. Gå tilbage til kompetencen, og prøv igen.");
	} else {
		answer_error(req, who, 409, "Anmodningen er allerede besvaret",
		    arena_format(req->arena, "%s af %s, %s. Gå til kompetencen for at se svaret.",
		        v->title, v->steps[0].by, moment_text(req->arena, v->steps[0].at)));
	}
}

void
ask(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t rating = form_u32(form, "rating", 0), element = form_u32(form, "element", 0);
	const char *words = form_text(form, "words", WORDS_MOST);

	if (element == 0)
		form_refuse(form, "element", "Vælg den afdeling, der skal godkende.");
	if (rating > RATING_MOST)
		form_refuse(form, "rating", "Vælg et tal fra 1 til 5, eller lad være.");
	if (form_wrong(form)) {
		competency_show(req, who, form, 422);
		return;
	}
	if (approval_ask(req->db, who, path_u32(req, "competency"), element,
	        rating == 0 ? NULL : &rating, words[0] == '\0' ? NULL : words) == DB_ONE) {
		request_tell(req->db, who, path_u32(req, "competency"), TOLD_SINCE(req->now));
		see(req, "anmodet");
	} else
		explain(req, who, APPROVAL_REQUESTED, "anmodet");
}

void
withdraw(struct request *req, const struct subject *who, const struct form *form)
{
	(void)form;
	if (approval_withdraw(req->db, who, path_u32(req, "competency")) == DB_ONE)
		see(req, "trukket");
	else
		explain(req, who, APPROVAL_WITHDRAWN, "trukket");
}

void
ask_change(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t rating = form_u32(form, "rating", 0), latest = form_u32(form, "anmodning", 0);
	const char *words = form_text(form, "words", WORDS_MOST);

	if (rating > RATING_MOST)
		form_refuse(form, "rating", "Vælg et tal fra 1 til 5, eller lad være.");
	if (form_wrong(form))
		competency_show(req, who, form, 422);
	else if (approval_change(req->db, who, path_u32(req, "competency"), latest,
	             rating == 0 ? NULL : &rating, words[0] == '\0' ? NULL : words) == DB_ONE)
		see(req, "rettet");
	else
		explain(req, who, APPROVAL_REQUESTED, "rettet");
}
