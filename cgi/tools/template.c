/* SPDX-License-Identifier: MPL-2.0 */
#include "template.h"

#include "expression.h"
#include "place.h"
#include "source.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

static struct {
	const char *file;
	const char *p; /* next byte to read */
	struct source c;
	struct place at;
	bool in_page;
	jmp_buf refused;
} st;

static char message[1024];

void
refuse(int line, const char *format, ...)
{
	int n = snprintf(message, sizeof message, "%s:%d: ", st.file, line);
	va_list ap;

	va_start(ap, format);
	if (n > 0 && (size_t)n < sizeof message)
		vsnprintf(message + n, sizeof message - (size_t)n, format, ap);
	va_end(ap);
	longjmp(st.refused, 1);
}

static void
literal(char c)
{
	if (!st.in_page) {
		if (!isspace((unsigned char)c))
			refuse(st.at.line, "text outside a page");
		return;
	}
	source_literal(&st.c, c);
}

static void
do_use(char *file)
{
	size_t n = strlen(file);

	if (st.in_page)
		refuse(st.at.line, "use stands before the first page");
	if (n < 3 || strcspn(file + 1, "<>\"\\") != n - 2 ||
	    !((file[0] == '"' && file[n - 1] == '"') || (file[0] == '<' && file[n - 1] == '>')))
		refuse(st.at.line, "want: use \"file.h\"");
	source_line(&st.c, st.at.line);
	fprintf(st.c.out, "#include %s\n", file);
}

static void
finish_page(void)
{
	if (!st.in_page)
		return;
	place_page_end(&st.at);
	fprintf(st.c.out, "}\n");
}

static bool
has_end(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n > m && strcmp(s + n - m, end) == 0;
}

/* The words behind "opens" or "closes", which only a NAME_begin or NAME_end has. */
static const char *
elements(const char *rest, const char *word, bool due)
{
	size_t n = strlen(word);
	bool has = strncmp(rest, word, n) == 0 && rest[n] == ' ';

	if (due != has)
		refuse(st.at.line, "a page has \"%s ELEMENT …\" if its name ends in %s", word,
		    strcmp(word, "opens") == 0 ? "_begin" : "_end");
	return has ? rest + n + 1 : "";
}

static void
begin_page(char *call, const char *storage)
{
	char *args, *rest = cut_call(call, &args, "page NAME(TYPE v)", st.at.line);
	const char *opens, *closes;

	finish_page();
	opens = elements(rest, "opens", has_end(call, "_begin"));
	closes = elements(rest, "closes", has_end(call, "_end"));
	if (*rest != '\0' && *opens == '\0' && *closes == '\0')
		refuse(st.at.line, "want: page NAME(TYPE v)");
	place_page(&st.at, closes, opens);
	st.in_page = true;
	fputc('\n', st.c.out);
	source_line(&st.c, st.at.line);
	fprintf(st.c.out, "%svoid\n%s(struct html *o%s%s)\n{\n", storage, call,
	    *args == '\0' ? "" : ", ", args);
}

static void
do_page(char *call)
{
	begin_page(call, "");
}

static void
do_part(char *call)
{
	begin_page(call, "static ");
}

static void
do_if(char *e)
{
	expression_check(e, st.at.line);
	place_block(&st.at, false, false);
	source_line(&st.c, st.at.line);
	fprintf(st.c.out, "\tif (%s) {\n", e);
}

static void
do_elif(char *e)
{
	expression_check(e, st.at.line);
	place_branch(&st.at, false);
	fprintf(st.c.out, "\t} else\n");
	source_line(&st.c, st.at.line);
	fprintf(st.c.out, "\tif (%s) {\n", e);
}

static void
do_else(char *rest)
{
	if (*rest != '\0')
		refuse(st.at.line, "else stands alone");
	place_branch(&st.at, true);
	fprintf(st.c.out, "\t} else {\n");
}

static void
do_end(char *rest)
{
	if (*rest != '\0')
		refuse(st.at.line, "end stands alone");
	if (place_end(&st.at)) {
		literal('\n');
		source_flush(&st.c);
	}
	fprintf(st.c.out, "\t}\n");
}

