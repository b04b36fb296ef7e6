/* SPDX-License-Identifier: MPL-2.0
 *
 * Courses (domain 8): what state each is in, what fulfils what, until when it is to be done, and how
 * much of it may be missed.  The database holds what must never happen as triggers; here it is decided
 * what pages say and offer.
 */
#ifndef COURSE_RULE_H
#define COURSE_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "day.h"

enum course_state {
	COURSE_MISSING, /* nothing has happened, or the certificate was taken back */
	COURSE_CLAIMED, /* a certificate waits to be verified */
	COURSE_REFUSED, /* a certificate was not verified */
	COURSE_NOT_PASSED,
	COURSE_RESET,       /* was approved; the secretariat has undone it */
	COURSE_APPROVED,    /* by who held it: "Godkendt" */
	COURSE_OTHER_BASIS, /* final (R-KUR-11) */
	COURSE_MERIT,
	COURSE_VERIFIED, /* by a certificate (R-KUR-30) */
	COURSE_STATES
};

/* From the words of the database; COURSE_MISSING for NULL. */
enum course_state course_state_of(const char *status, const char *kind);
/* What the screen says: "Mangler", "Godkendt andet grundlag" (R-KUR-16). */
const char *course_state_title(enum course_state);
/* Is the course done with?  One that is counts in the gate, whichever of the four ways it was. */
bool course_is_done(enum course_state);
/* May the doctor send a certificate for it? */
bool course_may_be_claimed(enum course_state);

/* The most that may be missed of so many hours: a tenth (R-KUR-24), nothing of a course that is
 * approved for full attendance alone (R-KUR-03). */
uint32_t course_absence_most(uint32_t hours, bool whole);
/* An hour missed makes a half day of three hours missed, the next another (R-KUR-24). */
uint32_t course_half_days(uint32_t absent);
/* Why nobody can be approved who missed that much; NULL when they can.  Above a tenth it needs
 * words on how it was made up. */
const char *course_absence_fault(uint32_t hours, bool whole, uint32_t absent, bool made_up);

/* At most 210 hours of specialty courses in all (R-KUR-20). */
enum { SERIES_HOURS_MOST = 210 };
bool series_has_room(uint32_t hours_so_far, uint32_t more);

/* Something that is to be heeded on the day of a course, for nobody to be refused by: the sentences, and how
 * many.  last_part: months left at most, 0 for no matter; hu_until: the day after the last of the main
 * training, no day where there is none; needs: name of the course that is to be done before, NULL for
 * none; done: is it (R-KUR-02, R-KUR-03)? */
enum { COURSE_WARNINGS = 2 };
size_t course_warnings(uint32_t last_part, struct day hu_until, const char *needs, bool done,
    struct day on, const char *sentences[COURSE_WARNINGS]);

/* The day after the last on which it should be done: so many months from the beginning (general
 * practice: half of them), the end of the training where within is 0. */
struct day course_due(uint32_t within, const char *specialty, struct day since, struct day until);

/* R-KUR-12: from when the secretariat may approve on another basis: main training half a year before
 * the end, KBU and introduction in the last month. */
struct day course_basis_from(const char *stage, struct day until);

/* How a series stands (R-KUR-25): required parts, how many of them are done, and how many are not done
 * because they were reset.  A part that came later asks nothing of who has the approval. */
enum series_state {
	SERIES_NO_PARTS, /* nobody has said which courses there are */
	SERIES_PARTS_MISSING,
	SERIES_WHOLE,    /* may be approved */
	SERIES_APPROVED, /* locked */
	SERIES_BROKEN    /* approved, and a part of it was reset since: the secretariat is to act */
};
enum series_state series_state_of(bool approved, uint32_t parts, uint32_t done, uint32_t lost);

/* Limits in characters; LOOKED_UP: participants looked for by one person in a day and a night. */
enum {
	COURSE_WORDS_MOST = 2000,
	RUN_NAME_MOST = 60,
	RUN_PLACE_MOST = 200,
	SEATS_MOST = 60,
	PARTICIPANTS_LOOKED_UP_MOST = 1000
};

#endif
