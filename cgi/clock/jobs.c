/* SPDX-License-Identifier: MPL-2.0
 *
 * What a day brings, each once: noted for the day in the transaction that does it, so that nothing
 * is done twice, nor noted and not done.  A clock that was down does once what it missed.
 *
 * Of two clocks at once one holds the lease and does all; the other looks again in a second.
 */
#include "clock.h"

#include <string.h>

#include "access.h"
#include "engine.h"
#include "log.h"
#include "queries/attest_clock.h"
#include "queries/clock.h"
#include "queries/intake.h"
#include "role.h"
#include "queries/talk_clock.h"
#include "site.h"
#include "talk_rule.h"
#include "tell.h"
#include "trouble.h"

/* How far back reminders are caught up: older ones would only confuse. */
enum { LATE = 14 };

/* --- mails with access ---------------------------------------------------------------------- */

/* One transaction each: one address that fails holds nobody back.  Who lacks e-mail or mobile
 * waits until both are there (R-BRU-06). */
static void
send_one(struct engine *e, uint32_t person)
{
	if (db_begin(e->db, DB_WRITE) != DB_ONE)
		return;
	site_refresh(e->db, e->now);
	switch (access_send(e->db, e->config, person, ACCESS_FIRST, e->now)) {
	case ACCESS_SENT:
		if (lease_is_ours(e->db, e->lease)) {
			db_commit(e->db);
			return;
		}
		break;
	case ACCESS_HELD:
	case ACCESS_NOT:
		break;
	}
	db_rollback(e->db);
}

static void
send_access(struct engine *e)
{
	struct access_due *due = NULL;
	size_t n = 0;

	if (db_begin(e->db, DB_READ) != DB_ONE)
		return;
	access_due(e->db, e->today, &due, &n);
	db_commit(e->db);
	for (size_t i = 0; i < n; i++) {
		if (i % 20 == 0 && !lease_renew(e->db, e->lease))
			return;
		send_one(e, due[i].person);
	}
}

/* --- once a day --------------------------------------------------------------------------------- */

/* Has it been done for today?  *after: the day that it was done for last; no day for never. */
static bool
is_done(struct engine *e, const char *job, struct day *after)
{
	struct job_done done = { 0 };

	if (db_begin(e->db, DB_READ) != DB_ONE)
		return true;
	job_done(e->db, job, &done);
	*after = done.day;
	return db_commit(e->db) != DB_ONE ||
	    (!day_is_none(done.day) && day_compare(done.day, e->today) >= 0);
}

/* Does the work for the days after the last until today, in the transaction that notes it. */
static void
once_a_day(struct engine *e, const char *job, void (*work)(struct engine *, struct day after))
{
	struct day after;
	enum db_outcome failed;

	if (trouble_waits(e, job) || is_done(e, job, &after) || db_begin(e->db, DB_WRITE) != DB_ONE)
		return;
	if (day_is_none(after) || day_compare(after, day_add(e->today, -LATE)) < 0)
		after = day_add(e->today, day_is_none(after) ? -1 : -LATE);
	/* Taken: another clock was faster. */
	if (job_note(e->db, job, e->today, e->now) == DB_ONE) {
		work(e, after);
		trouble_over(e, job);
		if (db_failed(e->db) == DB_ONE && lease_is_ours(e->db, e->lease) &&
		    db_commit(e->db) == DB_ONE)
			return;
	}
	failed = db_failed(e->db);
	db_rollback(e->db);
	if (failed == DB_DOWN)
		trouble_note(e, job);
}

/* Some who are to be told of something cannot be, and the others are: told in the log once a day,
 * for it is not tried again. */
static void
say_left_out(const char *job, size_t n)
{
	if (n > 0)
		log_warn("%s: %zu could not be told, see the lines above; the others were", job, n);
}

/* False: the database has refused it, and nobody was told. */
static bool
remind(struct engine *e, const struct elements_beginning *el, enum notice kind, const char *place)
{
	struct secretariat_of *heads = NULL;
	size_t n = 0;

	db_savepoint(e->db);
	tell_notice(e->db, el->doctor, kind, el->doctor, place, "/logbog/oversigt", e->now);
	heads_of(e->db, el->org_unit, e->today, &heads, &n);
	for (size_t i = 0; i < n; i++)
		tell_notice(
		    e->db, heads[i].person, kind, el->doctor, place, "/vejleder/laeger", e->now);
	return !db_refused_since_savepoint(e->db);
}

