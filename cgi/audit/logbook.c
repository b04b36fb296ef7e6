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
	range_researches(db, after, r->upto, &r->researches, &r->nresearches);
	range_decisions(db, after, r->upto, &r->decisions, &r->ndecisions);
	range_now(db, after, r->upto, &r->now, &r->nnow);
	range_research_now(db, after, r->upto, &r->research_now, &r->nresearch_now);
	range_resets(db, after, r->upto, &r->resets, &r->nresets);
	range_file_checks(db, after, r->upto, &r->file_checks, &r->nfile_checks);
	range_attestations(db, after, r->upto, &r->attestations, &r->nattestations);
	range_attested(db, after, r->upto, &r->attested, &r->nattested);
	range_cards(db, after, r->upto, &r->cards, &r->ncards);
	range_cards_now(db, after, r->upto, &r->cards_now, &r->ncards_now);
	range_courses(db, after, r->upto, &r->courses, &r->ncourses);
	range_courses_now(db, after, r->upto, &r->courses_now, &r->ncourses_now);
	range_plans(db, after, r->upto, &r->plans, &r->nplans);
	range_plan_now(db, after, r->upto, &r->plan_now, &r->nplan_now);
	range_employments(db, after, r->upto, &r->employments, &r->nemployments);
	range_submissions(db, after, r->upto, &r->submissions, &r->nsubmissions);
	range_submission_now(db, after, r->upto, &r->submission_now, &r->nsubmission_now);
	r->room = arena_array(db_arena(db),
	    r->napprovals + r->nmerits + r->nresets + r->nfile_checks + r->ncards +
	        r->nattestations + r->ncourses + r->nresearches + r->ndecisions + r->nplans +
	        r->nsubmissions + r->nemployments,
	    sizeof *r->room);
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

/* Everything chained of the doctor as rows, in the room of the range. */
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
	for (size_t i = 0; i < l->nresearches; i++)
		l->rows[n++] = (struct chained){ CHAIN_RESEARCH, l->researches[i].id,
			&l->researches[i], l->researches[i].hides, false };
	for (size_t i = 0; i < l->ndecisions; i++)
		l->rows[n++] = (struct chained){ CHAIN_DECISION, l->decisions[i].id,
			&l->decisions[i], l->decisions[i].hides, false };
	for (size_t i = 0; i < l->nresets; i++)
		l->rows[n++] = (struct chained){ CHAIN_RESET, l->resets[i].id, &l->resets[i],
			l->resets[i].hides, false };
	for (size_t i = 0; i < l->nfile_checks; i++)
		l->rows[n++] = (struct chained){ CHAIN_FILE_CHECK, l->file_checks[i].id,
			&l->file_checks[i], l->file_checks[i].hides, false };
	for (size_t i = 0; i < l->ncards; i++)
		l->rows[n++] = (struct chained){ CHAIN_CARD, l->cards[i].id, &l->cards[i],
			l->cards[i].hides, false };
	for (size_t i = 0; i < l->nattestations; i++)
		l->rows[n++] = (struct chained){ CHAIN_ATTESTATION, l->attestations[i].id,
			&l->attestations[i], l->attestations[i].hides, false };
	for (size_t i = 0; i < l->ncourses; i++)
		l->rows[n++] = (struct chained){ CHAIN_COURSE_RECORD, l->courses[i].id,
			&l->courses[i], l->courses[i].hides, false };
	for (size_t i = 0; i < l->nplans; i++)
		l->rows[n++] = (struct chained){ CHAIN_PLAN, l->plans[i].id, &l->plans[i],
			l->plans[i].hides, false };
	for (size_t i = 0; i < l->nsubmissions; i++)
		l->rows[n++] = (struct chained){ CHAIN_SUBMISSION_STEP, l->submissions[i].id,
			&l->submissions[i], l->submissions[i].hides, false };
	for (size_t i = 0; i < l->nemployments; i++)
		l->rows[n++] = (struct chained){ CHAIN_EMPLOYMENT_SIGNED, l->employments[i].id,
			&l->employments[i], l->employments[i].hides, false };
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
	if (r->nresearches > 0)
		at_most(&least, r->researches->doctor);
	if (r->ndecisions > 0)
		at_most(&least, r->decisions->doctor);
	if (r->nplans > 0)
		at_most(&least, r->plans->doctor);
	if (r->nemployments > 0)
		at_most(&least, r->employments->doctor);
	if (r->nplan_now > 0)
		at_most(&least, r->plan_now->doctor);
	if (r->nsubmissions > 0)
		at_most(&least, r->submissions->doctor);
	if (r->nsubmission_now > 0)
		at_most(&least, r->submission_now->doctor);
	if (r->nnow > 0)
		at_most(&least, r->now->doctor);
	if (r->nresearch_now > 0)
		at_most(&least, r->research_now->doctor);
	if (r->nresets > 0)
		at_most(&least, r->resets->doctor);
	if (r->nfile_checks > 0)
		at_most(&least, r->file_checks->doctor);
	if (r->ncards > 0)
		at_most(&least, r->cards->doctor);
	if (r->ncourses > 0)
		at_most(&least, r->courses->doctor);
	if (r->ncourses_now > 0)
		at_most(&least, r->courses_now->doctor);
	if (r->ncards_now > 0)
		at_most(&least, r->cards_now->doctor);
	if (r->nattestations > 0)
		at_most(&least, r->attestations->doctor);
	if (r->nattested > 0)
		at_most(&least, r->attested->doctor);
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
	TAKE(researches, nresearches)
	TAKE(decisions, ndecisions)
	TAKE(plans, nplans)
	TAKE(plan_now, nplan_now)
	TAKE(submissions, nsubmissions)
	TAKE(submission_now, nsubmission_now)
	TAKE(employments, nemployments)
	TAKE(now, nnow)
	TAKE(research_now, nresearch_now)
	TAKE(resets, nresets)
	TAKE(file_checks, nfile_checks)
	TAKE(cards, ncards)
	TAKE(cards_now, ncards_now)
	TAKE(courses, ncourses)
	TAKE(courses_now, ncourses_now)
	TAKE(attestations, nattestations)
	TAKE(attested, nattested)
	rows_gather(r, l);
	return true;
}

