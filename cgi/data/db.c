/* SPDX-License-Identifier: MPL-2.0
 *
 * The connection and its transactions.  Reconnecting is ours, and only at the beginning of a
 * transaction: the client library's own would lose the transaction without a word.
 */
#include "db_inside.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <poll.h>
#include <string.h>

#include "log.h"

/* Seconds.  A lock is waited for less long than an answer, so that waiting ends as DB_AGAIN
 * and not as a lost connection. */
enum { CONNECT_WAIT = 3, ANSWER_WAIT = 20 };

static const char *const on_connect[] = {
	"SET time_zone = '+00:00', innodb_lock_wait_timeout = 5, sql_mode = "
	"'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
	"ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION'",
	"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
};

/* One round trip each.  A READ needs none: the session is read-only but for what WRITE says, and
 * each statement is a transaction of its own.  A round trip to begin and one to end would be
 * two in five, and most of what a short page costs is waking the other side. */
static const char *const begins[] = {
	[DB_READ] = NULL,
	[DB_SNAPSHOT] = "START TRANSACTION READ ONLY",
	[DB_WRITE] = "BEGIN NOT ATOMIC"
	             " SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
	             " START TRANSACTION READ WRITE;"
	             " END",
};

struct db *
db_make(const char *socket, const char *database, const char *user)
{
	struct arena *own = arena_make();
	struct db *db = arena_take(own, sizeof *db);

	db->own = own;
	db->live = arena_make();
	db->socket = arena_string(own, socket);
	db->database = arena_string(own, database);
	db->user = arena_string(own, user);
	db->failed = DB_ONE;
	return db;
}

static void
disconnect(struct db *db)
{
	if (db->mysql != NULL)
		mysql_close(db->mysql);
	db->mysql = NULL;
	db->open = false;
	db->lost = false;
	statements_forget(db);
}

void
db_drop(struct db *db)
{
	if (db == NULL)
		return;
	disconnect(db);
	arena_drop(db->live);
	arena_drop(db->own);
}

void
db_use(struct db *db, struct arena *arena)
{
	db->arena = arena;
}

struct arena *
db_arena(const struct db *db)
{
	return db->arena;
}

/* --- errors ----------------------------------------------------------------------------- */

/* Has the client lost the server, or the server this client? */
static bool
is_lost(unsigned error)
{
	return (error >= CR_MIN_ERROR && error <= CR_MAX_ERROR) ||
	    error == CR_SERVER_LOST_EXTENDED || error == ER_CONNECTION_KILLED ||
	    error == ER_SERVER_SHUTDOWN || error == ER_NEED_REPREPARE ||
	    error == ER_UNKNOWN_STMT_HANDLER;
}

static bool
is_full(unsigned error, const char *message)
{
	return error == ER_RECORD_FILE_FULL || error == ER_DISK_FULL ||
	    error == ER_ERROR_ON_WRITE || strstr(message, "No space left on device") != NULL;
}

static enum db_outcome
outcome_of(unsigned error)
{
	switch (error) {
	case ER_DUP_ENTRY:
	case ER_DUP_ENTRY_WITH_KEY_NAME:
		return DB_TAKEN;
	case ER_LOCK_DEADLOCK:
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_CHECKREAD:
		return DB_AGAIN;
	default:
		/* A trigger's refusal (1644) too: no legal path meets one. */
		return DB_DOWN;
	}
}

/* Refusals of the very row: the others may be well. */
static bool
is_refusal(unsigned error)
{
	switch (error) {
	case ER_SIGNAL_EXCEPTION:
	case ER_CONSTRAINT_FAILED:
	case ER_NO_REFERENCED_ROW_2:
	case ER_ROW_IS_REFERENCED_2:
	case ER_BAD_NULL_ERROR:
	case ER_NO_DEFAULT_FOR_FIELD:
	case ER_DATA_TOO_LONG:
	case ER_WARN_DATA_OUT_OF_RANGE:
	case WARN_DATA_TRUNCATED:
	case ER_TRUNCATED_WRONG_VALUE:
	case ER_TRUNCATED_WRONG_VALUE_FOR_FIELD:
		return true;
	default:
		return false;
	}
}

/* The server quotes values in a few of its messages, always as "… value: '…'" or "… value is
 * out of range in '…'"; they are nobody's business in a log. */
static const char *
without_value(char *to, size_t room, const char *message)
{
	const char *value = strstr(message, "value"), *open, *close;

	strncpy(to, message, room - 1);
	to[room - 1] = '\0';
	if (value == NULL || (open = strchr(value, '\'')) == NULL)
		return to;
	if ((close = strstr(open + 1, "' for ")) == NULL)
		close = strrchr(open + 1, '\'');
	if ((size_t)(open + 1 - message) < room)
		to[open + 1 - message] = '\0';
	if (close != NULL)
		strncat(to, close, room - strlen(to) - 1);
	return to;
}

enum db_outcome
db_fail(struct db *db, const char *name, unsigned error, const char *message)
{
	const enum db_outcome outcome = outcome_of(error);
	char said[MYSQL_ERRMSG_SIZE];

	if (outcome == DB_TAKEN)
		return outcome;
	if (outcome == DB_AGAIN)
		log_info("database: %s: error %u, to be run again", name, error);
	else
		log_warn("database: %s: error %u: %s", name, error,
		    without_value(said, sizeof said, message));
	db->full = db->full || is_full(error, message);
	db->refused = is_refusal(error);
	db->lost = db->lost || is_lost(error);
	return db->failed = outcome;
}

enum db_outcome
db_fault(struct db *db, const char *name, const char *what, const char *more)
{
	log_warn("database: %s: %s%s", name, what, more);
	db->refused = false;
	return db->failed = DB_DOWN;
}

