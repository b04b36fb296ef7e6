/* SPDX-License-Identifier: MPL-2.0
 *
 * The states of an approval and which may follow which (domain 6.4).  The database holds
 * the same rules as triggers; here they decide what a page offers.
 */
#ifndef APPROVAL_H
#define APPROVAL_H

#include <stdbool.h>

#include "role.h"

enum approval_state {
	APPROVAL_NONE, /* never asked */
	APPROVAL_REQUESTED,
	APPROVAL_WITHDRAWN, /* taken back by the doctor */
	APPROVAL_RETURNED,  /* sent back with a reason */
	APPROVAL_APPROVED,  /* locked: only the secretariat can undo it */
	APPROVAL_MERIT,     /* approved as merit */
	APPROVAL_PARTLY,    /* in part, with words on what remains; then asked again */
	APPROVAL_RESET,     /* the secretariat struck the approval (R-NUL-01) */
	APPROVAL_STATES
};

/* From the words of the database; APPROVAL_NONE for NULL. */
enum approval_state approval_state_of(const char *status, const char *kind);
/* "Godkendt", "Anmodet", …: what the screen says. */
const char *approval_title(enum approval_state);

/* May the doctor ask for it, take it back; is it locked? */
bool approval_may_be_asked(enum approval_state);
bool approval_may_be_withdrawn(enum approval_state);
bool approval_is_locked(enum approval_state);
/* May an approver approve it, or a part of it, without being asked (domain 6.4)?  What was asked is
 * answered instead. */
bool approval_may_be_given_unasked(enum approval_state);

/* Who may approve a competency (R-ROL-05, R-KOM-06): by the competency's rule and the role in use. */
bool approval_may_be_given(const char *approver_rule, enum role);
/* Who must, as the screen says it: "Kan kun godkendes af tutorlægen."; NULL when anybody may. */
const char *approval_who_must(const char *approver_rule);

/* The doctor's own rating, 1 to 5. */
enum { RATING_LEAST = 1, RATING_MOST = 5 };
/* Limits in characters. */
enum { WORDS_MOST = 4000, REASON_MOST = 4000 };

#endif
