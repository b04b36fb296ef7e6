/* SPDX-License-Identifier: MPL-2.0
 *
 * Runs a function in a process of its own, to see how it ends and what it says.
 */
#ifndef APART_H
#define APART_H

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* The exit status (0 when fn came back, the signal negated when one ended it), and what was
 * said on standard error, cut at n bytes, always ended. */
static inline int
run_apart(void (*fn)(void), char *said, size_t n)
{
	char rest[500];
	size_t got = 0;
	ssize_t more;
	int ends[2], status;
	pid_t child;

	if (pipe(ends) != 0 || (child = fork()) < 0)
		abort();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		fn();
		_exit(0);
	}
	close(ends[1]);
	while (got < n - 1 && (more = read(ends[0], said + got, n - 1 - got)) > 0)
		got += (size_t)more;
	said[got] = '\0';
	while (read(ends[0], rest, sizeof rest) > 0)
		continue;
	close(ends[0]);
	if (waitpid(child, &status, 0) != child)
		abort();
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

#endif
