/* SPDX-License-Identifier: MPL-2.0 */
#include "find_words.h"

#include <stdbool.h>
#include <string.h>

#include "text.h"

struct endings {
	struct arena *arena;
	const char **at;
	size_t n;
};

/* Does a letter begin here?  Not within a code point, and not at a combining mark
 * (U+0300 to U+036F), which belongs to the letter before it. */
static bool
is_letter_start(const char *s)
{
	const unsigned char a = (unsigned char)s[0];

	if ((a & 0xC0) == 0x80)
		return false;
	if (a == 0xCC)
		return false;
	return a != 0xCD || (unsigned char)s[1] > 0xAF;
}

static size_t
count_letters(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += is_letter_start(s);
	return n;
}

/* Bytes of the white space here, 0 for none; names may hold a no-break space. */
static size_t
space_at(const char *s)
{
	if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
		return 1;
	return strncmp(s, "\u00a0", 2) == 0 ? 2 : 0;
}

static void
add(struct endings *e, const char *ending)
{
	ending = utf8_clip(e->arena, ending, FIND_MOST);
	if (count_letters(ending) < FIND_LEAST)
		return;
	for (size_t i = 0; i < e->n; i++)
		if (strcmp(e->at[i], ending) == 0)
			return;
	e->at[e->n++] = ending;
}

static void
add_word(struct endings *e, const char *word, size_t n)
{
	const char *whole = arena_copy(e->arena, word, n);

	for (size_t i = 0; i < n; i++)
		if (is_letter_start(whole + i))
			add(e, whole + i);
}

size_t
find_words(struct arena *a, const char *name, const char *email, const char *const **out)
{
	struct endings e = { .arena = a };
	size_t n;

	e.at = arena_array(a, strlen(name) + 2, sizeof *e.at);
	for (const char *s = name; *s != '\0'; s += n) {
		if ((n = space_at(s)) > 0)
			continue;
		while (s[n] != '\0' && space_at(s + n) == 0)
			n++;
		add_word(&e, s, n);
	}
	add(&e, email);
	add(&e, arena_copy(a, email, strcspn(email, "@")));
	*out = e.at;
	return e.n;
}