enum db_outcome
db_failed(const struct db *db)
{
	return db->failed;
}

bool
db_is_full(const struct db *db)
{
	return db->full;
}

/* --- connecting ------------------------------------------------------------------------- */

static void
set_options(MYSQL *mysql)
{
	const unsigned connect_wait = CONNECT_WAIT, answer_wait = ANSWER_WAIT, no_files = 0;
	const unsigned protocol = MYSQL_PROTOCOL_SOCKET;
	const my_bool no = 0, yes = 1;

	mysql_optionsv(mysql, MYSQL_OPT_PROTOCOL, &protocol);
	mysql_optionsv(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect_wait);
	mysql_optionsv(mysql, MYSQL_OPT_READ_TIMEOUT, &answer_wait);
	mysql_optionsv(mysql, MYSQL_OPT_WRITE_TIMEOUT, &answer_wait);
	mysql_optionsv(mysql, MYSQL_OPT_RECONNECT, &no);
	mysql_optionsv(mysql, MYSQL_OPT_LOCAL_INFILE, &no_files);
	mysql_optionsv(mysql, MYSQL_REPORT_DATA_TRUNCATION, &yes);
	mysql_optionsv(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	for (size_t i = 0; i < sizeof on_connect / sizeof *on_connect; i++)
		mysql_optionsv(mysql, MYSQL_INIT_COMMAND, on_connect[i]);
}

bool
db_connect(struct db *db)
{
	MYSQL *mysql;

	if (db->mysql != NULL)
		return true;
	if ((mysql = mysql_init(NULL)) == NULL)
		fatal("out of memory: a connection");
	set_options(mysql);
	/* An UPDATE that leaves a row as it was has still found it: DB_ONE. */
	if (mysql_real_connect(mysql, NULL, db->user, NULL, db->database, 0, db->socket,
	        CLIENT_FOUND_ROWS) == NULL) {
		db_fail(db, "connect", mysql_errno(mysql), mysql_error(mysql));
		db->failed = DB_DOWN;
		db->lost = false;
		mysql_close(mysql);
		return false;
	}
	db->mysql = mysql;
	return true;
}

static int
say(struct db *db, const char *sql)
{
	return mysql_real_query(db->mysql, sql, strlen(sql));
}

/* --- transactions ----------------------------------------------------------------------- */

/* An idle connection from which something can be read has been closed by the server. */
static bool
is_closed(struct db *db)
{
	struct pollfd p = { .fd = mysql_get_socket(db->mysql), .events = POLLIN };

	return poll(&p, 1, 0) != 0;
}

/* Nothing is asked of the server where begins[how] is NULL. */
static int
say_begin(struct db *db, enum db_begin how)
{
	return begins[how] == NULL ? 0 : say(db, begins[how]);
}

enum db_outcome
db_begin(struct db *db, enum db_begin how)
{
	int bad;

	if (db->open) {
		log_warn("database: a transaction was left open");
		db_rollback(db);
	}
	db->failed = DB_ONE;
	db->full = false;
	db->inserted = 0;
	db->changed = 0;
	if (db->mysql != NULL && is_closed(db)) {
		log_info("database: the connection was gone; connecting again");
		disconnect(db);
	}
	if (!db_connect(db))
		return db->failed;
	if ((bad = say_begin(db, how)) != 0 && is_lost(mysql_errno(db->mysql))) {
		log_info("database: the connection was lost; connecting again");
		disconnect(db);
		if (!db_connect(db))
			return db->failed;
		bad = say_begin(db, how);
	}
	if (bad != 0) {
		db_fail(db, "begin", mysql_errno(db->mysql), mysql_error(db->mysql));
		disconnect(db);
		return db->failed = DB_DOWN;
	}
	db->open = true;
	db->spoken = begins[how] != NULL;
	return DB_ONE;
}

void
db_rollback(struct db *db)
{
	if (!db->open)
		return;
	db->open = false;
	/* A closed connection is rolled back by the server. */
	if (db->lost || (db->spoken && say(db, "ROLLBACK") != 0))
		disconnect(db);
}

enum db_outcome
db_commit(struct db *db)
{
	if (!db->open)
		return db->failed != DB_ONE ? db->failed
		                            : db_fault(db, "commit", "no transaction", "");
	if (db->failed == DB_ONE && db->spoken && say(db, "COMMIT") != 0 &&
	    db_fail(db, "commit", mysql_errno(db->mysql), mysql_error(db->mysql)) == DB_TAKEN)
		db->failed = DB_DOWN;
	if (db->failed != DB_ONE)
		db_rollback(db);
	db->open = false;
	return db->failed;
}

enum db_outcome
db_savepoint(struct db *db)
{
	if (db->failed == DB_ONE && say(db, "SAVEPOINT here") != 0)
		db_fail(db, "savepoint", mysql_errno(db->mysql), mysql_error(db->mysql));
	return db->failed;
}

void
db_back_to_savepoint(struct db *db)
{
	if (db->failed == DB_ONE && say(db, "ROLLBACK TO SAVEPOINT here") != 0)
		db_fail(db, "savepoint", mysql_errno(db->mysql), mysql_error(db->mysql));
}

bool
db_refused_since_savepoint(struct db *db)
{
	if (db->failed != DB_DOWN || !db->refused || db->lost || db->full)
		return false;
	if (say(db, "ROLLBACK TO SAVEPOINT here") != 0) {
		db_fail(db, "savepoint", mysql_errno(db->mysql), mysql_error(db->mysql));
		return false;
	}
	db->failed = DB_ONE;
	return true;
}

uint32_t
db_inserted(const struct db *db)
{
	return db->inserted;
}

uint64_t
db_changed(const struct db *db)
{
	return db->changed;
}
