/* SPDX-License-Identifier: MPL-2.0
 *
 * One row of a file goes into the logbook: a person with posts, an agreement, a leader of courses,
 * a place.  Matched by CPR number, then by the source's own number, never by name (R-BRU-04).
 */
#ifndef TAKE_H
#define TAKE_H

#include "intake.h"
#include "work.h"

/* How a person was told. */
struct person_told {
	bool waits; /* by a feed: courses come in on their day; else at once */
	struct day first_seen;
	/* As the same feed told before, NULL when it did not: what it says again is no news, and
	 * what somebody has put right by hand since then stays. */
	const struct intake_person *before;
};

struct taken {
	enum found what;
	const char *why; /* what changed, a line each; or why it was refused.  Never NULL */
	uint32_t person; /* 0: none */
	struct day next; /* when more of it is due; no day: never */
};

/* Why, where it was the database (work_was_refused): of a feed, and of a file that is shown. */
#define TAKE_REFUSED "Rækken kunne ikke gemmes i logbogen. Ring til driften, der kan se hvorfor."
#define TAKE_REFUSED_SHOWN \
	"Rækken kan ikke gemmes i logbogen, og en fil udføres hel eller slet ikke. Tag rækken ud af " \
	"filen, og ring til driften, der kan se hvorfor."

/* In the open transaction; when it is refused nothing was written.  Texts live in w->each. */
struct taken person_take(struct work *, const struct intake_person *, const struct person_told *);
struct taken agreement_take(struct work *, const struct intake_agreement *);
struct taken leader_take(struct work *, const struct intake_leader *);
/* Roles of leaders that the whole list does not hold any more end today: for the specialties
 * that it tells of. */
void leaders_end(struct work *, const struct intake_leader *, size_t n);
/* All of them: a place may stand before the one that it is part of. */
void places_take(struct work *, const struct intake_place *, size_t n);

#endif
