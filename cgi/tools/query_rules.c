/* SPDX-License-Identifier: MPL-2.0
 *
 * What the SQL may not say, and what its arguments are bound to.
 */
#include "query.h"

#include <string.h>
#include <strings.h>

/* Tables whose rows are linked by chain.c and never changed. */
static const char *const chained[] = {
	"approval",
	"merit",
	"reset",
	"file_check",
	"card",
	"attestation",
	"course_record",
	"research",
	"decision",
	"plan",
	"submission_step",
	"employment_signed",
};

bool
is_chained(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof chained / sizeof *chained; i++)
		if (strlen(chained[i]) == n && strncasecmp(chained[i], s, n) == 0)
			return true;
	return false;
}

static bool
is_word(const struct token *t, const char *word)
{
	return t->kind == WORD && strlen(word) == t->n && strncasecmp(word, t->at, t->n) == 0;
}

/* A name in quotes may call a function too. */
static bool
is_name_of(const struct token *t, const char *const *words)
{
	const size_t quotes = t->kind == QUOTED;

	if (t->kind != WORD && t->kind != QUOTED)
		return false;
	for (; *words != NULL; words++)
		if (strlen(*words) == t->n - 2 * quotes &&
		    strncasecmp(*words, t->at + quotes, t->n - 2 * quotes) == 0)
			return true;
	return false;
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

/* The same request must give the same answer on the day it is tried as on the day it
 * counts: days and moments are handed in, and no statement throws dice. */
static void
check_clock(const struct token *t)
{
	static const char *const always[] = { "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP",
		"LOCALTIME", "LOCALTIMESTAMP", "UTC_DATE", "UTC_TIME", "UTC_TIMESTAMP", NULL };
	static const char *const called[] = { "NOW", "SYSDATE", "CURDATE", "CURTIME", "RAND",
		"UUID", "UUID_SHORT", "SYS_GUID", "RANDOM_BYTES", NULL };
	static const char *const called_empty[] = { "UNIX_TIMESTAMP", NULL };
	const bool call = t[0].kind != END && is_sign(&t[1], '(');

	if (is_one_of(t, always) || (call && is_name_of(t, called)) ||
	    (call && is_name_of(t, called_empty) && is_sign(&t[2], ')')))
		wrong(t->line,
		    "no statement asks the system for the date or for luck, "
		    "hand in :today or :now: %.*s",
		    (int)t->n, t->at);
}

static void
check_star(const struct token *t)
{
	static const char *const before[] = { "SELECT", "DISTINCT", "DISTINCTROW", "ALL",
		"RETURNING", "HIGH_PRIORITY", "STRAIGHT_JOIN", "SQL_SMALL_RESULT", "SQL_BIG_RESULT",
		"SQL_BUFFER_RESULT", "SQL_CACHE", "SQL_NO_CACHE", "SQL_CALC_FOUND_ROWS", NULL };

	if (!is_sign(t, '*') || t == compiler.token)
		return;
	if (is_one_of(t - 1, before) || is_sign(t - 1, ',') || is_sign(t - 1, '.'))
		wrong(t->line, "name the columns instead of *");
}

static void
check_words(void)
{
	for (const struct token *t = compiler.token; t->kind != END; t++) {
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
	static const char *const skip[] = { "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE",
		"INTO", NULL };

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
	const struct token *t = compiler.token;
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
	const struct token *t = compiler.token, *table;
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
	const struct token *t = compiler.token;
	bool gives;

	while (is_sign(t, '('))
		t++;
	gives = is_one_of(t, asks);
	if (!gives && (t != compiler.token || !is_one_of(t, writes)))
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
	for (const struct token *t = compiler.token; t->kind != END; t++)
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

void
sql_check(struct query *q)
{
	check_words();
	check_verb(q);
	check_chain(q);
	bind_all(q);
	q->own = reach_is_asked(q);
}
