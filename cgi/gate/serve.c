/* SPDX-License-Identifier: MPL-2.0
 *
 * A program: --routes prints its table, --prepare proves its statements under its account,
 * otherwise it serves FastCGI on descriptor 0: a master that forks workers and replaces them,
 * workers that answer one request at a time and retire after some thousands.
 */
#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gate.h"
#include "log.h"
#include "queries/session.h"
#include "schema_number.h"
#include "secret.h"

enum { RETIRE_AFTER = 20000 };

static volatile sig_atomic_t told_to_stop;

static void
stop(int signal)
{
	(void)signal;
	told_to_stop = 1;
}

static void
nothing(int signal)
{
	(void)signal;
}

static void
on_signal(int signal, void (*fn)(int))
{
	struct sigaction sa = { .sa_handler = fn };

	sigaction(signal, &sa, NULL);
}

static int
more_of(void *from, char *to, int n)
{
	return FCGX_GetStr(to, n, from);
}

/* The database may come later than we do; when it is there it must have our schema. */
static void
check_schema(struct db *db, struct arena *a)
{
	static bool checked;
	struct schema_now row = { 0 };

	if (checked)
		return;
	db_use(db, a);
	if (db_begin(db, DB_READ) != DB_ONE)
		return;
	if (schema_now(db, &row) == DB_ONE) {
		if (row.number != SCHEMA_NUMBER)
			fatal("the database has schema %u, this program wants %u: run schema/apply",
			    row.number, SCHEMA_NUMBER);
		checked = true;
	}
	db_rollback(db);
}

static void
answer(const struct gate *g, FCGX_Request *fcgi, struct arena *a)
{
	struct request req = { 0 };
	enum request_fault fault = request_read(&req, a, g->config, fcgi->envp);
	struct bytes out;

	check_schema(g->db, a);
	out = gate_answer(g, &req, fault, more_of, fcgi->in);
	if (out.n > 0)
		FCGX_PutStr((const char *)out.at, (int)out.n, fcgi->out);
	FCGX_Finish_r(fcgi);
}

/* Something to wait on for requests, of which one wakes one worker. */
static int
waiting_make(void)
{
	struct epoll_event ev = { .events = EPOLLIN | EPOLLEXCLUSIVE };
	int e = epoll_create1(EPOLL_CLOEXEC);

	if (e == -1 || epoll_ctl(e, EPOLL_CTL_ADD, 0, &ev) == -1)
		fatal("descriptor 0 cannot be waited on: %s", strerror(errno));
	return e;
}

/* Signals come in here and nowhere else: a worker that is told to stop in the midst of a
 * request answers it first, and one that waits stops at once.  False when told to. */
static bool
wait_for_request(int waiting)
{
	struct epoll_event ev;
	sigset_t none;

	sigemptyset(&none);
	while (!told_to_stop && epoll_pwait(waiting, &ev, 1, -1, &none) == -1)
		if (errno != EINTR)
			fatal("descriptor 0 cannot be waited on: %s", strerror(errno));
	return !told_to_stop;
}

