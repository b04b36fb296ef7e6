/* SPDX-License-Identifier: MPL-2.0
 *
 * What was typed to find a person, as patterns for person_word.ending: what begins an ending
 * is some part of the name or of the e-mail address.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

#include "arena.h"

enum { WORDS = 4, ENDING_MOST = 60 };

/* like[0] is of the longest word, so that the index finds few; those not used are "". */
struct words {
	const char *like[WORDS];
	size_t n;
};

/* The first four words of a tidied line.  No words at all when none has two letters: every
 * name would fit.  before: "" for patterns of endings, "%" for a column that holds the whole. */
struct words words_typed(struct arena *, const char *before, const char *);

#endif
