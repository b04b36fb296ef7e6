/* SPDX-License-Identifier: MPL-2.0
 *
 * What a person is found by.  The table person_word holds every ending of every word of the
 * name, so that whatever part of it is typed begins one of them and the index finds it.
 * Pure: a name and an e-mail address in, endings out.
 */
#ifndef FIND_WORDS_H
#define FIND_WORDS_H

#include <stddef.h>

#include "arena.h"

/* Letters: code points, where a combining mark belongs to the letter before it. */
enum {
	FIND_LEAST = 2, /* letters of the shortest ending */
	FIND_MOST = 60, /* code points that the column holds; longer ones are cut there */
};

/* Every ending of each word of the name, then the whole e-mail address and what stands
 * before its @; each once, in upper and lower case as given, for the column folds them.
 * Answers how many; *out lives in the arena.  Both texts are valid UTF-8. */
size_t find_words(struct arena *, const char *name, const char *email, const char *const **out);

#endif