bool
head_is_bare(const struct range_heads *head)
{
	static const unsigned char zero[HASH_BYTES];

	return head->n == 0 && head->hash.n == HASH_BYTES && head->seal.n == HASH_BYTES &&
	    memcmp(head->hash.at, zero, HASH_BYTES) == 0 &&
	    memcmp(head->seal.at, zero, HASH_BYTES) == 0;
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

/* The hash of a row of that type, as if its id were id. */
#define HASH_AS(type) \
	do { \
		struct type row_ = *(const struct type *)c->row; \
\
		row_.id = id; \
		return chain_hash(doctor, n, c->kind, before, CHAINED(type##_columns), &row_); \
	} while (0)

struct hash
row_hash(
    uint32_t doctor, uint32_t n, const struct hash *before, const struct chained *c, uint32_t id)
{
	switch (c->kind) {
	case CHAIN_APPROVAL:
		HASH_AS(range_approvals);
	case CHAIN_MERIT:
		HASH_AS(range_merits);
	case CHAIN_RESEARCH:
		HASH_AS(range_researches);
	case CHAIN_DECISION:
		HASH_AS(range_decisions);
	case CHAIN_RESET:
		HASH_AS(range_resets);
	case CHAIN_FILE_CHECK:
		HASH_AS(range_file_checks);
	case CHAIN_CARD:
		HASH_AS(range_cards);
	case CHAIN_ATTESTATION:
		HASH_AS(range_attestations);
	case CHAIN_COURSE_RECORD:
		HASH_AS(range_courses);
	case CHAIN_PLAN:
		HASH_AS(range_plans);
	case CHAIN_SUBMISSION_STEP:
		HASH_AS(range_submissions);
	case CHAIN_EMPLOYMENT_SIGNED:
		HASH_AS(range_employments);
	}
	return (struct hash){ { 0 } };
}
