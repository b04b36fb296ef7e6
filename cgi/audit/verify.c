/* SPDX-License-Identifier: MPL-2.0 */
#include "verify.h"

#include <inttypes.h>
#include <unistd.h>

#include "beside.h"
#include "beside_plan.h"
#include "beside_research.h"
#include "beside_course.h"
#include "beside_submission.h"
#include "say.h"

/* What one doctor's verification needs; the arenas are emptied after each range or letter. */
struct work {
	struct db *db;
	struct roots *roots; /* NULL: none */
	struct tally *tally;
	struct arena *range, *letter;
	bool shows; /* progress, on a terminal */
};

static void
verify_chain(struct work *w, const struct logbook *l)
{
	const struct found f = walk(l);

	if (f.fault == FAULT_NONE)
		return;
	say_found(w->db, l->doctor, &f);
	w->tally->faults++;
	w->tally->keyless += f.fault == FAULT_UNCLEAR && f.n == 1;
}

/* At most one line for each of the things that are looked at. */
static void
verify_doctor(struct work *w, const struct logbook *l)
{
	struct tally *t = w->tally;

	verify_chain(w, l);
	if (w->roots != NULL && w->roots->doctor == l->doctor) {
		t->faults += !root_holds(w->range, w->roots, l);
		roots_next(w->roots);
	}
	t->faults += !letters_hold(w->db, w->letter, l, &t->letters);
	t->faults += !certificates_hold(w->db, w->letter, l, &t->letters);
	t->faults += !now_holds(l);
	t->faults += !research_now_holds(l);
	t->faults += !research_files_hold(w->db, w->letter, l);
	t->faults += !cards_now_hold(l);
	t->faults += !courses_now_hold(l);
	t->faults += !plans_now_hold(l);
	t->faults += !submissions_now_hold(l);
	t->faults += !packages_hold(w->db, w->letter, l, &t->letters);
	t->doctors++;
	t->links += l->nlinks;
}

/* The doctor that the roots know next, when it belongs to this range. */
static uint32_t
next_root(const struct work *w, const struct range *r)
{
	return w->roots != NULL && w->roots->doctor <= r->upto ? w->roots->doctor : 0;
}

static bool
verify_range(struct work *w, uint32_t *after)
{
	struct logbook l;
	struct range r;

	if (!range_read(w->db, *after, &r))
		return false;
	while (range_next(&r, next_root(w, &r), &l))
		verify_doctor(w, &l);
	*after = r.upto;
	arena_reset(w->range);
	if (w->shows)
		fprintf(stderr, "\r%" PRIu64 " doctors, %" PRIu64 " links ", w->tally->doctors,
		    w->tally->links);
	return db_failed(w->db) == DB_ONE;
}

bool
verify(struct db *db, struct roots *roots, struct tally *tally)
{
	struct work w = { db, roots, tally, db_arena(db), arena_make(), isatty(STDERR_FILENO) };
	uint32_t after = 0;
	bool ok;

	*tally = (struct tally){ 0 };
	do
		ok = verify_range(&w, &after);
	while (ok && after != UINT32_MAX);
	if (w.shows)
		fputc('\n', stderr);
	arena_drop(w.letter);
	return ok;
}
