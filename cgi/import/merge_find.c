/* SPDX-License-Identifier: MPL-2.0
 *
 * Sammenlæg, the first two steps (R-BRU-05): who has the replacement number, and who has the
 * real one.  Both are searched for by name or by CPR number; the search is a POST, for what is
 * typed may be a number.
 */
#include "audit.h"
#include "merge.h"
#include "secret.h"
#include "words.h"

enum { SHOWN_MOST = 25 };

/* The page of the first step, or, with the first found, of the second. */
static struct merge_find_view
view_of(struct request *req, const struct subject *who, const struct merge_side *first,
    const struct form *form)
{
	struct merge_find_view v = { .frame = frame_of(req, who, "Sammenlæg"),
		.second = first != NULL,
		.back = url_local(req->arena, "/import/sammenlaeg") };

	v.search = (struct search){ .at = v.back,
		.field = field_of(form, "q",
		    first == NULL ? "Søg efter den med erstatningspersonnummer"
		                  : "Søg efter den med det rigtige CPR-nummer",
		    "En del af navnet, eller hele CPR-nummeret") };
	if (first == NULL)
		return v;
	v.search.at = url_of(req->arena, "/import/sammenlaeg/%u", first->id);
	v.first_name = first->name;
	v.first_cpr = cpr_masked(req->arena, first->born, first->replacement);
	return v;
}

static void
show(struct request *req, struct merge_find_view *v, unsigned status)
{
	v->search.head = &v->frame.head;
	merge_find_page(reply_html(req, status), v);
}

static struct merge_row
row_of(struct request *req, const struct merge_find_view *v, const struct merge_found *p)
{
	return (struct merge_row){ url_below(req->arena, v->search.at, p->id), p->name, p->email,
		cpr_masked(req->arena, p->born, p->replacement) };
}

static void
find_by_name(
    struct request *req, const struct subject *who, const char *typed, struct merge_find_view *v)
{
	struct words p = words_typed(req->arena, "", typed);
	struct merge_found *found;
	struct merge_row *rows;

	if (p.n == 0 ||
	    merge_found(req->db, who, !v->second, p.like[0], p.like[1], p.like[2], p.like[3],
	        SHOWN_MOST + 1, &found, &v->n) != DB_ONE)
		return;
	v->more = v->n > SHOWN_MOST;
	v->n -= v->more;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = row_of(req, v, &found[i]);
	v->rows = rows;
}

static void
find_by_cpr(struct request *req, const struct subject *who, const struct cpr *cpr,
    const struct form *form, struct merge_find_view *v)
{
	struct hash find = hash_keyed(KEY_CPR_FIND, cpr->digits, 10);
	struct merge_row *row = arena_take(req->arena, sizeof *row);
	struct merge_by_cpr p = { 0 };

	if (cpr->replacement == v->second) {
		form_refuse(form, "q",
		    v->second
		        ? "Det er et erstatningspersonnummer. Skriv det rigtige CPR-nummer."
		        : "Det er et rigtigt CPR-nummer. Skriv erstatningspersonnummeret; det "
		          "begynder med en dag fra 61 til 91.");
		return;
	}
	merge_by_cpr(req->db, who, hash_bytes(&find), &p);
	audit(req->db, who, "search by cpr", "person", p.id, "");
	if (p.id == 0)
		return;
	*row = (struct merge_row){ url_below(req->arena, v->search.at, p.id), p.name, p.email,
		cpr_masked(req->arena, p.born, p.replacement) };
	v->rows = row;
	v->n = 1;
}

static void
search(struct request *req, const struct subject *who, const struct merge_side *first,
    const struct form *form)
{
	struct merge_find_view v = view_of(req, who, first, form);
	struct cpr cpr;

	switch (typed_of(form, "q", &cpr)) {
	case TYPED_NAME:
		find_by_name(req, who, form_line(form, "q", TYPED_MOST), &v);
		v.asked = true;
		break;
	case TYPED_CPR:
		find_by_cpr(req, who, &cpr, form, &v);
		v.asked = !form_wrong(form);
		break;
	case TYPED_NOTHING:
	case TYPED_WRONG:
		break;
	}
	v.search.field.fault = form_fault(form, "q");
	show(req, &v, form_wrong(form) ? 422 : 200);
}

void
merge_first(struct request *req, const struct subject *who)
{
	struct merge_find_view v = view_of(req, who, NULL, NULL);

	show(req, &v, 200);
}

void
merge_first_search(struct request *req, const struct subject *who, const struct form *form)
{
	search(req, who, NULL, form);
}

/* Whoever is named in the address must be somebody of the region with a replacement number. */
static bool
first_of(struct request *req, const struct subject *who, struct merge_side *first)
{
	if (merge_side(req->db, who, path_u32(req, "replacement"), first) == DB_ONE &&
	    first->replacement)
		return true;
	answer_not_found(req, who);
	return false;
}

void
merge_second(struct request *req, const struct subject *who)
{
	struct merge_side first = { 0 };
	struct merge_find_view v;

	if (!first_of(req, who, &first))
		return;
	v = view_of(req, who, &first, NULL);
	show(req, &v, 200);
}

void
merge_second_search(struct request *req, const struct subject *who, const struct form *form)
{
	struct merge_side first = { 0 };

	if (first_of(req, who, &first))
		search(req, who, &first, form);
}
