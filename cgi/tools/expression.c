/* SPDX-License-Identifier: MPL-2.0 */
#include "expression.h"

#include "place.h"

#include <ctype.h>
#include <string.h>

size_t
expression_quoted(const char *p, int line)
{
	size_t n = 0;

	if (*p != '"' && *p != '\'')
		return 0;
	for (n = 1; p[n] != '\0' && p[n] != *p; n++)
		if (p[n] == '\\' && p[n + 1] != '\0')
			n++;
	if (p[n] == '\0')
		refuse(line, "a quote in this mark is left open");
	return n;
}

static bool
is_assignment(const char *from, const char *p)
{
	if ((p[0] == '+' || p[0] == '-') && p[0] == p[1])
		return true;
	return p[0] == '=' && p[1] != '=' && (p == from || strchr("=!<>", p[-1]) == NULL);
}

char *
expression_check(char *e, int line)
{
	char *comma = NULL;
	int depth = 0;

	if (*e == '\0')
		refuse(line, "an expression is missing");
	for (char *p = e; *p != '\0'; p++) {
		p += expression_quoted(p, line);
		depth += (*p == '(' || *p == '[') - (*p == ')' || *p == ']');
		if (depth < 0 || strchr(";{}#\\", *p) != NULL)
			refuse(line, "this is no expression: %s", e);
		if (strncmp(p, "//", 2) == 0 || strncmp(p, "/*", 2) == 0)
			refuse(line, "no C comment may stand in a mark");
		if (is_assignment(e, p))
			refuse(line, "a template changes nothing: %s", e);
		if (*p == ',' && depth == 0)
			comma = p;
	}
	if (depth != 0)
		refuse(line, "this is no expression: %s", e);
	return comma;
}

bool
is_word_byte(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

size_t
identifier(const char *s)
{
	size_t n = 0;

	while (is_word_byte(s[n]))
		n++;
	return isdigit((unsigned char)s[0]) ? 0 : n;
}

char *
cut_call(char *s, char **args, const char *want, int line)
{
	size_t n = identifier(s);
	int depth = 1;
	char *p = s + n;

	if (n == 0 || *p++ != '(')
		refuse(line, "want: %s", want);
	*args = p;
	for (; *p != '\0'; p++) {
		p += expression_quoted(p, line);
		depth += (*p == '(') - (*p == ')');
		if (depth == 0)
			break;
	}
	if (*p == '\0')
		refuse(line, "want: %s", want);
	s[n] = *p++ = '\0';
	if (**args != '\0')
		expression_check(*args, line);
	return p + strspn(p, " ");
}
