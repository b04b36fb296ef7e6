/* SPDX-License-Identifier: MPL-2.0
 *
 * Who gives which role, and what it is tied to (domain 2.1, 2.2): asked by the pages that give
 * and end roles, and said once more by the triggers of schema/rules/account.sql.  Whoever may
 * give a role may end it; nobody gives or ends one of their own.
 */
#ifndef ROLE_RULE_H
#define ROLE_RULE_H

#include <stdbool.h>

#include "day.h"
#include "role.h"

enum role_answer {
	ROLE_MAY,
	ROLE_BY_TRAINER,   /* UAO or tutor makes supervisors, and nobody else (T-001) */
	ROLE_BY_OFFICE,    /* the secretariat of the region */
	ROLE_BY_LEADER,    /* the project leader (T-003) */
	ROLE_BY_TRAINING,  /* comes with a course of training, and goes with it */
	ROLE_BY_OPERATORS, /* whoever runs the logbook */
	ROLE_NOT_ONESELF
};

/* May somebody who acts as `giver` give `given` to somebody else, or end it? */
enum role_answer role_may_give(enum role giver, enum role given, bool to_oneself);

/* What to do instead, and who can; NULL for ROLE_MAY. */
const char *role_refusal(enum role_answer);

/* What a role reaches: each of these must be named when it is given. */
struct role_tie {
	bool department; /* a department */
	bool practice;   /* a practice, or one of a specialist */
	bool region;     /* a training region */
	bool specialty;
	bool course; /* one that is led or provided */
};
struct role_tie role_tie(enum role);

/* The days of a role as they are typed: the first, and the last or no day. */
enum role_days {
	ROLE_DAYS_FINE,
	ROLE_DAYS_NO_FIRST,
	ROLE_DAYS_OLD,
	ROLE_DAYS_LATE,
	ROLE_DAYS_TURNED
};
enum { ROLE_BACK = 365, ROLE_AHEAD = 2 * 365 }; /* days before and after today */
enum role_days role_days(struct day first, struct day last, struct day today);
const char *role_days_fault(enum role_days);

/* The day after the last that a role ended by hand has: today, at once, where no last day is
 * named; no day for a last day that has gone by, for what was done that day was done with right. */
struct day role_ends(struct day last, struct day today);

#endif
