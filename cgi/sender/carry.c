/* SPDX-License-Identifier: MPL-2.0
 *
 * What is frozen is closed for the authority, once, and carried over.  What was begun to be carried is
 * carried to its end under the same name with the same bytes: so a try that broke off is resumed, and one
 * that arrived without our knowing is found there.
 */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "deliver.h"
#include "envelope.h"
#include "log.h"
#include "sender.h"

enum { CARRY_SECONDS = 3600 };

/* --- closed ---------------------------------------------------------------------------------- */

/* WENT_ON: *closed is what is to be carried. */
static enum went
close_now(struct sender *s, const struct send_order *o, struct bytes *closed)
{
	struct bytes zip;
	enum envelope e;

	if (!pieces_get(s->db, s->arena, o->submission, "PACKAGE", &zip))
		return WENT_LOST;
	e = envelope_close(s->arena, s->config->send.certificate, zip, s->now, closed);
	if (e != ENVELOPE_FINE) {
		db_rollback(s->db);
		return order_later(s, o,
		    "Styrelsens certifikat mangler, er udløbet eller kan ikke bruges.",
		    envelope_text(e));
	}
	pieces_put(s->db, o->submission, "ENVELOPE", *closed);
	return WENT_ON;
}

static enum went
closed_of(struct sender *s, const struct send_order *o, struct bytes *closed)
{
	enum went went = WENT_ON;

	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return WENT_LOST;
	if (!pieces_get(s->db, s->arena, o->submission, "ENVELOPE", closed))
		went = close_now(s, o, closed);
	if (went == WENT_ON && db_failed(s->db) == DB_ONE && db_commit(s->db) == DB_ONE)
		return WENT_ON;
	db_rollback(s->db);
	return went == WENT_ON ? WENT_LOST : went;
}

/* --- carried --------------------------------------------------------------------------------- */

/* The first line of a file; NULL when it is not there. */
static const char *
line_of(struct arena *a, const char *path)
{
	char line[1000];
	ssize_t n = -1;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd != -1) {
		n = read(fd, line, sizeof line - 1);
		close(fd);
	}
	if (n <= 0)
		return NULL;
	line[n] = '\0';
	line[strcspn(line, "\r\n")] = '\0';
	return line[0] == '\0' ? NULL : arena_string(a, line);
}

static struct way
way_of(struct sender *s)
{
	const struct config *c = s->config;
	struct way w = {
		.to = c->send.to, .ca = c->ca, .hosts = c->send.hosts, .seconds = CARRY_SECONDS
	};

	w.key = arena_format(s->arena, "%s/send.key", c->keys);
	w.token = line_of(s->arena, arena_format(s->arena, "%s/send.token", c->keys));
	return w;
}

/* In a process of its own, which ends when we do: a slow line must not cost us the lease. */
static _Noreturn void
carry_apart(struct sender *s, const struct send_order *o, struct bytes closed, int to)
{
	const struct way way = way_of(s);
	struct delivery d;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	d = deliver(s->arena, &way, arena_format(s->arena, "%s.zip.p7m", o->reference), closed);
	_exit(write(to, &d, sizeof d) == (ssize_t)sizeof d ? 0 : 1);
}

/* Until it has ended; the lease is renewed meanwhile, and when that fails or we are told to stop, it is
 * ended.  False then. */
static bool
wait_for(struct sender *s, const struct send_order *o, pid_t child)
{
	struct timespec blink = { 0, 20 * 1000 * 1000 };
	int64_t renewed = moment_of_clock().s;
	sigset_t waiting;

	while (waitpid(child, NULL, WNOHANG) == 0) {
		sigpending(&waiting);
		if (sigismember(&waiting, SIGTERM) || sigismember(&waiting, SIGINT) ||
		    (moment_of_clock().s - renewed >= LEASE_RENEWED &&
		        !order_keep(s, o->submission))) {
			kill(child, SIGKILL);
			waitpid(child, NULL, 0);
			return false;
		}
		if (moment_of_clock().s - renewed >= LEASE_RENEWED)
			renewed = moment_of_clock().s;
		nanosleep(&blink, NULL);
		if (blink.tv_nsec < 200 * 1000 * 1000)
			blink.tv_nsec *= 2;
	}
	return true;
}

static bool
carried(struct sender *s, const struct send_order *o, struct bytes closed, struct delivery *d)
{
	bool whole;
	pid_t child;
	int ends[2];

	if (pipe(ends) != 0)
		return false;
	child = fork();
	if (child == 0)
		carry_apart(s, o, closed, ends[1]);
	close(ends[1]);
	whole =
	    child > 0 && wait_for(s, o, child) && read(ends[0], d, sizeof *d) == (ssize_t)sizeof *d;
	close(ends[0]);
	return whole;
}

static enum went
has_arrived(struct sender *s, const struct send_order *o, struct bytes closed, const char *said)
{
	struct hash hash = hash_sha256(closed.at, closed.n);

	s->now = config_now(s->config);
	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return WENT_LOST;
	if (send_sent(s->db, o->submission, (uint32_t)closed.n, hash_bytes(&hash), said, s->now) ==
	    DB_ONE) {
		tell_sent(s, o);
		if (db_failed(s->db) == DB_ONE && db_commit(s->db) == DB_ONE) {
			log_info("order %u is sent", o->submission);
			return WENT_OVER;
		}
	}
	db_rollback(s->db);
	return WENT_LOST;
}

static enum went
carry_it(struct sender *s, const struct send_order *o, struct bytes closed)
{
	struct delivery d = { .end = DELIVER_LATER };

	if (!carried(s, o, closed, &d))
		return WENT_LOST;
	switch (d.end) {
	case DELIVERED:
		return has_arrived(s, o, closed, d.said);
	case DELIVER_LATER:
		return order_later(s, o, "Modtageren kan ikke nås.", d.said);
	case DELIVER_REFUSED:
		break;
	}
	return order_later(s, o, "Modtageren tager den ikke.", d.said);
}

enum went
order_carry(struct sender *s, const struct send_order *o)
{
	struct bytes closed = { 0 };
	enum went went;

	if (s->config->send.to == NULL || s->config->send.certificate == NULL)
		return order_later(s, o, "Vejen til Styrelsen for Patientsikkerhed er ikke sat op.",
		    "LOGBOOK_SEND");
	went = closed_of(s, o, &closed);
	return went == WENT_ON ? carry_it(s, o, closed) : went;
}
