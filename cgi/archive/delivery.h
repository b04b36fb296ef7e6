/* SPDX-License-Identifier: MPL-2.0
 *
 * A delivery to the archives: every logbook that was asked for in one folder, and the rows that say so.
 */
#ifndef DELIVERY_H
#define DELIVERY_H

#include "db.h"

/* What the process ends with; told in --help. */
enum result { DONE, STOPPED, MISUSED, NO_DATABASE, NO_FOLDER, BROKEN_OFF };

struct delivery {
	const char *folder;
	const char *region; /* name or code of a training region; NULL: all of Denmark */
	struct day before;  /* of doctors whose last day of training was before that day */
	struct day today;
	struct moment now;
	const char *operator; /* the Unix user */
};

/* All of it, or nothing: then there is no folder and no row, and standard error says why.  One logbook is in memory
 * at a time.  Ends with BROKEN_OFF soon after deliver_break_off. */
enum result deliver(struct db *, const struct delivery *);
/* For a signal. */
void deliver_break_off(int);

#endif