/* Seven days before an element begins. */
static void
tell_beginnings(struct engine *e, struct day after)
{
	struct elements_beginning *rows = NULL;
	struct arena *a = db_arena(e->db);
	size_t n = 0, left = 0;

	elements_beginning(e->db, day_add(after, 7), day_add(e->today, 7), &rows, &n);
	for (size_t i = 0; i < n; i++)
		left += !remind(e, &rows[i], NOTICE_ELEMENT_BEGINS,
		    arena_format(a, "%s, fra %s", rows[i].place, day_text(a, rows[i].since)));
	say_left_out("beginnings", left);
}

/* Thirty and fourteen days before the last day, on it, and seven days after. */
static void
tell_endings(struct engine *e, struct day after)
{
	static const int32_t days[] = { 30, 14, 0, -7 };
	struct arena *a = db_arena(e->db);
	size_t left = 0;

	for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
		struct elements_beginning *rows = NULL;
		size_t n = 0;

		/* (until is the day after the last) */
		elements_ending(
		    e->db, day_add(after, days[d] + 1), day_add(e->today, days[d] + 1), &rows, &n);
		for (size_t i = 0; i < n; i++)
			left += !remind(e, &rows[i], NOTICE_ELEMENT_ENDS,
			    arena_format(a, "%s, sidste dag %s", rows[i].place,
			        day_text(a, day_add(rows[i].until, -1))));
	}
	say_left_out("endings", left);
}

/* Who is to see to it: the main supervisor, or the heads of the department where there is none. */
static void
remind_department(struct engine *e, enum notice kind, uint32_t doctor, uint32_t org_unit,
    const uint32_t *main_supervisor, const char *place)
{
	struct secretariat_of *heads = NULL;
	size_t n = 0;

	if (main_supervisor != NULL) {
		tell_notice(
		    e->db, *main_supervisor, kind, doctor, place, "/vejleder/samtaler", e->now);
		return;
	}
	heads_of(e->db, org_unit, e->today, &heads, &n);
	for (size_t i = 0; i < n; i++)
		tell_notice(
		    e->db, heads[i].person, kind, doctor, place, "/vejleder/samtaler", e->now);
}

/* Who lacks a plan or a first talk is told, and who is to see to it. */
static void
remind_of(struct engine *e, const struct talks_due *due, enum notice kind, const char *link)
{
	tell_notice(e->db, due->doctor, kind, due->doctor, due->place, link, e->now);
	remind_department(
	    e, kind, due->doctor, due->org_unit, due->has_main ? &due->main : NULL, due->place);
}

/* R-KOM-14: doubt is followed up on the day that was said. */
static void
tell_of_doubts(struct engine *e, struct day after)
{
	struct doubts_due *due = NULL;
	size_t n = 0;

	doubts_due(e->db, after, e->today, &due, &n);
	for (size_t i = 0; i < n; i++)
		remind_department(e, NOTICE_DOUBT_DUE, due[i].doctor, due[i].org_unit,
		    due[i].has_main ? &due[i].main : NULL, due[i].place);
}

/* R-PLA-07: on days 7 and 14 of an element in KBU, 21 and 30 of others. */
static void
tell_of_plans(struct engine *e, struct day after)
{
	for (size_t i = 0; i < 2 * (size_t)PLAN_REMINDERS; i++) {
		bool kbu = i < PLAN_REMINDERS;
		int32_t days = plan_reminder(kbu, i % PLAN_REMINDERS);
		struct talks_due *due = NULL;
		size_t n = 0;

		talks_due(e->db, day_add(after, -days), day_add(e->today, -days), kbu, &due, &n);
		for (size_t k = 0; k < n; k++) {
			if (due[k].plan)
				remind_of(e, &due[k], NOTICE_PLAN_DUE, "/logbog/uddannelsesplan");
			if (due[k].talk)
				remind_of(e, &due[k], NOTICE_TALK_DUE, "/logbog/samtaler");
		}
	}
}

static void
tell_of_talks(struct engine *e, struct day after)
{
	tell_of_plans(e, after);
	tell_of_doubts(e, after);
}

/* A role that was given until a day ends by itself: its holder is told (domain 17).  Whoever ended
 * one told them then. */
