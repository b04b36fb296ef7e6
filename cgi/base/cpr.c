/* SPDX-License-Identifier: MPL-2.0 */
#include "cpr.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
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

/* What stands between the date and the last four: nothing, a space, or a dash with or without spaces. */
static size_t
before_last_four(const char *s, bool *is_dash)
{
	static const char *const dash[] = { "-", "–", "‑", "/" };
	size_t len = *s == ' ';

	*is_dash = false;
	for (size_t i = 0; i < sizeof dash / sizeof dash[0] && !*is_dash; i++)
		if (strncmp(s + len, dash[i], strlen(dash[i])) == 0) {
			*is_dash = true;
			len += strlen(dash[i]);
		}
	return len + (*is_dash && s[len] == ' ');
}

static bool
take(const char **s, size_t n, char *into)
{
	for (size_t i = 0; i < n; i++) {
		if (!isdigit((unsigned char)(*s)[i]))
			return false;
		into[i] = (*s)[i];
	}
	*s += n;
	return true;
}

/* Between day, month and year: nothing, or twice the same. */
static bool
take_gap(const char **s, char apart)
{
	if (apart == '\0')
		return true;
	return *(*s)++ == apart;
}

/* A date with dots, a dash and a year of our times is from when to when, not a number. */
static bool
is_year(const char last[4])
{
	return memcmp(last, "19", 2) == 0 || memcmp(last, "20", 2) == 0;
}

/* The bytes of a CPR number that begins at s with a year of so many digits, 0 for none.  Dots ask for a dash before
 * the last four (»01.02.27 0800« is a day and an hour); a year in full must be the one that the seventh digit tells. */
static size_t
written_with(const char *s, size_t year_digits)
{
	const char *at = s;
	char apart = '\0', date[9] = "", last[5] = "", ten[11];
	bool is_dash;
	struct cpr cpr;

	if (!take(&at, 2, date))
		return 0;
	if (*at == ' ' || *at == '.')
		apart = *at;
	if (!take_gap(&at, apart) || !take(&at, 2, date + 2) || !take_gap(&at, apart) ||
	    !take(&at, year_digits, date + 4))
		return 0;
	at += before_last_four(at, &is_dash);
	if (!take(&at, 4, last) || isalnum((unsigned char)*at) ||
	    (apart == '.' && (!is_dash || is_year(last))))
		return 0;
	snprintf(ten, sizeof ten, "%.4s%.2s%s", date, date + 2 + year_digits, last);
	if (!cpr_read(ten, &cpr) || (year_digits == 4 && cpr.born.year != atoi(date + 4)))
		return 0;
	return (size_t)(at - s);
}

static size_t
written_at(const char *s)
{
	size_t len = written_with(s, 2);

	return len > 0 ? len : written_with(s, 4);
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
