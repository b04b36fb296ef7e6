/* SPDX-License-Identifier: MPL-2.0
 *
 * Running statements.  Rows are read as they come from the socket and go into the arena of
 * the request; nothing of a result is left behind for the next statement to stumble over.
 */
#include "db_inside.h"

#include <string.h>

#include "log.h"

/* The bytes of column i, in the arena with a NUL behind; NULL when they could not be had. */
static char *
bytes_take(struct db *db, struct statement *st, unsigned i)
{
	const struct slot *s = &st->slot[i];
	MYSQL_BIND b = { .buffer_type = st->gives[i].buffer_type };
	unsigned long length = s->length;
	my_bool null, cut;

	if (length <= s->room)
		return arena_copy(db->arena, s->bytes, length);
	b.buffer = arena_take(db->arena, length + 1);
	b.buffer_length = length;
	b.length = &length;
	b.is_null = &null;
	b.error = &cut;
	return mysql_stmt_fetch_column(st->stmt, &b, i, 0) == 0 ? b.buffer : NULL;
}

static bool
number_put(unsigned char *at, enum column_type type, const struct slot *s)
{
	const int32_t i32 = (int32_t)s->number;
	const uint32_t u32 = (uint32_t)s->number;
	const bool b = s->number != 0;

	if (s->cut)
		return false;
	if (type == DB_I64) {
		memcpy(at, &s->number, sizeof s->number);
	} else if (type == DB_U32) {
		memcpy(at, &u32, sizeof u32);
		return u32 == s->number;
	} else if (type == DB_I32) {
		memcpy(at, &i32, sizeof i32);
		return i32 == s->number;
	} else {
		memcpy(at, &b, sizeof b);
	}
	return true;
}

/* Puts column i into a row of zeroes.  False when the value does not fit its type. */
static bool
column_put(struct db *db, struct statement *st, unsigned i, unsigned char *row)
{
	const struct column *c = &st->query->columns[i];
	const struct slot *s = &st->slot[i];
	unsigned char *at = row + c->offset;
	struct moment m;
	struct day d;
	struct bytes b;
	char *text;

	if (s->null)
		return c->nullable;
	if (c->has > 0)
		memcpy(row + c->has, &(bool){ true }, sizeof(bool));
	switch (c->type) {
	case DB_I32:
	case DB_U32:
	case DB_I64:
	case DB_BOOL:
		return number_put(at, c->type, s);
	case DB_DAY:
		d = day_of_time(&s->time);
		memcpy(at, &d, sizeof d);
		return true;
	case DB_MOMENT:
		m = moment_of_time(&s->time);
		memcpy(at, &m, sizeof m);
		return true;
	case DB_TEXT:
		text = bytes_take(db, st, i);
		memcpy(at, &text, sizeof text);
		return text != NULL;
	case DB_BLOB:
		text = bytes_take(db, st, i);
		b = (struct bytes){ (unsigned char *)text, s->length };
		memcpy(at, &b, sizeof b);
		return text != NULL;
	}
	return false;
}

/* Reads the next row into zeroed memory.  DB_NONE after the last. */
static enum db_outcome
row_read(struct db *db, struct statement *st, unsigned char *row)
{
	const struct db_query *q = st->query;
	const int got = mysql_stmt_fetch(st->stmt);

	if (got == MYSQL_NO_DATA)
		return DB_NONE;
	if (got != 0 && got != MYSQL_DATA_TRUNCATED)
		return statement_fail(db, st);
	for (unsigned i = 0; i < q->gives; i++)
		if (!column_put(db, st, i, row))
			return db_fault(
			    db, q->name, "not the value its header says: ", q->columns[i].name);
	return DB_ONE;
}

/* Lets the server send what nobody reads any more, so that the next statement can run. */
static void
drain(struct statement *st)
{
	mysql_stmt_free_result(st->stmt);
}

/* DB_ONE: that was the only row.  Another one is a fault of the statement, but not the
 * fault of the person who waits for its page. */
static enum db_outcome
no_more(struct db *db, const struct statement *st)
{
	const int got = mysql_stmt_fetch(st->stmt);

	if (got != MYSQL_NO_DATA && got != 0 && got != MYSQL_DATA_TRUNCATED)
		return statement_fail(db, st);
	if (got != MYSQL_NO_DATA)
		log_warn(
		    "database: %s: more than one row came; the first is used", st->query->name);
	return DB_ONE;
}

enum db_outcome
db_run_one(struct db *db, const struct db_query *q, const struct db_value *in, void *row)
{
	struct statement *st;
	enum db_outcome outcome;

	memset(row, 0, q->row);
	if ((outcome = statement_execute(db, q, in, &st)) != DB_ONE)
		return outcome;
	if ((outcome = row_read(db, st, row)) == DB_NONE)
		return outcome;
	if (outcome == DB_ONE)
		outcome = no_more(db, st);
	if (outcome != DB_ONE)
		memset(row, 0, q->row);
	drain(st);
	return outcome;
}

/* Room for one more row of zeroes behind n. */
static unsigned char *
rows_room(struct db *db, const struct db_query *q, unsigned char *rows, size_t n, size_t *cap)
{
	unsigned char *more;

	if (n < *cap)
		return rows;
	*cap = n < 8 ? 16 : n * 2;
	more = arena_array(db->arena, *cap, q->row);
	return memcpy(more, rows, n * q->row);
}

enum db_outcome
db_run_many(
    struct db *db, const struct db_query *q, const struct db_value *in, void **rows, size_t *n)
{
	struct statement *st;
	unsigned char *read = NULL;
	size_t cap = 0, got = 0;
	enum db_outcome outcome;

	*rows = NULL;
	*n = 0;
	if ((outcome = statement_execute(db, q, in, &st)) != DB_ONE)
		return outcome;
	/* As many as the last time, most likely. */
	cap = st->rows < 1024 ? st->rows + 1 : 1024;
	read = arena_array(db->arena, cap, q->row);
	while ((outcome = row_read(db, st, read + got * q->row)) == DB_ONE)
		read = rows_room(db, q, read, ++got, &cap);
	if (outcome != DB_NONE) {
		drain(st);
		return outcome;
	}
	st->rows = got;
	*rows = read;
	*n = got;
	return DB_ONE;
}

enum db_outcome
db_run_none(struct db *db, const struct db_query *q, const struct db_value *in)
{
	struct statement *st;
	enum db_outcome outcome;

	db->changed = 0;
	if ((outcome = statement_execute(db, q, in, &st)) != DB_ONE)
		return outcome;
	db->changed = mysql_stmt_affected_rows(st->stmt);
	if (mysql_stmt_insert_id(st->stmt) > 0)
		db->inserted = (uint32_t)mysql_stmt_insert_id(st->stmt);
	if (q->single && db->changed > 1)
		return db_fault(db, q->name, "wrote more than one row", "");
	return db->changed > 0 ? DB_ONE : DB_NONE;
}
