/* SPDX-License-Identifier: MPL-2.0
 *
 * queryc: turn named SQL statements into C functions.
 *
 *	queryc -h approval.sql > approval.h
 *	queryc -c approval.sql > approval.c
 *
 * A statement is SQL right under a header of comments:
 *
 *	-- NAME: what it is for
 *	-- in: who, state text, before day?
 *	-- out: id u32, trainee text, asked day, note text?
 *	-- rows: one | many | none
 *	-- open: why this one need not ask who is asking
 *	-- chain: the chained table that it adds a row to
 *	SELECT ... WHERE supervisor = :who AND state = :state;
 *
 * :name may stand more than once; each becomes a ? bound from the argument of that name, so
 * an argument can be neither forgotten nor bound twice by slip.  `who` is the subject, and
 * gives :who, :as, :today and :now.  A statement without it is refused unless its header
 * says why ("open:"), and so is one that asks the server for the date or for luck.
 */
#include <ctype.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FIELDS = 64, BINDS = 256, NAME = 64, VALUE = 4096 };

/* --- what a statement is ---------------------------------------------------------------- */

static const struct type {
	const char *word, *c, *tag;
	bool scalar; /* has no NULL of its own */
} types[] = {
	{ "i32", "int32_t ", "DB_I32", true },
	{ "u32", "uint32_t ", "DB_U32", true },
	{ "i64", "int64_t ", "DB_I64", true },
	{ "bool", "bool ", "DB_BOOL", true },
	{ "text", "const char *", "DB_TEXT", false },
	{ "day", "struct day ", "DB_DAY", false },
	{ "moment", "struct moment ", "DB_MOMENT", false },
	{ "blob", "struct bytes ", "DB_BLOB", false },
};

/* What the subject gives. */
static const struct given {
	const char *word, *bind;
	bool asks; /* who is asking, so that a statement may do without open: */
} givens[] = {
	{ "who", "db_u32(subject_id(who))", true },
	{ "as", "db_u32(subject_as(who))", true },
	{ "today", "db_day(subject_today(who))", false },
	{ "now", "db_moment(subject_now(who))", false },
};

/* Tables whose rows are linked by chain.c and never changed. */
static const char *const chained[] = { "approval", "merit" };

enum key { KEY_NAME, KEY_IN, KEY_OUT, KEY_ROWS, KEY_OPEN, KEY_CHAIN, KEYS };
static const char *const keys[KEYS] = { "", "in", "out", "rows", "open", "chain" };

enum rows { ROWS_ONE, ROWS_MANY, ROWS_NONE };
static const char *const rows_words[] = { "one", "many", "none" };

struct field {
	char name[NAME];
	const struct type *type; /* NULL: the subject */
	bool null, used;
};

/* Where the value of a ? comes from: an argument, or the subject. */
struct bind {
	const struct field *field;
	const struct given *given;
};

struct query {
	char name[NAME], value[KEYS][VALUE];
	int line[KEYS]; /* 0: the header does not say */
	enum rows rows;
	struct field in[FIELDS], out[FIELDS];
	struct bind bind[BINDS];
	int nin, nout, nbind;
	bool who;
};

enum kind { END, WORD, QUOTED, NUMBER, STRING, ARGUMENT, SIGN };

struct token {
	enum kind kind;
	const char *at;
	size_t n;
	int line;
};

/* --- the compiler ----------------------------------------------------------------------- */

static struct {
	const char *file, *at;
	int line;
	jmp_buf fail;
	struct token *token; /* of the statement at hand, END last */
	size_t tokens;
	char *sql, *put;    /* its SQL with ? for arguments; where the next byte goes */
	char (*name)[NAME]; /* of the statements before it */
	size_t names;
	bool chains; /* one of them does */
	struct query query;
} c;

static _Noreturn void
wrong(int line, const char *format, ...) __attribute__((format(printf, 2, 3)));

static _Noreturn void
wrong(int line, const char *format, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", c.file, line);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	longjmp(c.fail, 1);
}

static bool
is_name_char(char ch)
{
	return islower((unsigned char)ch) || isdigit((unsigned char)ch) || ch == '_';
}

static bool
is_word_char(char ch)
{
	return isalnum((unsigned char)ch) || ch == '_' || ch == '$' || (unsigned char)ch >= 0x80;
}

/* The length of the name at s: lower case, a letter first, no _ at the end (those names are
 * ours); 0 when there is none. */
static size_t
name_length(const char *s)
{
	size_t n = 0;

	if (!islower((unsigned char)s[0]))
		return 0;
	while (is_name_char(s[n]))
		n++;
	return n < NAME && s[n - 1] != '_' ? n : 0;
}

