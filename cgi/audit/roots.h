/* SPDX-License-Identifier: MPL-2.0
 *
 * Roots: where every doctor's chain ended on a day, kept outside the database.  One line for
 * each doctor, and one over all of them:
 *
 *	17 7 5f1d…            doctor, n, hash of link n
 *	root 1 7 a03b…        doctors, links, keyed hash of all lines above
 *
 * The chain key is needed to make such a file, so that nobody else can hand one in.
 */
#ifndef AUDIT_ROOTS_H
#define AUDIT_ROOTS_H

#include <stdio.h>

#include "logbook.h"

/* Writes the roots of all chains in the caller's transaction.  The answer is the number of
 * heads that their seals do not fit: each is named on standard error, and the last line is
 * then left out.  Asks db_failed() for failure of the database. */
uint64_t roots_write(struct db *, struct arena *room, FILE *out);

/* A file of roots that is being read, by doctor. */
struct roots {
	FILE *in;
	const char *path;
	uint32_t doctor, n; /* the line that is next; doctor is 0 after the last */
	char hash[HASH_BYTES * 2 + 1];
};

/* Reads the file to its end and holds it against its own last line.  False after saying on
 * standard error what is wrong with it. */
bool roots_open(struct roots *, const char *path);
/* Goes on to the next line. */
void roots_next(struct roots *);
void roots_close(struct roots *);

/* Does the doctor's chain still hold the link that the file knows?  Says it when not. */
bool root_holds(struct arena *, const struct roots *, const struct logbook *);

#endif
