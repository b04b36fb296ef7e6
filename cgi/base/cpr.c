/* SPDX-License-Identifier: MPL-2.0 */
#include "cpr.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "text.h"

/* Ten digits out of the three ways to write them; false for any other. */
static bool
shape(const char *s, char digits[11])
{
	size_t n = 0;

	if (s == NULL)
		return false;
	s += strspn(s, " \t");
	for (; n < 10; s++) {
		if (isdigit((unsigned char)*s))
			digits[n++] = *s;
		else if (n != 6 || (*s != '-' && *s != ' ') || !isdigit((unsigned char)s[1]))
			return false;
	}
	digits[10] = '\0';
	return s[strspn(s, " \t")] == '\0';
}

static int
two(const char *s)
{
	return (s[0] - '0') * 10 + (s[1] - '0');
}

/* R-CPR-02: the seventh digit and the year tell the century. */
static int
full_year(int d7, int yy)
{
	if (d7 <= 3)
		return 1900 + yy;
	if (d7 == 4 || d7 == 9)
		return yy <= 36 ? 2000 + yy : 1900 + yy;
	return yy <= 57 ? 2000 + yy : 1800 + yy;
}

static bool
mod11(const char *digits)
{
	static const int weight[] = { 4, 3, 2, 7, 6, 5, 4, 3, 2, 1 };
	int sum = 0;

	for (size_t i = 0; i < 10; i++)
		sum += weight[i] * (digits[i] - '0');
	return sum % 11 == 0;
}

bool
cpr_read(const char *s, struct cpr *out)
{
	struct cpr c = { 0 };
	int dom;

	if (!shape(s, c.digits))
		return false;
	dom = two(c.digits);
	c.replacement = dom > 60;
	c.born = (struct day){ (int16_t)full_year(c.digits[6] - '0', two(c.digits + 4)),
		(int8_t)two(c.digits + 2), (int8_t)(c.replacement ? dom - 60 : dom) };
	if (!day_is_real(c.born))
		return false;
	c.passes_mod11 = mod11(c.digits);
	*out = c;
	return true;
}

bool
cpr_is_meant(const char *s)
{
	char digits[11];

	return shape(s, digits);
}

/* --- in the midst of a text ------------------------------------------------------------------ */

/* The bytes that may stand between day, month, year and the last four, after n digits; pairs stand apart
 * both or not at all (»27 0800-1600« is a day and hours). */
static size_t
between(const char *s, size_t n, bool apart)
{
	static const char *const dash[] = { "-", "–", "‑", "/" };
	size_t len = *s == ' ';

	if (n == 2 || (n == 4 && apart))
		return len;
	if (n != 6)
		return 0;
	for (size_t i = 0; i < sizeof dash / sizeof dash[0]; i++)
		if (strncmp(s + len, dash[i], strlen(dash[i])) == 0) {
			len += strlen(dash[i]);
			return len + (s[len] == ' ');
		}
	return len;
}

/* The bytes of a CPR number that begins at s, 0 for none. */
static size_t
written_at(const char *s)
{
	bool apart = s[1] != '\0' && s[2] == ' ';
	char ten[11] = "";
	size_t at = 0;
	struct cpr cpr;

	for (size_t n = 0; n < 10; n++) {
		size_t gap = between(s + at, n, apart);

		at += gap;
		if (!isdigit((unsigned char)s[at]) || (n == 4 && apart && gap == 0))
			return 0;
		ten[n] = s[at++];
	}
	return !isalnum((unsigned char)s[at]) && cpr_read(ten, &cpr) ? at : 0;
}

/* The first one in the text, and its length; NULL for none. */
static const char *
first_in(const char *text, size_t *len)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (p > text && (isalnum((unsigned char)p[-1]) || p[-1] == '+'))
			continue;
		if (isdigit((unsigned char)*p) && (*len = written_at(p)) > 0)
			return p;
	}
	return NULL;
}

bool
cpr_stands_in(const char *text)
{
	size_t len;

	return first_in(text, &len) != NULL || strstr(text, CPR_BLOTTED) != NULL;
}

const char *
cpr_blotted(struct arena *a, const char *text)
{
	struct text t = { .arena = a };
	const char *at;
	size_t len;

	for (; (at = first_in(text, &len)) != NULL; text = at + len) {
		text_add(&t, text, (size_t)(at - text));
		text_puts(&t, CPR_BLOTTED);
	}
	text_puts(&t, text);
	return t.at;
}

/* --- shown ----------------------------------------------------------------------------------- */

const char *
cpr_text(struct arena *a, const char digits[10])
{
	return arena_format(a, "%.6s-%.4s", digits, digits + 6);
}

const char *
cpr_masked(struct arena *a, struct day born, bool replacement)
{
	return arena_format(
	    a, "%02d%02d%02d-••••", born.dom + (replacement ? 60 : 0), born.month, born.year % 100);
}
