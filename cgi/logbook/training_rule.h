/* SPDX-License-Identifier: MPL-2.0
 *
 * What a course of training should look like (domain 5.1), and what is told when it does not
 * (R-FOR-01).  Courses are planned elsewhere: nothing here is ever refused, only warned of.
 */
#ifndef TRAINING_RULE_H
#define TRAINING_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

/* An element that is not cancelled; until is the day after the last. */
struct rule_element {
	uint32_t id, unit;
	const char *place;
	struct day since, until;
	int fraction;
	const char *kind;           /* ORDINARY, REPLACEMENT, PART_TIME, COURSE_ONLY */
	uint32_t specialty;         /* of the place; 0 where it is not known */
	const char *specialty_code; /* "" likewise */
	bool is_practice;
};

struct rule_course {
	const char *stage;                   /* KBU, INTRO, HU, EVAL */
	uint32_t specialty;                  /* 0 for none */
	const char *region;                  /* OEST, SYD, NORD */
	const struct rule_element *elements; /* in the order of their days */
	size_t n;
};

enum course_warning {
	WARN_TWO_PLACES,    /* HU: not two places of 12 months in the specialty, one in one piece */
	WARN_SIX_MONTHS,    /* less than six months in one piece at a place */
	WARN_PART_TIME,     /* less than full time: for which reasons it may be */
	WARN_LOW_FRACTION,  /* below half (T-046) */
	WARN_NOT_THE_FIRST, /* does not begin on the 1st of a month */
	WARN_KBU_FIRST,     /* KBU begins in general practice */
	WARN_KBU_PSYCHIATRY, /* Øst: KBU begins in psychiatry */
	WARN_KBU_SAME,       /* KBU: both halves in the same specialty */
	WARN_KBU_LENGTH      /* KBU: not two halves of six months */
};

struct course_fault {
	enum course_warning what;
	uint32_t element; /* its id; 0 for the whole course */
	const char *sentence;
};

/* What is to be warned of, of the whole course first; *n of them, in the arena. */
const struct course_fault *course_faults(struct arena *, const struct rule_course *, size_t *n);

#endif
