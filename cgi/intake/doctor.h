/* SPDX-License-Identifier: MPL-2.0
 *
 * A doctor with courses and elements as the database has them, and what a file makes of them:
 * courses that are new or told differently, elements that came, moved, went and came again, the
 * lists that bind (R-MAL-01, R-MAL-02), and the role for the time of training (R-DM-05).
 */
#ifndef DOCTOR_H
#define DOCTOR_H

#include "queries/intake.h"
#include "work.h"

struct doctor {
	uint32_t id;
	struct courses_held *courses;
	struct elements_held *elements;
	struct pins_held *pins;
	size_t ncourses, nelements, npins;
	struct text said; /* what changed, a line each */
	bool changed;
	bool grew;      /* a course came */
	uint32_t fresh; /* the course that came last */
};

/* What is there; id 0 is somebody new. False: db_failed() tells. */
bool doctor_read(struct work *, uint32_t id, struct doctor *);

/* Why the course cannot be stored, in Danish; NULL when it can.  To be asked before anything is
 * written. */
const char *course_fault(struct work *, const struct intake_course *);
const char *elements_fault(struct work *, const struct intake_element *, size_t n);

/* The course that has this name where it comes from; NULL when the doctor has none. */
struct courses_held *
doctor_course(const struct doctor *, enum intake_origin, const char *source_id);

/* The course as it is told now, elements and lists with it. */
void course_take(struct work *, struct doctor *, const struct intake_course *);

/* The elements of a course as they are from now on.  One that is not told of and begins after
 * that day is no longer to be.  agreement 0: none. */
void elements_take(struct work *, struct doctor *, const struct courses_held *,
    const struct intake_element *, size_t n, struct day begun_by, uint32_t agreement);
/* The first day and the day after the last of the course, with these elements. */
void course_span(const struct doctor *, struct courses_held *, const struct intake_element *,
    size_t n, struct day begun_by);
/* Stores the span where it differs from was. */
void course_span_store(
    struct work *, struct doctor *, const struct courses_held *was, const struct courses_held *);

/* The role of a doctor in training, from the first day of the first course. */
void doctor_role(struct work *, struct doctor *);
/* The first day of the course that is not over and begins first; no day without. */
struct day doctor_begins(const struct work *, const struct doctor *);

/* A line more of what changed. */
void doctor_say(struct doctor *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What a diff says, if it says anything. */
void doctor_say_diff(struct doctor *, const struct diff *);

/* Is it an element from elsewhere that is not told of any more, and had not begun by then? */
bool element_is_dropped(
    const struct elements_held *, const struct intake_element *, size_t n, struct day begun_by);

#endif
