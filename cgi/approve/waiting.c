/* SPDX-License-Identifier: MPL-2.0
 *
 * The queue: what doctors have asked.  It shows their own words, so each of them is recorded
 * as looked into.  Several are approved at once; one that is unticked is left where it is.
 */
#include "approve.h"
#include "tell.h"

#include <string.h>

enum { A_PAGE = 50 };

static struct waiting_request
row_of(struct request *req, const struct subject *who, const struct form *form, bool all,
    const struct requests_waiting *r)
{
	struct arena *a = req->arena;
	bool may = approval_may_be_given(r->approver_rule, subject_role(who));

	return (struct waiting_request){
		.id = r->id,
		.number = r->number,
		.title = r->title,
		.rating = r->has_rating ? r->rating : 0,
		.words = markup_of_lines(a, r->words),
		.has_words = r->words != NULL,
		.at = moment_day(r->at),
		.see = url_of(a, "/vejleder/anmodninger/%u", r->id),
		.may = may && r->lacks == NULL,
		.who_must = may ? NULL : approval_who_must(r->approver_rule),
		.lacks = r->lacks,
		.ticked = all || form_has(form, "a", arena_format(a, "%u", r->id)),
	};
}

/* The doctor's place in the view, in the order of their oldest request. */
static struct waiting_doctor *
doctor_of(struct waiting_view *v, struct waiting_doctor *doctors, uint32_t *ids,
    const struct requests_waiting *r)
{
	for (size_t i = 0; i < v->n; i++)
		if (ids[i] == r->doctor)
			return &doctors[i];
	ids[v->n] = r->doctor;
	doctors[v->n].name = r->doctor_name;
	return &doctors[v->n++];
}

static void
fill(struct request *req, const struct subject *who, const struct form *form,
    const struct requests_waiting *rows, struct waiting_view *v)
{
	struct waiting_doctor *doctors = arena_array(req->arena, v->requests, sizeof *doctors);
	uint32_t *ids = arena_array(req->arena, v->requests, sizeof *ids);

	for (size_t i = 0; i < v->requests; i++) {
		struct waiting_doctor *d = doctor_of(v, doctors, ids, &rows[i]);
		struct waiting_request *list;

		looked_into(req, rows[i].doctor);
		if (d->n == 0)
			d->requests = arena_array(req->arena, v->requests, sizeof *list);
		list = (struct waiting_request *)(uintptr_t)d->requests;
		list[d->n++] = row_of(req, who, form, v->all_ticked, &rows[i]);
	}
	v->doctors = doctors;
}

/* What was just done, said once. */
static const char *
notice(struct request *req)
{
	uint32_t done = query_u32(req, "antal", 0), late = query_u32(req, "svaret", 0);

	if (done == 0 && late == 0)
		return notice_of(req, "godkendt", "Kompetencen er godkendt.", "returneret",
		    "Anmodningen er sendt tilbage til lægen.", "delvis",
		    "En del af kompetencen er godkendt.", NULL);
	return arena_format(req->arena, "%u %s godkendt.%s", done,
	    done == 1 ? "kompetence er" : "kompetencer er",
	    late == 0
	        ? ""
	        : arena_format(req->arena,
	              " %u var allerede besvaret, trukket tilbage eller mangler kort.", late));
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct url at = url_local(a, "/vejleder/anmodninger");
	struct waiting_view v = { .head = head_of(req, who, "Anmodninger"),
		.at = at,
		.none = at,
		.all = url_with(a, at, "valg", "alle"),
		.all_ticked = strcmp(query_text(req, "valg"), "alle") == 0,
		.faults = faults_of(a, form) };
	struct requests_waiting *rows;

	if (requests_waiting(req->db, who, 0, A_PAGE + 1, &rows, &v.requests) != DB_ONE)
		v.requests = 0;
	v.more = v.requests > A_PAGE;
	if (v.more)
		v.requests = A_PAGE;
	v.here = approve_here(req, who);
	v.others = queue_of(req, who, &v.head, v.requests);
	v.head.notice = notice(req);
	fill(req, who, form, rows, &v);
	waiting_page(reply_html(req, status), &v);
}

void
waiting(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
approve_many(struct request *req, const struct subject *who, const struct form *form)
{
	struct url at = url_local(req->arena, "/vejleder/anmodninger");
	uint32_t done = 0;
	const uint32_t *ids;
	size_t n;

	ids = form_ids(form, "a", &n);
	if (n == 0)
		form_refuse(form, "a", "Sæt hak ved mindst én anmodning.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	for (size_t i = 0; i < n && i < A_PAGE; i++) {
		struct request_reached r;

		take_turn_of(req, who, ids[i], &r);
		if (approval_decide(req->db, who, ids[i], "APPROVED", NULL) == DB_ONE) {
			answer_tell(req->db, who, ids[i], true, TOLD_SINCE(req->now));
			done++;
		}
	}
	at = url_with(req->arena, at, "antal", arena_format(req->arena, "%u", done));
	reply_see(req,
	    url_with(req->arena, at, "svaret", arena_format(req->arena, "%u", (uint32_t)n - done)));
}
