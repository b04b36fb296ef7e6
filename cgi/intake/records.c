/* SPDX-License-Identifier: MPL-2.0
 *
 * Everybody whom a feed has told of, kept as it last told, sealed.  Who is told of in the same
 * words again costs a look at a hash.  A course comes into the logbook on its day (intake_rule.h);
 * what is in already is changed at once.
 */
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "log.h"
#include "queries/intake.h"
#include "take.h"
#include "trouble.h"

const struct intake_person *
record_open(struct arena *a, struct bytes sealed)
{
	struct intake_person *p = arena_take(a, sizeof *p);
	const struct bytes plain = secret_open_sealed(a, KEY_CPR_SEAL, sealed);

	if (plain.at == NULL ||
	    !intake_person_of_json(a, arena_copy(a, (const char *)plain.at, plain.n), p))
		return NULL;
	return p;
}

/* What is to be noted of the record after its person was looked at. */
static void
note(struct work *w, uint32_t record, const struct taken *t)
{
	const char *state = "TAGET";
	struct day due = w->today;

	if (t->what == FOUND_REFUSED) {
		state = "AFVIST";
	} else if (!day_is_none(t->next)) {
		state = "VENTER";
		due = t->next;
	}
	record_state_set(w->db, record, state, due,
	    t->what == FOUND_REFUSED ? utf8_clip(w->each, t->why, 1000) : "", or_none(&t->person),
	    or_none(&w->run));
}

static void
settle(struct work *w, uint32_t record, const struct taken *t, uint32_t line, const char *name,
    const char *was, const char *said)
{
	note(w, record, t);
	/* Refused for the same reason as yesterday is no news. */
	if (t->what == FOUND_REFUSED && strcmp(was, "AFVIST") == 0 &&
	    strcmp(said, utf8_clip(w->each, t->why, 1000)) == 0)
		return;
	work_found(w, t->what, line, name, t->why, t->person);
}

void
record_take(struct work *w, uint32_t record, const struct intake_person *p,
    const struct intake_person *before, struct moment first_seen, const char *was, const char *said)
{
	const struct person_told told = { true, moment_day(first_seen),
		strcmp(was, "TAGET") == 0 ? before : NULL };
	const struct taken t = person_take(w, p, &told);

	settle(w, record, &t, p->line, p->name, was, said);
}

/* --- a feed tells ------------------------------------------------------------------------------ */

struct feed_told {
	struct work *w;
	const char *source;
	struct records_known *known; /* in order of their source_id */
	size_t n;
	bool refused; /* the database has refused the one at hand: it is kept, and told */
};

static const char NOT_STORED[] =
    "Personen kunne ikke gemmes i logbogen. Der prøves igen i morgen; ring til driften, hvis det sker igen.";

static int
by_source_id(const void *a, const void *b)
{
	return strcmp(((const struct records_known *)a)->source_id,
	    ((const struct records_known *)b)->source_id);
}

static const struct intake_course *
course_of(const struct intake_person *p, const struct intake_course *c)
{
	for (size_t i = 0; p != NULL && i < p->n; i++)
		if (p->courses[i].origin == c->origin &&
		    strcmp(p->courses[i].source_id, c->source_id) == 0)
			return &p->courses[i];
	return NULL;
}

/* A course that is new to the record was told of today, the others when they were (R-BRU-02). */
static void
note_told(const struct work *w, struct intake_person *p, const struct intake_person *before,
    struct moment first_seen)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct intake_course *c = course_of(before, &p->courses[i]);

		p->courses[i].told = c == NULL ? w->today
		    : !day_is_none(c->told)    ? c->told
		                               : moment_day(first_seen);
	}
}

/* A feed of a region tells of courses of that region alone. */
static bool
keep_own_courses(struct work *w, struct intake_person *p)
{
	struct intake_course *own;
	size_t n = 0;

	if (w->region == 0)
		return true;
	own = arena_array(w->each, p->n, sizeof *own);
	for (size_t i = 0; i < p->n; i++) {
		const struct known_name *r = known_region(&w->known, p->courses[i].region);

		if (r != NULL && r->id == w->region)
			own[n++] = p->courses[i];
	}
	p->courses = own;
	p->n = n;
	return n > 0;
}

static uint32_t
region_of(const struct work *w, const struct intake_person *p)
{
	const struct known_name *r =
	    p->n == 0 ? NULL : known_region(&w->known, p->courses[p->n - 1].region);

	return w->region != 0 ? w->region : r == NULL ? 0 : r->id;
}

static struct bytes
seal(struct work *w, const struct intake_person *p)
{
	const char *kept = intake_person_kept(w->each, p);

	return secret_seal(
	    w->each, KEY_CPR_SEAL, (struct bytes){ (const unsigned char *)kept, strlen(kept) });
}

/* The person goes in; or, where that was tried and refused, does not. */
static void
tell_taken(struct feed_told *f, uint32_t id, const struct intake_person *p,
    const struct intake_person *before, struct moment first, const char *was, const char *said)
{
	const struct taken refused = { .what = FOUND_REFUSED, .why = NOT_STORED };

	if (f->refused)
		settle(f->w, id, &refused, p->line, p->name, was, said);
	else
		record_take(f->w, id, p, before, first, was, said);
}