static bool
is_c_word(const char *name)
{
	static const char *const words[] = {
		"auto",     "bool",     "break",  "case",    "char",   "const",    "continue",
		"default",  "do",       "double", "else",    "enum",   "extern",   "false",
		"float",    "for",      "goto",   "if",      "inline", "int",      "long",
		"register", "restrict", "return", "short",   "signed", "sizeof",   "static",
		"struct",   "switch",   "true",   "typedef", "union",  "unsigned", "void",
		"volatile", "while"
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], name) == 0)
			return true;
	return false;
}

static const struct given *
given_of(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof givens / sizeof *givens; i++)
		if (strlen(givens[i].word) == n && memcmp(givens[i].word, s, n) == 0)
			return &givens[i];
	return NULL;
}

static struct field *
field_of(struct field *f, int fields, const char *s, size_t n)
{
	for (int i = 0; i < fields; i++)
		if (strlen(f[i].name) == n && memcmp(f[i].name, s, n) == 0)
			return &f[i];
	return NULL;
}

/* --- the header ------------------------------------------------------------------------- */

static const char *
line_end(const char *s)
{
	return s + strcspn(s, "\n");
}

static void
next_line(void)
{
	c.at = line_end(c.at);
	if (*c.at == '\n') {
		c.at++;
		c.line++;
	}
}

static bool
line_is_blank(const char *s)
{
	s += strspn(s, " \t");
	return *s == '\n' || *s == '\0';
}

/* The key whose word and colon stand at s; KEY_NAME for a name that is no key; KEYS when s
 * is no such line. */
static enum key
key_at(const char *s)
{
	size_t n = 0;

	while (is_name_char(s[n]))
		n++;
	if (n == 0 || s[n] != ':')
		return KEYS;
	for (enum key k = KEY_IN; k < KEYS; k++)
		if (strlen(keys[k]) == n && memcmp(keys[k], s, n) == 0)
			return k;
	return KEY_NAME;
}

/* Adds the line at s to a value, without white space at its ends. */
static void
value_add(char *value, const char *s)
{
	size_t used = strlen(value), n;

	s += strspn(s, " \t");
	n = (size_t)(line_end(s) - s);
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	if (used + n + 2 > VALUE)
		wrong(c.line, "too long a header");
	if (used > 0 && n > 0)
		value[used++] = ' ';
	memcpy(value + used, s, n);
	value[used + n] = '\0';
}

/* One line of a header, after its dashes; answers the key that a next line may go on with. */
static enum key
header_line(struct query *q, const char *s, enum key before)
{
	enum key k = key_at(s);

	if (k == KEYS) {
		if (before != KEYS)
			value_add(q->value[before], s);
		return before;
	}
	if (k != KEY_NAME && before == KEYS)
		wrong(c.line, "a header begins with the name of its statement");
	if (k == KEY_NAME) {
		size_t n = name_length(s);

		if (before != KEYS)
			wrong(c.line, "no such word in a header: %.*s", (int)strcspn(s, ":"), s);
		if (n == 0 || s[n] != ':')
			wrong(c.line, "not a name: %.*s", (int)strcspn(s, ":"), s);
		memcpy(q->name, s, n);
	}
	if (q->line[k] != 0)
		wrong(c.line, "said twice: %s:", keys[k]);
	q->line[k] = c.line;
	value_add(q->value[k], s + strcspn(s, ":") + 1);
	return k;
}

static void
check_field_name(const struct query *q, const struct field *f, bool in)
{
	const int line = q->line[in ? KEY_IN : KEY_OUT];
	const bool ours =
	    strcmp(f->name, "db") == 0 || (q->rows == ROWS_ONE && strcmp(f->name, "row") == 0) ||
	    (q->rows == ROWS_MANY && (strcmp(f->name, "rows") == 0 || strcmp(f->name, "n") == 0));

	if (is_c_word(f->name))
		wrong(line, "a word of C cannot be a name: %s", f->name);
	if (in && ours)
		wrong(line, "the generated function uses this name itself: %s", f->name);
	if (f->type != NULL && strcmp(f->name, "who") == 0)
		wrong(line, "who is the subject, and takes no type");
	if (in && f->type != NULL && strcmp(f->name, "as") == 0)
		wrong(line, "a reserved name, given by who: %s", f->name);
}

