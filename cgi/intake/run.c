/* SPDX-License-Identifier: MPL-2.0
 *
 * What all runs have in common: every row of a file, progress, the report, and the end.
 */
#include "engine.h"

#include <time.h>

#include "queries/intake.h"
#include "take.h"

enum { EVERY = 250 }; /* milliseconds between two words on how far it is */

void
progress_tick(void *p, uint32_t total, uint32_t done)
{
	struct progress *progress = p;
	struct engine *e = progress->engine;
	struct timespec now;
	int64_t at;

	clock_gettime(CLOCK_MONOTONIC, &now);
	at = now.tv_sec * 1000 + now.tv_nsec / 1000000;
	if (at - progress->last < EVERY)
		return;
	progress->last = at;
	if (db_begin(e->beside, DB_WRITE) != DB_ONE)
		return;
	lease_is_ours(e->beside, e->lease);
	if (progress->run != 0)
		run_progress_set(e->beside, progress->run, total, done);
	db_commit(e->beside);
}

const char *
counts_text(struct arena *a, const struct work *w)
{
	struct text t = { .arena = a };

	text_format(&t, "%u nye, %u ændrede, %u uændrede", w->count[FOUND_NEW],
	    w->count[FOUND_CHANGED], w->count[FOUND_SAME]);
	if (w->count[FOUND_REFUSED] > 0)
		text_format(&t, ", %u afvist", w->count[FOUND_REFUSED]);
	if (w->count[FOUND_WAITING] > 0)
		text_format(&t, ", %u venter på deres dag", w->count[FOUND_WAITING]);
	return t.at;
}

/* What the database refuses of a row is told, and the others go in; no more of it is known than
 * that, and the log tells the rest. */
static void
found(struct work *w, const struct work_mark *m, uint32_t line, const char *label, struct taken t)
{
	if (work_was_refused(w, m, arena_format(w->each, "%s (linje %u)", label, line)))
		t = (struct taken){ .what = FOUND_REFUSED,
			.why = w->by_hand ? TAKE_REFUSED_SHOWN : TAKE_REFUSED };
	work_found(w, t.what, line, label, t.why, t.person);
}

static void
take_persons(struct work *w, const struct intake *in)
{
	static const struct person_told by_hand;

	for (size_t i = 0; i < in->npersons && work_row(w); i++) {
		const struct intake_person *p = &in->persons[i];
		struct work_mark m;

		work_mark(w, &m);
		found(w, &m, p->line, p->name, person_take(w, p, &by_hand));
	}
}

static void
take_agreements(struct work *w, const struct intake *in)
{
	for (size_t i = 0; i < in->nagreements && work_row(w); i++) {
		const struct intake_agreement *a = &in->agreements[i];
		struct work_mark m;

		work_mark(w, &m);
		found(w, &m, a->line,
		    arena_format(w->each, "Aftale %s, forløb %s", a->number, a->course),
		    agreement_take(w, a));
	}
}

static void
take_leaders(struct work *w, const struct intake *in)
{
	for (size_t i = 0; i < in->nleaders && work_row(w); i++) {
		const struct intake_leader *l = &in->leaders[i];
		struct work_mark m;

		work_mark(w, &m);
		found(w, &m, l->line, l->name, leader_take(w, l));
	}
	/* A row with a mistake must not end anybody. */
	if (w->count[FOUND_REFUSED] == 0 && in->nleaders > 0 && w->region == 0)
		leaders_end(w, in->leaders, in->nleaders);
}

void
intake_take(struct work *w, enum intake_form form, const struct intake *in)
{
	w->total =
	    (uint32_t)(in->npersons + in->nagreements + in->nleaders + in->nplaces + in->nrefused);
	for (size_t i = 0; i < in->nrefused; i++)
		work_found(w, FOUND_REFUSED, in->refused[i].line, in->refused[i].label,
		    in->refused[i].why, 0);
	switch (form) {
	case INTAKE_PERSONER:
	case INTAKE_KBU:
		take_persons(w, in);
		break;
	case INTAKE_AFTALER:
		take_agreements(w, in);
		break;
	case INTAKE_KURSUSLEDERE:
		take_leaders(w, in);
		break;
	case INTAKE_STEDER:
		places_take(w, in->places, in->nplaces);
		break;
	}
}

/* --- runs of the clock's own ------------------------------------------------------------------ */

bool
run_open(struct engine *e, struct work *w, enum intake_form form, const char *way, uint32_t feed,
    uint32_t region, const char *file_name, const struct hash *content)
{
	const struct bytes none = { NULL, 0 };

	if (run_put(e->db, intake_form_word(form), way, or_none(&feed), or_none(&region), file_name,
	        content == NULL ? none : hash_bytes(content), e->now, e->today) != DB_ONE)
		return false;
	w->run = db_inserted(e->db);
	return true;
}

void
run_tell_all(struct work *w, uint32_t region, const char *place)
{
	const char *link = arena_format(w->keep, "/import/koersler/%u", w->run);

	for (size_t i = 0; i < w->known.nregions; i++)
		if (region == 0 || w->known.regions[i].id == region)
			work_tell_office(
			    w, w->known.regions[i].id, NOTICE_IMPORTED, 0, place, link);
}

void
run_tell(struct work *w, uint32_t region)
{
	db_use(w->db, w->keep);
	if (w->count[FOUND_NEW] + w->count[FOUND_CHANGED] + w->count[FOUND_REFUSED] > 0)
		run_tell_all(w, region, counts_text(w->keep, w));
}

bool
run_close(struct engine *e, struct work *w, const char *was, const char *said)
{
	work_store(w, w->lines, w->nlines, 1);
	run_state_set(e->db, w->run, was, "UDFOERT", said, e->today, e->now);
	if (db_failed(e->db) != DB_ONE || !lease_is_ours(e->db, e->lease)) {
		db_rollback(e->db);
		return false;
	}
	return db_commit(e->db) == DB_ONE;
}
