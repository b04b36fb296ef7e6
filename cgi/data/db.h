/* SPDX-License-Identifier: MPL-2.0
 *
 * One connection to MariaDB over its local socket.  Statements come from queryc: prepared
 * once per connection, bound from typed values, fetched into the arena of the request.
 * Nothing here builds SQL.
 */
#ifndef DB_H
#define DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "column.h"
#include "day.h"
#include "outcome.h"
#include "text.h"

struct db;

/* One argument of a statement; made by the db_ functions below. */
struct db_value {
	enum column_type type;
	bool null;
	union {
		int64_t number;
		const char *text;
		struct bytes bytes;
		struct day day;
		struct moment moment;
	};
};

/* A statement as queryc writes it; one constant per statement. */
struct db_query {
	const char *name, *sql;
	unsigned takes, gives; /* placeholders; columns */
	size_t row;            /* size of the struct of a row */
	const struct column *columns;
	bool single; /* writes one row at most; more is a fault of ours, DB_DOWN */
};

/* The statements of one .sql file, NULL at the end: what --prepare proves. */
typedef const struct db_query *const db_queries[];

/* Not yet connected: the connection is made at the first db_begin.  user and database may
 * not be NULL; socket is the path of the server's socket. */
struct db *db_make(const char *socket, const char *database, const char *user);
void db_drop(struct db *);

/* Where rows and texts go from now on: the arena of the request. */
void db_use(struct db *, struct arena *);
/* Where they go now. */
struct arena *db_arena(const struct db *);

/* Begins a transaction, connecting or reconnecting first when there is no live connection.
 * READ and SNAPSHOT can write nothing (error 1792): each statement of READ sees what is committed
 * by then, all of SNAPSHOT see one moment.  WRITE reads what is committed.  DB_ONE or DB_DOWN. */
enum db_begin { DB_READ, DB_SNAPSHOT, DB_WRITE };
enum db_outcome db_begin(struct db *, enum db_begin);
/* Ends it.  A commit that fails is DB_AGAIN or DB_DOWN, and nothing was stored - unless the
 * server was lost during the commit itself: then nobody knows. */
enum db_outcome db_commit(struct db *);
void db_rollback(struct db *);

/* Within a DB_WRITE transaction: a place to come back to; the one before is forgotten. */
enum db_outcome db_savepoint(struct db *);
/* Takes back all that was done since then; the transaction goes on. */
void db_back_to_savepoint(struct db *);
/* Has the database refused something since then - a rule, a constraint, a value that does not fit
 * its column?  Then all that was done since is taken back, and the transaction goes on.  False
 * when nothing has failed, and when it is more than that (DB_AGAIN, a lost connection, a full
 * disk, a missing right): that stays sticky, and is over for the whole transaction. */
bool db_refused_since_savepoint(struct db *);

/* The sticky outcome since db_begin: DB_AGAIN, DB_DOWN, or DB_ONE when all went well. */
enum db_outcome db_failed(const struct db *);
/* Was it for want of room on the disk? */
bool db_is_full(const struct db *);

/* The AUTO_INCREMENT number that the last INSERT of this connection got. */
uint32_t db_inserted(const struct db *);
/* Rows that the last statement without out: wrote; an UPDATE counts those that it found, also
 * when they already were as it makes them. */
uint64_t db_changed(const struct db *);

/* Prepares a statement and answers what the server says against it, NULL when nothing:
 * number of placeholders and columns, and the type and nullability of each column, are
 * held against what the header of the statement says. */
const char *db_check(struct db *, const struct db_query *);

/* For generated code. in holds q->takes values.  Of many, no row at all is DB_ONE too, with
 * *n 0; of none, DB_NONE says that nothing was written. */
enum db_outcome
db_run_one(struct db *, const struct db_query *q, const struct db_value *in, void *row);
enum db_outcome db_run_many(
    struct db *, const struct db_query *q, const struct db_value *in, void **rows, size_t *n);
enum db_outcome db_run_none(struct db *, const struct db_query *q, const struct db_value *in);

struct db_value db_i32(int32_t);
struct db_value db_u32(uint32_t);
struct db_value db_i64(int64_t);
struct db_value db_bool(bool);
struct db_value db_text(const char *);    /* NULL is SQL NULL */
struct db_value db_day(struct day);       /* no day is SQL NULL */
struct db_value db_moment(struct moment); /* no moment is SQL NULL */
struct db_value db_blob(struct bytes);    /* .at NULL is SQL NULL */
struct db_value db_null_unless(bool has, struct db_value);

#endif
