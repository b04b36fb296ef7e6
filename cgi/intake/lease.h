/* SPDX-License-Identifier: MPL-2.0
 *
 * What only one clock may do at a time.  Whoever holds the lease renews it while at work; one that
 * died lets go by time.  And one that only slept past its time stores nothing: its lease is asked
 * for once more in the very transaction of what it did.
 *
 * The time is the machine's, also in a try-out whose day was moved.
 */
#ifndef LEASE_H
#define LEASE_H

#include "db.h"

enum { LEASE_SECONDS = 60, LEASE_FRESH = 20, LEASE_HOLDER = 16 };

struct lease {
	const char *name;
	unsigned char holder[LEASE_HOLDER];
	int64_t kept; /* when it was last known to be ours */
};

/* A name of our own for as long as this process lives. */
void lease_begin(struct lease *, const char *name);

/* Takes it, or keeps it: asks the database only when it has not for LEASE_FRESH seconds.  False:
 * another clock holds it, or the database failed. */
bool lease_renew(struct db *, struct lease *);
void lease_let_go(struct db *, struct lease *);

/* In the open transaction, before its commit.  False: it must not be committed. */
bool lease_is_ours(struct db *, struct lease *);

#endif
