/* SPDX-License-Identifier: MPL-2.0
 *
 * What is expected in this post (R-UI-03): the placement that a list gives a goal, matched with the
 * doctor's employments.  The words are described in schema/seed/curricula/README.md.
 */
#ifndef PLACEMENT_H
#define PLACEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "day.h"

enum due {
	DUE_UNPLACED, /* the list does not say, or not in words that can be matched */
	DUE_EARLIER,  /* in an employment that is over */
	DUE_NOW,
	DUE_LATER,
	DUES
};

/* An employment of the course that carries the list; in the order of time. */
struct placed {
	bool practice;           /* general practice, or a placeholder for one */
	struct day since, until; /* until: the day after the last */
};

/* When a goal of that placement is due, for a doctor with these employments, that day.  Of several
 * that fit, the present one counts, then the next to come. */
enum due placement_due(const char *placement, const struct placed *, size_t n, struct day today);

/* "Dette delforløb", "Tidligere delforløb", …: what the screen says. */
const char *due_title(enum due);
/* "nu", "tidligere", "senere", "uden": the word in an address; DUES for none of them. */
const char *due_word(enum due);
enum due due_of_word(const char *);

#endif