/* Reads `name type?` at s; answers where it ended. */
static const char *
field_read(struct field *f, const char *s, int line)
{
	size_t n;

	s += strspn(s, " ");
	if ((n = name_length(s)) == 0)
		wrong(line, "want name and type: %.*s", (int)strcspn(s, ","), s);
	memcpy(f->name, s, n);
	s += n;
	s += strspn(s, " ");
	for (n = 0; is_name_char(s[n]); n++)
		;
	for (size_t i = 0; i < sizeof types / sizeof *types && n > 0; i++)
		if (strlen(types[i].word) == n && memcmp(types[i].word, s, n) == 0)
			f->type = &types[i];
	if (n > 0 && f->type == NULL)
		wrong(line, "no such type: %.*s", (int)n, s);
	s += n;
	if (*s == '?' && f->type != NULL) {
		f->null = true;
		s++;
	}
	s += strspn(s, " ");
	if (*s != ',' && *s != '\0')
		wrong(line, "want name and type: %s", s);
	return s;
}

/* A row's has_NAME may not meet a column of that name. */
static void
check_has(const struct query *q)
{
	for (int i = 0; i < q->nout; i++)
		for (int k = 0; k < q->nout; k++)
			if (q->out[i].null && q->out[i].type->scalar &&
			    strncmp(q->out[k].name, "has_", 4) == 0 &&
			    strcmp(q->out[k].name + 4, q->out[i].name) == 0)
				wrong(q->line[KEY_OUT], "named twice: %s", q->out[k].name);
}

static int
fields_read(struct query *q, enum key k, struct field *f)
{
	const int line = q->line[k];
	int n = 0;

	if (line == 0 || q->value[k][0] == '\0')
		return 0;
	for (const char *s = q->value[k];; s++) {
		if (n == FIELDS)
			wrong(line, "more than %d names", FIELDS);
		s = field_read(&f[n], s, line);
		if (field_of(f, n, f[n].name, strlen(f[n].name)) != NULL)
			wrong(line, "named twice: %s", f[n].name);
		check_field_name(q, &f[n], k == KEY_IN);
		if (f[n].type == NULL && (k == KEY_OUT || strcmp(f[n].name, "who") != 0))
			wrong(line, "has no type: %s", f[n].name);
		n++;
		if (*s == '\0')
			return n;
	}
}

static bool
is_chained(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof chained / sizeof *chained; i++)
		if (strlen(chained[i]) == n && strncasecmp(chained[i], s, n) == 0)
			return true;
	return false;
}

/* What stands in the header makes sense by itself. */
static void
header_finish(struct query *q)
{
	const int line = q->line[KEY_NAME];
	int rows = -1;

	if (is_c_word(q->name))
		wrong(line, "a word of C cannot be a name: %s", q->name);
	for (size_t i = 0; i < c.names; i++)
		if (strcmp(c.name[i], q->name) == 0)
			wrong(line, "named twice: %s", q->name);
	if (q->line[KEY_ROWS] == 0)
		wrong(line, "has no rows: %s", q->name);
	for (int i = 0; i < 3; i++)
		if (strcmp(rows_words[i], q->value[KEY_ROWS]) == 0)
			rows = i;
	if (rows < 0)
		wrong(q->line[KEY_ROWS], "rows: is one, many or none, not %s", q->value[KEY_ROWS]);
	q->rows = (enum rows)rows;
	q->nin = fields_read(q, KEY_IN, q->in);
	q->nout = fields_read(q, KEY_OUT, q->out);
	check_has(q);
	if ((q->rows == ROWS_NONE) != (q->nout == 0))
		wrong(q->line[KEY_ROWS], "rows: and out: disagree");
	q->who = field_of(q->in, q->nin, "who", 3) != NULL;
	if (!q->who && q->value[KEY_OPEN][0] == '\0')
		wrong(line, "does not ask who is asking, and has no open: to say why: %s", q->name);
	if (q->who && q->line[KEY_OPEN] != 0)
		wrong(q->line[KEY_OPEN], "open, and yet asks who is asking: %s", q->name);
	for (int i = 0; q->who && i < q->nin; i++)
		if (q->in[i].type != NULL && given_of(q->in[i].name, strlen(q->in[i].name)) != NULL)
			wrong(q->line[KEY_IN], "a reserved name, given by who: %s", q->in[i].name);
	if (q->line[KEY_CHAIN] != 0 &&
	    !is_chained(q->value[KEY_CHAIN], strlen(q->value[KEY_CHAIN])))
		wrong(q->line[KEY_CHAIN], "not a chained table: %s", q->value[KEY_CHAIN]);
}

/* Reads the block of comments at c.at.  True when it was the header of the SQL under it;
 * a block that a blank line follows is a remark to the reader of the file. */
