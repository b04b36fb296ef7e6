/* SPDX-License-Identifier: MPL-2.0
 *
 * From the browser's secret to a subject.
 */
#ifndef IDENTIFY_H
#define IDENTIFY_H

#include "db.h"
#include "request.h"
#include "subject.h"

enum presence {
	PRESENT, /* logged in: who is set */
	ABSENT,  /* no session that we know */
	RAN_OUT, /* a session that nobody ended and that is over: person is set, who is not */
	HALF_WAY /* password given, one-time code still asked for */
};

struct identity {
	enum presence presence;
	const struct subject *who;
	uint32_t person;
	bool due; /* time to note that the session is alive */
};

/* Asks the database, in the transaction that is open. */
struct identity identify(struct request *);

#endif
