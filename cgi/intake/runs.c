/* SPDX-License-Identifier: MPL-2.0
 *
 * Runs that people asked for.  A file is read and shown first: the work is done in a transaction
 * that is rolled back, so what is shown is what would be done.  When it is ordered it is done
 * anew, for the database may have moved on; what came out differently is told.
 */
#include <string.h>

#include "engine.h"
#include "log.h"
#include "queries/intake.h"
#include "take.h"
#include "tell.h"
#include "trouble.h"

enum { TRIES = 6, SAID = 1000 };

/* --- the file of a run ------------------------------------------------------------------------- */

/* Its first faults, as one text. */
static const char *
faults_text(struct arena *a, const struct sheet_faults *f)
{
	struct text t = { .arena = a };

	text_puts(&t, "");
	for (size_t i = 0; i < f->n && i < 5; i++)
		text_format(&t, "%s%s", i == 0 ? "" : "\n", sheet_fault_text(a, &f->fault[i]));
	if (f->n > 5)
		text_puts(&t, "\nDer er flere fejl.");
	return utf8_clip(a, f->n == 0 ? "Filen kan ikke læses." : t.at, SAID);
}

static const char *
open_person(struct engine *e, struct arena *a, uint32_t record, struct intake *in)
{
	struct record_of_id r;
	const struct intake_person *p;

	if (record_of_id(e->db, record, &r) != DB_ONE || (p = record_open(a, r.body)) == NULL)
		return "Personen findes ikke mere hos kilden. Søg igen under Importer bruger.";
	in->persons = arena_take(a, sizeof *in->persons);
	*in->persons = *p;
	in->npersons = 1;
	return NULL;
}

/* NULL, or why the file cannot be used. */
static const char *
open_file(struct engine *e, struct arena *a, const struct runs_waiting *r, enum intake_form form,
    struct intake *in)
{
	struct sheet_faults *faults = arena_take(a, sizeof *faults);
	struct run_file file;
	struct bytes plain;

	*in = (struct intake){ 0 };
	if (r->has_record)
		return open_person(e, a, r->record, in);
	if (r->content.at == NULL || run_file(e->db, r->content, &file) != DB_ONE)
		return "Filen er der ikke. Send den igen.";
	plain = secret_open_sealed(a, KEY_CPR_SEAL, file.sealed);
	if (plain.at == NULL)
		return "Filen kan ikke åbnes. Send den igen.";
	faults->arena = a;
	if (!intake_read(a, form, plain, e->today, in, faults))
		return faults_text(a, faults);
	return NULL;
}

static bool
set_state(struct engine *e, uint32_t run, const char *was, const char *state, const char *said)
{
	if (db_begin(e->db, DB_WRITE) != DB_ONE)
		return false;
	run_state_set(e->db, run, was, state, said, e->today,
	    strcmp(state, "I_GANG") == 0 ? (struct moment){ 0 } : e->now);
	return db_commit(e->db) == DB_ONE;
}

/* --- one run ----------------------------------------------------------------------------------- */

struct turn {
	struct engine *engine;
	const struct runs_waiting *run;
	enum intake_form form;
	struct arena *arena;
	struct work work;
	struct progress progress;
	struct intake in;
};

/* Begins the transaction and does all of it.  NULL, or why not; db_failed() tells whether it was
 * the database. */
static const char *
do_it(struct turn *t, bool whole)
{
	struct engine *e = t->engine;
	const char *why;

	if (db_begin(e->db, DB_WRITE) != DB_ONE || !work_begin(&t->work, e->db, t->arena, e->now))
		return "Databasen svarede ikke.";
	db_use(e->db, t->arena);
	if ((why = open_file(e, t->arena, t->run, t->form, &t->in)) != NULL)
		return why;
	t->progress = (struct progress){ e, t->run->id, 0 };
	t->work.run = t->run->id;
	t->work.region = t->run->has_region ? t->run->region : 0;
	t->work.by_hand = true;
	t->work.whole = whole;
	t->work.tick = progress_tick;
	t->work.ticks = &t->progress;
	intake_take(&t->work, t->form, &t->in);
	db_use(e->db, t->arena);
	if (db_failed(e->db) != DB_ONE)
		return "Databasen svarede ikke.";
	return t->work.stopped == NULL
	    ? NULL
	    : arena_format(t->arena,
	          "%s kunne ikke gemmes i logbogen, og derfor er intet af filen udført. Tag rækken ud af filen, og send den igen; ring til driften, der kan se hvorfor.",
	          t->work.stopped);
}

