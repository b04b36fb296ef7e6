/* SPDX-License-Identifier: MPL-2.0
 *
 * Statements: prepared at their first use on a connection, and kept with the buffers of their
 * arguments and columns, which are bound once.
 */
#include "db_inside.h"

#include <stdint.h>
#include <string.h>

#include "log.h"

/* A text up to this long is read with its row; a longer one is fetched once more, straight
 * into the arena.  Blobs always are. */
enum { TEXT_ROOM = 512 };

/* --- preparing -------------------------------------------------------------------------- */

enum db_outcome
statement_fail(struct db *db, const struct statement *st)
{
	const unsigned error = mysql_stmt_errno(st->stmt);

	if (error != 0)
		return db_fail(db, st->query->name, error, mysql_stmt_error(st->stmt));
	return db_fail(db, st->query->name, mysql_errno(db->mysql), mysql_error(db->mysql));
}

static void
slot_make(
    struct db *db, struct slot *s, MYSQL_BIND *b, const struct column *c, unsigned long length)
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
		statement_fail(db, st);
	else if (mysql_stmt_param_count(st->stmt) != q->takes ||
	    mysql_stmt_field_count(st->stmt) != q->gives)
		db_fault(db, q->name, "arguments or columns are not as its header says", "");
	else if (!slots_make(db, st))
		statement_fail(db, st);
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

enum db_outcome
statement_execute(
    struct db *db, const struct db_query *q, const struct db_value *in, struct statement **st)
{
	if (db->failed != DB_ONE)
		return db->failed;
	if (!db->open)
		return db_fault(db, q->name, "run outside a transaction", "");
	if ((*st = statement_of(db, q)) == NULL)
		return db->failed;
	if (!bind(*st, in) || mysql_stmt_execute((*st)->stmt) != 0)
		return statement_fail(db, *st);
	/* The library forgets what was bound when a table has changed its shape. */
	if (q->gives > 0 && !(*st)->stmt->bind_result_done &&
	    mysql_stmt_bind_result((*st)->stmt, (*st)->gives))
		return statement_fail(db, *st);
	return DB_ONE;
}
