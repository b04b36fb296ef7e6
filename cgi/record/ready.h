/* SPDX-License-Identifier: MPL-2.0
 *
 * Whether a doctor's documentation may be sent to Styrelsen for Patientsikkerhed, and what is missing
 * (R-STPS-16): the facts gathered from the logbook, and what the rules of logbook/readiness say of them.
 * The pages of the doctor and of the secretariat show it; who sends asks the same once more.
 */
#ifndef READY_H
#define READY_H

#include "db.h"
#include "readiness.h"
#include "subject.h"

/* Everything lies in the arena of the connection. */
struct ready {
	enum sending_kind kind;
	const char *name;      /* of the doctor */
	const char *specialty; /* NULL for none: KBU */
	uint32_t course,
	    before; /* training_course: what is documented, the introduction to it or 0; each stands
	             * for all the courses that are one training with it */
	struct day since, until; /* of the training; until is the day after the last */
	struct ready_facts facts;
	struct ready_line lines[READY_RULES];
	size_t asked, missing; /* rules of this kind, and those not met */
	bool complete;         /* it may be sent today */
	struct day from; /* when it may be sent, if all that is missing comes as soon as it can */
	/* Of ready_latest: from is the first day that the rules allow, and no more was asked for. */
	bool distant;
	int64_t waiting; /* requests for approval that nobody has answered */
};

/* Of a doctor within reach, or of oneself.  Every kind that applies, that of the latest training first; how
 * many; 0 also when there is nothing to reach, or the database failed (db_failed tells). */
size_t ready_all(struct db *, const struct subject *, uint32_t doctor, struct day today,
    const struct ready *all[SENDING_KINDS]);
/* That of the latest training alone; NULL for none, likewise.  Until a year before it may be sent at the earliest
 * it is distant. */
const struct ready *
ready_latest(struct db *, const struct subject *, uint32_t doctor, struct day today);
/* NULL when the kind does not apply to the doctor, or as above. */
const struct ready *
ready_of(struct db *, const struct subject *, uint32_t doctor, enum sending_kind, struct day today);
/* The same for who sends what a doctor has ordered, and acts for nobody. */
const struct ready *
ready_to_send(struct db *, uint32_t doctor, enum sending_kind, struct day today);

/* Is there anybody but the doctor to remind of that rule: is it missing, and has their turn come? */
bool ready_may_remind(const struct ready *, enum ready_rule);

#endif
