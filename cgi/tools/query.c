/* SPDX-License-Identifier: MPL-2.0
 *
 * The compiler: goes through the file twice, first to find every mistake, then to write.
 */
#include "query.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct compiler compiler;

static const struct given givens[] = {
	{ "who", "db_u32(subject_id(who))", true },
	{ "as", "db_u32(subject_as(who))", true },
	{ "today", "db_day(subject_today(who))", false },
	{ "now", "db_moment(subject_now(who))", false },
};

_Noreturn void
wrong(int line, const char *format, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", compiler.file, line);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	longjmp(compiler.fail, 1);
}

bool
is_name_char(char ch)
{
	return islower((unsigned char)ch) || isdigit((unsigned char)ch) || ch == '_';
}

bool
is_word_char(char ch)
{
	return isalnum((unsigned char)ch) || ch == '_' || ch == '$' || (unsigned char)ch >= 0x80;
}

size_t
name_length(const char *s)
{
	size_t n = 0;

	if (!islower((unsigned char)s[0]))
		return 0;
	while (is_name_char(s[n]))
		n++;
	return n < NAME && s[n - 1] != '_' ? n : 0;
}

const char *
line_end(const char *s)
{
	return s + strcspn(s, "\n");
}

void
next_line(void)
{
	compiler.at = line_end(compiler.at);
	if (*compiler.at == '\n') {
		compiler.at++;
		compiler.line++;
	}
}

bool
line_is_blank(const char *s)
{
	s += strspn(s, " \t");
	return *s == '\n' || *s == '\0';
}

const struct given *
given_of(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof givens / sizeof *givens; i++)
		if (strlen(givens[i].word) == n && memcmp(givens[i].word, s, n) == 0)
			return &givens[i];
	return NULL;
}

struct field *
field_of(struct field *f, int fields, const char *s, size_t n)
{
	for (int i = 0; i < fields; i++)
		if (strlen(f[i].name) == n && memcmp(f[i].name, s, n) == 0)
			return &f[i];
	return NULL;
}

static void
remember(const struct query *q)
{
	struct said *more = realloc(compiler.said, (compiler.names + 1) * sizeof *more), *s;

	if (more == NULL)
		wrong(compiler.line, "out of memory");
	compiler.said = more;
	s = &more[compiler.names++];
	memcpy(s->name, q->name, NAME);
	memcpy(s->out, q->out, sizeof s->out);
	/* one that is like another is nobody's model */
	s->nout = strcmp(q->row, q->name) == 0 ? q->nout : 0;
	s->own = q->own;
	compiler.chains |= q->line[KEY_CHAIN] != 0;
}

/* Goes through the file; each statement is declared and defined where asked. */
static void
each_statement(const char *text, FILE *declare, FILE *define, FILE *form)
{
	struct query *q = &compiler.query;

	compiler.at = text;
	compiler.line = 1;
	compiler.names = 0;
	while (*compiler.at != '\0') {
		if (line_is_blank(compiler.at)) {
			next_line();
			continue;
		}
		if (strncmp(compiler.at, "--", 2) != 0)
			wrong(compiler.line, "SQL without a header right above it");
		if (!header_read(q))
			continue;
		sql_read(q);
		sql_check(q);
		remember(q);
		if (declare != NULL)
			put_declaration(declare, q);
		if (define != NULL)
			put_definition(define, q);
		if (form != NULL)
			put_form(form, q);
	}
}

static void
put_header(const char *text, FILE *o)
{
	char name[NAME], guard[NAME];

	stem(name, false);
	stem(guard, true);
	fprintf(o,
	    "/* Made by queryc from %s.sql. */\n#ifndef %s_SQL_H\n#define %s_SQL_H\n\n"
	    "#include \"db.h\"\n#include \"subject.h\"\n\n",
	    name, guard, guard);
	each_statement(text, o, NULL, NULL);
	fprintf(o, "/* All of them, NULL at the end. */\nextern db_queries %s_queries;\n\n#endif\n",
	    name);
}

/* The declarations are repeated, so that it does not matter what the header is called. */
static void
put_code(const char *text, FILE *o)
{
	char name[NAME];

	stem(name, false);
	if (compiler.chains)
		fputs("#include <chain.h>\n", o);
	put_header(text, o);
	fputc('\n', o);
	each_statement(text, NULL, o, NULL);
	fprintf(o, "db_queries %s_queries = {\n", name);
	for (size_t i = 0; i < compiler.names; i++) {
		fprintf(o, "\t&%s_query,\n", compiler.said[i].name);
		if (compiler.said[i].own)
			fprintf(o, "\t&%s_own_query,\n", compiler.said[i].name);
	}
	fputs("\tNULL\n};\n", o);
}

/* What the rows look like, for who reads what they were written into and asks nothing. */
static void
put_forms(const char *text, FILE *o)
{
	put_header(text, o);
	each_statement(text, NULL, NULL, o);
}

int
queryc_compile(const char *name, const char *text, FILE *header, FILE *code, FILE *form)
{
	const size_t size = strlen(text);
	int failed = 1;

	memset(&compiler, 0, sizeof compiler);
	compiler.file = name;
	compiler.line = 1;
	compiler.sql = malloc(size + 2);
	compiler.own = malloc(size + 2);
	compiler.token = calloc(size + 2, sizeof *compiler.token);
	if (setjmp(compiler.fail) == 0) {
		if (compiler.sql == NULL || compiler.own == NULL || compiler.token == NULL)
			wrong(1, "out of memory");
		each_statement(text, NULL, NULL, NULL);
		if (header != NULL)
			put_header(text, header);
		if (code != NULL)
			put_code(text, code);
		if (form != NULL)
			put_forms(text, form);
		failed = 0;
	}
	free(compiler.sql);
	free(compiler.own);
	free(compiler.token);
	free(compiler.said);
	return failed;
}
