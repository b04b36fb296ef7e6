/* SPDX-License-Identifier: MPL-2.0
 *
 * A replacement number that later became a real one: two rows are one person (R-BRU-05).  The
 * one whose logbook has been written in goes on, with the real number; the other stays as a row
 * that is gone, with the replacement number, and points to it.
 */
#ifndef MERGE_H
#define MERGE_H

#include "import.h"

/* The two, and what follows from what is known of them. */
struct merging {
	struct merge_side replacement, real;
	bool keeps_replacement; /* the row with the replacement number goes on */
	const char *refusal;    /* NULL when they can be merged; else why not, and whom to ask */
	const char
	    *difference; /* NULL when name and birth date agree; else a warning to be ticked */
};

/* Which row goes on, and what is in the way. */
void merge_judge(struct arena *, struct merging *);

/* Does it, in the transaction that is open.  False when it could not be done: nothing may be
 * stored then. */
bool merge_carry_out(
    struct request *, const struct subject *, const struct merging *, const char *reason);

#endif