static bool
header_read(struct query *q)
{
	const char *s = c.at;
	enum key before = KEYS;
	int rows = 0, line = c.line;

	for (; strncmp(s, "--", 2) == 0; line++) {
		if (strncmp(s, "-- rows:", 8) == 0)
			rows = line;
		s = line_end(s);
		s += *s == '\n';
	}
	if (line_is_blank(s) && rows != 0)
		wrong(rows, "no SQL right under this header");
	memset(q, 0, sizeof *q);
	for (; strncmp(c.at, "--", 2) == 0; next_line())
		if (!line_is_blank(s))
			before = header_line(q, c.at + 2 + strspn(c.at + 2, " \t"), before);
	if (line_is_blank(s))
		return false;
	if (before == KEYS)
		wrong(c.line, "SQL without a name");
	header_finish(q);
	return true;
}

/* --- the words of the SQL --------------------------------------------------------------- */

/* A missing ; lets the next header look like a remark inside the SQL. */
static void
check_remark(const char *s)
{
	const enum key k = key_at(s + strspn(s, " \t"));

	if (k != KEYS && k != KEY_NAME)
		wrong(c.line, "a header before the ; at the end of %s", c.query.name);
}

/* Skips one comment at c.at, if there is one. */
static bool
skip_comment(void)
{
	const char *s = c.at;
	const int line = c.line;

	if (s[0] == '#' ||
	    (s[0] == '-' && s[1] == '-' && (s[2] == '\0' || isspace((unsigned char)s[2])))) {
		if (s[0] == '-')
			check_remark(s + 2);
		c.at = line_end(s);
		return true;
	}
	if (s[0] != '/' || s[1] != '*')
		return false;
	if (s[2] == '!' || (s[2] == 'M' && s[3] == '!'))
		wrong(line, "a comment that the server would run");
	for (s += 2; *s != '\0' && (s[0] != '*' || s[1] != '/'); s++)
		c.line += *s == '\n';
	if (*s == '\0')
		wrong(line, "a comment without its end");
	c.at = s + 2;
	return true;
}