static void
tell_roles_over(struct engine *e, struct day after)
{
	struct roles_over *rows = NULL;
	struct arena *a = db_arena(e->db);
	size_t n = 0, left = 0;

	roles_over(e->db, after, e->today, &rows, &n);
	for (size_t i = 0; i < n; i++) {
		const char *title = role_title(role_of_word(rows[i].role));

		db_savepoint(e->db);
		tell_notice(e->db, rows[i].person, NOTICE_ROLE_ENDED, 0,
		    rows[i].place[0] == '\0' ? title
		                             : arena_format(a, "%s, %s", title, rows[i].place),
		    "/adgang/profil", e->now);
		left += db_refused_since_savepoint(e->db);
	}
	say_left_out("roles over", left);
}

/* Whoever lacks what: the doctor, and UAO and tutor of the element. */
static void
remind_attestation(struct engine *e, const struct attest_reminders *r)
{
	struct arena *a = db_arena(e->db);
	const char *what =
	    r->time_open ? r->goals_open ? "tid og læringsmål" : "tid" : "læringsmål";
	const char *place = arena_format(
	    a, "%s, sidste dag %s (%s)", r->place, day_text(a, day_add(r->until, -1)), what);
	struct secretariat_of *heads = NULL;
	size_t n = 0;

	tell_notice(
	    e->db, r->doctor, NOTICE_ATTEST_DUE, r->doctor, place, "/logbog/attestationer", e->now);
	heads_of(e->db, r->org_unit, e->today, &heads, &n);
	for (size_t i = 0; i < n; i++)
		if (heads[i].person != r->doctor)
			tell_notice(e->db, heads[i].person, NOTICE_ATTEST_DUE, r->doctor, place,
			    "/vejleder/attestationer", e->now);
}

/* Fourteen days before the last day, and each week after, for a year (R-ATT-11): what lacks then will
 * hardly come by being told of again, and stands in the queue. */
static void
tell_of_attestations(struct engine *e, struct day after)
{
	enum { BEFORE = 14, WEEK = 7, YEAR = 53 * WEEK };

	for (int32_t d = BEFORE; d > -YEAR; d -= WEEK) {
		struct attest_reminders *rows = NULL;
		size_t n = 0;

		/* (until is the day after the last) */
		attest_reminders(e->db, day_add(after, d + 1), day_add(e->today, d + 1), &rows, &n);
		for (size_t i = 0; i < n; i++)
			remind_attestation(e, &rows[i]);
	}
}

/* Noted before it is done: each group of records is a transaction of its own. */
static void
nothing(struct engine *e, struct day after)
{
	(void)e;
	(void)after;
}

static void
try_refused_again(struct engine *e)
{
	struct day last;

	if (is_done(e, "afviste", &last))
		return;
	once_a_day(e, "afviste", nothing);
	records_again(e);
}

/* --- a round --------------------------------------------------------------------------------------- */

/* The process has one lease, and a connection beside for telling how far it is. */
static struct {
	struct lease lease;
	struct db *beside;
	struct arena *arena;
} own;

static void
own_begin(const struct config *config)
{
	if (own.beside != NULL)
		return;
	lease_begin(&own.lease, "jobs");
	own.arena = arena_make();
	own.beside = db_make(config->socket, config->database, "logbook-clock");
}

void
jobs_due(struct clock *c)
{
	struct engine e = {
		.db = c->db,
		.config = c->config,
		.lease = &own.lease,
		.now = c->now,
		.today = c->today,
	};

	own_begin(c->config);
	arena_reset(own.arena);
	db_use(own.beside, own.arena);
	e.beside = own.beside;
	if (!lease_renew(c->db, &own.lease))
		return;
	trouble_read(&e);
	/* Whom somebody waits for comes first; what is due by its day before what a feed tells. */
	runs_go(&e);
	records_go(&e);
	feeds_go(&e);
	try_refused_again(&e);
	/* Each for itself: what is wrong with one is not with the others. */
	once_a_day(&e, "paamindelser", tell_beginnings);
	once_a_day(&e, "paamindelser-slut", tell_endings);
	once_a_day(&e, "roller-slut", tell_roles_over);
	once_a_day(&e, "attestationer", tell_of_attestations);
	once_a_day(&e, "evalueringer", tell_of_evaluations);
	once_a_day(&e, "halvaar", close_half_year);
	once_a_day(&e, "planer", tell_of_talks);
	once_a_day(&e, "kompetencer", tell_of_goals);
	once_a_day(&e, "overblik", overview_count);
	send_access(&e);
}

void
jobs_end(struct clock *c)
{
	if (own.beside == NULL)
		return;
	lease_let_go(c->db, &own.lease);
	db_drop(own.beside);
	arena_drop(own.arena);
	own.beside = NULL;
}
