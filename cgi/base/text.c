/* SPDX-License-Identifier: MPL-2.0 */
#include "text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

static void
grow(struct text *t, size_t more)
{
	size_t cap = t->cap < 64 ? 64 : t->cap;
	char *at;

	if (t->cap - t->len > more)
		return;
	while (cap - t->len <= more)
		cap *= 2;
	at = arena_take(t->arena, cap);
	if (t->len > 0)
		memcpy(at, t->at, t->len);
	t->at = at;
	t->cap = cap;
}

void
text_add(struct text *t, const char *s, size_t n)
{
	grow(t, n);
	if (n > 0)
		memcpy(t->at + t->len, s, n);
	t->len += n;
	t->at[t->len] = '\0';
}

void
text_puts(struct text *t, const char *s)
{
	text_add(t, s, strlen(s));
}

void
text_format(struct text *t, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	text_puts(t, arena_vformat(t->arena, format, ap));
	va_end(ap);
}

/* Length of the well-formed sequence at s, or 0. */
static size_t
sequence(const unsigned char *s, size_t n)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	uint32_t c = s[0];
	size_t len = c < 0x80 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;

	if (len == 1)
		return 1;
	if (c < 0xc2 || c > 0xf4 || len > n)
		return 0;
	c &= 0x7fu >> len;
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3f);
	}
	return c < least[len] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0 : len;
}

bool
utf8_is_valid(const char *s, size_t n)
{
	for (size_t i = 0, len; i < n; i += len)
		if ((len = sequence((const unsigned char *)s + i, n - i)) == 0)
			return false;
	return true;
}

bool
utf8_has_control(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			return true;
		/* U+0080 to U+009F, the second row of control characters */
		if (c == 0xc2 && i + 1 < n && (unsigned char)s[i + 1] < 0xa0)
			return true;
	}
	return false;
}

size_t
utf8_count(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

char *
utf8_clip(struct arena *a, const char *s, size_t n)
{
	const char *p = s;

	for (; *p != '\0'; p++)
		if (((unsigned char)*p & 0xc0) != 0x80 && n-- == 0)
			break;
	return arena_copy(a, s, (size_t)(p - s));
}

char *
text_tidy(struct arena *a, const char *s)
{
	char *copy, *to;
	size_t n;

	s += strspn(s, " \t\r\n");
	n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	to = copy = arena_copy(a, s, n);
	for (const char *p = copy; *p != '\0'; p++) {
		if (*p == '\r') {
			*to++ = '\n';
			p += p[1] == '\n';
		} else
			*to++ = *p;
	}
	*to = '\0';
	return copy;
}

char *
text_tidy_line(struct arena *a, const char *s)
{
	char *line = text_tidy(a, s), *to = line;

	for (const char *p = line; *p != '\0'; p++) {
		bool space = strchr(" \t\n", *p) != NULL;

		if (space && to > line && to[-1] == ' ')
			continue;
		*to++ = space ? ' ' : *p;
	}
	*to = '\0';
	return line;
}

int
text_compare_natural(const char *a, const char *b)
{
	while (*a != '\0' && *b != '\0') {
		if (isdigit((unsigned char)*a) && isdigit((unsigned char)*b)) {
			size_t n, m;
			int c;

			a += strspn(a, "0");
			b += strspn(b, "0");
			n = strspn(a, "0123456789");
			m = strspn(b, "0123456789");
			if (n != m)
				return n < m ? -1 : 1;
			if ((c = memcmp(a, b, n)) != 0)
				return c;
			a += n;
			b += n;
		} else if (*a == *b) {
			a++;
			b++;
		} else
			break;
	}
	return (int)(unsigned char)*a - (int)(unsigned char)*b;
}