/* White space is kept, so that the SQL in the server's log looks like ours. */
static void
skip_space(void)
{
	for (;;) {
		if (skip_comment()) {
			*c.put++ = ' ';
		} else if (*c.at == ' ' || *c.at == '\t' || *c.at == '\n') {
			c.line += *c.at == '\n';
			*c.put++ = *c.at++;
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
			wrong(c.line, "a quote without its end");
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
	const char *s = c.at, *end = s + 1;

	*t = (struct token){ SIGN, s, 0, c.line };
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
			wrong(c.line, "not a name: %.*s", (int)(end + 1 - s), s);
	} else if (isdigit((unsigned char)*s)) {
		t->kind = NUMBER;
		end = number_end(s);
	} else if (is_word_char(*s)) {
		t->kind = WORD;
		while (is_word_char(*end))
			end++;
	} else if (iscntrl((unsigned char)*s)) {
		wrong(c.line, "a control character");
	}
	t->n = (size_t)(end - s);
	c.at = end;
	if (t->kind == SIGN && *s == ';')
		return;
	if (t->kind == ARGUMENT)
		*c.put++ = '?';
	else
		c.put = (char *)memcpy(c.put, s, t->n) + t->n;
}

/* Reads a statement up to its ; - the rest of that line is blank. */
static void
sql_read(struct query *q)
{
	struct token *t;

	c.put = c.sql;
	c.tokens = 0;
	do {
		skip_space();
		t = &c.token[c.tokens++];
		token_read(t);
		if (t->kind == END)
			wrong(c.line, "no ; at the end of %s", q->name);
	} while (t->kind != SIGN || *t->at != ';');
	t->kind = END;
	*c.put = '\0';
	if (c.tokens == 1)
		wrong(c.line, "no SQL right under this header");
	if (!line_is_blank(c.at))
		wrong(c.line, "a ; in the middle: %s", q->name);
	next_line();
}

static bool
is_word(const struct token *t, const char *word)
{
	return t->kind == WORD && strlen(word) == t->n && strncasecmp(word, t->at, t->n) == 0;
}

static bool
is_sign(const struct token *t, char sign)
{
	return t->kind == SIGN && *t->at == sign;
}

static bool
is_one_of(const struct token *t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (is_word(t, *words))
			return true;
	return false;
}

/* --- what the SQL may not say ----------------------------------------------------------- */

/* The same request must give the same answer on the day it is tried as on the day it
 * counts: days and moments are handed in, and no statement throws dice. */
static void
check_clock(const struct token *t)
{
	static const char *const always[] = { "CURRENT_DATE", "CURRENT_TIME",   "CURRENT_TIMESTAMP",
		                              "LOCALTIME",    "LOCALTIMESTAMP", "UTC_DATE",
		                              "UTC_TIME",     "UTC_TIMESTAMP",  NULL };
	static const char *const called[] = { "NOW",          "SYSDATE", "CURDATE",    "CURTIME",
		                              "RAND",         "UUID",    "UUID_SHORT", "SYS_GUID",
		                              "RANDOM_BYTES", NULL };
	const bool call = t[0].kind == WORD && is_sign(&t[1], '(');

	if (is_one_of(t, always) || (call && is_one_of(t, called)) ||
	    (call && is_word(t, "UNIX_TIMESTAMP") && is_sign(&t[2], ')')))
		wrong(t->line,
		      "no statement asks the system for the date or for luck, "
		      "hand in :today or :now: %.*s",
		      (int)t->n, t->at);
}

static void
check_star(const struct token *t)
{
	static const char *const before[] = { "SELECT",
		                              "DISTINCT",
		                              "DISTINCTROW",
		                              "ALL",
		                              "RETURNING",
		                              "HIGH_PRIORITY",
		                              "STRAIGHT_JOIN",
		                              "SQL_SMALL_RESULT",
		                              "SQL_BIG_RESULT",
		                              "SQL_BUFFER_RESULT",
		                              "SQL_CACHE",
		                              "SQL_NO_CACHE",
		                              "SQL_CALC_FOUND_ROWS",
		                              NULL };

	if (!is_sign(t, '*') || t == c.token)
		return;
	if (is_one_of(t - 1, before) || is_sign(t - 1, ',') || is_sign(t - 1, '.'))
		wrong(t->line, "name the columns instead of *");
}

static void
check_words(void)
{
	for (const struct token *t = c.token; t->kind != END; t++) {
		check_clock(t);
		check_star(t);
		if (is_sign(t, '?'))
			wrong(t->line, "name the argument instead of ?");
		if (is_sign(t, '@'))
			wrong(t->line, "a variable would live on into the next request");
		if (is_sign(t, ':') || is_sign(t, '\\'))
			wrong(t->line, "not SQL: %c", *t->at);
	}
}

/* The table that an INSERT or REPLACE adds to: past INTO, IGNORE and the database. */
static const struct token *
table_of(const struct token *t)
{
	static const char *const skip[] = { "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY",
		                            "IGNORE",       "INTO",    NULL };

	for (t++; is_one_of(t, skip); t++)
		;
	while (t->kind != END && is_sign(t + 1, '.') && t[2].kind != END)
		t += 2;
	return t;
}

static bool
names_chained(const struct token *t)
{
	if (t->kind == QUOTED)
		return is_chained(t->at + 1, t->n - 2);
	return t->kind == WORD && is_chained(t->at, t->n);
}

/* UPDATE up to SET, DELETE up to WHERE, and the table of REPLACE: no chained table may stand
 * there, by whatever name it goes afterwards. */
static void
check_unchanged(void)
{
	const struct token *t = c.token;
	const bool update = is_word(t, "UPDATE"), delete = is_word(t, "DELETE");

	if (is_word(t, "REPLACE") && names_chained(table_of(t)))
		wrong(t->line, "a chained table is only added to, no REPLACE");
	if (!update && !delete)
		return;
	for (t++; t->kind != END && !is_word(t, update ? "SET" : "WHERE"); t++)
		if (names_chained(t))
			wrong(t->line,
			      "a chained table is only added to, no %s "
			      "(nor its name before %s)",
			      update ? "UPDATE" : "DELETE", update ? "SET" : "WHERE");
}

/* One row at a time, since each is linked to the one before it. */
static void
check_one_row(const struct token *t)
{
	int depth = 0;
	bool values = false;

	for (; t->kind != END; t++) {
		depth += is_sign(t, '(') - is_sign(t, ')');
		if (depth == 0 && (is_word(t, "VALUES") || is_word(t, "VALUE")))
			values = true;
		if (values && depth == 0 && is_sign(t, ','))
			wrong(t->line, "one row at a time into a chained table");
		if (depth == 0 && is_word(t, "DUPLICATE"))
			wrong(t->line, "a chained table is only added to, no ON DUPLICATE KEY");
	}
}

static void
check_chain(const struct query *q)
{
	const struct token *t = c.token, *table;
	const char *kind = q->value[KEY_CHAIN];
	const bool chains = q->line[KEY_CHAIN] != 0;

	check_unchanged();
	table = is_word(t, "INSERT") ? table_of(t) : NULL;
	if (table == NULL || !names_chained(table)) {
		if (chains)
			wrong(q->line[KEY_CHAIN], "chain: is for an INSERT INTO %s", kind);
		return;
	}
	if (!chains)
		wrong(table->line, "an INSERT INTO a chained table, and no chain: %s", q->name);
	if (strncasecmp(kind, table->at + (table->kind == QUOTED), strlen(kind)) != 0)
		wrong(q->line[KEY_CHAIN], "chain: is for an INSERT INTO %s", kind);
	if (q->rows != ROWS_NONE)
		wrong(q->line[KEY_ROWS], "chain: goes with rows: none");
	check_one_row(table + 1);
}

/* The verb, and whether it gives what rows: promises. */
static void
check_verb(const struct query *q)
{
	static const char *const asks[] = { "SELECT", "WITH", NULL };
	static const char *const writes[] = { "INSERT", "UPDATE", "DELETE", "REPLACE", NULL };
	const struct token *t = c.token;
	bool gives;

	while (is_sign(t, '('))
		t++;
	gives = is_one_of(t, asks);
	if (!gives && (t != c.token || !is_one_of(t, writes)))
		wrong(t->line,
		      "begins with none of SELECT, WITH, INSERT, UPDATE, DELETE, REPLACE: %s",
		      q->name);
	for (; t->kind != END && !gives; t++)
		gives = is_word(t, "RETURNING");
	if (gives != (q->rows != ROWS_NONE))
		wrong(q->line[KEY_ROWS],
		      gives ? "rows: none, but this gives rows: %s"
		            : "rows: promised, but this gives none: %s",
		      q->name);
}

/* --- arguments -------------------------------------------------------------------------- */

static void
bind_one(struct query *q, const struct token *t)
{
	const char *s = t->at + 1;
	const size_t n = t->n - 1;
	const struct given *g = q->who ? given_of(s, n) : NULL;
	struct field *f =
	    g == NULL ? field_of(q->in, q->nin, s, n) : field_of(q->in, q->nin, "who", 3);

	if (f == NULL)
		wrong(t->line, "not among its in: %.*s", (int)t->n, t->at);
	if (q->nbind == BINDS)
		wrong(t->line, "more than %d arguments", BINDS);
	if (g == NULL || g->asks)
		f->used = true;
	q->bind[q->nbind++] = (struct bind){ f, g };
}

static void
bind_all(struct query *q)
{
	for (const struct token *t = c.token; t->kind != END; t++)
		if (t->kind == ARGUMENT)
			bind_one(q, t);
	for (int i = 0; i < q->nin; i++) {
		if (q->in[i].used)
			continue;
		if (q->in[i].type == NULL)
			wrong(q->line[KEY_IN], "takes who, and uses neither :who nor :as: %s",
			      q->name);
		wrong(q->line[KEY_IN], "never used: %s", q->in[i].name);
	}
}

/* --- the C ------------------------------------------------------------------------------ */

/* The name of the file without folder and .sql, as a part of C names. */
static void
stem(char *out, bool upper)
{
	const char *slash = strrchr(c.file, '/'), *s = slash != NULL ? slash + 1 : c.file;
	size_t n = 0;

	for (; *s != '\0' && *s != '.' && n < NAME - 1; s++) {
		const char ch = isalnum((unsigned char)*s) ? *s : '_';

		out[n++] = (char)(upper ? toupper((unsigned char)ch) : ch);
	}
	out[n] = '\0';
}

/* A line of a comment, which nothing in it may end. */
static void
put_remark(FILE *o, const char *s)
{
	for (; *s != '\0'; s++) {
		fputc(*s, o);
		if ((s[0] == '*' && s[1] == '/') || (s[0] == '/' && s[1] == '*'))
			fputc(' ', o);
	}
}

static void
put_string(FILE *o, const char *s)
{
	fputs("\n\t    \"", o);
	for (; *s != '\0'; s++) {
		if (*s == '\n')
			fputs(s[1] != '\0' ? "\\n\"\n\t    \"" : "\\n", o);
		else if (*s == '\t')
			fputs("\\t", o);
		else if (*s == '"' || *s == '\\' || (*s == '?' && s[1] == '?'))
			fprintf(o, "\\%c", *s);
		else
			fputc(*s, o);
	}
	fputc('"', o);
}

static void
put_signature(FILE *o, const struct query *q)
{
	fprintf(o, "enum db_outcome\n%s(struct db *db", q->name);
	for (int i = 0; i < q->nin; i++) {
		const struct field *f = &q->in[i];

		if (f->type == NULL)
			fputs(", const struct subject *who", o);
		else if (f->null && f->type->scalar)
			fprintf(o, ", const %s*%s", f->type->c, f->name);
		else
			fprintf(o, ", %s%s", f->type->c, f->name);
	}
	if (q->rows == ROWS_ONE)
		fprintf(o, ", struct %s *row", q->name);
	else if (q->rows == ROWS_MANY)
		fprintf(o, ", struct %s **rows, size_t *n", q->name);
	fputc(')', o);
}

static void
put_struct(FILE *o, const struct query *q)
{
	fprintf(o, "struct %s {\n", q->name);
	for (int i = 0; i < q->nout; i++) {
		const struct field *f = &q->out[i];

		if (f->null && f->type->scalar)
			fprintf(o, "\t%s%s;\n\tbool has_%s;\n", f->type->c, f->name, f->name);
		else
			fprintf(o, "\t%s%s;%s\n", f->type->c, f->name,
			        f->null ? "\t/* may be none */" : "");
	}
	fprintf(o, "};\nextern const struct column %s_columns[%d];\n", q->name, q->nout);
}

static void
put_declaration(FILE *o, const struct query *q)
{
	fputs("/* ", o);
	put_remark(o, q->value[KEY_NAME][0] != '\0' ? q->value[KEY_NAME] : q->name);
	if (q->value[KEY_OPEN][0] != '\0') {
		fputs("\n * Open: ", o);
		put_remark(o, q->value[KEY_OPEN]);
	}
	fputs(" */\n", o);
	if (q->nout > 0)
		put_struct(o, q);
	put_signature(o, q);
	fputs(";\n\n", o);
}

static void
put_columns(FILE *o, const struct query *q)
{
	fprintf(o, "const struct column %s_columns[%d] = {\n", q->name, q->nout);
	for (int i = 0; i < q->nout; i++) {
		const struct field *f = &q->out[i];

		fprintf(o, "\t{ \"%s\", %s, %s, offsetof(struct %s, %s), ", f->name, f->type->tag,
		        f->null ? "true" : "false", q->name, f->name);
		if (f->null && f->type->scalar)
			fprintf(o, "offsetof(struct %s, has_%s) },\n", q->name, f->name);
		else
			fputs("0 },\n", o);
	}
	fputs("};\n\n", o);
}

static void
put_bind(FILE *o, const struct bind *b)
{
	const char *name = b->field->name;
	const struct type *type = b->field->type;

	if (b->given != NULL)
		fprintf(o, "\t\t%s,\n", b->given->bind);
	else if (b->field->null && type->scalar)
		fprintf(o, "\t\tdb_null_unless(%s != NULL, db_%s(%s != NULL ? *%s : 0)),\n", name,
		        type->word, name, name);
	else
		fprintf(o, "\t\tdb_%s(%s),\n", type->word, name);
}

static void
put_body(FILE *o, const struct query *q)
{
	const char *in = q->nbind > 0 ? "in_" : "NULL";

	if (q->nbind > 0)
		fputs("\tconst struct db_value in_[] = {\n", o);
	for (int i = 0; i < q->nbind; i++)
		put_bind(o, &q->bind[i]);
	if (q->nbind > 0)
		fputs("\t};\n", o);
	if (q->rows == ROWS_ONE) {
		fprintf(o, "\n\treturn db_run_one(db, &%s_query, %s, row);\n", q->name, in);
	} else if (q->rows == ROWS_MANY) {
		fprintf(o,
		        "\tvoid *rows_ = NULL;\n\tconst enum db_outcome out_ = "
		        "db_run_many(db, &%s_query, %s, &rows_, n);\n\n"
		        "\t*rows = rows_;\n\treturn out_;\n",
		        q->name, in);
	} else if (q->line[KEY_CHAIN] != 0) {
		fprintf(o,
		        "\tconst enum db_outcome out_ = db_run_none(db, &%s_query, %s);\n\n"
		        "\tif (out_ != DB_ONE)\n\t\treturn out_;\n"
		        "\treturn chain_link(db, CHAIN_",
		        q->name, in);
		for (const char *s = q->value[KEY_CHAIN]; *s != '\0'; s++)
			fputc(toupper((unsigned char)*s), o);
		fputs(", db_inserted(db));\n", o);
	} else {
		fprintf(o, "\n\treturn db_run_none(db, &%s_query, %s);\n", q->name, in);
	}
}

static void
put_definition(FILE *o, const struct query *q)
{
	if (q->nout > 0)
		put_columns(o, q);
	fprintf(o,
	        "static const struct db_query %s_query = {\n\t.name = \"%s\",\n\t.sql =", q->name,
	        q->name);
	put_string(o, c.sql);
	fprintf(o, ",\n\t.takes = %d,\n\t.gives = %d,\n", q->nbind, q->nout);
	if (q->nout > 0)
		fprintf(o, "\t.row = sizeof(struct %s),\n\t.columns = %s_columns,\n", q->name,
		        q->name);
	if (q->line[KEY_CHAIN] != 0)
		fputs("\t.single = true,\n", o);
	fputs("};\n\n", o);
	put_signature(o, q);
	fputs("\n{\n", o);
	put_body(o, q);
	fputs("}\n\n", o);
}

/* --- the file --------------------------------------------------------------------------- */

static void
remember(const struct query *q)
{
	char(*more)[NAME] = realloc(c.name, (c.names + 1) * sizeof *more);

	if (more == NULL)
		wrong(c.line, "out of memory");
	c.name = more;
	memcpy(c.name[c.names++], q->name, NAME);
	c.chains |= q->line[KEY_CHAIN] != 0;
}

/* Goes through the file; each statement is declared and defined where asked. */
static void
each_statement(const char *text, FILE *declare, FILE *define)
{
	struct query *q = &c.query;

	c.at = text;
	c.line = 1;
	c.names = 0;
	while (*c.at != '\0') {
		if (line_is_blank(c.at)) {
			next_line();
			continue;
		}
		if (strncmp(c.at, "--", 2) != 0)
			wrong(c.line, "SQL without a header right above it");
		if (!header_read(q))
			continue;
		sql_read(q);
		check_words();
		check_verb(q);
		check_chain(q);
		bind_all(q);
		remember(q);
		if (declare != NULL)
			put_declaration(declare, q);
		if (define != NULL)
			put_definition(define, q);
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
	each_statement(text, o, NULL);
	fprintf(o, "/* All of them, NULL at the end. */\nextern db_queries %s_queries;\n\n#endif\n",
	        name);
}

/* The declarations are repeated, so that it does not matter what the header is called. */
static void
put_code(const char *text, FILE *o)
{
	char name[NAME];

	stem(name, false);
	if (c.chains)
		fputs("#include \"chain.h\"\n", o);
	put_header(text, o);
	fputc('\n', o);
	each_statement(text, NULL, o);
	fprintf(o, "db_queries %s_queries = {\n", name);
	for (size_t i = 0; i < c.names; i++)
		fprintf(o, "\t&%s_query,\n", c.name[i]);
	fputs("\tNULL\n};\n", o);
}

int queryc_compile(const char *name, const char *text, FILE *header, FILE *code);

/* Compiles text, the contents of the file name; writes the header, the code, or both (NULL:
 * not that one), and nothing at all when something is wrong.  0, or 1 when standard error
 * has been told why not. */
int
queryc_compile(const char *name, const char *text, FILE *header, FILE *code)
{
	const size_t size = strlen(text);
	int failed = 1;

	memset(&c, 0, sizeof c);
	c.file = name;
	c.line = 1;
	c.sql = malloc(size + 2);
	c.token = calloc(size + 2, sizeof *c.token);
	if (setjmp(c.fail) == 0) {
		if (c.sql == NULL || c.token == NULL)
			wrong(1, "out of memory");
		each_statement(text, NULL, NULL);
		if (header != NULL)
			put_header(text, header);
		if (code != NULL)
			put_code(text, code);
		failed = 0;
	}
	free(c.sql);
	free(c.token);
	free(c.name);
	return failed;
}

#ifndef QUERYC_LIBRARY
/* The whole file; NULL, with errno, when it cannot be read or holds a NUL. */
static char *
file_read(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;

	if (in == NULL)
		return NULL;
	n = getdelim(&text, &cap, '\0', in);
	if (n < 0 && !ferror(in) && (text = realloc(text, 1)) != NULL)
		text[0] = '\0';
	if (ferror(in) || (n > 0 && text[n - 1] == '\0')) {
		if (!ferror(in))
			errno = EILSEQ;
		free(text);
		text = NULL;
	}
	fclose(in);
	return text;
}

int
main(int argc, char **argv)
{
	char *text;
	bool header;
	int failed;

	if (argc != 3 || (strcmp(argv[1], "-h") != 0 && strcmp(argv[1], "-c") != 0)) {
		fputs("usage: queryc -h | -c FILE.sql\n", stderr);
		return 2;
	}
	header = argv[1][1] == 'h';
	if ((text = file_read(argv[2])) == NULL) {
		fprintf(stderr, "queryc: %s: %s\n", argv[2], strerror(errno));
		return 1;
	}
	failed = queryc_compile(argv[2], text, header ? stdout : NULL, header ? NULL : stdout);
	free(text);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "queryc: %s\n", strerror(errno));
		return 1;
	}
	return failed;
}
#endif
