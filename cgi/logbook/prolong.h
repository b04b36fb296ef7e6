/* SPDX-License-Identifier: MPL-2.0
 *
 * What a leave, or part time, would do to a course of training before anything is agreed
 * (domain 5.1, 5.3): the end of the element, the elements after it, the end of the course.
 * Nothing is stored; agreements are made by the places and the secretariat.
 *
 * The course is frozen while the leave lasts: when the absence of the element passes the ten per
 * cent, all of it is made up, to a month's end (R-TID-03), and what follows moves by the same, so
 * that changes fall on the 1st.  After maternity an element may begin on any day.
 */
#ifndef PROLONG_H
#define PROLONG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

/* Where an element lies; until is the day after the last. */
struct prolong_span {
	struct day since, until;
};

enum prolong_kind { PROLONG_LEAVE, PROLONG_PART_TIME };

struct prolong_asked {
	enum prolong_kind kind;
	const struct prolong_span *elements; /* of the course, in the order of their days */
	size_t n, at;                        /* how many; which of them it begins in */
	struct day course_until;
	struct day since; /* the first day of the leave, or of part time; within that element */
	/* of a leave */
	struct day until;   /* the first day back; may lie after the element */
	const char *title;  /* "Anden orlov" */
	bool counts, birth; /* towards the ten per cent; maternity */
	int32_t length;     /* the element's fixed length (absence_standing) */
	int32_t before;     /* days that count and are registered in the element already */
	int32_t made_up;    /* of which agreements have made up for */
	/* of part time */
	int fraction_before, fraction; /* per cent; fraction is the lower */
};

struct prolong_answer {
	bool moves;    /* false: nothing is to be moved, and why is in the steps */
	int32_t total; /* of a leave: absence of the element with it */
	int32_t by;    /* days the element is prolonged by, before the month's end */
	const struct prolong_span *elements; /* as they would be; n of them as asked */
	struct day course_until;
	const char *const *steps; /* the reckoning in Danish, one sentence or two a step */
	size_t nsteps;
};

struct prolong_answer prolong(struct arena *, const struct prolong_asked *);

/* The first day on which documentation could be sent: the last month of KBU (R-STPS-07), six
 * months before the end of main training (R-STPS-10); no day for the others. */
struct day prolong_sending(const char *stage, struct day course_until);

#endif
