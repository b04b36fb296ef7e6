/* SPDX-License-Identifier: MPL-2.0
 *
 * The header of a statement: its name, what goes in, what comes out, and how many.
 */
#include "query.h"

#include <string.h>

static const struct type types[] = {
	{ "i32", "int32_t ", "DB_I32", true },
	{ "u32", "uint32_t ", "DB_U32", true },
	{ "i64", "int64_t ", "DB_I64", true },
	{ "bool", "bool ", "DB_BOOL", true },
	{ "text", "const char *", "DB_TEXT", false },
	{ "day", "struct day ", "DB_DAY", false },
	{ "moment", "struct moment ", "DB_MOMENT", false },
	{ "blob", "struct bytes ", "DB_BLOB", false },
};

static const char *const keys[KEYS] = { "", "in", "out", "rows", "open", "chain" };
static const char *const rows_words[] = { "one", "many", "none" };

enum key
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

static bool
is_c_word(const char *name)
{
	static const char *const words[] = { "auto", "bool", "break", "case", "char", "const",
		"continue", "default", "do", "double", "else", "enum", "extern", "false", "float",
		"for", "goto", "if", "inline", "int", "long", "register", "restrict", "return",
		"short", "signed", "sizeof", "static", "struct", "switch", "true", "typedef",
		"union", "unsigned", "void", "volatile", "while" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], name) == 0)
			return true;
	return false;
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
		wrong(compiler.line, "too long a header");
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
		wrong(compiler.line, "a header begins with the name of its statement");
	if (k == KEY_NAME) {
		size_t n = name_length(s);

		if (before != KEYS)
			wrong(compiler.line, "no such word in a header: %.*s", (int)strcspn(s, ":"),
			    s);
		if (n == 0 || s[n] != ':')
			wrong(compiler.line, "not a name: %.*s", (int)strcspn(s, ":"), s);
		memcpy(q->name, s, n);
	}
	if (q->line[k] != 0)
		wrong(compiler.line, "said twice: %s:", keys[k]);
	q->line[k] = compiler.line;
	value_add(q->value[k], s + strcspn(s, ":") + 1);
	return k;
}

static void
check_field_name(const struct query *q, const struct field *f, bool in)
{
	const int line = q->line[in ? KEY_IN : KEY_OUT];
	const bool ours = strcmp(f->name, "db") == 0 ||
	    (q->rows == ROWS_ONE && strcmp(f->name, "row") == 0) ||
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

/* "like NAME": the columns of a statement before it in the file, whose rows these are too. */
static bool
out_is_like(struct query *q)
{
	const char *name = q->value[KEY_OUT] + 5;

	memcpy(q->row, q->name, NAME);
	if (strncmp(q->value[KEY_OUT], "like ", 5) != 0)
		return false;
	for (size_t i = 0; i < compiler.names; i++) {
		const struct said *s = &compiler.said[i];

		if (strcmp(s->name, name) != 0 || s->nout == 0)
			continue;
		memcpy(q->row, s->name, NAME);
		memcpy(q->out, s->out, sizeof q->out);
		q->nout = s->nout;
		return true;
	}
	wrong(q->line[KEY_OUT], "no statement before it has such rows: %s", name);
}

/* What stands in the header makes sense by itself. */
static void
header_finish(struct query *q)
{
	const int line = q->line[KEY_NAME];
	int rows = -1;

	if (is_c_word(q->name))
		wrong(line, "a word of C cannot be a name: %s", q->name);
	for (size_t i = 0; i < compiler.names; i++)
		if (strcmp(compiler.said[i].name, q->name) == 0)
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
	if (!out_is_like(q))
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

bool
header_read(struct query *q)
{
	const char *s = compiler.at;
	enum key before = KEYS;
	int rows = 0, line = compiler.line;

	for (; strncmp(s, "--", 2) == 0; line++) {
		if (strncmp(s, "-- rows:", 8) == 0)
			rows = line;
		s = line_end(s);
		s += *s == '\n';
	}
	if (line_is_blank(s) && rows != 0)
		wrong(rows, "no SQL right under this header");
	memset(q, 0, sizeof *q);
	for (; strncmp(compiler.at, "--", 2) == 0; next_line())
		if (!line_is_blank(s))
			before = header_line(
			    q, compiler.at + 2 + strspn(compiler.at + 2, " \t"), before);
	if (line_is_blank(s))
		return false;
	if (before == KEYS)
		wrong(compiler.line, "SQL without a name");
	header_finish(q);
	return true;
}
