/* SPDX-License-Identifier: MPL-2.0 */
#include "words.h"

#include <string.h>

#include "text.h"

/* The word as a pattern of LIKE: what is special there stands for itself, % at its end. */
static const char *
pattern(struct arena *a, const char *word, size_t n)
{
	struct text t = { .arena = a };

	word = utf8_clip(a, arena_format(a, "%.*s", (int)n, word), ENDING_MOST);
	for (; *word != '\0'; word++) {
		if (strchr("%_\\", *word) != NULL)
			text_add(&t, "\\", 1);
		text_add(&t, word, 1);
	}
	text_add(&t, "%", 1);
	return t.at;
}

struct words
words_typed(struct arena *a, const char *typed)
{
	struct words w = { .like = { "", "", "", "" } };
	size_t longest = 0;

	for (const char *p = typed; *p != '\0' && w.n < WORDS; p += strspn(p, " ")) {
		size_t n = strcspn(p, " "),
		       letters = utf8_count(arena_format(a, "%.*s", (int)n, p));
		const char *like = pattern(a, p, n);

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
