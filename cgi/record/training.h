/* SPDX-License-Identifier: MPL-2.0
 *
 * A doctor's courses of training with all that hangs on their time: elements, agreements, how
 * elements moved, absence and the ten per cent of each element.  What pages, prints, the
 * calculator and the attestations stand on, so that they all say the same.
 *
 * Whether an agreement makes up for absence (R-ATT-10) is read from what agreements did to the
 * element: the days by which those in force made it longer, part time not counted in, and the
 * replacement posts of the course that follow it.  It is made up for when these are at least all
 * of the absence (R-TID-03), whether they were agreed before the absence or after.
 */
#ifndef TRAINING_H
#define TRAINING_H

#include "absence.h"
#include "db.h"
#include "queries/time.h"
#include "subject.h"

enum element_state {
	ELEMENT_PLANNED,
	ELEMENT_CURRENT,
	ELEMENT_ENDED,
	ELEMENT_CANCELLED,
	ELEMENT_REPLACED
};

struct training_element {
	const struct time_elements *row;
	enum element_state state;
	bool sees;                        /* may who asks see its absence? */
	struct absence_sum absence;       /* of what is not taken out, within the element */
	struct absence_standing standing; /* none for a cancelled one */
};

struct training_course {
	const struct time_courses *row;
	const struct training_element *elements; /* in the order of their days */
	size_t n;
	const struct time_agreements *const *agreements; /* oldest first */
	size_t nagreements;
};

/* Everything lies in the arena of the connection. */
struct training {
	uint32_t doctor;
	const char *name;                      /* of the doctor */
	const struct training_course *courses; /* the first begun first */
	size_t n;
	const struct time_changes *changes; /* of all elements, oldest first */
	size_t nchanges;
	const struct time_absences *absences; /* of all elements, by their first day */
	size_t nabsences;
};

/* NULL when the doctor has no course or is not within reach today, or the database failed
 * (db_failed tells). */
const struct training *training_of(struct db *, const struct subject *, uint32_t doctor);

/* An element of it, and its course (NULL to not ask); NULL when it is none of the doctor's. */
const struct training_element *
training_element(const struct training *, uint32_t element, const struct training_course **course);

/* Are they one training: of one stage and specialty, none cancelled?  A course that was moved to another region, or
 * taken up again, goes on in another row. */
bool training_is_one(const struct time_courses *, const struct time_courses *);
/* The day after the last of the training that the course is of. */
struct day training_until(const struct training *, const struct training_course *);

/* The elements of that training that are not cancelled, in the order of their days. */
const struct training_element *const *training_elements(
    struct arena *, const struct training *, const struct training_course *, size_t *n);

/* "Igangværende": what the screen says. */
const char *element_state_title(enum element_state);

#endif
