/* SPDX-License-Identifier: MPL-2.0
 *
 * Everything that waits for one person in the role in use, besides requests for approval: cards,
 * attestations, originals on paper, files, certificates, plans and talks.  Each is answered on its own page.
 */
#ifndef QUEUE_H
#define QUEUE_H

#include "gate.h"

struct queue_row {
	struct url at;
	const char *doctor, *what, *detail; /* detail is NULL for none */
	struct day since;                   /* it waits from that day */
	const char *waited;
};

struct queue {
	const struct queue_row *rows; /* the longest waiting first */
	size_t first;                 /* of them that are shown at once; the others are folded up */
	size_t n;
};

/* Also says in the tabs of the page how many of each wait; requests of them are the page's own. */
const struct queue *
queue_of(struct request *, const struct subject *, struct head *, size_t requests);
void queue_part(struct html *, const struct queue *);

#endif
