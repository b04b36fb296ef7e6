/* SPDX-License-Identifier: MPL-2.0
 *
 * What the files of the connection share: the connection itself, its prepared statements,
 * and the one place where an error of the server becomes an outcome.  Nobody else includes
 * this.
 */
#ifndef DB_INSIDE_H
#define DB_INSIDE_H

#include "db.h"

#include <mysql.h>

enum { STATEMENT_BUCKETS = 64 };

struct db {
	struct arena *own;   /* of the process: the names below */
	struct arena *live;  /* of the connection: its statements and their buffers */
	struct arena *arena; /* of the request */
	const char *socket, *database, *user;
	MYSQL *mysql; /* NULL: no connection */
	struct statement *statements[STATEMENT_BUCKETS];
	enum db_outcome failed; /* sticky; DB_ONE while all is well */
	bool open;              /* between db_begin and its end */
	bool spoken;            /* the server was told of the transaction, and must be of its end */
	bool lost;              /* the connection is of no more use */
	bool full;
	bool refused; /* failed is for what was to be stored, not for the server */
	uint32_t inserted;
	uint64_t changed;
};

/* An argument on its way out: a copy of ours, but for texts and blobs. */
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

/* A column of the row that came last. */
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

/* Connects when there is no connection.  False when that failed, which is then sticky. */
bool db_connect(struct db *);

/* What an error of the server means for the page.  Logged with the name of the statement and
 * the server's words, but never a value; sticky unless it is DB_TAKEN. */
enum db_outcome db_fail(struct db *, const char *name, unsigned error, const char *message);

/* A fault of ours, told in our words: logged, sticky, DB_DOWN. */
enum db_outcome db_fault(struct db *, const char *name, const char *what, const char *more);

/* The statements are gone with their connection; call after mysql_close(). */
void statements_forget(struct db *);

/* Runs a statement up to its first row, preparing it when it is new.  DB_ONE, DB_TAKEN, or
 * what is now sticky. */
enum db_outcome statement_execute(
    struct db *, const struct db_query *, const struct db_value *in, struct statement **);

/* db_fail with the statement's error.  One that comes among the rows is told to the
 * connection only. */
enum db_outcome statement_fail(struct db *, const struct statement *);

/* How a day or a moment stands in the client library, and back.  A date of zeroes is none. */
MYSQL_TIME time_of_day(struct day);
MYSQL_TIME time_of_moment(struct moment);
struct day day_of_time(const MYSQL_TIME *);
struct moment moment_of_time(const MYSQL_TIME *);

#endif
