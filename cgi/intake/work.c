/* SPDX-License-Identifier: MPL-2.0 */
#include "work.h"

#include <string.h>

#include "queries/intake.h"
#include "tell.h"

enum { REFUSALS_MOST = 100 };

static void
drop(void *arena)
{
	arena_drop(arena);
}

bool
work_begin(struct work *w, struct db *db, struct arena *keep, struct moment now)
{
	w->db = db;
	w->keep = keep;
	w->each = arena_make();
	arena_defer(keep, drop, w->each);
	w->now = now;
	w->today = moment_day(now);
	return known_read(db, keep, &w->known);
}

bool
work_row(struct work *w)
{
	arena_reset(w->each);
	db_use(w->db, w->each);
	if (w->tick != NULL)
		w->tick(w->ticks, w->total,
		    w->count[FOUND_NEW] + w->count[FOUND_CHANGED] + w->count[FOUND_SAME] +
		        w->count[FOUND_REFUSED] + w->count[FOUND_WAITING]);
	return db_failed(w->db) == DB_ONE && w->stopped == NULL;
}

/* Room for one more of size bytes behind n. */
static void *
more(struct arena *a, void *old, size_t n, size_t *room, size_t size)
{
	void *all;

	if (n < *room)
		return old;
	*room = *room == 0 ? 64 : *room * 2;
	all = arena_array(a, *room, size);
	if (n > 0)
		memcpy(all, old, n * size);
	return all;
}

void
work_found(struct work *w, enum found what, uint32_t line, const char *label, const char *detail,
    uint32_t person)
{
	w->count[what]++;
	if (person != 0)
		w->person = person;
	if (what == FOUND_SAME)
		return;
	w->lines = more(w->keep, w->lines, w->nlines, &w->room_lines, sizeof *w->lines);
	w->lines[w->nlines++] = (struct work_line){ line, person, what,
		utf8_clip(w->keep, label, 300), utf8_clip(w->keep, detail, 15000) };
}

void
work_mark(struct work *w, struct work_mark *m)
{
	*m = (struct work_mark){ w->nlines, w->nsteps, { 0 }, w->known.nplaces };
	memcpy(m->count, w->count, sizeof m->count);
	db_savepoint(w->db);
}

bool
work_was_refused(struct work *w, const struct work_mark *m, const char *label)
{
	if (w->refusals >= REFUSALS_MOST || !db_refused_since_savepoint(w->db))
		return false;
	w->refusals++;
	if (w->whole)
		w->stopped = arena_string(w->keep, label);
	w->nlines = m->nlines;
	w->nsteps = m->nsteps;
	memcpy(w->count, m->count, sizeof w->count);
	/* A placeholder that it made is none. */
	if (w->known.nplaces != m->nplaces)
		known_read(w->db, w->keep, &w->known);
	return true;
}

static void
step(struct work *w, const char *object, uint32_t row, const struct diff *d, bool added)
{
	w->steps = more(w->keep, w->steps, w->nsteps, &w->room_steps, sizeof *w->steps);
	w->steps[w->nsteps++] =
	    (struct work_step){ object, added ? "" : arena_string(w->keep, diff_before(d)),
		    arena_string(w->keep, diff_after(d)), row, added };
}

void
work_added(struct work *w, const char *object, uint32_t row, const struct diff *d)
{
	step(w, object, row, d, true);
}

void
work_changed(struct work *w, const char *object, uint32_t row, const struct diff *d)
{
	step(w, object, row, d, false);
}

const char *
found_word(enum found what)
{
	switch (what) {
	case FOUND_NEW:
		return "NY";
	case FOUND_CHANGED:
		return "AENDRET";
	case FOUND_REFUSED:
		return "AFVIST";
	case FOUND_WAITING:
		return "VENTER";
	case FOUND_SAME:
	case FOUNDS:
		break;
	}
	return "UAENDRET";
}

void
work_store(struct work *w, const struct work_line *lines, size_t n, uint32_t from)
{
	db_use(w->db, w->keep);
	for (size_t i = 0; i < w->nsteps && db_failed(w->db) == DB_ONE; i++) {
		const struct work_step *s = &w->steps[i];

		run_step_put(w->db, w->run, s->object, s->row, s->added ? "ADDED" : "CHANGED",
		    s->before, s->after);
	}
	for (size_t i = 0; i < n && db_failed(w->db) == DB_ONE; i++)
		run_line_put(w->db, w->run, from + (uint32_t)i, lines[i].line,
		    found_word(lines[i].what), lines[i].label, lines[i].detail,
		    or_none(&lines[i].person));
	run_counts_set(w->db, w->run, w->total, w->count[FOUND_NEW], w->count[FOUND_CHANGED],
	    w->count[FOUND_SAME], w->count[FOUND_REFUSED], w->count[FOUND_WAITING]);
}

/* --- who is told -------------------------------------------------------------------------- */

void
work_tell_office(struct work *w, uint32_t region, enum notice kind, uint32_t about,
    const char *place, const char *link)
{
	struct secretariat_of *who = NULL;
	size_t n = 0;

	if (secretariat_of(w->db, region, w->today, &who, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		tell_notice(w->db, who[i].person, kind, about, place, link, w->now);
}

static void
tell_heads(struct work *w, uint32_t doctor, uint32_t unit, const char *place)
{
	struct secretariat_of *who = NULL;
	size_t n = 0;

	if (unit == 0 || heads_of(w->db, unit, w->today, &who, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		tell_notice(w->db, who[i].person, NOTICE_ELEMENT_CHANGED, doctor, place,
		    "/vejleder/laeger", w->now);
}

void
work_tell_moved(
    struct work *w, uint32_t doctor, uint32_t region, uint32_t was, uint32_t is, const char *place)
{
	tell_heads(w, doctor, was, place);
	if (is != was)
		tell_heads(w, doctor, is, place);
	tell_notice(
	    w->db, doctor, NOTICE_ELEMENT_CHANGED, doctor, place, "/logbog/oversigt", w->now);
	work_tell_office(w, region, NOTICE_ELEMENT_CHANGED, doctor, place,
	    arena_format(w->each, "/sekretariat/brugere/%u", doctor));
}

const uint32_t *
or_none(const uint32_t *id)
{
	return *id == 0 ? NULL : id;
}
