/* SPDX-License-Identifier: MPL-2.0 */
#include "placement.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const struct {
	const char *word, *title;
} dues[DUES] = {
	[DUE_UNPLACED] = { "uden", "Uden placering" },
	[DUE_EARLIER] = { "tidligere", "Tidligere delforløb" },
	[DUE_NOW] = { "nu", "Dette delforløb" },
	[DUE_LATER] = { "senere", "Senere delforløb" },
};

const char *
due_title(enum due d)
{
	return dues[d].title;
}

const char *
due_word(enum due d)
{
	return dues[d].word;
}

enum due
due_of_word(const char *word)
{
	enum due d = 0;

	while (d < DUES && strcmp(dues[d].word, word) != 0)
		d++;
	return d;
}

/* What a placement names: numbers of employments, all of them, practice, hospital, phases.  Phase n
 * is the n-th employment in practice. */
struct named {
	unsigned numbers, phases; /* bit n - 1 for n */
	bool all, practice, hospital, unknown;
};

static bool
is_word(const char *s, size_t n, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strlen(*words) == n && strncasecmp(*words, s, n) == 0)
			return true;
	return false;
}

static void
take_word(struct named *named, const char *s, size_t n, bool *phase)
{
	static const char *const fill[] = { "og", "eller", "delforløb", "delforløbet", "ansættelse",
		"ansættelsen", "delansættelse", "element", "i", "almen", NULL };
	static const char *const all[] = { "hele", "alle", NULL };
	static const char *const practice[] = { "praksis", NULL };
	static const char *const hospital[] = { "hospital", "sygehus", NULL };
	static const char *const phases[] = { "fase", NULL };

	if (is_word(s, n, phases))
		*phase = true;
	else if (is_word(s, n, all))
		named->all = true;
	else if (is_word(s, n, practice))
		named->practice = true;
	else if (is_word(s, n, hospital))
		named->hospital = true;
	else if (!is_word(s, n, fill))
		named->unknown = true;
}

static void
take_number(struct named *named, const char *s, size_t n, bool phase)
{
	if (n > 1 || *s == '0')
		named->unknown = true;
	else if (phase)
		named->phases |= 1u << (*s - '1');
	else
		named->numbers |= 1u << (*s - '1');
}

static struct named
read_placement(const char *s)
{
	struct named named = { 0 };
	bool phase = false;
	size_t n;

	for (; *s != '\0'; s += n) {
		if ((n = strspn(s, "0123456789")) > 0) {
			take_number(&named, s, n, phase);
		} else if ((n = strcspn(s, " .,|/0123456789")) > 0) {
			take_word(&named, s, n, &phase);
		} else {
			n = 1;
			phase = phase && *s != '|';
		}
	}
	return named;
}

/* The employment is the i-th, and the nth in practice (0: not in practice). */
static bool
fits(const struct named *named, size_t i, size_t nth)
{
	if (named->all)
		return true;
	if (i < 9 && (named->numbers >> i & 1u) != 0)
		return true;
	if (nth > 0 && nth <= 9 && (named->phases >> (nth - 1) & 1u) != 0)
		return true;
	return nth > 0 ? named->practice : named->hospital;
}

enum due
placement_due(const char *placement, const struct placed *elements, size_t n, struct day today)
{
	const struct named named = read_placement(placement);
	enum due due = DUE_UNPLACED;
	size_t nth = 0;

	if (named.unknown)
		return DUE_UNPLACED;
	for (size_t i = 0; i < n; i++) {
		nth += elements[i].practice;
		if (!fits(&named, i, elements[i].practice ? nth : 0))
			continue;
		if (day_compare(today, elements[i].since) < 0)
			due = DUE_LATER;
		else if (day_compare(today, elements[i].until) < 0)
			return DUE_NOW;
		else
			due = DUE_EARLIER;
	}
	return due;
}
