/* SPDX-License-Identifier: MPL-2.0 */
#include "url.h"

#include "log.h"
#include "text.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>
#include <strings.h>

static const char kept[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

static void
encode(struct text *t, const char *s, const char *keep)
{
	while (*s != '\0') {
		size_t n = strspn(s, keep);

		text_add(t, s, n);
		s += n;
		if (*s != '\0')
			text_format(t, "%%%02X", (unsigned)(unsigned char)*s++);
	}
}

/* Two digits as a number; they are digits. */
static int
two(const char *s)
{
	return (s[0] - '0') * 10 + s[1] - '0';
}

/* Ten digits, something or nothing after six, standing by themselves, that begin like a day
 * and a month (replacement numbers have 60 added to the day).  Narrower than what the log
 * blots out: the hash of a file has runs of digits too. */
static bool
is_cpr_at(const char *s)
{
	static const char *const between[] = { "", "-", " ", "%20", "+", "%2D" };
	int day, month;

	if (strspn(s, "0123456789") < 6)
		return false;
	day = two(s) > 60 ? two(s) - 60 : two(s);
	month = two(s + 2);
	if (day < 1 || day > 31 || month < 1 || month > 12)
		return false;
	for (size_t i = 0; i < sizeof between / sizeof between[0]; i++) {
		size_t n = strlen(between[i]);

		if (strncasecmp(s + 6, between[i], n) == 0 &&
		    strspn(s + 6 + n, "0123456789") == 4 && !isalpha((unsigned char)s[10 + n]))
			return true;
	}
	return false;
}

/* May a number begin at p?  Not inside a word, but the two digits behind % are none. */
static bool
starts_word(const char *from, const char *p)
{
	size_t n = (size_t)(p - from);

	if ((n >= 1 && p[-1] == '%') || (n >= 2 && p[-2] == '%'))
		return false;
	return n == 0 || !isalnum((unsigned char)p[-1]) || (n >= 3 && p[-3] == '%');
}

bool
url_holds_cpr(const char *s)
{
	for (const char *p = s; *p != '\0'; p++)
		if (isdigit((unsigned char)*p) && starts_word(s, p) && is_cpr_at(p))
			return true;
	return false;
}

static struct url
finished(const struct text *t)
{
	if (t->len == 0 || t->at[0] != '/' || t->at[1] == '/')
		fatal("url: an address begins with one /");
	if (url_holds_cpr(t->at))
		fatal("url: a CPR number in an address");
	return (struct url){ t->at };
}

struct url
url_of(struct arena *a, const char *format, ...)
{
	struct text t = { .arena = a };
	va_list ap;

	va_start(ap, format);
	for (const char *p = format; *p != '\0'; p++) {
		if (*p != '%')
			text_add(&t, p, 1);
		else if (*++p == 'u')
			text_format(&t, "%u", va_arg(ap, unsigned));
		else if (*p == 's')
			encode(&t, va_arg(ap, const char *), kept);
		else if (*p == '%')
			text_add(&t, "%", 1);
		else
			fatal("url: only %%u, %%s and %%%% may stand in \"%s\"", format);
	}
	va_end(ap);
	return finished(&t);
}

struct url
url_with(struct arena *a, struct url u, const char *name, const char *value)
{
	struct text t = { .arena = a };
	size_t n = strcspn(u.text, "#");

	text_add(&t, u.text, n);
	text_puts(&t, memchr(u.text, '?', n) == NULL ? "?" : "&");
	encode(&t, name, kept);
	text_puts(&t, "=");
	encode(&t, value, kept);
	text_puts(&t, u.text + n);
	return finished(&t);
}

bool
url_is_local(const char *s)
{
	if (s == NULL || s[0] != '/' || s[1] == '/' || s[1] == '\\')
		return false;
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7f)
			return false;
	return s[strcspn(s, ":?")] != ':';
}

struct url
url_local(struct arena *a, const char *s)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	                              "0123456789-._~%!$&'()*+,;=:@/?#";
	struct text t = { .arena = a };

	if (!url_is_local(s) || url_holds_cpr(s))
		return (struct url){ "/" };
	encode(&t, s, allowed);
	return finished(&t);
}

bool
url_is_plain(const char *s)
{
	static const char plain[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_-.";

	return strlen(s) <= 200 && strspn(s, plain) == strlen(s) && url_is_local(s) &&
	    !url_holds_cpr(s);
}

struct url
url_anchor(struct arena *a, const char *name)
{
	struct text t = { .arena = a };

	text_puts(&t, "#");
	encode(&t, name, kept);
	return (struct url){ t.at };
}

struct url
url_tel(struct arena *a, const char *phone)
{
	struct text t = { .arena = a };

	text_puts(&t, phone[0] == '+' ? "tel:+" : "tel:+45");
	for (const char *p = phone; *p != '\0'; p++)
		if (*p >= '0' && *p <= '9')
			text_add(&t, p, 1);
	return (struct url){ t.at };
}

struct url
url_below(struct arena *a, struct url at, uint32_t id)
{
	size_t n = strlen(at.text);
	char digits[10], *text;
	size_t d = 0;

	/* a list has a hundred of these: no printf */
	do
		digits[d++] = (char)('0' + id % 10);
	while ((id /= 10) > 0);
	text = arena_take(a, n + 1 + d + 1);
	memcpy(text, at.text, n);
	text[n++] = '/';
	while (d > 0)
		text[n++] = digits[--d];
	return (struct url){ text };
}
