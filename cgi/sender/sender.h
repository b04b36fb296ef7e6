/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-send: what doctors have ordered is frozen, signed, closed and carried to Styrelsen for
 * Patientsikkerhed.  An order is taken by a lease and goes from step to step, each of which is one
 * transaction; killed at any point, the next round goes on where it was, and two programs at once do
 * everything once.
 *
 *   logbook-send           all that is due now, and ends: for a timer, and for tests
 *   logbook-send --stay    the same again every second, until it is told to stop (TERM)
 *   logbook-send --prepare its statements, proved under its account
 */
#ifndef SENDER_H
#define SENDER_H

#include "config.h"
#include "db.h"
#include "queries/submission_send.h"
#include "secret.h"

struct sender {
	struct arena *arena; /* emptied after each order */
	struct db *db;
	const struct config *config;
	struct moment now; /* of this round */
	struct day today;
	unsigned char holder[16]; /* who we are in the leases: new for each process */
};

/* How long a lease holds; it is renewed while something is carried. */
enum { LEASE = 60, LEASE_RENEWED = 15 };

/* Where an order is after a step. */
enum went {
	WENT_ON,    /* a step was done: there may be another at once */
	WENT_OVER,  /* nothing more is to be done */
	WENT_LATER, /* hindered: the lease is given back, it is tried again */
	WENT_LOST   /* the database failed, or somebody else has it: left as it is */
};

/* freeze.c: ORDERED → BUILT or STOPPED. */
enum went order_freeze(struct sender *, const struct send_order *);
/* carry.c: BUILT → SENT. */
enum went order_carry(struct sender *, const struct send_order *);
/* It is tried again after a while that grows; said is one line for those who look, in Danish, and detail what
 * a machine said, for the log alone ("" for nothing). */
enum went
order_later(struct sender *, const struct send_order *, const char *said, const char *detail);
/* Renews the lease; false when somebody else has it by now. */
bool order_keep(struct sender *, uint32_t submission);

/* tell.c: within the transaction of the step. */
void tell_sent(struct sender *, const struct send_order *);
void tell_stopped(struct sender *, const struct send_order *);
/* Those that wait longer than a day: the secretariat and the project leaders, once a day. */
void tell_of_late(struct sender *);

/* pieces.c: bytes in and out of the database, in pieces that fit a packet. */
void pieces_put(struct db *, uint32_t submission, const char *what, struct bytes);
/* False when there are none, or not all. */
bool pieces_get(struct db *, struct arena *, uint32_t submission, const char *what, struct bytes *);

#endif
