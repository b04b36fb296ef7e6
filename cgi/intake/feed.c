/* SPDX-License-Identifier: MPL-2.0
 *
 * Feeds.  A folder: files are taken in the order of their names, and moved to done/ or failed/ in
 * it; what is still being written is left (its name ends .part or .tmp, or it was written in the
 * last two seconds).  An address: fetched once a day, when it has changed.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine.h"
#include "fetch.h"
#include "log.h"
#include "queries/clock.h"
#include "queries/intake.h"
#include "take.h"
#include "trouble.h"
#include "whole_file.h"

enum { QUIET = 2, AGAIN = 15 * 60, TRIES = 5, SAID = 300 };

enum feed_outcome {
	FEED_TAKEN,
	FEED_REFUSED, /* not of its form: nothing of it was taken */
	FEED_LATER    /* the database failed: the same once more */
};

/* One feed, and the file of it that is at hand. */
struct look {
	struct engine *engine;
	const struct feeds_active *feed;
	struct arena *arena;
	const char *folder; /* where it really lies */
	const char *name;   /* of the file: shown, so without anything like a CPR number */
	const char *etag, *modified, *job; /* job: noted with it, NULL for none */
};

/* --- one file ----------------------------------------------------------------------------------- */

static const char *
shown_name(struct arena *a, const char *name)
{
	char *shown = arena_string(a, name);

	if (!utf8_is_valid(shown, strlen(shown)))
		return "(navn, der ikke kan læses)";
	log_blot(shown);
	return utf8_clip(a, shown, 200);
}

static const char *
trouble_name(const struct look *l)
{
	return arena_format(l->arena, "feed-%u", l->feed->id);
}

/* How it went, and that today's look is done. */
static void
note(const struct look *l, const char *said)
{
	struct engine *e = l->engine;

	feed_note(
	    e->db, l->feed->id, l->etag, l->modified, e->now, utf8_clip(l->arena, said, SAID));
	if (l->job != NULL)
		job_note(e->db, l->job, e->today, e->now);
}

static bool
commit(struct engine *e)
{
	if (db_failed(e->db) == DB_ONE && lease_is_ours(e->db, e->lease))
		return db_commit(e->db) == DB_ONE;
	db_rollback(e->db);
	return false;
}

static const char *
first_fault(struct arena *a, const struct sheet_faults *f)
{
	return f->n == 0 ? "Filen kan ikke læses." : sheet_fault_text(a, &f->fault[0]);
}

/* The secretariat is told, for whoever was to come in does not. */
static enum feed_outcome
refuse(const struct look *l, const struct hash *content, const char *why)
{
	struct engine *e = l->engine;
	const struct feeds_active *f = l->feed;
	struct work w = { 0 };

	if (db_begin(e->db, DB_WRITE) != DB_ONE || !work_begin(&w, e->db, l->arena, e->now)) {
		db_rollback(e->db);
		return FEED_LATER;
	}
	run_refused_put(e->db, f->form, f->way, &f->id, f->has_region ? &f->region : NULL, l->name,
	    content == NULL ? (struct bytes){ NULL, 0 } : hash_bytes(content),
	    utf8_clip(l->arena, why, 1000), e->now, e->today);
	w.run = db_inserted(e->db);
	run_tell_all(&w, f->has_region ? f->region : 0,
	    arena_format(l->arena, "%s kunne ikke læses", l->name));
	note(l, arena_format(l->arena, "%s: %s", l->name, why));
	trouble_over(e, trouble_name(l));
	return commit(e) ? FEED_REFUSED : FEED_LATER;
}

static bool
take_all(struct engine *e, struct work *w, const struct feeds_active *f, enum intake_form form,
    const struct intake *in)
{
	if (form == INTAKE_PERSONER || form == INTAKE_KBU)
		return records_tell(e, w, f->source, in);
	intake_take(w, form, in);
	return db_failed(e->db) == DB_ONE;
}

static enum feed_outcome
take(const struct look *l, enum intake_form form, const struct intake *in,
    const struct hash *content)
{
	struct engine *e = l->engine;
	const struct feeds_active *f = l->feed;
	struct progress progress = { e, 0, 0 };
	struct work w = { 0 };
	const uint32_t region = f->has_region ? f->region : 0;

	if (db_begin(e->db, DB_WRITE) != DB_ONE || !work_begin(&w, e->db, l->arena, e->now) ||
	    !run_open(e, &w, form, f->way, f->id, region, l->name, content)) {
		db_rollback(e->db);
		return FEED_LATER;
	}
	w.region = region;
	w.tick = progress_tick;
	w.ticks = &progress;
	if (!take_all(e, &w, f, form, in)) {
		db_rollback(e->db);
		return FEED_LATER;
	}
	db_use(e->db, l->arena);
	run_tell(&w, region);
	note(l, arena_format(l->arena, "%s: %s", l->name, counts_text(l->arena, &w)));
	trouble_over(e, trouble_name(l));
	return run_close(e, &w, "I_GANG", "") ? FEED_TAKEN : FEED_LATER;
}

