/* SPDX-License-Identifier: MPL-2.0
 *
 * When what another system tells of comes into the logbook (domain 12.1), and which list binds.
 */
#ifndef INTAKE_RULE_H
#define INTAKE_RULE_H

#include "curriculum.h"
#include "intake.h"

/* The day on which the course comes in:
 *   KBU: 1 May for the autumn batch (starts August to October), 1 November of the year before for
 *        the spring batch (starts February to April); other starts: the 1st of the month of the
 *        start, or, where that is past, the 1st that is next when it is seen (T-020).
 *   INTRO: the 1st that is next when the record is seen first, which is the same day when that is
 *        a 1st; where the start is earlier than that, still that 1st: whoever cannot wait imports
 *        by hand (T-022, T-023).
 *   HU, EVAL: the 1st of the month after its round was closed; where that day is not known, as
 *        INTRO. */
struct day intake_due(const struct intake_course *, struct day first_seen);

/* From which day its doctor is shown among Brugere, when they were not before: KBU doctors from
 * the day they come in, others from the first day of the first element (R-UI-02). */
struct day intake_shown_from(const struct intake_course *, struct day due);

/* The day on which the mail with access goes out: the first day of the first element, or today
 * where that is past (T-021). */
struct day intake_access_due(const struct intake_course *, struct day today);

/* One version of a list that could bind. */
struct list_offered {
	uint32_t id;
	enum curriculum_basis basis;
	struct day cutoff;
};
/* Which of the versions of one list (same stage and specialty) binds a course (R-MAL-01, R-MAL-02,
 * T-066): of those whose cut-off the day of their basis reaches, the one with the latest cut-off;
 * 0 when none does.  *day is the day that was held against it.  A basis that is not known is
 * taken from the next that is: besat, opslået, ansat, påbegyndt, and round again. */
uint32_t list_that_binds(
    const struct list_offered *, size_t n, const struct intake_course *, struct day *day);

#endif
