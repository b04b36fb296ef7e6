/* SPDX-License-Identifier: MPL-2.0
 *
 * Assessment cards (kompetencekort, domain 6.6): the states of one, what its sub-goals are rated
 * with, and what is missing before a goal can be approved.  The database holds the same rules as
 * triggers (schema/rules/card.sql).
 */
#ifndef CARD_H
#define CARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

enum card_state {
	CARD_NONE,
	CARD_STARTED, /* a draft, seen by the doctor alone */
	CARD_SENT,
	CARD_WITHDRAWN,
	CARD_RETURNED,
	CARD_APPROVED, /* locked */
	CARD_STATES
};

/* From the word of the database; CARD_NONE for NULL. */
enum card_state card_state_of(const char *status);
/* "Kladde", "Sendt", "Godkendt": what the screen says. */
const char *card_title(enum card_state);
/* May the doctor write on it; take it back? */
bool card_may_be_written(enum card_state);
bool card_may_be_taken_back(enum card_state);

enum card_scale { CARD_GODKENDT, CARD_FEM };
enum { CARD_PARTS = 60, CARD_TOPIC = 300, CARD_WORDS = 4000, CARD_ENTRY_WORDS = 500 };

enum card_scale card_scale_of(const char *word);
/* The signs that a sub-goal may be rated with, besides '-' for none: "SG" or "12345". */
const char *card_signs(enum card_scale);
/* "Skal forbedres", "Godkendt", "3"; "Ikke vurderet" for '-' and whatever is no sign. */
const char *card_sign_title(enum card_scale, char sign);
/* Can a card with these marks be approved: every sub-goal rated, none "Skal forbedres"? */
bool card_marks_suffice(enum card_scale, const char *marks, size_t parts);

/* What a goal needs of one method, and how much there is. */
struct card_want {
	const char *method;
	uint32_t target, have;
	bool instead; /* a merit note stands in its place (R-KOM-07) */
};
bool card_want_is_met(const struct card_want *);
/* "Mangler: mini-CEX 2/3, Journalaudit 0/2." (T-063); NULL when all is there. */
const char *card_missing(struct arena *, const struct card_want *, size_t n);

#endif
