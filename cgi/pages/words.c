/* SPDX-License-Identifier: MPL-2.0 */
#include "words.h"

#include <string.h>

#include "like.h"
#include "text.h"

struct words
words_typed(struct arena *a, const char *before, const char *typed)
{
	struct words w = { .like = { "", "", "", "" } };
	size_t longest = 0;

	for (const char *p = typed; *p != '\0' && w.n < WORDS; p += strspn(p, " ")) {
		size_t n = strcspn(p, " "),
		       letters = utf8_count(arena_format(a, "%.*s", (int)n, p));
		const char *like = like_of(
		    a, before, utf8_clip(a, arena_format(a, "%.*s", (int)n, p), ENDING_MOST));

		w.like[w.n++] = like;
		if (letters > longest) {
			w.like[w.n - 1] = w.like[0];
			w.like[0] = like;
			longest = letters;
		}
		p += n;
	}
	if (longest < 2)
		w.n = 0;
	return w;
}
