/* SPDX-License-Identifier: MPL-2.0
 *
 * What a merit needs (R-MER-02) and may cover.  The database holds the same rules as checks;
 * here they decide what a form is told.
 */
#ifndef MERIT_H
#define MERIT_H

#include <stdbool.h>

#include "approval.h"

/* Limit of the note, in characters. */
enum { MERIT_NOTE_MOST = 10000 };

/* What a merit stands on: at least one of the two (R-MER-02). */
enum merit_ground {
	MERIT_NOTHING, /* to be refused */
	MERIT_NOTE,
	MERIT_LETTER,
	MERIT_BOTH
};

/* The note as tidied text (NULL is none, as is ""); is a letter with it? */
enum merit_ground merit_ground(const char *note, bool letter);

/* Why there is no merit without either: what the field says, and what to do about it; NULL
 * when there is no fault. */
const char *merit_ground_fault(enum merit_ground);

/* May a merit cover a competency in that state?  Also one that was asked for: the merit
 * answers it; not one that is approved already. */
bool merit_may_cover(enum approval_state);

#endif