static void
tell_new(struct feed_told *f, const struct intake_person *p, const struct hash *body_hash)
{
	struct work *w = f->w;
	const struct hash find = hash_keyed(KEY_CPR_FIND, p->cpr.digits, 10);
	const uint32_t region = region_of(w, p);

	if (record_put(w->db, f->source, p->source_id, or_none(&region), hash_bytes(&find), p->name,
	        seal(w, p), hash_bytes(body_hash), w->today, w->now) == DB_ONE)
		tell_taken(f, db_inserted(w->db), p, NULL, w->now, "", "");
}

/* The source's number may not wander from one person to another, unless a replacement number
 * became a real one (R-BRU-04, R-BRU-05). */
static bool
is_other_person(const struct record_of_id *r, const struct intake_person *before,
    const struct intake_person *p, const struct hash *find)
{
	if (r->cpr_find.n == HASH_BYTES && secret_equal(r->cpr_find.at, find->bytes, HASH_BYTES))
		return false;
	return before == NULL || !before->cpr.replacement || p->cpr.replacement;
}

static void
tell_again(struct feed_told *f, uint32_t id, struct intake_person *p, const struct hash *body_hash)
{
	struct work *w = f->w;
	const struct hash find = hash_keyed(KEY_CPR_FIND, p->cpr.digits, 10);
	const uint32_t region = region_of(w, p);
	const struct intake_person *before;
	struct record_of_id r;

	if (record_of_id(w->db, id, &r) != DB_ONE)
		return;
	before = record_open(w->each, r.body);
	if (is_other_person(&r, before, p, &find)) {
		work_found(w, FOUND_REFUSED, p->line, p->name,
		    arena_format(w->each,
		        "Kildens nummer %s var før en anden persons (%s), med et andet CPR-nummer. Ret det i kilden.",
		        p->source_id, r.name),
		    0);
		return;
	}
	note_told(w, p, before, r.first_seen);
	record_set(w->db, id, or_none(&region), hash_bytes(&find), p->name, seal(w, p),
	    hash_bytes(body_hash), w->today, w->now);
	tell_taken(f, id, p, before, r.first_seen, r.state, r.said);
}

static void
tell_one(struct feed_told *f, struct intake_person *p)
{
	struct work *w = f->w;
	const struct records_known key = { .source_id = p->source_id }, *there;
	const char *json;
	struct hash hash;

	if (!keep_own_courses(w, p)) {
		work_found(w, FOUND_REFUSED, p->line, p->name,
		    "Forløbene hører til en anden region. Kilden er sat op for én region alene.",
		    0);
		return;
	}
	json = intake_person_json(w->each, p);
	hash = hash_keyed(KEY_CPR_FIND, json, strlen(json));
	there = f->n == 0 ? NULL : bsearch(&key, f->known, f->n, sizeof key, by_source_id);
	if (there == NULL)
		tell_new(f, p, &hash);
	else if (there->body_hash.n == HASH_BYTES &&
	    memcmp(there->body_hash.at, hash.bytes, HASH_BYTES) == 0)
		work_found(w, FOUND_SAME, p->line, "", "", 0);
	else
		tell_again(f, there->id, p, &hash);
}

/* What the database refuses of one person keeps out nobody else (R-BRU-04): what the feed told is
 * kept, and tried again each day.  Where even that is refused, it is told at least. */
static void
tell_or_refuse(struct feed_told *f, const struct intake_person *in)
{
	struct work *w = f->w;
	struct work_mark m;

	for (int tries = 0; tries < 2; tries++) {
		struct intake_person p = *in;

		f->refused = tries > 0;
		work_mark(w, &m);
		tell_one(f, &p);
		if (!work_was_refused(w, &m, p.name))
			return;
		log_warn(
		    "a person of a feed cannot be stored, see the line above; the others go on");
	}
	work_found(w, FOUND_REFUSED, in->line, in->name, NOT_STORED, 0);
}

bool
records_tell(struct engine *e, struct work *w, const char *source, const struct intake *in)
{
	struct feed_told f = { .w = w, .source = source };

	db_use(e->db, w->keep);
	records_known(e->db, source, &f.known, &f.n);
	if (f.n > 0)
		qsort(f.known, f.n, sizeof *f.known, by_source_id);
	w->total = (uint32_t)(in->npersons + in->nrefused);
	for (size_t i = 0; i < in->nrefused; i++)
		work_found(w, FOUND_REFUSED, in->refused[i].line, in->refused[i].label,
		    in->refused[i].why, 0);
	for (size_t i = 0; i < in->npersons && work_row(w); i++)
		tell_or_refuse(&f, &in->persons[i]);
	db_use(e->db, w->keep);
	return db_failed(e->db) == DB_ONE;
}

/* --- the day has come --------------------------------------------------------------------------- */

