/* SPDX-License-Identifier: MPL-2.0
 *
 * The words of the SQL.  Strings, names in quotes and remarks are passed over as the server
 * passes over them, so that a : or ; within them means nothing.
 */
#include "query.h"

#include <ctype.h>
#include <string.h>

/* A missing ; lets the next header look like a remark inside the SQL. */
static void
check_remark(const char *s)
{
	const enum key k = key_at(s + strspn(s, " \t"));

	if (k != KEYS && k != KEY_NAME)
		wrong(compiler.line, "a header before the ; at the end of %s", compiler.query.name);
}

/* Skips one comment at compiler.at, if there is one. */
static bool
skip_comment(void)
{
	const char *s = compiler.at;
	const int line = compiler.line;

	if (s[0] == '#' ||
	    (s[0] == '-' && s[1] == '-' && (s[2] == '\0' || isspace((unsigned char)s[2])))) {
		if (s[0] == '-')
			check_remark(s + 2);
		compiler.at = line_end(s);
		return true;
	}
	if (s[0] != '/' || s[1] != '*')
		return false;
	if (s[2] == '!' || (s[2] == 'M' && s[3] == '!'))
		wrong(line, "a comment that the server would run");
	for (s += 2; *s != '\0' && (s[0] != '*' || s[1] != '/'); s++)
		compiler.line += *s == '\n';
	if (*s == '\0')
		wrong(line, "a comment without its end");
	compiler.at = s + 2;
	return true;
}

/* White space is kept, so that the SQL in the server's log looks like ours. */
static void
skip_space(void)
{
	for (;;) {
		if (skip_comment()) {
			*compiler.put++ = ' ';
		} else if (*compiler.at == ' ' || *compiler.at == '\t' || *compiler.at == '\n') {
			compiler.line += *compiler.at == '\n';
			*compiler.put++ = *compiler.at++;
		} else {
			return;
		}
	}
}

/* Where the quoted thing at s ends.  Strings know the backslash; names do not. */
static const char *
quote_end(const char *s)
{
	const char quote = *s++;

	for (;; s++) {
		if (*s == '\0' || *s == '\n')
			wrong(compiler.line, "a quote without its end");
		if (*s == '\\' && quote != '`' && s[1] != '\0' && s[1] != '\n')
			s++;
		else if (*s == quote && s[1] == quote)
			s++;
		else if (*s == quote)
			return s + 1;
	}
}

static const char *
number_end(const char *s)
{
	while (is_word_char(*s) || *s == '.')
		s++;
	return s;
}

/* Reads one token; its bytes go to the SQL, an argument as ?. */
static void
token_read(struct token *t)
{
	const char *s = compiler.at, *end = s + 1;

	*t = (struct token){ SIGN, s, 0, compiler.line, (size_t)(compiler.put - compiler.sql) };
	if (*s == '\0') {
		t->kind = END;
		end = s;
	} else if (*s == '\'' || *s == '"' || *s == '`') {
		t->kind = *s == '`' ? QUOTED : STRING;
		end = quote_end(s);
	} else if (*s == ':' && name_length(s + 1) > 0) {
		t->kind = ARGUMENT;
		end = s + 1 + name_length(s + 1);
		if (is_word_char(*end))
			wrong(compiler.line, "not a name: %.*s", (int)(end + 1 - s), s);
	} else if (isdigit((unsigned char)*s)) {
		t->kind = NUMBER;
		end = number_end(s);
	} else if (is_word_char(*s)) {
		t->kind = WORD;
		while (is_word_char(*end))
			end++;
	} else if (iscntrl((unsigned char)*s)) {
		wrong(compiler.line, "a control character");
	}
	t->n = (size_t)(end - s);
	compiler.at = end;
	if (t->kind == SIGN && *s == ';')
		return;
	if (t->kind == ARGUMENT)
		*compiler.put++ = '?';
	else
		compiler.put = (char *)memcpy(compiler.put, s, t->n) + t->n;
}

void
sql_read(const struct query *q)
{
	struct token *t;

	compiler.put = compiler.sql;
	compiler.tokens = 0;
	do {
		skip_space();
		t = &compiler.token[compiler.tokens++];
		token_read(t);
		if (t->kind == END)
			wrong(compiler.line, "no ; at the end of %s", q->name);
	} while (t->kind != SIGN || *t->at != ';');
	t->kind = END;
	*compiler.put = '\0';
	if (compiler.tokens == 1)
		wrong(compiler.line, "no SQL right under this header");
	if (!line_is_blank(compiler.at))
		wrong(compiler.line, "a ; in the middle: %s", q->name);
	next_line();
}
