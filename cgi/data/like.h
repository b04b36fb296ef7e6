/* SPDX-License-Identifier: MPL-2.0
 *
 * What somebody typed as a pattern of LIKE: what is special there stands for itself.
 */
#ifndef LIKE_H
#define LIKE_H

#include "arena.h"

/* before: "%" for any part of a word, "" for its beginning; anything may follow.  The arena's. */
const char *like_of(struct arena *, const char *before, const char *typed);

#endif
