/* SPDX-License-Identifier: MPL-2.0
 *
 * One socket is the program's standard input and output.  It gets that and nothing else: no
 * open connection to the database, no environment of ours.
 */
#include "prove.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "number.h"

enum { ANSWER = 100 };

struct talk {
	pid_t pid;
	int fd;
	struct bytes rest; /* of the file */
	char answer[ANSWER + 1];
	size_t n;
};

static const char *const words[] = {
	[PROOF_FINE] = "OK",
	[PROOF_TYPE] = "TYPE",
	[PROOF_ENCRYPTED] = "ENCRYPTED",
	[PROOF_DAMAGED] = "DAMAGED",
	[PROOF_EMPTY] = "EMPTY",
	[PROOF_TOO_LARGE_PICTURE] = "TOO_LARGE_PICTURE",
	[PROOF_TOO_MANY_PAGES] = "TOO_MANY_PAGES",
	[PROOF_TOO_LARGE] = "TOO_LARGE",
	[PROOF_TIMEOUT] = "TIMEOUT",
	[PROOF_SCRIPT] = "SCRIPT",
	[PROOF_UNABLE] = "UNABLE",
};

const char *
proof_word(enum proof p)
{
	return words[p];
}

const char *
proof_type(const char *name)
{
	static const char *const types[] = { "application/pdf", "image/jpeg", "image/png" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i], name) == 0)
			return types[i];
	return NULL;
}

const char *
proof_sentence(enum proof p)
{
	switch (p) {
	case PROOF_FINE:
		return "";
	case PROOF_TYPE:
		return "Filen er hverken en PDF, en JPEG eller en PNG, uanset hvad den hedder. Gem "
		       "brevet som PDF, og vedhæft det igen.";
	case PROOF_ENCRYPTED:
		return "Filen er en krypteret PDF. Gem den uden adgangskode, og vedhæft den igen.";
	case PROOF_DAMAGED:
		return "Filen kan ikke læses til ende; den er beskadiget eller kun hentet halvt. "
		       "Hent eller scan den igen, eller udskriv den til en ny PDF, og vedhæft den.";
	case PROOF_EMPTY:
		return "Filen er tom. Vælg en fil, der indeholder brevet.";
	case PROOF_TOO_LARGE_PICTURE:
		return "Billedet er for stort: højst 12.000 punkter på hver led og 64 millioner i "
		       "alt. Gem det mindre, og vedhæft det igen.";
	case PROOF_TOO_MANY_PAGES:
		return "Filen har over 200 sider. Vedhæft kun de sider, der hører til brevet.";
	case PROOF_TOO_LARGE:
		return "Filen fylder over 20 MB. Gem den mindre, og vedhæft den igen.";
	case PROOF_TIMEOUT:
		return "Filen er for tung at læse. Udskriv den til en ny PDF, og vedhæft den i "
		       "stedet.";
	case PROOF_SCRIPT:
		return "Filen indeholder et program (JavaScript), som kan ændre, hvad den viser. "
		       "Udskriv den til en ny PDF, og vedhæft den i stedet.";
	case PROOF_UNABLE:
		return "Filen kunne ikke undersøges lige nu. Prøv igen om lidt.";
	}
	return "";
}

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
start(const char *program, int fd, pid_t *pid)
{
	static char name[] = "logbook-proof", locale[] = "LC_ALL=C.UTF-8";
	char *argv[] = { name, NULL }, *environment[] = { locale, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	bool fine;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&how);
	fine = describe_child(&files, &how, fd) &&
	    posix_spawn(pid, program, &files, &how, argv, environment) == 0;
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

/* False at the end of the answer. */
static bool
receive_some(struct talk *t)
{
	ssize_t n = recv(t->fd, t->answer + t->n, ANSWER - t->n, MSG_DONTWAIT);

	if (n < 0)
		return errno == EAGAIN || errno == EINTR;
	t->n += (size_t)n;
	return n > 0 && t->n < ANSWER;
}

/* The whole talk; false when time ran out. */
static bool
talk(struct talk *t)
{
	int64_t end = milliseconds() + PROVE_SECONDS * 1000, left;

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

static enum proof
proof_of_word(const char *word)
{
	for (size_t i = 1; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], word) == 0)
			return (enum proof)i;
	return PROOF_DAMAGED;
}

/* "OK application/pdf 2" or "NO ENCRYPTED". */
static enum proof
understand(const char *answer, struct proved *out)
{
	char first[3], second[30], third[12];
	const char *type;
	uint32_t pages;
	int n = sscanf(answer, "%2s %29s %11s", first, second, third);

	if (n == 2 && strcmp(first, "NO") == 0)
		return proof_of_word(second);
	if (n != 3 || strcmp(first, "OK") != 0 || (type = proof_type(second)) == NULL ||
	    !number_u32(third, &pages) || pages == 0 || pages > PROVE_PAGES)
		return PROOF_DAMAGED;
	*out = (struct proved){ type, pages };
	return PROOF_FINE;
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

enum proof
prove_file(const char *program, const struct bytes *file, struct proved *out)
{
	struct talk t = { .rest = *file };
	int ends[2];
	bool started, in_time, well;

	if (file->n > PROVE_LARGEST)
		return PROOF_TOO_LARGE;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return PROOF_UNABLE;
	t.fd = ends[0];
	started = start(program, ends[1], &t.pid);
	close(ends[1]);
	in_time = started && talk(&t);
	close(t.fd);
	if (!started) {
		log_warn("prove: %s cannot be started", program);
		return PROOF_UNABLE;
	}
	well = ended_well(t.pid, in_time);
	if (!in_time)
		return PROOF_TIMEOUT;
	return well ? understand(t.answer, out) : PROOF_DAMAGED;
}
