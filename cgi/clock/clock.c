/* SPDX-License-Identifier: MPL-2.0 */
#include "clock.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "post.h"
#include "prepare.h"
#include "secret.h"

extern const db_queries *const clock_files[];

enum { SECOND = 1000, BLINK = 250 }; /* milliseconds between two rounds */

/* Waits for TERM or INT, so long at most.  True when told to stop. */
static bool
told_to_stop(const sigset_t *ours, int milliseconds)
{
	const struct timespec span = { milliseconds / 1000, milliseconds % 1000 * 1000000L };

	return sigtimedwait(ours, NULL, &span) > 0;
}

/* One round.  Messages go first: somebody waits for a code. */
static void
go_round(struct clock *c)
{
	c->now = config_now(c->config);
	c->today = moment_day(c->now);
	post_due(c->db, c->config, c->now);
	jobs_due(c);
	c->now = config_now(c->config); /* jobs may have taken minutes */
	post_gather(c->db, c->config, c->today, c->now);
	post_due(c->db, c->config, c->now);
	arena_reset(c->arena);
}

/* --- messages, in a process of their own ----------------------------------------------------- */

/* Somebody waits for a code; a slow mail server or a large import must not be in its way. */
static _Noreturn void
keep_messages_going(const struct config *config, const sigset_t *ours)
{
	struct arena *a = arena_make();
	struct db *db = db_make(config->socket, config->database, "logbook-clock");

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	do {
		db_use(db, a);
		post_messages(db, config, config_now(config));
		arena_reset(a);
	} while (!told_to_stop(ours, BLINK));
	db_drop(db);
	arena_drop(a);
	exit(0);
}

/* Begins that process, or begins it anew when it has ended. */
static pid_t
messages_process(pid_t present, const struct config *config, const sigset_t *ours)
{
	pid_t id;

	if (present > 0 && waitpid(present, NULL, WNOHANG) == 0)
		return present;
	if (present > 0)
		log_warn("the process for messages has ended, and is begun anew");
	if ((id = fork()) == 0)
		keep_messages_going(config, ours);
	return id;
}

/* --- going round ----------------------------------------------------------------------------- */

static void
run(struct clock *c, bool stay)
{
	pid_t messages = 0;
	sigset_t ours;

	sigemptyset(&ours);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	sigprocmask(SIG_BLOCK, &ours, NULL);
	do {
		if (stay)
			messages = messages_process(messages, c->config, &ours);
		go_round(c);
	} while (stay && !told_to_stop(&ours, SECOND));
	if (messages > 0) {
		kill(messages, SIGTERM);
		waitpid(messages, NULL, 0);
	}
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
	jobs_end(&c);
	db_drop(c.db);
	arena_drop(c.arena);
	return good ? 0 : 1;
}
