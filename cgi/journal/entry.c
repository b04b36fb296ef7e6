/* SPDX-License-Identifier: MPL-2.0
 *
 * What the doctor writes down towards a goal (R-KOM-02): so many, that day; and taking it out again
 * while the goal is not approved.
 */
#include "card_pages.h"
#include "chain.h"

static void
see_goal(struct request *req, uint32_t competency, const char *word)
{
	struct url at = url_of(req->arena, "/logbog/kompetencer/%u", competency);

	reply_see(req, url_with(req->arena, at, "besked", word));
}

/* The method that is written down, by its place in the form; NULL for none. */
static const char *
method_of(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t i = form_u32(form, "metode", 0);
	struct card_needs *rows;
	size_t n;

	if (card_needs(req->db, who, subject_id(who), path_u32(req, "competency"), &rows, &n) !=
	    DB_ONE)
		return NULL;
	if (i == 0 || i > n || rows[i - 1].by_card)
		form_refuse(form, "metode", "Vælg, hvad du har gjort.");
	return i == 0 || i > n ? NULL : rows[i - 1].method;
}

void
entry_put(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t competency = path_u32(req, "competency"), number = form_u32(form, "antal", 0);
	const char *words = form_text(form, "bemaerkning", CARD_ENTRY_WORDS);
	const char *method = method_of(req, who, form);
	struct day on = card_day_read(req, form, (struct day){ 0 });
	struct bytes once;

	if (number < 1 || number > 500)
		form_refuse(form, "antal", "Skriv et tal fra 1 til 500.");
	if (!card_once_read(req, form, &once))
		form_refuse(
		    form, "antal", "Formularen er ikke hel. Genindlæs siden, og prøv igen.");
	if (form_wrong(form)) {
		competency_show(req, who, form, 422);
		return;
	}
	switch (card_entry_put(
	    req->db, who, competency, method, on, number, words[0] == '\0' ? NULL : words, once)) {
	case DB_ONE:
	case DB_TAKEN:
		see_goal(req, competency, "skrevet");
		return;
	case DB_NONE:
		answer_error(req, who, 409, "Det kunne ikke skrives op",
		    "Datoen ligger før uddannelsesforløbet, eller kompetencen hører ikke til din målbeskrivelse. Gå tilbage, og ret det.");
		return;
	case DB_AGAIN:
	case DB_DOWN:
		return;
	}
}

void
entry_out(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t entry = path_u32(req, "entry");
	struct card_entry_goal row = { 0 };

	(void)form;
	chain_take(req->db, subject_id(who)); /* nobody approves the goal meanwhile */
	if (card_entry_goal(req->db, who, entry, &row) != DB_ONE)
		answer_not_found(req, who);
	else if (row.out || card_entry_out(req->db, who, entry) == DB_ONE)
		see_goal(req, row.competency, "slettet");
	else
		answer_error(req, who, 409, "Det kan ikke tages ud",
		    "Kompetencen er godkendt, så det, den bygger på, bliver stående.");
}
