/* SPDX-License-Identifier: MPL-2.0 */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct talk {
	struct child *child;
	int fd;
	struct bytes rest; /* of what it is told */
};

static bool
describe_child(posix_spawn_file_actions_t *files, posix_spawnattr_t *how, int fd)
{
	sigset_t none, usual;

	sigemptyset(&none);
	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	sigaddset(&usual, SIGTERM);
	return posix_spawn_file_actions_adddup2(files, fd, 0) == 0 &&
	    posix_spawn_file_actions_adddup2(files, fd, 1) == 0 &&
	    posix_spawn_file_actions_addopen(files, 2, "/dev/null", O_WRONLY, 0) == 0 &&
	    posix_spawn_file_actions_addclosefrom_np(files, 3) == 0 &&
	    posix_spawnattr_setsigmask(how, &none) == 0 &&
	    posix_spawnattr_setsigdefault(how, &usual) == 0 &&
	    posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0;
}

static bool
start(const struct child *c, int fd, pid_t *pid)
{
	static char locale[] = "LC_ALL=C.UTF-8";
	char name[32];
	char *argv[] = { name, NULL }, *environment[] = { locale, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	bool fine;

	snprintf(name, sizeof name, "%s", c->name);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&how);
	fine = describe_child(&files, &how, fd) &&
	    posix_spawn(pid, c->program, &files, &how, argv, environment) == 0;
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	return fine;
}

static int64_t
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Sends as much as it takes now.  Whoever answered already need not read the rest. */
static void
send_some(struct talk *t)
{
	ssize_t n = send(t->fd, t->rest.at, t->rest.n, MSG_NOSIGNAL | MSG_DONTWAIT);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n < 0)
		n = (ssize_t)t->rest.n;
	t->rest.at += n;
	t->rest.n -= (size_t)n;
	if (t->rest.n == 0)
		shutdown(t->fd, SHUT_WR);
}

/* False at the end of what it says, and when there is no more room for it. */
static bool
receive_some(struct talk *t)
{
	ssize_t n =
	    recv(t->fd, t->child->said + t->child->n, t->child->most - t->child->n, MSG_DONTWAIT);

	if (n < 0)
		return errno == EAGAIN || errno == EINTR;
	t->child->n += (size_t)n;
	return n > 0 && t->child->n < t->child->most;
}

/* The whole talk; false when time ran out. */
static bool
talk(struct talk *t)
{
	int64_t end = milliseconds() + (int64_t)t->child->seconds * 1000, left;

	if (t->rest.n == 0)
		shutdown(t->fd, SHUT_WR);
	while ((left = end - milliseconds()) > 0) {
		struct pollfd p = { t->fd, POLLIN, 0 };

		if (t->rest.n > 0)
			p.events |= POLLOUT;
		if (poll(&p, 1, (int)left) < 0 && errno != EINTR)
			return true;
		if ((p.revents & POLLOUT) != 0 && t->rest.n > 0)
			send_some(t);
		if ((p.revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !receive_some(t))
			return true;
	}
	return false;
}

/* The child is gone when this answers, killed if it must be. */
static bool
ended_well(pid_t pid, bool in_time)
{
	int status = 0;

	if (!in_time)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

enum child_end
child_run(struct child *c)
{
	struct talk t = { .child = c, .rest = c->told };
	bool started, in_time, well;
	pid_t pid = 0;
	int ends[2];

	c->n = 0;
	c->said[0] = '\0';
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return CHILD_NOT;
	t.fd = ends[0];
	started = start(c, ends[1], &pid);
	close(ends[1]);
	in_time = started && talk(&t);
	close(t.fd);
	if (!started)
		return CHILD_NOT;
	c->said[c->n] = '\0';
	well = ended_well(pid, in_time);
	if (!in_time)
		return CHILD_TOO_LONG;
	return well ? CHILD_WELL : CHILD_BADLY;
}