static void
do_each(char *type)
{
	static const char want[] = "want: each TYPE x in ARRAY, COUNT";
	char *array = strstr(type, " in "), *count, *x;

	if (array == NULL)
		refuse(st.at.line, "%s", want);
	*array = '\0';
	array += 4 + strspn(array + 4, " ");
	for (x = array - 4; x > type && is_word_byte(x[-1]); x--)
		continue;
	expression_check(type, st.at.line);
	if ((count = expression_check(array, st.at.line)) == NULL || identifier(x) == 0 ||
	    x == type)
		refuse(st.at.line, "%s", want);
	*count++ = '\0';
	count += strspn(count, " ");
	place_block(&st.at, true, st.p[strspn(st.p, " \t")] == '\n');
	source_line(&st.c, st.at.line);
	fprintf(st.c.out,
	    "\tfor (size_t n_%s = (%s), i_%s = 0; i_%s < n_%s; i_%s++) { %s = &(%s)[i_%s];\n", x,
	    count, x, x, x, x, type, array, x);
}

static void
do_put(char *call)
{
	char *args;

	if (*cut_call(call, &args, "put NAME(ARG)", st.at.line) != '\0')
		refuse(st.at.line, "want: put NAME(ARG)");
	place_put(&st.at, call);
	source_line(&st.c, st.at.line);
	fprintf(st.c.out, "\t%s(o%s%s);\n", call, *args == '\0' ? "" : ", ", args);
}

static void
do_value(char *e)
{
	static const char *const macro[] = {
		[WRITER_TEXT] = "HTML_TEXT", [WRITER_ATTR] = "HTML_ATTR", [WRITER_URL] = "HTML_URL"
	};

	expression_check(e, st.at.line);
	source_line(&st.c, st.at.line);
	fprintf(st.c.out, "\t%s(o, %s);\n", macro[place_value(&st.at)], e);
}

/* Does what stands between {{ and }}. */
static void
do_mark(char *m)
{
	static const struct {
		const char *word;
		void (*run)(char *rest);
	} marks[] = { { "use", do_use }, { "page", do_page }, { "part", do_part }, { "if", do_if },
		{ "elif", do_elif }, { "else", do_else }, { "each", do_each }, { "put", do_put },
		{ "end", do_end } };
	size_t n = identifier(m);
	void (*run)(char *) = do_value;

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strlen(marks[i].word) == n && /* NOLINTNEXTLINE: every word is set above */
		    strncmp(m, marks[i].word, n) == 0 && strchr(" (", m[n]) != NULL)
			run = marks[i].run;
	if (run != do_value)
		m += n + strspn(m + n, " ");
	if (!st.in_page && run != do_use && run != do_page && run != do_part)
		refuse(st.at.line, "outside a page");
	source_flush(&st.c);
	run(m);
}

/* Reads a mark; st.p stands behind its {{. */
static void
read_mark(void)
{
	char m[2048];
	const char *p = st.p + strspn(st.p, " ");
	const char *from = p;
	size_t n;

	for (; strncmp(p, "}}", 2) != 0; p++) {
		p += expression_quoted(p, st.at.line);
		if (*p == '\0' || *p == '\n')
			refuse(st.at.line, "{{ without }} on its line");
	}
	st.p = p + 2;
	while (p > from && p[-1] == ' ')
		p--;
	n = (size_t)(p - from);
	if (n >= sizeof m)
		refuse(st.at.line, "this mark is too long");
	memcpy(m, from, n);
	m[n] = '\0';
	do_mark(m);
}

static void
read_byte(void)
{
	if (strncmp(st.p, "}}", 2) == 0)
		refuse(st.at.line, "}} without {{");
	if (place_follow(&st.at, st.p))
		literal(*st.p);
	st.at.line += *st.p++ == '\n';
}

int
template_compile(const char *name, const char *text, FILE *out)
{
	memset(&st, 0, sizeof st);
	st.file = name;
	st.p = text;
	st.c.file = name;
	st.c.out = out;
	st.at.line = 1;
	message[0] = '\0';
	if (setjmp(st.refused) != 0)
		return 1;
	fprintf(out, "/* made by pagec */\n#include \"html.h\"\n");
	while (*st.p != '\0') {
		if (strncmp(st.p, "{{", 2) == 0) {
			st.p += 2;
			read_mark();
		} else
			read_byte();
	}
	if (!st.in_page)
		refuse(st.at.line, "a template without a page");
	source_flush(&st.c);
	finish_page();
	return 0;
}

const char *
template_message(void)
{
	return message;
}