static void
refuse(struct work *w, uint32_t id, const struct record_of_id *r, const char *why)
{
	const struct taken t = { .what = FOUND_REFUSED, .why = why };

	settle(w, id, &t, 0, r->name, r->state, r->said);
}

/* What cannot be opened is refused like anything else: left waiting, it would be due every second. */
static void
take_due(struct work *w, uint32_t id)
{
	struct record_of_id r;
	const struct intake_person *p;

	if (record_of_id(w->db, id, &r) != DB_ONE)
		return;
	if ((p = record_open(w->each, r.body)) != NULL) {
		record_take(w, id, p, NULL, r.first_seen, r.state, r.said);
		return;
	}
	log_warn("feed_record %u cannot be opened; is the key cpr.seal the right one?", id);
	refuse(w, id, &r,
	    "Det, kilden har fortalt, kan ikke åbnes. Bed kilden om at sende personen igen, og sig det til driften.");
}

static void
refuse_due(struct work *w, uint32_t id)
{
	struct record_of_id r;

	if (record_of_id(w->db, id, &r) != DB_ONE)
		return;
	log_warn("feed_record %u cannot be stored, see the lines above; the others go on", id);
	refuse(w, id, &r, NOT_STORED);
}

enum group_end {
	GROUP_DONE,
	GROUP_LATER, /* the database, or the lease, is not there: the same once more in a second */
	GROUP_BAD    /* it is there, and does not take them */
};

/* Those of one region, as one run; refused once more for the same reasons is none. */
static enum group_end
group_try(struct engine *e, const struct records_due *r, size_t n, bool again,
    void (*take)(struct work *, uint32_t))
{
	struct arena *a = arena_make(), *before = db_arena(e->db);
	struct work w = { 0 };
	struct progress progress = { e, 0, 0 };
	const uint32_t region = r->has_region ? r->region : 0;
	enum group_end end = GROUP_LATER;

	if (db_begin(e->db, DB_WRITE) == DB_ONE && work_begin(&w, e->db, a, e->now) &&
	    run_open(e, &w, INTAKE_PERSONER, "DATO", 0, region, "", NULL)) {
		w.tick = progress_tick;
		w.ticks = &progress;
		w.total = (uint32_t)n;
		for (size_t i = 0; i < n && work_row(&w); i++)
			take(&w, r[i].id);
		if (again && w.nlines == 0 && w.count[FOUND_SAME] == 0) {
			db_rollback(e->db);
		} else {
			run_tell(&w, region);
			if (run_close(e, &w, "I_GANG", ""))
				end = GROUP_DONE;
		}
		if (db_failed(e->db) == DB_DOWN && !db_is_full(e->db))
			end = GROUP_BAD;
	} else {
		db_rollback(e->db);
	}
	db_use(e->db, before);
	arena_drop(a);
	return end;
}

/* One that the database does not take must not keep out the others: it is looked for by halves,
 * tried once more, for the server may only have been restarted, and refused. */
static bool
group_go(struct engine *e, const struct records_due *r, size_t n, bool again)
{
	bool first;

	if (!lease_renew(e->db, e->lease) || group_try(e, r, n, again, take_due) != GROUP_BAD)
		return true;
	if (n > 1) {
		first = group_go(e, r, n / 2, again);
		return group_go(e, r + n / 2, n - n / 2, again) && first;
	}
	return group_try(e, r, 1, again, take_due) != GROUP_BAD ||
	    group_try(e, r, 1, again, refuse_due) != GROUP_BAD;
}

/* False: of some not even that could be noted. */
static bool
groups_go(struct engine *e, const struct records_due *rows, size_t n, bool again)
{
	bool all = true;

	for (size_t i = 0, j; i < n && lease_renew(e->db, e->lease); i = j) {
		for (j = i + 1; j < n && rows[j].has_region == rows[i].has_region &&
		     (!rows[i].has_region || rows[j].region == rows[i].region);)
			j++;
		all = group_go(e, &rows[i], j - i, again) && all;
	}
	return all;
}

/* Those are due again in a second, and are left alone for longer. */
static void
settle_trouble(struct engine *e, const char *name, bool all)
{
	if (!all) {
		trouble_note(e, name);
	} else if (db_begin(e->db, DB_WRITE) == DB_ONE) {
		trouble_over(e, name);
		db_commit(e->db);
	}
}

void
records_go(struct engine *e)
{
	struct records_due *rows = NULL;
	size_t n = 0;

	if (trouble_waits(e, "records") || db_begin(e->db, DB_READ) != DB_ONE)
		return;
	records_due(e->db, e->today, &rows, &n);
	db_commit(e->db);
	if (n > 0)
		settle_trouble(e, "records", groups_go(e, rows, n, false));
}

void
records_again(struct engine *e)
{
	struct records_due *rows = NULL;
	size_t n = 0;

	if (db_begin(e->db, DB_READ) != DB_ONE)
		return;
	records_refused(e->db, &rows, &n);
	db_commit(e->db);
	groups_go(e, rows, n, true);
}