static bool
tells_of_persons(const struct feeds_active *f)
{
	return strcmp(f->source, "SST") != 0 && strcmp(f->source, "SOR") != 0;
}

static enum feed_outcome
file_go(const struct look *l, struct bytes bytes)
{
	const struct hash content = hash_sha256(bytes.at, bytes.n);
	struct sheet_faults *faults = arena_take(l->arena, sizeof *faults);
	struct intake in;
	enum intake_form form;

	if (!intake_form_of_word(l->feed->form, &form) ||
	    ((form == INTAKE_PERSONER || form == INTAKE_KBU) && !tells_of_persons(l->feed)))
		return refuse(
		    l, &content, "Kilden kan ikke levere personer. Projektlederen retter kilden.");
	if (bytes.n > INTAKE_BYTES)
		return refuse(l, &content, "Filen er større end 20 MB. Del den op.");
	faults->arena = l->arena;
	if (!intake_read(l->arena, form, bytes, l->engine->today, &in, faults))
		return refuse(l, &content, first_fault(l->arena, faults));
	return take(l, form, &in, &content);
}

/* --- folders ------------------------------------------------------------------------------------ */

static bool
ends(const char *s, const char *end)
{
	const size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

static int
is_candidate(const struct dirent *d)
{
	return d->d_name[0] != '.' && !ends(d->d_name, ".part") && !ends(d->d_name, ".tmp");
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* A file that nobody is writing to any more; no link to somewhere else. */
static bool
is_whole(int folder, const char *name)
{
	struct stat s;

	return fstatat(folder, name, &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(s.st_mode) &&
	    s.st_mtime <= moment_of_clock().s - QUIET;
}

/* Away from where it would be taken again; a name that is taken gets a number. */
static bool
move(struct arena *a, int folder, const char *name, const char *to)
{
	if (mkdirat(folder, to, 0750) != 0 && errno != EEXIST)
		return false;
	for (int i = 0; i < 1000; i++) {
		const char *path = i == 0 ? arena_format(a, "%s/%s", to, name)
		                          : arena_format(a, "%s/%s.%d", to, name, i);

		if (renameat2(folder, name, folder, path, RENAME_NOREPLACE) == 0)
			return true;
		/* Some file systems of other machines do not know that word. */
		if (errno == EINVAL)
			errno = faccessat(folder, path, F_OK, 0) == 0 ? EEXIST : 0;
		if (errno == 0)
			return renameat(folder, name, folder, path) == 0;
		if (errno != EEXIST)
			return false;
	}
	return false;
}

static void
say(struct look *l, const char *said)
{
	if (db_begin(l->engine->db, DB_WRITE) != DB_ONE)
		return;
	note(l, said);
	commit(l->engine);
}

/* A folder that is not there is told once a quarter. */
static bool
was_just_now(const struct engine *e, struct moment checked)
{
	return checked.s != 0 && e->now.s >= checked.s && e->now.s - checked.s < AGAIN;
}

static enum feed_outcome
lay_aside(const struct look *l, struct bytes bytes)
{
	const struct hash content = hash_sha256(bytes.at, bytes.n);

	return refuse(l, &content,
	    "Filen kunne ikke gemmes, og intet af den er indlæst. Ring til driften, og læg den derefter i mappen igen.");
}

/* False: those behind it wait, but not for ever. */
static bool
try_later(struct look *l, struct bytes bytes)
{
	const uint32_t tries = trouble_note(l->engine, trouble_name(l));

	if (tries < TRIES) {
		if (!was_just_now(l->engine, l->feed->checked))
			say(l,
			    arena_format(l->arena,
			        "%s kunne ikke gemmes. Der prøves igen; bliver det ved, så ring til driften.",
			        l->name));
		return false;
	}
	log_warn(
	    "feed %u: a file failed %u times and is laid aside in failed/, see the lines above",
	    l->feed->id, tries);
	/* Nobody may miss those whom it told of. */
	return lay_aside(l, bytes) != FEED_LATER;
}

/* False: those behind it wait. */
static bool
folder_file(struct look *l, int folder, const char *name)
{
	struct bytes bytes;
	enum feed_outcome outcome;
	bool moved;

	l->name = shown_name(l->arena, name);
	if (!whole_file(
	        l->arena, arena_format(l->arena, "%s/%s", l->folder, name), INTAKE_BYTES, &bytes))
		return false;
	outcome = file_go(l, bytes);
	if (outcome == FEED_LATER && !try_later(l, bytes))
		return false;
	moved = move(l->arena, folder, name, outcome == FEED_TAKEN ? "done" : "failed");
	if (!moved)
		log_warn("feed %u: a file cannot be moved away: %s", l->feed->id, strerror(errno));
	return moved;
}

/* Where the folder really lies; NULL when it is not there, or not below the one for feeds: pages put
 * down no other (feed_rule.h), and what they put down is not believed. */
static const char *
real_folder(const struct look *l)
{
	char *root = realpath(l->engine->config->feeds, NULL),
	     *real = realpath(l->feed->address, NULL);
	const size_t n = root == NULL ? 0 : strlen(root);
	const bool below =
	    root != NULL && real != NULL && strncmp(real, root, n) == 0 && real[n] == '/';

	if (root != NULL)
		arena_defer(l->arena, free, root);
	if (real != NULL)
		arena_defer(l->arena, free, real);
	return below ? real : NULL;
}

static void
folder_go(struct look *l)
{
	struct dirent **names = NULL;
	const char *real = l->folder = real_folder(l);
	const int folder = real == NULL ? -1 : open(real, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const int n = folder < 0 ? -1 : scandirat(folder, ".", &names, is_candidate, by_bytes);
	bool on;

	l->etag = l->modified = "";
	/* What could not be moved away would be taken again and again. */
	on = n >= 0 && faccessat(folder, ".", W_OK, AT_EACCESS) == 0;
	if (!on && !was_just_now(l->engine, l->feed->checked))
		say(l,
		    "Mappen kan ikke åbnes, der kan ikke skrives i den, eller den ligger ikke under mappen for "
		    "kilder. Projektlederen retter kilden, eller driften giver adgang til mappen.");
	on = on && !trouble_waits(l->engine, trouble_name(l));
	for (int i = 0; i < n; i++) {
		if (on && is_whole(folder, names[i]->d_name) &&
		    lease_renew(l->engine->db, l->engine->lease))
			on = folder_file(l, folder, names[i]->d_name);
		arena_defer(l->arena, free, names[i]);
	}
	if (n >= 0)
		arena_defer(l->arena, free, names);
	if (folder >= 0)
		close(folder);
}

/* --- addresses ----------------------------------------------------------------------------------- */

static bool
is_done_today(struct engine *e, const char *job)
{
	struct job_done done;

	return db_begin(e->db, DB_READ) != DB_ONE ||
	    (job_done(e->db, job, &done) == DB_ONE && day_compare(done.day, e->today) >= 0);
}

static void
keep_lease(void *p)
{
	progress_tick(p, 0, 0);
}

/* The first time on a day it is a run that was refused, and the secretariat is told: a feed that
 * is silent for weeks looks like one that has nothing to tell. */
static void
not_fetched(struct look *l, const char *why)
{
	struct engine *e = l->engine;
	const char *job = arena_format(l->arena, "feed-%u-svigt", l->feed->id);
	const bool told = is_done_today(e, job);

	db_commit(e->db);
	log_warn("feed %u could not be fetched; /import/kilder says why", l->feed->id);
	if (told) {
		say(l, why);
		return;
	}
	l->job = job;
	refuse(l, NULL, why);
}

static void
address_go(struct look *l)
{
	struct engine *e = l->engine;
	struct progress progress = { e, 0, 0 };
	struct fetch f = { .address = l->feed->address,
		.etag = l->feed->etag,
		.modified = l->feed->modified,
		.private = e->config->feeds_private,
		.authorities = e->config->ca,
		.most = INTAKE_BYTES,
		.tick = keep_lease,
		.ticks = &progress };
	const char *job = arena_format(l->arena, "feed-%u", l->feed->id);
	const bool done = is_done_today(e, job);

	db_commit(e->db);
	if (done || was_just_now(e, l->feed->checked))
		return;
	l->etag = f.etag;
	l->modified = f.modified;
	l->name = "hentet";
	switch (fetch_file(l->arena, &f)) {
	case FETCHED_SAME:
		l->job = job;
		say(l, "Uændret siden sidst.");
		break;
	case FETCHED_NOT:
		not_fetched(l, f.why);
		break;
	case FETCHED_NEW:
		l->job = job;
		l->etag = utf8_clip(l->arena, f.new_etag, 200);
		l->modified = utf8_clip(l->arena, f.new_modified, 60);
		if (file_go(l, (struct bytes){ (const unsigned char *)f.body.at, f.body.len }) !=
		    FEED_LATER)
			break;
		l->job = NULL;
		l->etag = f.etag;
		l->modified = f.modified;
		say(l, "Databasen svarede ikke. Der prøves igen om et kvarter.");
		break;
	}
}

/* --- all of them ----------------------------------------------------------------------------------- */

void
feeds_go(struct engine *e)
{
	struct arena *before = db_arena(e->db);
	struct feeds_active *feeds = NULL;
	size_t n = 0;

	if (db_begin(e->db, DB_READ) != DB_ONE)
		return;
	feeds_active(e->db, &feeds, &n);
	db_commit(e->db);
	for (size_t i = 0; i < n && lease_renew(e->db, e->lease); i++) {
		struct look l = { .engine = e, .feed = &feeds[i], .arena = arena_make() };

		db_use(e->db, l.arena);
		if (strcmp(feeds[i].way, "MAPPE") == 0)
			folder_go(&l);
		else
			address_go(&l);
		db_use(e->db, before);
		arena_drop(l.arena);
	}
}
