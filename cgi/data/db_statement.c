/* SPDX-License-Identifier: MPL-2.0
 *
 * Statements: prepared at their first use on a connection and kept with the buffers of their
 * columns, which are bound once; rows are read as they come from the socket, and go into
 * the arena of the request.
 */
#include "db_inside.h"

#include <stdint.h>
#include <string.h>

#include "log.h"

/* A text up to this long is read with its row; a longer one is fetched once more, straight
 * into the arena.  Blobs always are. */
enum { TEXT_ROOM = 512 };

struct argument {
	union {
		int8_t i8;
		int32_t i32;
		int64_t i64;
		MYSQL_TIME time;
	};
	unsigned long length;
	my_bool null;
};

struct slot {
	union {
		int64_t number;
		MYSQL_TIME time;
		char *bytes;
	};
	unsigned long room, length;
	my_bool null, cut;
};

struct statement {
	struct statement *next;
	const struct db_query *query;
	MYSQL_STMT *stmt;
	MYSQL_BIND *takes, *gives;
	struct argument *argument;
	struct slot *slot;
	bool bound;  /* its arguments are, and stay where they are */
	size_t rows; /* how many came the last time */
};

/* --- preparing -------------------------------------------------------------------------- */

/* An error that comes among the rows is told to the connection and not to the statement. */
static enum db_outcome
fail(struct db *db, const struct statement *st)
{
	const unsigned error = mysql_stmt_errno(st->stmt);

	if (error != 0)
		return db_fail(db, st->query->name, error, mysql_stmt_error(st->stmt));
	return db_fail(db, st->query->name, mysql_errno(db->mysql), mysql_error(db->mysql));
}

static void
slot_make(struct db *db, struct slot *s, MYSQL_BIND *b, const struct column *c,
          unsigned long length)
{
	*b = (MYSQL_BIND){ .length = &s->length, .is_null = &s->null, .error = &s->cut };
	switch (c->type) {
	case DB_I32:
	case DB_U32:
	case DB_I64:
	case DB_BOOL:
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		b->buffer = &s->number;
		break;
	case DB_DAY:
		b->buffer_type = MYSQL_TYPE_DATE;
		b->buffer = &s->time;
		break;
	case DB_MOMENT:
		b->buffer_type = MYSQL_TYPE_DATETIME;
		b->buffer = &s->time;
		break;
	case DB_TEXT:
		s->room = length < TEXT_ROOM ? length + 1 : TEXT_ROOM;
		b->buffer_type = MYSQL_TYPE_STRING;
		break;
	case DB_BLOB:
		s->room = 1;
		b->buffer_type = MYSQL_TYPE_BLOB;
		break;
	}
	if (s->room > 0) {
		s->bytes = arena_take(db->live, s->room);
		b->buffer = s->bytes;
		b->buffer_length = s->room;
	}
}

static bool
slots_make(struct db *db, struct statement *st)
{
	const struct db_query *q = st->query;
	const MYSQL_FIELD *field = q->gives > 0 ? mariadb_stmt_fetch_fields(st->stmt) : NULL;

	st->slot = arena_array(db->live, q->gives, sizeof *st->slot);
	st->gives = arena_array(db->live, q->gives, sizeof *st->gives);
	for (unsigned i = 0; i < q->gives; i++)
		slot_make(db, &st->slot[i], &st->gives[i], &q->columns[i], field[i].length);
	st->argument = arena_array(db->live, q->takes, sizeof *st->argument);
	st->takes = arena_array(db->live, q->takes, sizeof *st->takes);
	return q->gives == 0 || !mysql_stmt_bind_result(st->stmt, st->gives);
}

/* NULL when it failed, which is then sticky. */
static struct statement *
prepare(struct db *db, const struct db_query *q)
{
	struct statement *st = arena_take(db->live, sizeof *st);

	st->query = q;
	if ((st->stmt = mysql_stmt_init(db->mysql)) == NULL)
		fatal("out of memory: a statement");
	if (mysql_stmt_prepare(st->stmt, q->sql, strlen(q->sql)) != 0)
		fail(db, st);
	else if (mysql_stmt_param_count(st->stmt) != q->takes ||
	         mysql_stmt_field_count(st->stmt) != q->gives)
		db_fault(db, q->name, "arguments or columns are not as its header says", "");
	else if (!slots_make(db, st))
		fail(db, st);
	if (db->failed == DB_ONE)
		return st;
	mysql_stmt_close(st->stmt);
	return NULL;
}

static struct statement *
statement_of(struct db *db, const struct db_query *q)
{
	struct statement **bucket = &db->statements[(uintptr_t)q / 16 % STATEMENT_BUCKETS], *st;

	for (st = *bucket; st != NULL; st = st->next)
		if (st->query == q)
			return st;
	if ((st = prepare(db, q)) != NULL) {
		st->next = *bucket;
		*bucket = st;
	}
	return st;
}

