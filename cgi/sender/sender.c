/* SPDX-License-Identifier: MPL-2.0 */
#include "sender.h"

#include <curl/curl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "deliver.h"
#include "log.h"
#include "prepare.h"
#include "sending.h"
#include "sign.h"
#include "site.h"

extern const db_queries *const send_files[];

/* --- one order ------------------------------------------------------------------------------- */

static struct bytes
holder_of(const struct sender *s)
{
	return (struct bytes){ s->holder, sizeof s->holder };
}

static struct moment
lease_end(const struct sender *s)
{
	return (struct moment){ config_now(s->config).s + LEASE };
}

static bool
order_take(struct sender *s, uint32_t submission)
{
	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return false;
	if (send_take(s->db, submission, holder_of(s), lease_end(s), s->now) == DB_ONE &&
	    db_commit(s->db) == DB_ONE)
		return true;
	db_rollback(s->db);
	return false;
}

bool
order_keep(struct sender *s, uint32_t submission)
{
	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return false;
	if (send_keep(s->db, submission, holder_of(s), lease_end(s)) == DB_ONE &&
	    db_commit(s->db) == DB_ONE)
		return true;
	db_rollback(s->db);
	return false;
}

enum went
order_later(struct sender *s, const struct send_order *o, const char *said, const char *detail)
{
	struct moment next = { config_now(s->config).s + sending_wait(o->tries) };

	log_warn("order %u waits: %s %s", o->submission, said, detail);
	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return WENT_LOST;
	send_later(s->db, o->submission, holder_of(s), next, utf8_clip(s->arena, said, 300));
	return db_failed(s->db) == DB_ONE && db_commit(s->db) == DB_ONE ? WENT_LATER : WENT_LOST;
}

static void
let_go(struct sender *s, uint32_t submission)
{
	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return;
	send_let_go(s->db, submission, holder_of(s));
	db_commit(s->db);
}

static enum went
step(struct sender *s, uint32_t submission)
{
	struct send_order o = { 0 };
	bool is_there;

	if (db_begin(s->db, DB_READ) != DB_ONE)
		return WENT_LOST;
	is_there = send_order(s->db, submission, &o) == DB_ONE;
	db_commit(s->db);
	if (!is_there)
		return WENT_LOST;
	s->now = config_now(s->config);
	s->today = moment_day(s->now);
	switch (sending_state_of(o.status)) {
	case SENDING_ORDERED:
		return order_freeze(s, &o);
	case SENDING_BUILT:
		return order_carry(s, &o);
	case SENDING_SENT:
	case SENDING_STOPPED:
	case SENDING_WITHDRAWN:
	case SENDING_REJECTED:
	case SENDING_STATES:
		break;
	}
	return WENT_OVER;
}

static void
work_on(struct sender *s, uint32_t submission)
{
	enum went went = WENT_ON;

	if (!order_take(s, submission))
		return;
	while (went == WENT_ON && order_keep(s, submission)) {
		went = step(s, submission);
		arena_reset(s->arena);
	}
	if (went != WENT_LOST)
		let_go(s, submission);
}

/* --- going round ----------------------------------------------------------------------------- */

/* Waits for TERM or INT, so long at most.  True when told to stop. */
static bool
told_to_stop(const sigset_t *ours, time_t seconds)
{
	const struct timespec span = { seconds, 0 };

	return sigtimedwait(ours, NULL, &span) > 0;
}

static void
go_round(struct sender *s)
{
	enum { MOST = 50 };
	struct send_due *due = NULL;
	uint32_t ids[MOST];
	size_t n = 0;

	s->now = config_now(s->config);
	s->today = moment_day(s->now);
	if (db_begin(s->db, DB_READ) != DB_ONE)
		return;
	site_refresh(s->db, s->now);
	send_due(s->db, s->now, &due, &n);
	db_commit(s->db);
	for (size_t i = 0; i < n && i < MOST; i++)
		ids[i] = due[i].submission;
	arena_reset(s->arena);
	for (size_t i = 0; i < n && i < MOST; i++)
		work_on(s, ids[i]);
	tell_of_late(s);
	arena_reset(s->arena);
}

static void
run(struct sender *s, bool stay)
{
	sigset_t ours;

	sigemptyset(&ours);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	if (stay)
		sigprocmask(SIG_BLOCK, &ours, NULL);
	do
		go_round(s);
	while (stay && !told_to_stop(&ours, 1));
}

static void
check_way(const struct config *c)
{
	if (c->send.to != NULL && !deliver_way_holds(c->send.to))
		fatal("LOGBOOK_SEND is neither folder:///, sftp:// nor https://: %s", c->send.to);
}

int
main(int argc, char **argv)
{
	struct sender s = { .arena = arena_make() };
	const char *word = argc == 2 ? argv[1] : "";
	bool good = true;

	log_open("logbook-send");
	s.config = config_read();
	secret_open(s.config->keys);
	sign_open(s.config->keys);
	secret_random(s.holder, sizeof s.holder);
	signal(
	    SIGXFSZ, SIG_IGN); /* a file that may not grow is like a disk that is full: it waits */
	curl_global_init(CURL_GLOBAL_DEFAULT);
	s.db = db_make(s.config->socket, s.config->database, "logbook-send");
	db_use(s.db, s.arena);
	if (strcmp(word, "--prepare") == 0) {
		good = prepare_files(s.db, "logbook-send", send_files);
	} else if (argc == 1 || strcmp(word, "--stay") == 0) {
		check_way(s.config);
		run(&s, argc == 2);
	} else {
		fputs("usage: logbook-send [--stay | --prepare]\n", stderr);
		return 2;
	}
	db_drop(s.db);
	arena_drop(s.arena);
	curl_global_cleanup();
	return good ? 0 : 1;
}