/* The first person who was added and is not any more, now that it was rolled back; those after are
 * nobody either.  0 without. */
static uint32_t
first_added(const struct work *w)
{
	uint32_t first = 0;

	for (size_t i = 0; i < w->nsteps; i++)
		if (w->steps[i].added && strcmp(w->steps[i].object, "person") == 0 &&
		    (first == 0 || w->steps[i].row < first))
			first = w->steps[i].row;
	return first;
}

/* Rolled back, and what was found is shown. */
static bool
look(struct turn *t)
{
	struct engine *e = t->engine;
	struct work *w = &t->work;
	const char *why = do_it(t, false);
	const enum db_outcome outcome = db_failed(e->db);
	uint32_t first;

	db_rollback(e->db);
	if (outcome != DB_ONE)
		return false;
	if (why != NULL)
		return set_state(e, t->run->id, "MODTAGET", "AFVIST", why);
	if (db_begin(e->db, DB_WRITE) != DB_ONE)
		return false;
	first = first_added(w);
	w->nsteps = 0;
	for (size_t i = 0; i < w->nlines; i++)
		if (first != 0 && w->lines[i].person >= first)
			w->lines[i].person = 0;
	work_store(w, w->lines, w->nlines, 1);
	run_state_set(e->db, t->run->id, "MODTAGET", "LAEST", "", e->today, (struct moment){ 0 });
	if (db_failed(e->db) != DB_ONE || !lease_is_ours(e->db, e->lease)) {
		db_rollback(e->db);
		return false;
	}
	return db_commit(e->db) == DB_ONE;
}

/* NULL when it was not shown like that. */
static const struct run_lines *
shown_as(const struct run_lines *shown, size_t n, const struct work_line *l)
{
	for (size_t i = 0; i < n; i++)
		if (shown[i].line == l->line && strcmp(shown[i].what, found_word(l->what)) == 0 &&
		    strcmp(shown[i].label, l->label) == 0 &&
		    strcmp(shown[i].detail, l->detail) == 0)
			return &shown[i];
	return NULL;
}

/* Lines that were not shown like that come behind those that were. */
static void
keep_new_lines(struct turn *t, uint32_t *from)
{
	struct work *w = &t->work;
	struct run_lines *shown = NULL;
	size_t n = 0, kept = 0;

	run_lines(w->db, w->run, &shown, &n);
	*from = n == 0 ? 1 : shown[n - 1].n + 1;
	for (size_t i = 0; i < w->nlines; i++) {
		/* Mostly they come in the same order. */
		const struct run_lines *same = i < n ? shown_as(&shown[i], 1, &w->lines[i]) : NULL;

		if (same == NULL)
			same = shown_as(shown, n, &w->lines[i]);
		if (same != NULL) {
			/* Who was nobody when it was shown. */
			if (w->lines[i].what == FOUND_NEW && w->lines[i].person != 0)
				run_line_person_set(w->db, w->run, same->n, w->lines[i].person);
			continue;
		}
		w->lines[kept] = w->lines[i];
		if (n > 0)
			w->lines[kept].detail = arena_format(w->keep,
			    "Anderledes end vist, da det blev udført:\n%s", w->lines[i].detail);
		kept++;
	}
	w->nlines = kept;
}

/* What a person brought in at once was waiting for its day. */
static void
settle_record(struct turn *t)
{
	struct work *w = &t->work;

	if (!t->run->has_record || w->count[FOUND_REFUSED] > 0)
		return;
	record_state_set(
	    w->db, t->run->record, "TAGET", w->today, "", or_none(&w->person), &w->run);
}

static bool
finish(struct turn *t)
{
	struct work *w = &t->work;
	uint32_t from;

	keep_new_lines(t, &from);
	settle_record(t);
	if (t->run->has_made_by)
		tell_notice(w->db, t->run->made_by, NOTICE_IMPORTED, 0, counts_text(t->arena, w),
		    arena_format(t->arena, "/import/koersler/%u", w->run), w->now);
	work_store(w, w->lines, w->nlines, from);
	run_state_set(w->db, w->run, "I_GANG", "UDFOERT", "", w->today, w->now);
	if (db_failed(w->db) != DB_ONE || !lease_is_ours(w->db, t->engine->lease)) {
		db_rollback(w->db);
		return false;
	}
	return db_commit(w->db) == DB_ONE;
}

