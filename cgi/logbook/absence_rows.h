/* SPDX-License-Identifier: MPL-2.0
 *
 * How absence stands in many elements at once, from the rows of one statement: what a list of doctors
 * says, as the page of one doctor says it (absence_stand).
 */
#ifndef ABSENCE_ROWS_H
#define ABSENCE_ROWS_H

#include "absence.h"

enum absence_row_kind {
	ABSENCE_SPELL, /* registered, and not taken out */
	ABSENCE_MOVE,  /* a supplementary agreement in force moved the end on */
	ABSENCE_POST   /* a replacement post that follows the element */
};

/* since and until: of the spell, of the element after the move, of the post. */
struct absence_row {
	uint32_t element;
	enum absence_row_kind kind;
	uint32_t id, type; /* of a spell */
	bool counts;
	struct day since, until;
	struct day was_since, was_until; /* before a move, */
	int was_fraction, fraction;      /* and the fractions before and after */
};

/* By the statement's word: "SPELL", "MOVE", "POST". */
enum absence_row_kind absence_row_kind_of(const char *word);

/* How it stands in the element from since to until (the day after the last).  The rows are in the order
 * of their elements. */
struct absence_standing absence_standing_of(struct arena *, const struct absence_row *, size_t n,
    uint32_t element, struct day since, struct day until);

#endif
