/* SPDX-License-Identifier: MPL-2.0
 *
 * Attestationer: both of each element, what they lack, asking for them and taking it back.
 */
#include "attest.h"
#include "tell.h"

static void
offer(struct request *req, const struct attest_element *e, struct attest_line *l)
{
	struct arena *a = req->arena;
	bool begun = day_compare(req->today, e->row->since) >= 0,
	     over = day_compare(req->today, e->row->until) >= 0;
	bool open = !e->row->gone && attestation_may_be_asked(l->state);

	l->may_ask = open && begun && l->bar == NULL;
	l->may_withdraw = attestation_may_be_withdrawn(l->state);
	l->may_paper = open && over && l->kind == attest_kind_name(ATTEST_TIME);
	l->ask = url_of(a, "/logbog/attestationer/%u/anmod", e->row->element);
	l->withdraw = url_of(a, "/logbog/attestationer/%u/fortryd", e->row->element);
	l->paper = url_of(a, "/logbog/attestationer/%u/papir", e->row->element);
}

static const struct attest_element *
with_forms(struct request *req, const struct attest_list *list, bool *any)
{
	struct attest_element *rows = arena_array(req->arena, list->n, sizeof *rows);

	for (size_t i = 0; i < list->n; i++) {
		rows[i] = list->elements[i];
		for (enum attest_kind k = 0; k < ATTEST_KINDS; k++) {
			offer(req, &rows[i], &rows[i].lines[k]);
			*any |= rows[i].lines[k].stands;
		}
	}
	return rows;
}

void
attest(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	struct attest_places places = { url_local(a, "/logbog/attestationer/fil"), PRINTS_OWN };
	struct attest_view v = { .head = head_of(req, who, "Attestationer") };
	struct attest_list list;

	if (!attestations_of(req, who, subject_id(who), 0,
	        training_of(req->db, who, subject_id(who)), &places, &list))
		return;
	v.head.notice = notice_of(req, "anmodet", "Du har anmodet om attestation.", "trukket",
	    "Anmodningen er trukket tilbage.", "papir",
	    "Papirattestationen er sendt. Din nuværende UAO eller tutorlæge skal verificere den.",
	    NULL);
	v.elements = with_forms(req, &list, &v.may_print);
	v.n = list.n;
	v.pdf = url_local(a, "/udskrift/attestationer.pdf");
	v.xlsx = url_local(a, "/udskrift/attestationer.xlsx");
	v.json = url_local(a, "/udskrift/attestationer.json");
	attest_page(reply_html(req, 200), &v);
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/logbog/attestationer"), "besked", word));
}

/* The line of the form's kind as it is now; NULL where the element is none of the doctor's. */
static const struct attest_line *
line_now(struct request *req, const struct subject *who, enum attest_kind k)
{
	struct attest_places none = { .prints = PRINTS_NONE };
	struct attest_list list;

	if (path_u32(req, "element") == 0 ||
	    !attestations_of(req, who, subject_id(who), path_u32(req, "element"),
	        training_of(req->db, who, subject_id(who)), &none, &list) ||
	    list.n == 0)
		return NULL;
	return &list.elements[0].lines[k];
}

/* Nothing was added.  A double click has already done it; otherwise somebody was faster, or it
 * cannot be asked for now. */
static void
explain(struct request *req, const struct subject *who, const struct attest_line *l,
    enum attestation_state wanted, const char *word)
{
	if (l->state == wanted)
		see(req, word);
	else
		answer_error(req, who, 409, "Det kunne ikke gøres",
		    arena_format(req->arena, "%s: %s. %s Gå tilbage til Attestationer.", l->heading,
		        l->title, l->bar == NULL ? "" : l->bar));
}

void
attest_ask_for(struct request *req, const struct subject *who, const struct form *form)
{
	const char *name = form_choice(form, "slags", "tid", "maal", NULL);
	const struct attest_line *l;
	enum attest_kind k;

	l = line_now(req, who, name == NULL ? ATTEST_TIME : attest_kind_of(name));
	if (l == NULL) {
		answer_not_found(req, who);
		return;
	}
	if (name == NULL) {
		answer_error(req, who, 422, "Vælg en attestation",
		    "Gå tilbage til Attestationer, og brug knappen dér.");
		return;
	}
	k = attest_kind_of(name);
	if (l->bar == NULL &&
	    attest_ask(req->db, who, path_u32(req, "element"), attest_kind_word(k)) == DB_ONE) {
		attest_ask_tell(
		    req->db, who, path_u32(req, "element"), false, TOLD_SINCE(req->now));
		see(req, "anmodet");
	} else
		explain(req, who, l, ATTESTATION_REQUESTED, "anmodet");
}

void
attest_take_back(struct request *req, const struct subject *who, const struct form *form)
{
	const char *name = form_choice(form, "slags", "tid", "maal", NULL);
	enum attest_kind k = name == NULL ? ATTEST_TIME : attest_kind_of(name);
	const struct attest_line *l = line_now(req, who, k);

	if (l == NULL)
		answer_not_found(req, who);
	else if (name != NULL &&
	    attest_withdraw(req->db, who, path_u32(req, "element"), attest_kind_word(k)) == DB_ONE)
		see(req, "trukket");
	else
		explain(req, who, l, ATTESTATION_WITHDRAWN, "trukket");
}

void
attest_scan(struct request *req, const struct subject *who)
{
	struct attest_paper_content row = { 0 };

	if (attest_paper_content(req->db, who, subject_id(who), path_u32(req, "paper"), &row) !=
	    DB_ONE)
		answer_not_found(req, who);
	else
		reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
}
