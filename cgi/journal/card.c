/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own assessment cards: all of them, one of them, taking one back.
 */
#include "card_pages.h"

void
cards(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, subject_id(who));
	struct cards_view v = { .head = head_of(req, who, "Kompetencekort") };
	struct places places = journal_places(req->arena);
	const struct curriculum_list *list;

	if (doctor != NULL && (list = list_asked_for(req, doctor)) != NULL) {
		v.rows = card_rows_of(req, who, doctor->doctor, places.cards, &v.n);
		v.starts = card_starts_of(req, list->id, places.begin, &v.nstarts);
	}
	v.head.notice = notice_of(req, "taget", "Kortet er trukket tilbage.", NULL);
	cards_page(reply_html(req, 200), &v);
}

void
card(struct request *req, const struct subject *who)
{
	uint32_t sheet = path_u32(req, "sheet");
	struct own_card_view v = { .list = url_local(req->arena, "/logbog/kort") };

	v.card = card_view_of(req, who, subject_id(who), sheet);
	if (v.card == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.head = head_of(req, who, arena_format(req->arena, "%s %s", v.card->code, v.card->title));
	v.head.notice = notice_of(req, "gemt", "Kortet er gemt som kladde.", "sendt",
	    "Kortet er sendt til vurdering.", "taget", "Kortet er trukket tilbage.", NULL);
	v.may_write = card_may_be_written(v.card->state);
	v.may_take_back = card_may_be_taken_back(v.card->state);
	v.write = url_of(req->arena, "/logbog/kort/%u/skriv", sheet);
	v.take_back = url_of(req->arena, "/logbog/kort/%u/fortryd", sheet);
	own_card_page(reply_html(req, 200), &v);
}

void
card_see(struct request *req, uint32_t sheet, const char *word)
{
	struct url at = url_of(req->arena, "/logbog/kort/%u", sheet);

	reply_see(req, url_with(req->arena, at, "besked", word));
}

void
card_taken(struct request *req, const struct subject *who, uint32_t sheet, enum card_state wanted,
    const char *word)
{
	const struct card_view *v = card_view_of(req, who, subject_id(who), sheet);

	if (v == NULL)
		answer_not_found(req, who);
	else if (v->state == wanted)
		card_see(req, sheet, word);
	else
		answer_error(req, who, 409, "Kortet kunne ikke ændres",
		    arena_format(req->arena,
		        "Kortet er nu: %s. Gå til kortet for at se, hvad der er sket.",
		        v->state_title));
}

void
card_undo(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t sheet = path_u32(req, "sheet");

	(void)form;
	if (card_take_back(req->db, who, sheet) == DB_ONE)
		card_see(req, sheet, "taget");
	else
		card_taken(req, who, sheet, CARD_WITHDRAWN, "taget");
}