/* I_GANG is seen at once, and also when a clock died over it: then all of it was rolled back, and
 * is done from the beginning. */
static bool
carry_out(struct turn *t)
{
	struct engine *e = t->engine;
	const char *why;

	if (strcmp(t->run->state, "BESTILT") == 0 &&
	    !set_state(e, t->run->id, "BESTILT", "I_GANG", ""))
		return false;
	if ((why = do_it(t, true)) != NULL) {
		const enum db_outcome outcome = db_failed(e->db);

		db_rollback(e->db);
		return outcome == DB_ONE && set_state(e, t->run->id, "I_GANG", "AFVIST", why);
	}
	return finish(t);
}

static bool
take_back(struct turn *t)
{
	struct engine *e = t->engine;
	const char *why = NULL;
	bool done;

	if (db_begin(e->db, DB_WRITE) != DB_ONE || !work_begin(&t->work, e->db, t->arena, e->now))
		return false;
	db_use(e->db, t->arena);
	t->work.run = t->run->id;
	done = run_undo(e, &t->work, &why);
	if (done && db_failed(e->db) == DB_ONE && lease_is_ours(e->db, e->lease))
		return db_commit(e->db) == DB_ONE;
	db_rollback(e->db);
	if (why == NULL)
		return false;
	return set_state(e, t->run->id, "TILBAGE_BESTILT", "UDFOERT", why);
}

/* What a run goes back to that is given up: what was shown can be ordered anew, what was to be taken
 * back stands; a file that cannot even be shown, and one person, are asked for anew. */
static const char *
given_up(const struct runs_waiting *r)
{
	if (strcmp(r->state, "TILBAGE_BESTILT") == 0)
		return "UDFOERT";
	return strcmp(r->state, "MODTAGET") != 0 && !r->has_record ? "LAEST" : "AFVIST";
}

static void
give_up(struct engine *e, const struct runs_waiting *r)
{
	const char *state = r->state[0] == 'B' ? "I_GANG" : r->state;
	struct arena *a = db_arena(e->db);

	log_warn("import run %u failed %d times and is given up", r->id, (int)TRIES);
	if (db_begin(e->db, DB_WRITE) != DB_ONE)
		return;
	run_state_set(e->db, r->id, state, given_up(r),
	    "Kørslen kunne ikke gennemføres, og intet er ændret. Prøv igen; går det galt igen, så ring til hjælpen.",
	    e->today, e->now);
	if (r->has_made_by)
		tell_notice(e->db, r->made_by, NOTICE_IMPORTED, 0, "kunne ikke gennemføres",
		    arena_format(a, "/import/koersler/%u", r->id), e->now);
	db_commit(e->db);
}

/* The database was there, and yet it could not be done: a run that fails again and again waits
 * longer each time, and is given up, whichever clock tries. */
static void
note_failure(struct engine *e, const struct runs_waiting *r)
{
	if (r->tries + 1 >= TRIES) {
		give_up(e, r);
		return;
	}
	if (db_begin(e->db, DB_WRITE) != DB_ONE)
		return;
	run_failed(e->db, r->id, r->tries + 1, trouble_next(2 * (r->tries + 1)));
	db_commit(e->db);
}

static void
run_go(struct engine *e, const struct runs_waiting *r)
{
	struct turn t = { .engine = e, .run = r, .arena = arena_make() };
	struct arena *before = db_arena(e->db);
	bool done = true;

	if (intake_form_of_word(r->form, &t.form)) {
		if (strcmp(r->state, "MODTAGET") == 0)
			done = look(&t);
		else if (strcmp(r->state, "TILBAGE_BESTILT") == 0)
			done = take_back(&t);
		else
			done = carry_out(&t);
	}
	db_use(e->db, before);
	arena_drop(t.arena);
	if (!done)
		note_failure(e, r);
}

void
runs_go(struct engine *e)
{
	struct runs_waiting *rows = NULL;
	size_t n = 0;

	if (db_begin(e->db, DB_READ) != DB_ONE)
		return;
	runs_waiting(e->db, moment_of_clock(), &rows, &n);
	db_commit(e->db);
	for (size_t i = 0; i < n && lease_renew(e->db, e->lease); i++)
		run_go(e, &rows[i]);
}
