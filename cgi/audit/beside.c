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

/* A file that a chained row rests on. */
struct resting {
	uint32_t doctor, row, file;
	const char *of, *what; /* "merit", "letter" */
	struct bytes sha256;
};

/* What is wrong with the file; NULL when nothing. */
static const char *
letter_fault(const struct resting *m, const struct letter_bytes *f)
{
	if (f->bytes.at == NULL)
		return "its bytes were removed";
	if (m->sha256.n != f->content.n || memcmp(m->sha256.at, f->content.at, f->content.n) != 0)
		return "other bytes were put in its place";
	if (!is_hash_of(m->sha256, f->bytes))
		return "its bytes were altered";
	if (f->doctor != m->doctor)
		return "it was given to another doctor";
	if (f->size != f->bytes.n)
		return "its size was altered";
	return NULL;
}

static bool
letter_holds(struct db *db, const struct resting *m)
{
	struct letter_bytes letter = { 0 };
	const char *fault = "it was removed";

	if (letter_bytes(db, m->file, &letter) == DB_ONE)
		fault = letter_fault(m, &letter);
	else if (db_failed(db) != DB_ONE)
		return true; /* nothing can be said; whoever asked asks db_failed() */
	if (fault != NULL)
		say(m->doctor, "%s %u, its %s (file %u): %s", m->of, m->row, m->what, m->file,
		    fault);
	return fault == NULL;
}

bool
letters_hold(struct db *db, struct arena *room, const struct logbook *l, uint64_t *letters)
{
	struct arena *was = db_arena(db);
	bool ok = true;

	db_use(db, room);
	for (size_t i = 0; i < l->nmerits && ok; i++) {
		const struct range_merits *m = &l->merits[i];

		if (!m->has_letter)
			continue;
		ok = letter_holds(db,
		    &(struct resting){
		        m->doctor, m->id, m->letter, "merit", "letter", m->letter_sha256 });
		arena_reset(room);
		++*letters;
	}
	for (size_t i = 0; i < l->nplans && ok; i++) {
		const struct range_plans *p = &l->plans[i];

		if (!p->has_file)
			continue;
		ok = letter_holds(db,
		    &(struct resting){ p->doctor, p->id, p->file, "plan", "file", p->file_sha256 });
		arena_reset(room);
		++*letters;
	}
	for (size_t i = 0; i < l->nattestations && ok; i++) {
		const struct range_attestations *t = &l->attestations[i];

		if (!t->has_paper)
			continue;
		ok = letter_holds(db,
		    &(struct resting){
		        t->doctor, t->id, t->paper, "attestation", "original", t->paper_sha256 });
		arena_reset(room);
		++*letters;
	}
	db_use(db, was);
	return ok;
}

/* --- latest rows ------------------------------------------------------------------------ */

static bool
is_now(const struct range_now *n, const struct range_approvals *a)
{
	return n->approval == a->id && n->step == a->step && strcmp(n->status, a->status) == 0 &&
	    strcmp(n->kind, a->kind) == 0 && n->at.s == a->at.s && n->of_list &&
	    n->has_element == a->has_element && (!n->has_element || n->element == a->element) &&
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

static bool
is_attested(const struct range_attested *n, const struct range_attestations *t)
{
	return n->element == t->element && strcmp(n->kind, t->kind) == 0 &&
	    n->attestation == t->id && n->step == t->step && strcmp(n->status, t->status) == 0 &&
	    strcmp(n->basis, t->basis) == 0 && n->org_unit == t->org_unit && n->at.s == t->at.s &&
	    strcmp(n->by_name, t->by_name) == 0 && strcmp(n->as_role, t->as_role) == 0 &&
	    strcmp(n->place, t->place) == 0;
}

/* Both are sorted by element and kind, so that the last row of each story meets its latest. */
static bool
attested_holds(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->nattestations; i++) {
		const struct range_attestations *t = &l->attestations[i];

		if (i + 1 < l->nattestations && t[1].element == t->element &&
		    strcmp(t[1].kind, t->kind) == 0)
			continue;
		if (k == l->nattested || !is_attested(&l->attested[k], t)) {
			say(l->doctor,
			    "attestation_now of element %u is not its last row, attestation %u",
			    t->element, t->id);
			return false;
		}
		k++;
	}
	if (k == l->nattested)
		return true;
	say(l->doctor, "attestation_now of element %u has no story (inserted)",
	    l->attested[k].element);
	return false;
}

static bool
approvals_now_hold(const struct logbook *l)
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

/* --- latest steps of cards -------------------------------------------------------------- */

bool
cards_now_hold(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->ncards; i++) {
		const struct range_cards *c = &l->cards[i];

		if (i + 1 < l->ncards && l->cards[i + 1].sheet == c->sheet)
			continue;
		if (k == l->ncards_now || l->cards_now[k].sheet != c->sheet ||
		    l->cards_now[k].card != c->id || l->cards_now[k].step != c->step ||
		    strcmp(l->cards_now[k].status, c->status) != 0) {
			say(l->doctor, "card_now of sheet %u is not its last row, card %u",
			    c->sheet, c->id);
			return false;
		}
		k++;
	}
	if (k < l->ncards_now)
		say(l->doctor, "card_now of sheet %u has no story (inserted)",
		    l->cards_now[k].sheet);
	return k == l->ncards_now;
}

bool
now_holds(const struct logbook *l)
{
	return approvals_now_hold(l) && attested_holds(l);
}
