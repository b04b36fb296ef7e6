/* SPDX-License-Identifier: MPL-2.0
 *
 * A program of its own for what is risky: it is started, told something, heard to its end and
 * gone when this answers.  One socket is its standard input and output.  It gets that and
 * nothing else: no open connection to the database, no environment of ours.
 */
#ifndef CHILD_H
#define CHILD_H

#include <stddef.h>

#include "text.h"

enum child_end {
	CHILD_WELL,     /* it ended with status 0 */
	CHILD_BADLY,    /* with another, by a signal, or it said more than there was room for */
	CHILD_TOO_LONG, /* it was ended when its time was up */
	CHILD_NOT       /* it could not be started */
};

/* What is told to it and what it has said; said is NUL-terminated, at most `most` bytes. */
struct child {
	const char *program; /* its path */
	const char *name;    /* its argv[0] */
	struct bytes told;
	unsigned seconds; /* that it may take */
	char *said;       /* room for most + 1 bytes */
	size_t most, n;
};

enum child_end child_run(struct child *);

#endif
