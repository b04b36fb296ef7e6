/* SPDX-License-Identifier: MPL-2.0 */
#include "html.h"

#include <string.h>

/* Bytes that are not written as they stand; 0xe2 begins the characters that turn text. */
static const char special[256] = {
	['&'] = 1,
	['<'] = 1,
	['>'] = 1,
	['"'] = 1,
	['\''] = 1,
	[0xe2] = 1,
};

#define ADD(t, literal) text_add((t), (literal), sizeof(literal) - 1)

/* U+202A-202E and U+2066-2069. */
static bool
turns_direction(const unsigned char *p, size_t n)
{
	if (n < 3 || p[0] != 0xe2)
		return false;
	return (p[1] == 0x80 && p[2] >= 0xaa && p[2] <= 0xae) ||
	    (p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9);
}

/* Writes the special byte at p another way; answers how many bytes that were. */
static size_t
escape_one(struct text *t, const unsigned char *p, size_t n)
{
	switch (*p) {
	case '&':
		ADD(t, "&amp;");
		return 1;
	case '<':
		ADD(t, "&lt;");
		return 1;
	case '>':
		ADD(t, "&gt;");
		return 1;
	case '"':
		ADD(t, "&quot;");
		return 1;
	case '\'':
		ADD(t, "&#39;");
		return 1;
	default:
		if (turns_direction(p, n)) {
			ADD(t, "\xef\xbf\xbd");
			return 3;
		}
		text_add(t, (const char *)p, 1);
		return 1;
	}
}

static void
escape(struct text *t, const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;

	while (n > 0) {
		size_t plain = 0;

		while (plain < n && !special[p[plain]])
			plain++;
		if (plain > 0)
			text_add(t, (const char *)p, plain);
		p += plain;
		n -= plain;
		if (n > 0) {
			size_t done = escape_one(t, p, n);

			p += done;
			n -= done;
		}
	}
}

struct html *
html_make(struct arena *a)
{
	struct html *o = arena_take(a, sizeof *o);

	o->out.arena = a;
	return o;
}

struct markup
markup_of_lines(struct arena *a, const char *s)
{
	struct text t = { .arena = a };

	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, "\r\n");

		escape(&t, s, n);
		s += n;
		if (*s != '\0')
			ADD(&t, "<br>");
		s += strncmp(s, "\r\n", 2) == 0 ? 2 : *s != '\0';
	}
	return (struct markup){ t.at == NULL ? "" : t.at, t.len };
}

void
html_raw(struct html *o, const char *s, size_t n)
{
	text_add(&o->out, s, n);
}

void
html_str(struct html *o, const char *s)
{
	if (s != NULL)
		escape(&o->out, s, strlen(s));
}

void
html_u64(struct html *o, uint64_t v)
{
	char digits[20];
	size_t i = sizeof digits;

	do {
		digits[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v > 0);
	text_add(&o->out, digits + i, sizeof digits - i);
}

void
html_i64(struct html *o, int64_t v)
{
	if (v < 0)
		ADD(&o->out, "-");
	html_u64(o, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
}

void
html_bool(struct html *o, _Bool v)
{
	text_puts(&o->out, v ? "ja" : "nej");
}

/* n digits with leading zeros; answers where the next byte goes.  Lists are full of days, and
 * printf takes longer than all the rest of a row. */
static char *
put_digits(char *to, int v, int n)
{
	for (int i = n - 1; i >= 0; i--) {
		to[i] = (char)('0' + v % 10);
		v /= 10;
	}
	return to + n;
}

/* 01.03.2027 */
static char *
put_day(char *to, struct day d)
{
	to = put_digits(to, d.dom, 2);
	*to++ = '.';
	to = put_digits(to, d.month, 2);
	*to++ = '.';
	return put_digits(to, d.year, 4);
}

void
html_day_text(struct html *o, struct day d)
{
	char s[10];

	if (!day_is_none(d))
		text_add(&o->out, s, (size_t)(put_day(s, d) - s));
}

void
html_day_iso(struct html *o, struct day d)
{
	char s[10], *to = s;

	if (day_is_none(d))
		return;
	to = put_digits(to, d.year, 4);
	*to++ = '-';
	to = put_digits(to, d.month, 2);
	*to++ = '-';
	to = put_digits(to, d.dom, 2);
	text_add(&o->out, s, (size_t)(to - s));
}

/* As moment_text. */
void
html_moment_text(struct html *o, struct moment m)
{
	static const char at[] = " kl. ";
	char s[32], *to;
	int32_t second;

	if (m.s == 0)
		return;
	second = moment_second(m);
	to = put_day(s, moment_day(m));
	memcpy(to, at, sizeof at - 1);
	to = put_digits(to + sizeof at - 1, second / 3600, 2);
	*to++ = '.';
	to = put_digits(to, second / 60 % 60, 2);
	text_add(&o->out, s, (size_t)(to - s));
}

/* No moment is no text here, so that an empty field stays empty. */
void
html_moment_iso(struct html *o, struct moment m)
{
	if (m.s != 0)
		text_puts(&o->out, moment_iso(o->out.arena, m));
}

void
html_markup(struct html *o, struct markup m)
{
	if (m.n > 0)
		text_add(&o->out, m.bytes, m.n);
}

void
html_url(struct html *o, struct url u)
{
	html_str(o, u.text);
}