void
statements_forget(struct db *db)
{
	for (size_t i = 0; i < STATEMENT_BUCKETS; i++) {
		for (struct statement *st = db->statements[i]; st != NULL; st = st->next)
			mysql_stmt_close(st->stmt);
		db->statements[i] = NULL;
	}
	arena_reset(db->live);
}

/* --- arguments -------------------------------------------------------------------------- */

/* Answers whether the value itself is bound, and not a copy of ours. */
static bool
argument_set(struct argument *a, MYSQL_BIND *b, const struct db_value *v)
{
	*b = (MYSQL_BIND){ .buffer = a, .length = &a->length, .is_null = &a->null };
	a->null = v->null;
	switch (v->type) {
	case DB_BOOL:
		b->buffer_type = MYSQL_TYPE_TINY;
		a->i8 = (int8_t)v->number;
		return false;
	case DB_I32:
	case DB_U32:
		b->buffer_type = MYSQL_TYPE_LONG;
		b->is_unsigned = v->type == DB_U32;
		a->i32 = (int32_t)v->number;
		return false;
	case DB_I64:
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		a->i64 = v->number;
		return false;
	case DB_DAY:
		b->buffer_type = MYSQL_TYPE_DATE;
		a->time = time_of_day(v->day);
		return false;
	case DB_MOMENT:
		b->buffer_type = MYSQL_TYPE_DATETIME;
		a->time = time_of_moment(v->moment);
		return false;
	case DB_TEXT:
		a->length = v->null ? 0 : strlen(v->text);
		b->buffer_type = MYSQL_TYPE_STRING;
		/* The library reads what it is to send; its field is for both ways. */
		memcpy(&b->buffer, &v->text, sizeof b->buffer);
		break;
	case DB_BLOB:
		a->length = v->bytes.n;
		b->buffer_type = MYSQL_TYPE_BLOB;
		memcpy(&b->buffer, &v->bytes.at, sizeof b->buffer);
		break;
	}
	b->buffer_length = a->length;
	return true;
}

static bool
bind(struct statement *st, const struct db_value *in)
{
	bool moves = false;

	for (unsigned i = 0; i < st->query->takes; i++)
		moves |= argument_set(&st->argument[i], &st->takes[i], &in[i]);
	if (st->query->takes == 0 || (st->bound && !moves))
		return true;
	st->bound = !moves;
	return !mysql_stmt_bind_param(st->stmt, st->takes);
}

/* Runs a statement up to its first row.  DB_ONE, DB_TAKEN, or what is now sticky. */
static enum db_outcome
execute(struct db *db, const struct db_query *q, const struct db_value *in, struct statement **st)
{
	if (db->failed != DB_ONE)
		return db->failed;
	if (!db->open)
		return db_fault(db, q->name, "run outside a transaction", "");
	if ((*st = statement_of(db, q)) == NULL)
		return db->failed;
	if (!bind(*st, in) || mysql_stmt_execute((*st)->stmt) != 0)
		return fail(db, *st);
	return DB_ONE;
}

/* --- rows ------------------------------------------------------------------------------- */

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
		return fail(db, st);
	for (unsigned i = 0; i < q->gives; i++)
		if (!column_put(db, st, i, row))
			return db_fault(db, q->name,
			                "not the value its header says: ", q->columns[i].name);
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
		return fail(db, st);
	if (got != MYSQL_NO_DATA)
		log_warn("database: %s: more than one row came; the first is used",
		         st->query->name);
	return DB_ONE;
}

enum db_outcome
db_run_one(struct db *db, const struct db_query *q, const struct db_value *in, void *row)
{
	struct statement *st;
	enum db_outcome outcome;

	memset(row, 0, q->row);
	if ((outcome = execute(db, q, in, &st)) != DB_ONE)
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
db_run_many(struct db *db, const struct db_query *q, const struct db_value *in, void **rows,
            size_t *n)
{
	struct statement *st;
	unsigned char *read = NULL;
	size_t cap = 0, got = 0;
	enum db_outcome outcome;

	*rows = NULL;
	*n = 0;
	if ((outcome = execute(db, q, in, &st)) != DB_ONE)
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
	if ((outcome = execute(db, q, in, &st)) != DB_ONE)
		return outcome;
	db->changed = mysql_stmt_affected_rows(st->stmt);
	if (mysql_stmt_insert_id(st->stmt) > 0)
		db->inserted = (uint32_t)mysql_stmt_insert_id(st->stmt);
	if (q->single && db->changed > 1)
		return db_fault(db, q->name, "wrote more than one row", "");
	return db->changed > 0 ? DB_ONE : DB_NONE;
}
