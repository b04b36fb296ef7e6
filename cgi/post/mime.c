/* SPDX-License-Identifier: MPL-2.0 */
#include "mime.h"

#include <string.h>

#include "text.h"

/* Characters of a line; of what one encoded word holds between its marks. */
enum { LINE_MOST = 76, WORD_MOST = 60 };

static const char hex[] = "0123456789ABCDEF";

bool
mime_address_holds(const char *s)
{
	const char *at = strchr(s, '@');

	if (at == NULL || at == s || at[1] == '\0' || strchr(at + 1, '@') != NULL ||
	    strlen(s) > 254)
		return false;
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ' || *p == 0x7f || strchr("<>()[]\\,;:\"", *p) != NULL)
			return false;
	return true;
}

/* --- the subject --------------------------------------------------------------------------- */

static bool
is_plain(const char *s)
{
	for (const char *p = s; *p != '\0'; p++)
		if (*p < ' ' || *p > '~')
			return false;
	/* What looks like an encoded word would be read as one. */
	return strlen(s) <= WORD_MOST && strstr(s, "=?") == NULL;
}

static bool
stands_for_itself(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-' || c == '.';
}

/* Bytes of the character at s. */
static size_t
width(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* No character is cut in two: each encoded word is valid by itself. */
static void
add_encoded(struct text *t, const char *s)
{
	size_t held = 0, n, cost;

	text_puts(t, "=?UTF-8?Q?");
	for (; *s != '\0'; s += n) {
		n = width(s);
		cost = n == 1 && (stands_for_itself(*s) || *s == ' ') ? 1 : 3 * n;
		if (held + cost > WORD_MOST) {
			text_puts(t, "?=\r\n =?UTF-8?Q?");
			held = 0;
		}
		held += cost;
		for (size_t i = 0; i < n; i++) {
			if (cost == 1)
				text_add(t, *s == ' ' ? "_" : s, 1);
			else
				text_format(t, "=%c%c", hex[(unsigned char)s[i] >> 4],
				    hex[(unsigned char)s[i] & 15]);
		}
	}
	text_puts(t, "?=");
}

/* --- the text ------------------------------------------------------------------------------ */

static size_t
quoted(char to[3], const char *s)
{
	const char next = s[1];
	const bool ends = next == '\n' || next == '\0';

	if (((*s > ' ' && *s <= '~') || *s == ' ' || *s == '\t') && *s != '=' &&
	    !((*s == ' ' || *s == '\t') && ends)) {
		to[0] = *s;
		return 1;
	}
	to[0] = '=';
	to[1] = hex[(unsigned char)*s >> 4];
	to[2] = hex[(unsigned char)*s & 15];
	return 3;
}

static void
add_quoted(struct text *t, const char *s)
{
	size_t line = 0, n;
	char piece[3];

	for (; *s != '\0'; s++) {
		if (*s == '\n') {
			text_puts(t, "\r\n");
			line = 0;
			continue;
		}
		n = quoted(piece, s);
		if (line + n > LINE_MOST - 1) {
			text_puts(t, "=\r\n");
			line = 0;
		}
		text_add(t, piece, n);
		line += n;
	}
}

static void
add_as_is(struct text *t, const char *s)
{
	for (; *s != '\0'; s++)
		text_add(t, *s == '\n' ? "\r\n" : s, *s == '\n' ? 2 : 1);
}

/* --- the whole ----------------------------------------------------------------------------- */

static void
add_date(struct text *t, struct moment m)
{
	static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };
	const int32_t number = (int32_t)(m.s / 86400), second = (int32_t)(m.s % 86400);
	const struct day d = day_of_number(number);

	text_format(t, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", days[number % 7], d.dom,
	    months[d.month - 1], d.year, second / 3600, second / 60 % 60, second % 60);
}

const char *
mime_text(struct arena *a, const struct mime_mail *m, enum mime_body body)
{
	struct text t = { .arena = a };

	text_format(&t, "From: Logbog <%s>\r\nTo: <%s>\r\nSubject: ", m->from, m->to);
	if (is_plain(m->subject))
		text_puts(&t, m->subject);
	else
		add_encoded(&t, m->subject);
	text_puts(&t, "\r\n");
	add_date(&t, m->made);
	text_format(&t, "Message-ID: <logbog-%u-%lld@%s>\r\n", m->id, (long long)m->made.s,
	    strchr(m->from, '@') + 1);
	text_puts(&t,
	    "Auto-Submitted: auto-generated\r\n"
	    "MIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=UTF-8\r\n"
	    "Content-Language: da\r\n");
	text_format(&t, "Content-Transfer-Encoding: %s\r\n\r\n",
	    body == MIME_QUOTED ? "quoted-printable" : "8bit");
	if (body == MIME_QUOTED)
		add_quoted(&t, m->text);
	else
		add_as_is(&t, m->text);
	return t.at;
}
