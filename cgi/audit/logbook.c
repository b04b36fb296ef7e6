/* SPDX-License-Identifier: MPL-2.0 */
#include "logbook.h"

#include <stdlib.h>
#include <string.h>

bool
range_read(struct db *db, uint32_t after, struct range *r)
{
	struct range_end end = { 0 };

	*r = (struct range){ 0 };
	if (range_end(db, after, &end) != DB_ONE)
		return false;
	r->upto = end.upto;
	range_heads(db, after, r->upto, &r->heads, &r->nheads);
	range_links(db, after, r->upto, &r->links, &r->nlinks);
	range_approvals(db, after, r->upto, &r->approvals, &r->napprovals);
	range_merits(db, after, r->upto, &r->merits, &r->nmerits);
	range_plans(db, after, r->upto, &r->plans, &r->nplans);
	range_plan_now(db, after, r->upto, &r->plan_now, &r->nplan_now);
	range_now(db, after, r->upto, &r->now, &r->nnow);
	r->room =
	    arena_array(db_arena(db), r->napprovals + r->nmerits + r->nplans, sizeof *r->room);
	return db_failed(db) == DB_ONE;
}

static int
by_kind_and_id(const void *a, const void *b)
{
	const struct chained *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* The approvals, merits and plans of the doctor as rows, in the room of the range. */
static void
rows_gather(struct range *r, struct logbook *l)
{
	size_t n = 0;

	l->rows = r->room;
	for (size_t i = 0; i < l->napprovals; i++)
		l->rows[n++] = (struct chained){ CHAIN_APPROVAL, l->approvals[i].id,
			&l->approvals[i], l->approvals[i].hides, false };
	for (size_t i = 0; i < l->nmerits; i++)
		l->rows[n++] = (struct chained){ CHAIN_MERIT, l->merits[i].id, &l->merits[i],
			l->merits[i].hides, false };
	for (size_t i = 0; i < l->nplans; i++)
		l->rows[n++] = (struct chained){ CHAIN_PLAN, l->plans[i].id, &l->plans[i],
			l->plans[i].hides, false };
	if (n > 1)
		qsort(l->rows, n, sizeof *l->rows, by_kind_and_id);
	l->nrows = n;
	r->room += n;
}

static void
at_most(uint32_t *least, uint32_t doctor)
{
	if (*least == 0 || doctor < *least)
		*least = doctor;
}

/* The first doctor that has something in what is left of the range; 0 for none. */
static uint32_t
first_doctor(const struct range *r)
{
	uint32_t least = 0;

	if (r->nheads > 0)
		at_most(&least, r->heads->doctor);
	if (r->nlinks > 0)
		at_most(&least, r->links->doctor);
	if (r->napprovals > 0)
		at_most(&least, r->approvals->doctor);
	if (r->nmerits > 0)
		at_most(&least, r->merits->doctor);
	if (r->nplans > 0)
		at_most(&least, r->plans->doctor);
	if (r->nplan_now > 0)
		at_most(&least, r->plan_now->doctor);
	if (r->nnow > 0)
		at_most(&least, r->now->doctor);
	return least;
}

/* Takes from the front of a list what is of that doctor. */
#define TAKE(what, n_) \
	for (l->what = r->what; r->n_ > 0 && r->what->doctor == l->doctor; l->n_++) { \
		r->what++; \
		r->n_--; \
	}

bool
range_next(struct range *r, uint32_t also, struct logbook *l)
{
	*l = (struct logbook){ .doctor = first_doctor(r) };
	if (also != 0)
		at_most(&l->doctor, also);
	if (l->doctor == 0)
		return false;
	if (r->nheads > 0 && r->heads->doctor == l->doctor) {
		l->head = r->heads++;
		r->nheads--;
	}
	TAKE(links, nlinks)
	TAKE(approvals, napprovals)
	TAKE(merits, nmerits)
	TAKE(plans, nplans)
	TAKE(plan_now, nplan_now)
	TAKE(now, nnow)
	rows_gather(r, l);
	return true;
}

struct chained *
row_find(const struct logbook *l, enum chain_kind kind, uint32_t id)
{
	const struct chained key = { .kind = kind, .id = id };

	if (l->nrows == 0)
		return NULL;
	return bsearch(&key, l->rows, l->nrows, sizeof key, by_kind_and_id);
}

/* All but the last column, which is the verifier's own. */
#define CHAINED(c) (c), sizeof(c) / sizeof((c)[0]) - 1

struct hash
row_hash(
    uint32_t doctor, uint32_t n, const struct hash *before, const struct chained *c, uint32_t id)
{
	struct range_approvals approval;
	struct range_merits merit;
	struct range_plans plan;

	if (c->kind == CHAIN_APPROVAL) {
		approval = *(const struct range_approvals *)c->row;
		approval.id = id;
		return chain_hash(
		    doctor, n, c->kind, before, CHAINED(range_approvals_columns), &approval);
	}
	if (c->kind == CHAIN_PLAN) {
		plan = *(const struct range_plans *)c->row;
		plan.id = id;
		return chain_hash(doctor, n, c->kind, before, CHAINED(range_plans_columns), &plan);
	}
	merit = *(const struct range_merits *)c->row;
	merit.id = id;
	return chain_hash(doctor, n, c->kind, before, CHAINED(range_merits_columns), &merit);
}
