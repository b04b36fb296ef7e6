/* SPDX-License-Identifier: MPL-2.0
 *
 * What the doctor may send today, and what Afsend and Eftersend share.
 */
#ifndef JOURNAL_SEND_MAY_H
#define JOURNAL_SEND_MAY_H

#include "form_once.h"
#include "send.h"

struct send_may {
	bool applies; /* the doctor has a course that this licence follows on */
	bool main;    /* the main package can be ordered: nothing is missing, none is under way */
	bool extra;   /* one was sent: a supplement can be ordered (R-STPS-17) */
	const char *bar; /* why the main package cannot, a sentence; NULL */
};

/* From what is ready (NULL: the kind does not apply) and what was ordered. */
struct send_may
send_may_of(struct arena *, const struct ready *, const struct submissions_own *, size_t n);
/* The same, and reads both.  False when the database failed. */
bool send_may_now(struct request *, const struct subject *, enum sending_kind, struct send_may *);

/* A form that has done its work already leads to where it led: true when it has, and is answered. */
bool send_is_ordered(struct request *, const struct subject *, const struct form_once *);
const char *send_reference(struct arena *);
/* The first step of the order that was just inserted. */
bool send_add_ordered(struct request *, const struct subject *, const char *kind);
/* 400: a field of the form itself is missing. */
void send_not_whole(struct request *, const struct subject *);
/* 409: another tab was faster. */
void send_taken(struct request *, const struct subject *);

#endif