static _Noreturn void
work(const struct program *program, const struct config *config)
{
	struct gate g = { program, config, NULL };
	unsigned n = RETIRE_AFTER + (unsigned)getpid() % 1000;
	struct arena *a = arena_make();
	int waiting = waiting_make();
	char account[64];
	FCGX_Request fcgi;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	snprintf(account, sizeof account, "logbook-%s", program->name);
	g.db = db_make(config->socket, config->database, account);
	if (FCGX_InitRequest(&fcgi, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
		fatal("descriptor 0 is no socket of FastCGI");
	while (n > 0 && wait_for_request(waiting)) {
		int r = FCGX_Accept_r(&fcgi);

		if (r == -EAGAIN || r == -EINTR || r == -ECONNABORTED)
			continue; /* another worker was faster, or the client is gone */
		if (r < 0)
			break;
		answer(&g, &fcgi, a);
		arena_reset(a);
		n--;
	}
	db_drop(g.db);
	arena_drop(a);
	exit(0);
}

static pid_t workers[64]; /* as many as LOGBOOK_WORKERS may ask for */

/* Fills one empty place. */
static void
start_worker(const struct program *program, const struct config *config)
{
	size_t i = 0;

	while (workers[i] != 0)
		i++;
	workers[i] = fork();
	if (workers[i] == 0)
		work(program, config);
	if (workers[i] == -1) {
		log_warn("no worker could be started: %s", strerror(errno));
		workers[i] = 0;
	}
}

static void
forget_worker(pid_t pid)
{
	for (size_t i = 0; i < sizeof workers / sizeof workers[0]; i++)
		if (workers[i] == pid)
			workers[i] = 0;
}

static void
stop_workers(void)
{
	for (size_t i = 0; i < sizeof workers / sizeof workers[0]; i++)
		if (workers[i] > 0)
			kill(workers[i], SIGTERM);
	while (wait(NULL) != -1 || errno == EINTR)
		;
}

/* Replaces every worker that has ended; slowly when it died of a fault, so that a broken machine
 * is not made worse. */
static void
replace_ended(const struct program *program, const struct config *config)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		forget_worker(pid);
		if (WIFSIGNALED(status))
			log_warn("worker %d ended by signal %d", (int)pid, WTERMSIG(status));
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
			usleep(100000);
		start_worker(program, config);
	}
}

/* Keeps as many workers as asked for until it is told to stop.  Signals are blocked, here and
 * in the workers, but for where they are waited for: none comes between a look and a wait. */
static int
keep_workers(const struct program *program, const struct config *config)
{
	sigset_t ours;
	int signal = 0;

	sigemptyset(&ours);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	sigaddset(&ours, SIGCHLD);
	sigprocmask(SIG_BLOCK, &ours, NULL);
	on_signal(SIGTERM, stop);
	on_signal(SIGINT, SIG_IGN);
	on_signal(SIGCHLD, nothing);
	if (fcntl(0, F_SETFL, fcntl(0, F_GETFL) | O_NONBLOCK) == -1)
		fatal("descriptor 0: %s", strerror(errno));
	for (uint32_t i = 0; i < config->workers; i++)
		start_worker(program, config);
	while (signal != SIGTERM) {
		signal = sigwaitinfo(&ours, NULL);
		replace_ended(program, config);
	}
	stop_workers();
	return 0;
}

/* Every statement under this program's own account; what the server says against one. */
static int
prepare_all(const struct program *program, const struct config *config)
{
	struct arena *a = arena_make();
	char account[64];
	struct db *db;
	int wrong = 0, n = 0;

	snprintf(account, sizeof account, "logbook-%s", program->name);
	db = db_make(config->socket, config->database, account);
	db_use(db, a);
	if (db_begin(db, DB_WRITE) != DB_ONE)
		fatal("no database");
	for (const db_queries *const *file = program->queries; *file != NULL; file++) {
		for (const struct db_query *const *q = **file; *q != NULL; q++, n++) {
			const char *says = db_check(db, *q);

			if (says != NULL) {
				printf("%s: %s: %s\n", account, (*q)->name, says);
				wrong++;
			}
		}
	}
	printf("%s: %d statements, %d wrong\n", account, n, wrong);
	db_drop(db);
	arena_drop(a);
	return wrong > 0;
}

int
serve(const struct program *program, int argc, char **argv)
{
	const struct config *config;

	log_open(program->name);
	if (argc == 2 && strcmp(argv[1], "--routes") == 0) {
		routes_print(&program->routes);
		return 0;
	}
	config = config_read();
	secret_open(config->keys);
	if (argc == 2 && strcmp(argv[1], "--prepare") == 0)
		return prepare_all(program, config);
	if (argc != 1) {
		fprintf(stderr,
		    "usage: logbook-%s [--routes | --prepare], FastCGI on descriptor 0\n",
		    program->name);
		return 2;
	}
	if (FCGX_Init() != 0 || FCGX_IsCGI())
		fatal("descriptor 0 is no socket: start me through systemd or spawn-fcgi");
	return keep_workers(program, config);
}
