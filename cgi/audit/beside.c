/* SPDX-License-Identifier: MPL-2.0 */
#include "beside.h"

#include <string.h>

#include "say.h"

/* --- letters ---------------------------------------------------------------------------- */

static bool
is_hash_of(struct bytes hash, struct bytes of)
{
	const struct hash h = hash_sha256(of.at, of.n);

	return hash.n == sizeof h.bytes && memcmp(hash.at, h.bytes, sizeof h.bytes) == 0;
}

/* A file that a row names, with the hash that the chain holds of it. */
struct paper {
	uint32_t doctor, row, file;
	struct bytes sha256;
	const char *of, *called; /* "merit", "its letter" */
};

/* What is wrong with the file; NULL when nothing. */
static const char *
paper_fault(const struct paper *p, const struct letter_bytes *f)
{
	if (f->bytes.at == NULL)
		return "its bytes were removed";
	if (p->sha256.n != f->content.n || memcmp(p->sha256.at, f->content.at, f->content.n) != 0)
		return "other bytes were put in its place";
	if (!is_hash_of(p->sha256, f->bytes))
		return "its bytes were altered";
	if (f->doctor != p->doctor)
		return "it was given to another doctor";
	if (f->size != f->bytes.n)
		return "its size was altered";
	return NULL;
}

static bool
paper_holds(struct db *db, const struct paper *p)
{
	struct letter_bytes file = { 0 };
	const char *fault = "it was removed";

	if (letter_bytes(db, p->file, &file) == DB_ONE)
		fault = paper_fault(p, &file);
	else if (db_failed(db) != DB_ONE)
		return true; /* nothing can be said; whoever asked asks db_failed() */
	if (fault != NULL)
		say(p->doctor, "%s %u, %s (file %u): %s", p->of, p->row, p->called, p->file, fault);
	return fault == NULL;
}

static bool
letters_of_merits(struct db *db, struct arena *room, const struct logbook *l, uint64_t *letters)
{
	bool ok = true;

	for (size_t i = 0; i < l->nmerits && ok; i++) {
		const struct range_merits *m = &l->merits[i];

		if (!m->has_letter)
			continue;
		ok = paper_holds(db,
		    &(struct paper){
		        m->doctor, m->id, m->letter, m->letter_sha256, "merit", "its letter" });
		arena_reset(room);
		++*letters;
	}
	return ok;
}

static bool
files_of_plans(struct db *db, struct arena *room, const struct logbook *l, uint64_t *letters)
{
	bool ok = true;

	for (size_t i = 0; i < l->nplans && ok; i++) {
		const struct range_plans *p = &l->plans[i];

		if (!p->has_file)
			continue;
		ok = paper_holds(db,
		    &(struct paper){
		        p->doctor, p->id, p->file, p->file_sha256, "plan", "its file" });
		arena_reset(room);
		++*letters;
	}
	return ok;
}

bool
letters_hold(struct db *db, struct arena *room, const struct logbook *l, uint64_t *letters)
{
	struct arena *was = db_arena(db);
	bool ok;

	db_use(db, room);
	ok = letters_of_merits(db, room, l, letters) && files_of_plans(db, room, l, letters);
	db_use(db, was);
	return ok;
}

/* --- latest rows ------------------------------------------------------------------------ */

static bool
is_now(const struct range_now *n, const struct range_approvals *a)
{
	return n->approval == a->id && n->step == a->step && strcmp(n->status, a->status) == 0 &&
	    strcmp(n->kind, a->kind) == 0 && n->at.s == a->at.s &&
	    n->has_org_unit == a->has_org_unit &&
	    (!n->has_org_unit || n->org_unit == a->org_unit) && n->has_merit == a->has_merit &&
	    (!n->has_merit || n->merit == a->merit) && strcmp(n->by_name, a->by_name) == 0 &&
	    strcmp(n->as_role, a->as_role) == 0 && strcmp(n->place, a->place) == 0;
}

static bool
is_last_of_story(const struct logbook *l, size_t i)
{
	return i + 1 == l->napprovals ||
	    l->approvals[i + 1].competency != l->approvals[i].competency;
}

bool
now_holds(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->napprovals; i++) {
		const struct range_approvals *a = &l->approvals[i];

		if (!is_last_of_story(l, i))
			continue;
		if (k == l->nnow || l->now[k].competency > a->competency) {
			say(l->doctor, "approval_now of competency %u was removed (approval %u)",
			    a->competency, a->id);
			return false;
		}
		if (l->now[k].competency < a->competency)
			break;
		if (!is_now(&l->now[k], a)) {
			say(l->doctor,
			    "approval_now of competency %u is not its last row, approval %u",
			    a->competency, a->id);
			return false;
		}
		k++;
	}
	if (k == l->nnow)
		return true;
	say(l->doctor, "approval_now of competency %u has no story (inserted)",
	    l->now[k].competency);
	return false;
}

/* What the trigger keeps of the plan that ends with row i; the rows before it are of the same plan
 * as long as the element is. */
static struct range_plan_now
plan_stands(const struct logbook *l, size_t i)
{
	const struct range_plans *last = &l->plans[i];
	struct range_plan_now n = { .element = last->element,
		.plan = last->id,
		.step = last->step,
		.status = last->status,
		.at = last->at };

	for (size_t k = i + 1; k > 0 && l->plans[k - 1].element == last->element; k--) {
		const struct range_plans *p = &l->plans[k - 1];

		if (n.sent == 0 && !p->has_answers) {
			n.sent = p->id;
			n.sent_at = p->at;
		}
		if (!n.has_approved && strcmp(p->status, "APPROVED") == 0) {
			n.has_approved = true;
			n.approved = p->answers;
		}
	}
	return n;
}

static bool
is_plan_now(const struct range_plan_now *a, const struct range_plan_now *b)
{
	return a->element == b->element && a->plan == b->plan && a->step == b->step &&
	    strcmp(a->status, b->status) == 0 && a->sent == b->sent &&
	    a->sent_at.s == b->sent_at.s && a->has_approved == b->has_approved &&
	    (!a->has_approved || a->approved == b->approved) && a->at.s == b->at.s;
}

bool
plans_now_hold(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->nplans; i++) {
		struct range_plan_now n;

		if (i + 1 < l->nplans && l->plans[i + 1].element == l->plans[i].element)
			continue;
		n = plan_stands(l, i);
		if (k == l->nplan_now || !is_plan_now(&l->plan_now[k], &n)) {
			say(l->doctor, "plan_now of element %u is not what its rows say (plan %u)",
			    n.element, n.plan);
			return false;
		}
		k++;
	}
	if (k < l->nplan_now)
		say(l->doctor, "plan_now of element %u has no story (inserted)",
		    l->plan_now[k].element);
	return k == l->nplan_now;
}
