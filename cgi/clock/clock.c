/* SPDX-License-Identifier: MPL-2.0 */
#include "clock.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "log.h"
#include "post.h"
#include "prepare.h"
#include "secret.h"

extern const db_queries *const clock_files[];

/* Waits for TERM or INT, a second at most.  True when told to stop. */
static bool
told_to_stop(const sigset_t *ours)
{
	const struct timespec second = { 1, 0 };

	return sigtimedwait(ours, NULL, &second) > 0;
}

/* One round.  Messages go first: somebody waits for a code. */
static void
go_round(struct clock *c)
{
	c->now = config_now(c->config);
	c->today = moment_day(c->now);
	post_due(c->db, c->config, c->now);
	jobs_due(c);
	post_gather(c->db, c->config, c->today, c->now);
	post_due(c->db, c->config, c->now);
	arena_reset(c->arena);
}

static void
run(struct clock *c, bool stay)
{
	sigset_t ours;

	sigemptyset(&ours);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	sigprocmask(SIG_BLOCK, &ours, NULL);
	do
		go_round(c);
	while (stay && !told_to_stop(&ours));
}

int
main(int argc, char **argv)
{
	struct clock c = { .arena = arena_make() };
	const char *word = argc == 2 ? argv[1] : "";
	bool good = true;

	log_open("logbook-clock");
	c.config = config_read();
	secret_open(c.config->keys);
	c.db = db_make(c.config->socket, c.config->database, "logbook-clock");
	db_use(c.db, c.arena);
	if (strcmp(word, "--prepare") == 0) {
		good = prepare_files(c.db, "logbook-clock", clock_files);
	} else if (argc == 1 || strcmp(word, "--stay") == 0) {
		run(&c, argc == 2);
	} else {
		fputs("usage: logbook-clock [--stay | --prepare]\n", stderr);
		return 2;
	}
	db_drop(c.db);
	arena_drop(c.arena);
	return good ? 0 : 1;
}
