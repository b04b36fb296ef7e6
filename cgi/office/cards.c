/* SPDX-License-Identifier: MPL-2.0
 *
 * The assessment cards of a doctor of the region, to be read: the secretariat answers none, and sees no
 * draft (R-KOM-08).
 */
#include "cards.h"
#include "office.h"

void
doctor_cards(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_cards_view v = { 0 };

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Kompetencekort: %s", doctor->name));
	v.person = url_of(req->arena, "/sekretariat/brugere/%u", doctor->doctor);
	v.name = doctor->name;
	v.rows = card_rows_of(
	    req, who, doctor->doctor, office_places(req->arena, doctor->doctor).cards, &v.n);
	doctor_cards_page(reply_html(req, 200), &v);
}

void
doctor_card(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_card_view v = { 0 };

	if (doctor != NULL)
		v.card = card_view_of(req, who, doctor->doctor, path_u32(req, "sheet"));
	if (v.card == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "%s %s", v.card->code, v.card->title));
	v.list = office_places(req->arena, doctor->doctor).cards;
	v.name = doctor->name;
	doctor_card_page(reply_html(req, 200), &v);
}
