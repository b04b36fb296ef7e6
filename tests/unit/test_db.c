/* SPDX-License-Identifier: MPL-2.0
 *
 * The connection against a real MariaDB: LOGBOOK_TEST_SOCKET, LOGBOOK_TEST_USER (who may
 * create tables and triggers there, and kill) and LOGBOOK_TEST_DB say where; without them
 * every test is skipped.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "db.h"
#include "log.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* A statement as queryc writes it. */
#define QUERY(q, takes_, text) \
	static const struct db_query q = { .name = #q, .sql = text, .takes = takes_ }
#define QUERY_OF(q, takes_, type, cols, text) \
	static const struct db_query q = { .name = #q, \
		.sql = text, \
		.takes = takes_, \
		.gives = COUNT(cols), \
		.row = sizeof(type), \
		.columns = cols }

struct thing {
	uint32_t u;
	int32_t i;
	bool has_i;
	int64_t l;
	bool b;
	const char *s;
	struct day d;
	struct moment m;
	struct bytes x;
};

static const struct column thing_columns[] = {
	{ "u", DB_U32, false, offsetof(struct thing, u), 0 },
	{ "i", DB_I32, true, offsetof(struct thing, i), offsetof(struct thing, has_i) },
	{ "l", DB_I64, false, offsetof(struct thing, l), 0 },
	{ "b", DB_BOOL, false, offsetof(struct thing, b), 0 },
	{ "s", DB_TEXT, false, offsetof(struct thing, s), 0 },
	{ "d", DB_DAY, true, offsetof(struct thing, d), 0 },
	{ "m", DB_MOMENT, true, offsetof(struct thing, m), 0 },
	{ "x", DB_BLOB, true, offsetof(struct thing, x), 0 },
};

struct number {
	int64_t n;
};

static const struct column number_columns[] = { { "n", DB_I64, false, 0, 0 } };

struct small {
	uint32_t n;
};

static const struct column small_columns[] = { { "n", DB_U32, false, 0, 0 } };

struct word {
	const char *s;
};

static const struct column word_columns[] = { { "s", DB_TEXT, false, 0, 0 } };

QUERY(thing_add, 8, "INSERT INTO thing (u, i, l, b, s, d, m, x) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
QUERY_OF(
    things, 0, struct thing, thing_columns, "SELECT u, i, l, b, s, d, m, x FROM thing ORDER BY id");
QUERY_OF(thing_of, 1, struct thing, thing_columns,
    "SELECT u, i, l, b, s, d, m, x FROM thing WHERE u = ?");
QUERY_OF(things_count, 0, struct number, number_columns, "SELECT COUNT(*) FROM thing");
QUERY_OF(thing_seconds, 0, struct number, number_columns,
    "SELECT UNIX_TIMESTAMP(m) FROM thing ORDER BY id LIMIT 1");
QUERY_OF(thing_lock, 1, struct small, small_columns,
    "SELECT u FROM thing WHERE u = ? FOR UPDATE NOWAIT");
QUERY(thing_rename, 2, "UPDATE thing SET s = ? WHERE u = ?");
QUERY(key_add, 1, "INSERT INTO unique_key (k) VALUES (?)");
QUERY(brim_add, 0, "INSERT INTO brim (s) VALUES ('')");
QUERY(refused_add, 0, "INSERT INTO refused (a) VALUES (1)");
QUERY(day_as_text, 1, "INSERT INTO thing (u, l, b, s, d) VALUES (1, 1, 1, '', ?)");
QUERY_OF(mine, 0, struct number, number_columns, "SELECT CONNECTION_ID()");
QUERY_OF(too_large, 0, struct small, small_columns, "SELECT 4294967296");
QUERY_OF(too_small, 0, struct small, small_columns, "SELECT -1");
QUERY_OF(null_word, 0, struct word, word_columns, "SELECT MAX(s) FROM thing");
QUERY_OF(no_table, 0, struct number, number_columns, "SELECT n FROM no_such_table");
QUERY_OF(shifting_n, 0, struct number, number_columns, "SELECT n FROM shifting");

static struct db *db;
static struct arena *arena;
static MYSQL *admin;

/* --- the stage -------------------------------------------------------------------------- */

static const char *
server(const char *what)
{
	char name[64];

	snprintf(name, sizeof name, "LOGBOOK_TEST_%s", what);
	return getenv(name);
}

static void
admin_says(const char *sql)
{
	if (mysql_query(admin, sql) != 0)
		fail_msg("%s: %s", sql, mysql_error(admin));
}

static struct db *
connection(void)
{
	struct db *made = db_make(server("SOCKET"), server("DB"), server("USER"));

	db_use(made, arena);
	return made;
}

static int
set_up(void **state)
{
	static const char *const tables[] = {
		("CREATE OR REPLACE TABLE thing (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY,"
		 " u INT UNSIGNED NOT NULL, i INT, l BIGINT NOT NULL, b TINYINT(1) NOT NULL,"
		 " s TEXT NOT NULL, d DATE, m DATETIME, x MEDIUMBLOB, KEY (u)) CHARSET utf8mb4"),
		"CREATE OR REPLACE TABLE unique_key (k INT UNSIGNED NOT NULL UNIQUE)",
		"SET SESSION max_heap_table_size = 16384",
		"CREATE OR REPLACE TABLE brim (s CHAR(200)) ENGINE = MEMORY",
		"CREATE OR REPLACE TABLE refused (a INT)",
		"CREATE OR REPLACE TABLE shifting (n INT NOT NULL)",
		"INSERT INTO shifting VALUES (-7)",
		("CREATE TRIGGER no BEFORE INSERT ON refused FOR EACH ROW"
		 " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'never'"),
	};

	(void)state;
	if (server("SOCKET") == NULL || server("USER") == NULL || server("DB") == NULL)
		return 0;
	admin = mysql_init(NULL);
	if (mysql_real_connect(
	        admin, NULL, server("USER"), NULL, server("DB"), 0, server("SOCKET"), 0) == NULL) {
		fprintf(stderr, "test_db: %s\n", mysql_error(admin));
		return -1;
	}
	for (size_t i = 0; i < COUNT(tables); i++)
		admin_says(tables[i]);
	arena = arena_make();
	db = connection();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	if (admin == NULL)
		return 0;
	db_drop(db);
	arena_drop(arena);
	mysql_close(admin);
	admin = NULL;
	return 0;
}

static void
need_server(void)
{
	if (admin == NULL) {
		print_message("no server: set LOGBOOK_TEST_SOCKET, _USER and _DB\n");
		skip();
	}
}

static const struct bytes no_bytes;

static enum db_outcome
add(struct db *to, uint32_t u, const char *s, struct bytes x)
{
	const struct db_value in[] = { db_u32(u), db_null_unless(false, db_i32(0)), db_i64(0),
		db_bool(false), db_text(s), db_day((struct day){ 0 }),
		db_moment((struct moment){ 0 }), db_blob(x) };

	return db_run_none(to, &thing_add, in);
}

static int64_t
number_of(struct db *from, const struct db_query *q)
{
	struct number row;

	assert_int_equal(db_run_one(from, q, NULL, &row), DB_ONE);
	return row.n;
}

static void
kill_connection(int64_t id)
{
	char sql[64];

	snprintf(sql, sizeof sql, "KILL %lld", (long long)id);
	admin_says(sql);
	usleep(100000);
}

/* --- values ----------------------------------------------------------------------------- */

static void
values_come_back_as_they_went(void **state)
{
	static const unsigned char blob[] = { 0, 255, 'a', 0 };
	const struct db_value in[] = { db_u32(UINT32_MAX), db_i32(INT32_MIN), db_i64(INT64_MIN),
		db_bool(true), db_text("Ærø \xf0\x9f\x92\x89 'q\\"),
		db_day((struct day){ 2028, 2, 29 }), db_moment((struct moment){ 1835395199 }),
		db_blob((struct bytes){ blob, 4 }) };
	const struct db_value u[] = { db_u32(UINT32_MAX) };
	struct thing t;

	(void)state;
	need_server();
	assert_int_equal(db_begin(db, DB_WRITE), DB_ONE);
	assert_int_equal(db_run_none(db, &thing_add, in), DB_ONE);
	assert_true(db_inserted(db) > 0);
	assert_int_equal(db_run_one(db, &thing_of, u, &t), DB_ONE);
	assert_int_equal(t.u, UINT32_MAX);
	assert_true(t.has_i && t.i == INT32_MIN);
	assert_true(t.l == INT64_MIN);
	assert_true(t.b);
	assert_string_equal(t.s, "Ærø \xf0\x9f\x92\x89 'q\\");
	assert_int_equal(day_compare(t.d, (struct day){ 2028, 2, 29 }), 0);
	assert_int_equal(t.m.s, 1835395199);
	assert_int_equal(t.x.n, 4);
	assert_memory_equal(t.x.at, blob, 4);
	assert_int_equal(number_of(db, &thing_seconds), 1835395199);
	db_rollback(db);
}

static void
null_is_none_and_empty_is_empty(void **state)
{
	struct thing *t;
	void *rows;
	size_t n;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	assert_int_equal(add(db, 1, "", no_bytes), DB_ONE);
	assert_int_equal(add(db, 2, "", (struct bytes){ (const unsigned char *)"", 0 }), DB_ONE);
	assert_int_equal(db_run_many(db, &things, NULL, &rows, &n), DB_ONE);
	assert_int_equal(n, 2);
	t = rows;
	assert_false(t[0].has_i);
	assert_int_equal(t[0].i, 0);
	assert_string_equal(t[0].s, "");
	assert_true(day_is_none(t[0].d));
	assert_int_equal(t[0].m.s, 0);
	assert_null(t[0].x.at);
	assert_non_null(t[1].x.at);
	assert_int_equal(t[1].x.n, 0);
	db_rollback(db);
}

static void
a_value_of_any_length_is_whole(void **state)
{
	static const size_t lengths[] = { 1, 510, 511, 512, 513, 514, 4096, 60000 };
	struct thing t;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	for (size_t i = 0; i < COUNT(lengths); i++) {
		const size_t n = lengths[i];
		char *s = memset(arena_take(arena, n + 1), 'a' + (int)i, n);
		const struct db_value u[] = { db_u32((uint32_t)n) };

		s[n - 1] = '.';
		assert_int_equal(
		    add(db, (uint32_t)n, s, (struct bytes){ (unsigned char *)s, n }), DB_ONE);
		assert_int_equal(db_run_one(db, &thing_of, u, &t), DB_ONE);
		assert_string_equal(t.s, s);
		assert_int_equal(t.x.n, n);
		assert_int_equal(memcmp(t.x.at, s, n), 0);
	}
	db_rollback(db);
}

static void
rows_come_in_their_order_however_many(void **state)
{
	static const size_t counts[] = { 0, 1, 2, 17, 300 };
	void *rows;
	size_t n, have = 0;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	for (size_t i = 0; i < COUNT(counts); i++) {
		for (; have < counts[i]; have++)
			add(db, (uint32_t)have, have % 3 == 0 ? "short" : "æ", no_bytes);
		assert_int_equal(db_run_many(db, &things, NULL, &rows, &n), DB_ONE);
		assert_int_equal(n, counts[i]);
		for (size_t k = 0; k < n; k++) {
			assert_int_equal(((struct thing *)rows)[k].u, k);
			assert_string_equal(
			    ((struct thing *)rows)[k].s, k % 3 == 0 ? "short" : "æ");
		}
	}
	db_rollback(db);
}

static void
a_value_that_breaks_the_header_is_refused(void **state)
{
	static const struct db_query *const bad[] = { &too_large, &too_small, &null_word };
	struct word row;

	(void)state;
	need_server();
	for (size_t i = 0; i < COUNT(bad); i++) {
		db_begin(db, DB_READ);
		memset(&row, 1, sizeof row);
		assert_int_equal(db_run_one(db, bad[i], NULL, &row), DB_DOWN);
		assert_null(bad[i] == &null_word ? row.s : NULL);
		assert_int_equal(db_failed(db), DB_DOWN);
		db_rollback(db);
	}
	db_begin(db, DB_READ);
	assert_int_equal(number_of(db, &things_count), 0);
	db_rollback(db);
}

/* --- outcomes --------------------------------------------------------------------------- */

static void
one_says_whether_a_row_came(void **state)
{
	const struct db_value u[] = { db_u32(5) };
	struct thing t;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	memset(&t, 1, sizeof t);
	assert_int_equal(db_run_one(db, &thing_of, u, &t), DB_NONE);
	assert_null(t.s);
	add(db, 5, "first", no_bytes);
	add(db, 5, "second", no_bytes);
	add(db, 5, "third", no_bytes);
	assert_int_equal(db_run_one(db, &thing_of, u, &t), DB_ONE);
	assert_string_equal(t.s, "first");
	assert_int_equal(number_of(db, &things_count), 3);
	db_rollback(db);
}

static void
none_says_whether_a_row_was_written(void **state)
{
	const struct db_value in[] = { db_text("now"), db_u32(7) };

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	assert_int_equal(db_run_none(db, &thing_rename, in), DB_NONE);
	add(db, 7, "before", no_bytes);
	assert_int_equal(db_run_none(db, &thing_rename, in), DB_ONE);
	assert_int_equal(db_changed(db), 1);
	/* It is already so, and that is no reason to say that it is not there. */
	assert_int_equal(db_run_none(db, &thing_rename, in), DB_ONE);
	assert_int_equal(db_commit(db), DB_ONE);
	admin_says("DELETE FROM thing");
}

static void
a_taken_key_is_an_answer_and_not_sticky(void **state)
{
	const struct db_value k[] = { db_u32(1) }, other[] = { db_u32(2) };

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	assert_int_equal(db_run_none(db, &key_add, k), DB_ONE);
	assert_int_equal(db_run_none(db, &key_add, k), DB_TAKEN);
	assert_int_equal(db_failed(db), DB_ONE);
	assert_int_equal(db_run_none(db, &key_add, other), DB_ONE);
	db_rollback(db);
}

static void
a_failure_is_sticky_until_the_next_transaction(void **state)
{
	struct number row;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	add(db, 1, "", no_bytes);
	assert_int_equal(db_run_one(db, &no_table, NULL, &row), DB_DOWN);
	assert_int_equal(db_run_one(db, &things_count, NULL, &row), DB_DOWN);
	assert_int_equal(add(db, 2, "", no_bytes), DB_DOWN);
	assert_int_equal(db_commit(db), DB_DOWN);
	assert_int_equal(db_begin(db, DB_READ), DB_ONE);
	assert_int_equal(number_of(db, &things_count), 0);
	assert_int_equal(db_commit(db), DB_ONE);
}

static void
a_lock_held_by_another_is_again(void **state)
{
	const struct db_value u[] = { db_u32(9) };
	struct db *other;
	struct small row;

	(void)state;
	need_server();
	admin_says("INSERT INTO thing (u, l, b, s) VALUES (9, 0, 0, '')");
	other = connection();
	db_begin(other, DB_WRITE);
	assert_int_equal(db_run_one(other, &thing_lock, u, &row), DB_ONE);
	db_begin(db, DB_WRITE);
	assert_int_equal(db_run_one(db, &thing_lock, u, &row), DB_AGAIN);
	assert_int_equal(db_failed(db), DB_AGAIN);
	assert_int_equal(db_commit(db), DB_AGAIN);
	db_rollback(other);
	db_drop(other);
	db_begin(db, DB_WRITE);
	assert_int_equal(db_run_one(db, &thing_lock, u, &row), DB_ONE);
	db_rollback(db);
	admin_says("DELETE FROM thing");
}

static void
what_is_refused_since_a_savepoint_is_taken_back_alone(void **state)
{
	(void)state;
	need_server();
	assert_int_equal(db_begin(db, DB_WRITE), DB_ONE);
	assert_int_equal(add(db, 1, "before", no_bytes), DB_ONE);
	assert_int_equal(db_savepoint(db), DB_ONE);
	assert_false(db_refused_since_savepoint(db));
	assert_int_equal(add(db, 2, "with it", no_bytes), DB_ONE);
	assert_int_equal(db_run_none(db, &refused_add, NULL), DB_DOWN);
	assert_int_equal(add(db, 3, "not tried", no_bytes), DB_DOWN);
	assert_true(db_refused_since_savepoint(db));
	assert_int_equal(db_failed(db), DB_ONE);
	assert_int_equal(db_savepoint(db), DB_ONE);
	assert_int_equal(add(db, 4, "after", no_bytes), DB_ONE);
	assert_int_equal(number_of(db, &things_count), 2);
	assert_int_equal(db_commit(db), DB_ONE);
	admin_says("DELETE FROM thing");
}

static void
what_was_done_since_a_savepoint_is_taken_back_and_the_rest_stands(void **state)
{
	(void)state;
	need_server();
	assert_int_equal(db_begin(db, DB_WRITE), DB_ONE);
	assert_int_equal(add(db, 1, "before", no_bytes), DB_ONE);
	assert_int_equal(db_savepoint(db), DB_ONE);
	assert_int_equal(add(db, 2, "since", no_bytes), DB_ONE);
	db_back_to_savepoint(db);
	assert_int_equal(db_failed(db), DB_ONE);
	assert_int_equal(number_of(db, &things_count), 1);
	assert_int_equal(add(db, 3, "after", no_bytes), DB_ONE);
	assert_int_equal(db_commit(db), DB_ONE);
	assert_int_equal(db_begin(db, DB_READ), DB_ONE);
	assert_int_equal(number_of(db, &things_count), 2);
	db_rollback(db);
	admin_says("DELETE FROM thing");
}

static void
a_lost_connection_is_no_refusal(void **state)
{
	(void)state;
	need_server();
	assert_int_equal(db_begin(db, DB_WRITE), DB_ONE);
	assert_int_equal(db_savepoint(db), DB_ONE);
	kill_connection(number_of(db, &mine));
	assert_int_equal(add(db, 1, "", no_bytes), DB_DOWN);
	assert_false(db_refused_since_savepoint(db));
	assert_int_equal(db_failed(db), DB_DOWN);
	db_rollback(db);
}

static void
a_trigger_that_refuses_is_a_fault(void **state)
{
	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	assert_int_equal(db_run_none(db, &refused_add, NULL), DB_DOWN);
	assert_false(db_is_full(db));
	db_rollback(db);
}

static void
want_of_room_is_down_and_said_so(void **state)
{
	enum db_outcome outcome = DB_ONE;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	for (int i = 0; i < 10000 && outcome == DB_ONE; i++)
		outcome = db_run_none(db, &brim_add, NULL);
	assert_int_equal(outcome, DB_DOWN);
	assert_true(db_is_full(db));
	db_rollback(db);
	db_begin(db, DB_READ);
	assert_false(db_is_full(db));
	db_rollback(db);
}

static void
more_rows_than_a_single_are_a_fault(void **state)
{
	static const struct db_query two = {
		.name = "two", .sql = "INSERT INTO unique_key (k) VALUES (1), (2)", .single = true
	};

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	assert_int_equal(db_run_none(db, &two, NULL), DB_DOWN);
	assert_int_equal(db_commit(db), DB_DOWN);
}

/* Runs it with standard error going to a file, and answers what was said. */
static const char *
said_while(enum db_outcome (*run)(void), enum db_outcome expected)
{
	FILE *to = tmpfile();
	const int before = dup(STDERR_FILENO);
	char *said = arena_take(arena, 4096);
	enum db_outcome outcome;

	assert_non_null(to);
	fflush(stderr);
	dup2(fileno(to), STDERR_FILENO);
	outcome = run();
	fflush(stderr);
	dup2(before, STDERR_FILENO);
	close(before);
	rewind(to);
	said[fread(said, 1, 4095, to)] = '\0';
	fclose(to);
	assert_int_equal(outcome, expected);
	return said;
}

static enum db_outcome
run_day_as_text(void)
{
	const struct db_value in[] = { db_text("hemmelig' for x") };

	return db_run_none(db, &day_as_text, in);
}

static void
R_GDP_04_the_log_names_the_statement_and_no_value(void **state)
{
	const char *said;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	said = said_while(run_day_as_text, DB_DOWN);
	db_rollback(db);
	assert_non_null(strstr(said, "day_as_text"));
	assert_non_null(strstr(said, "1292"));
	assert_null(strstr(said, "hemmelig"));
}

/* --- transactions and connections ------------------------------------------------------- */

static void
a_read_writes_nothing(void **state)
{
	(void)state;
	need_server();
	db_begin(db, DB_READ);
	assert_int_equal(add(db, 1, "", no_bytes), DB_DOWN);
	assert_int_equal(db_commit(db), DB_DOWN);
	db_begin(db, DB_READ);
	assert_int_equal(number_of(db, &things_count), 0);
	db_commit(db);
}

static void
a_snapshot_writes_nothing(void **state)
{
	(void)state;
	need_server();
	db_begin(db, DB_SNAPSHOT);
	assert_int_equal(add(db, 1, "", no_bytes), DB_DOWN);
	assert_int_equal(db_commit(db), DB_DOWN);
}

static void
a_read_sees_what_is_stored_by_then(void **state)
{
	(void)state;
	need_server();
	db_begin(db, DB_READ);
	assert_int_equal(number_of(db, &things_count), 0);
	admin_says("INSERT INTO thing (u, l, b, s) VALUES (1, 0, 0, '')");
	assert_int_equal(number_of(db, &things_count), 1);
	db_commit(db);
	admin_says("DELETE FROM thing");
}

static void
a_snapshot_sees_one_moment_and_a_write_what_is_stored(void **state)
{
	(void)state;
	need_server();
	db_begin(db, DB_SNAPSHOT);
	assert_int_equal(number_of(db, &things_count), 0);
	admin_says("INSERT INTO thing (u, l, b, s) VALUES (1, 0, 0, '')");
	assert_int_equal(number_of(db, &things_count), 0);
	db_commit(db);
	db_begin(db, DB_WRITE);
	assert_int_equal(number_of(db, &things_count), 1);
	admin_says("INSERT INTO thing (u, l, b, s) VALUES (1, 0, 0, '')");
	assert_int_equal(number_of(db, &things_count), 2);
	db_commit(db);
	admin_says("DELETE FROM thing");
}

static void
commit_keeps_and_rollback_does_not(void **state)
{
	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	add(db, 1, "", no_bytes);
	db_rollback(db);
	db_begin(db, DB_WRITE);
	assert_int_equal(number_of(db, &things_count), 0);
	add(db, 1, "", no_bytes);
	assert_int_equal(db_commit(db), DB_ONE);
	db_begin(db, DB_READ);
	assert_int_equal(number_of(db, &things_count), 1);
	db_commit(db);
	admin_says("DELETE FROM thing");
}

static void
a_connection_lost_between_requests_is_made_again(void **state)
{
	int64_t id;

	(void)state;
	need_server();
	db_begin(db, DB_READ);
	id = number_of(db, &mine);
	db_commit(db);
	kill_connection(id);
	assert_int_equal(db_begin(db, DB_WRITE), DB_ONE);
	assert_true(number_of(db, &mine) != id);
	assert_int_equal(add(db, 1, "", no_bytes), DB_ONE);
	db_rollback(db);
}

static void
a_connection_lost_within_a_request_ends_it(void **state)
{
	struct number row;

	(void)state;
	need_server();
	db_begin(db, DB_WRITE);
	add(db, 1, "", no_bytes);
	kill_connection(number_of(db, &mine));
	assert_int_equal(db_run_one(db, &things_count, NULL, &row), DB_DOWN);
	assert_int_equal(db_commit(db), DB_DOWN);
	assert_int_equal(db_begin(db, DB_READ), DB_ONE);
	assert_int_equal(number_of(db, &things_count), 0);
	db_commit(db);
}

static void
nobody_at_the_socket_is_down(void **state)
{
	struct db *none;

	(void)state;
	need_server();
	none = db_make("/nowhere/socket", server("DB"), server("USER"));
	db_use(none, arena);
	assert_int_equal(db_begin(none, DB_READ), DB_DOWN);
	assert_int_equal(db_begin(none, DB_READ), DB_DOWN);
	assert_int_equal(db_commit(none), DB_DOWN);
	db_drop(none);
}

static void
a_statement_outside_a_transaction_is_a_fault(void **state)
{
	struct number row;

	(void)state;
	need_server();
	db_begin(db, DB_READ);
	db_commit(db);
	assert_int_equal(db_run_one(db, &things_count, NULL, &row), DB_DOWN);
}

static void
a_table_changed_under_a_statement_is_read_right(void **state)
{
	(void)state;
	need_server();
	db_begin(db, DB_READ);
	assert_int_equal(number_of(db, &shifting_n), -7);
	db_commit(db);
	admin_says("ALTER TABLE shifting MODIFY n BIGINT NOT NULL");
	admin_says("UPDATE shifting SET n = 4294967296123");
	db_begin(db, DB_READ);
	assert_int_equal(number_of(db, &shifting_n), 4294967296123);
	db_commit(db);
}

/* --- the check -------------------------------------------------------------------------- */

static void
the_check_finds_what_the_header_has_wrong(void **state)
{
	static const struct column null_i[] = { { "i", DB_I32, false, 0, 0 } };
	static const struct column text_d[] = { { "d", DB_TEXT, true, 0, 0 } };
	QUERY_OF(bad_null, 0, struct small, null_i, "SELECT i FROM thing");
	QUERY_OF(bad_type, 0, struct small, text_d, "SELECT d FROM thing");
	QUERY_OF(bad_sum, 0, struct number, number_columns, "SELECT SUM(u) FROM thing");
	QUERY_OF(bad_sign, 0, struct small, small_columns, "SELECT l FROM thing");
	QUERY_OF(bad_join, 0, struct word, word_columns,
	    "SELECT b.s FROM thing a LEFT JOIN thing b ON b.id = a.u");
	QUERY_OF(bad_count, 0, struct number, number_columns, "SELECT l, l FROM thing");
	QUERY(bad_takes, 2, "DELETE FROM thing WHERE u = ?");
	const struct {
		const struct db_query *q;
		const char *said;
	} cases[] = {
		{ &things, NULL },
		{ &thing_add, NULL },
		{ &things_count, NULL },
		{ &bad_null, "i may be NULL" },
		{ &bad_type, "d is text, the server says DATE" },
		{ &bad_sum, "the server says DECIMAL" },
		{ &bad_sign, "n is u32, the server says BIGINT" },
		{ &bad_join, "s may be NULL" },
		{ &bad_count, "1 columns, the server says 2" },
		{ &bad_takes, "2 arguments, the server says 1" },
		{ &no_table, "error 1146" },
	};

	(void)state;
	need_server();
	db_begin(db, DB_WRITE); /* the server prepares no INSERT for who may only read */
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *said = db_check(db, cases[i].q);

		if (cases[i].said == NULL)
			assert_null(said);
		else if (said == NULL || strstr(said, cases[i].said) == NULL)
			fail_msg("%s: %s", cases[i].q->name, said == NULL ? "nothing" : said);
	}
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_come_back_as_they_went),
		cmocka_unit_test(null_is_none_and_empty_is_empty),
		cmocka_unit_test(a_value_of_any_length_is_whole),
		cmocka_unit_test(rows_come_in_their_order_however_many),
		cmocka_unit_test(a_value_that_breaks_the_header_is_refused),
		cmocka_unit_test(one_says_whether_a_row_came),
		cmocka_unit_test(none_says_whether_a_row_was_written),
		cmocka_unit_test(a_taken_key_is_an_answer_and_not_sticky),
		cmocka_unit_test(a_failure_is_sticky_until_the_next_transaction),
		cmocka_unit_test(a_lock_held_by_another_is_again),
		cmocka_unit_test(what_is_refused_since_a_savepoint_is_taken_back_alone),
		cmocka_unit_test(what_was_done_since_a_savepoint_is_taken_back_and_the_rest_stands),
		cmocka_unit_test(a_lost_connection_is_no_refusal),
		cmocka_unit_test(a_trigger_that_refuses_is_a_fault),
		cmocka_unit_test(want_of_room_is_down_and_said_so),
		cmocka_unit_test(more_rows_than_a_single_are_a_fault),
		cmocka_unit_test(R_GDP_04_the_log_names_the_statement_and_no_value),
		cmocka_unit_test(a_read_writes_nothing),
		cmocka_unit_test(a_snapshot_sees_one_moment_and_a_write_what_is_stored),
		cmocka_unit_test(a_read_sees_what_is_stored_by_then),
		cmocka_unit_test(a_snapshot_writes_nothing),
		cmocka_unit_test(commit_keeps_and_rollback_does_not),
		cmocka_unit_test(a_connection_lost_between_requests_is_made_again),
		cmocka_unit_test(a_connection_lost_within_a_request_ends_it),
		cmocka_unit_test(nobody_at_the_socket_is_down),
		cmocka_unit_test(a_statement_outside_a_transaction_is_a_fault),
		cmocka_unit_test(a_table_changed_under_a_statement_is_read_right),
		cmocka_unit_test(the_check_finds_what_the_header_has_wrong),
	};

	log_open("test_db");
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
