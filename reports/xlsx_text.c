/* SPDX-License-Identifier: MPL-2.0 */
#include "xlsx_text.h"

#include <ctype.h>
#include <string.h>

#include "text.h"

size_t
xlsx_fits(const char *s)
{
	size_t units = 0, i = 0;

	while (s[i] != '\0') {
		unsigned char c = (unsigned char)s[i];
		size_t bytes = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

		units += bytes == 4 ? 2 : 1;
		if (units > XLSX_LONGEST)
			return i;
		i += bytes;
	}
	return i;
}

static bool
is_code(const char *s)
{
	if (s[0] != '_' || s[1] != 'x')
		return false;
	for (int i = 2; i < 6; i++)
		if (!isxdigit((unsigned char)s[i]))
			return false;
	return s[6] == '_';
}

const char *
xlsx_literal(struct arena *a, const char *s)
{
	struct text t = { .arena = a };
	const char *p = s, *q;

	while ((q = strstr(p, "_x")) != NULL) {
		bool code = is_code(q);

		text_add(&t, p, (size_t)(q - p));
		text_puts(&t, code ? "_x005F_x" : "_x");
		p = q + 2;
	}
	if (p == s)
		return s;
	text_puts(&t, p);
	return t.at;
}

const char *
xlsx_sheet_name(struct arena *a, const char *caption, unsigned number)
{
	char *name = arena_string(a, caption == NULL || *caption == '\0' ? "Ark" : caption), *end;

	for (char *p = name; *p != '\0'; p++)
		if (strchr("[]:*?/\\\n\t", *p) != NULL)
			*p = ' ';
	name = utf8_clip(a, text_tidy_line(a, name), number == 0 ? 31 : 27);
	while (*name == '\'' || *name == ' ')
		name++;
	end = name + strlen(name);
	while (end > name && (end[-1] == '\'' || end[-1] == ' '))
		*--end = '\0';
	if (*name == '\0')
		name = arena_string(a, "Ark");
	return number == 0 ? name : arena_format(a, "%s %u", name, number);
}

size_t
xlsx_longest_line(const char *s)
{
	size_t longest = 0, n = 0;

	for (; *s != '\0'; s++) {
		if (((unsigned char)*s & 0xc0) != 0x80)
			n++;
		if (*s == '\n')
			n = 0;
		if (n > longest)
			longest = n;
	}
	return longest;
}
