/* SPDX-License-Identifier: MPL-2.0
 *
 * Holds a statement against the server: what the header of the statement promises, against
 * what the server says of it once prepared.  The server checks the account's rights at
 * prepare too, so this proves three things at once.
 *
 * Where a column comes straight from a table, what the server says of it is exact.  Of an
 * expression it is a guess (it calls COUNT(*) a BIGINT and some things NULL that never
 * are), so there a number may be declared smaller and a value without ?; the row that
 * breaks the promise is then refused when it is read.
 */
#include "db_inside.h"

#include <string.h>

enum { BINARY = 63 }; /* the number of the character set of bytes */

static bool
is_from_table(const MYSQL_FIELD *f)
{
	return f->org_table != NULL && f->org_table[0] != '\0' && f->org_name != NULL &&
	    f->org_name[0] != '\0';
}

static bool
is_integer(const MYSQL_FIELD *f)
{
	return f->type == MYSQL_TYPE_TINY || f->type == MYSQL_TYPE_SHORT ||
	    f->type == MYSQL_TYPE_INT24 || f->type == MYSQL_TYPE_LONG ||
	    f->type == MYSQL_TYPE_LONGLONG || f->type == MYSQL_TYPE_YEAR;
}

static bool
is_string(const MYSQL_FIELD *f)
{
	return f->type == MYSQL_TYPE_STRING || f->type == MYSQL_TYPE_VAR_STRING ||
	    f->type == MYSQL_TYPE_VARCHAR || f->type == MYSQL_TYPE_TINY_BLOB ||
	    f->type == MYSQL_TYPE_BLOB || f->type == MYSQL_TYPE_MEDIUM_BLOB ||
	    f->type == MYSQL_TYPE_LONG_BLOB || f->type == MYSQL_TYPE_ENUM ||
	    f->type == MYSQL_TYPE_SET || f->type == MYSQL_TYPE_JSON;
}

static bool
number_fits(enum column_type type, const MYSQL_FIELD *f)
{
	const bool is_unsigned = (f->flags & UNSIGNED_FLAG) != 0;
	const bool is_small = f->type != MYSQL_TYPE_LONG && f->type != MYSQL_TYPE_LONGLONG;

	if (!is_integer(f))
		return false;
	if (!is_from_table(f))
		return true;
	if (type == DB_BOOL)
		return f->length == 1;
	if (type == DB_I64)
		return f->type != MYSQL_TYPE_LONGLONG || !is_unsigned;
	if (type == DB_U32)
		return is_unsigned && f->type != MYSQL_TYPE_LONGLONG;
	return is_small || (f->type == MYSQL_TYPE_LONG && !is_unsigned);
}

static bool
fits(const struct column *c, const MYSQL_FIELD *f)
{
	if (f->type == MYSQL_TYPE_NULL)
		return true;
	switch (c->type) {
	case DB_I32:
	case DB_U32:
	case DB_I64:
	case DB_BOOL:
		return number_fits(c->type, f);
	case DB_TEXT:
		return is_string(f) && f->charsetnr != BINARY;
	case DB_BLOB:
		return is_string(f) && f->charsetnr == BINARY;
	case DB_DAY:
		return f->type == MYSQL_TYPE_DATE || f->type == MYSQL_TYPE_NEWDATE;
	case DB_MOMENT:
		return f->type == MYSQL_TYPE_DATETIME || f->type == MYSQL_TYPE_TIMESTAMP;
	}
	return false;
}

static bool
may_be_null(const MYSQL_FIELD *f)
{
	if (f->type == MYSQL_TYPE_NULL)
		return true;
	return is_from_table(f) && (f->flags & NOT_NULL_FLAG) == 0;
}

static const char *
header_word(enum column_type type)
{
	switch (type) {
	case DB_I32:
		return "i32";
	case DB_U32:
		return "u32";
	case DB_I64:
		return "i64";
	case DB_BOOL:
		return "bool";
	case DB_TEXT:
		return "text";
	case DB_DAY:
		return "day";
	case DB_MOMENT:
		return "moment";
	case DB_BLOB:
		return "blob";
	}
	return "";
}

static const char *
server_word(const MYSQL_FIELD *f)
{
	static const struct {
		enum enum_field_types type;
		const char *word;
	} words[] = {
		{ MYSQL_TYPE_TINY, "TINYINT" },
		{ MYSQL_TYPE_SHORT, "SMALLINT" },
		{ MYSQL_TYPE_INT24, "MEDIUMINT" },
		{ MYSQL_TYPE_LONG, "INT" },
		{ MYSQL_TYPE_LONGLONG, "BIGINT" },
		{ MYSQL_TYPE_YEAR, "YEAR" },
		{ MYSQL_TYPE_NEWDECIMAL, "DECIMAL" },
		{ MYSQL_TYPE_FLOAT, "FLOAT" },
		{ MYSQL_TYPE_DOUBLE, "DOUBLE" },
		{ MYSQL_TYPE_BIT, "BIT" },
		{ MYSQL_TYPE_DATE, "DATE" },
		{ MYSQL_TYPE_TIME, "TIME" },
		{ MYSQL_TYPE_DATETIME, "DATETIME" },
		{ MYSQL_TYPE_TIMESTAMP, "TIMESTAMP" },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].type == f->type)
			return words[i].word;
	return f->charsetnr == BINARY ? "bytes" : "text";
}

static void
check_column(struct text *said, const struct column *c, const MYSQL_FIELD *f)
{
	if (!fits(c, f))
		text_format(said, "; %s is %s, the server says %s%s(%lu)", c->name,
		    header_word(c->type), server_word(f),
		    (f->flags & UNSIGNED_FLAG) != 0 && is_integer(f) ? " UNSIGNED" : "", f->length);
	if (!c->nullable && may_be_null(f))
		text_format(said, "; %s may be NULL, its header has no ?", c->name);
}

static void
check_shape(struct text *said, MYSQL_STMT *stmt, const struct db_query *q)
{
	const unsigned long takes = mysql_stmt_param_count(stmt);
	const unsigned gives = mysql_stmt_field_count(stmt);
	const MYSQL_FIELD *f;

	if (takes != q->takes)
		text_format(said, "; %u arguments, the server says %lu", q->takes, takes);
	if (gives != q->gives)
		text_format(said, "; %u columns, the server says %u", q->gives, gives);
	if (gives != q->gives || gives == 0)
		return;
	f = mariadb_stmt_fetch_fields(stmt);
	for (unsigned i = 0; i < gives; i++)
		check_column(said, &q->columns[i], &f[i]);
}

const char *
db_check(struct db *db, const struct db_query *q)
{
	struct text said = { .arena = db->arena };
	MYSQL_STMT *stmt;

	if (!db_connect(db))
		return arena_format(db->arena, "%s: no connection", q->name);
	if ((stmt = mysql_stmt_init(db->mysql)) == NULL)
		return arena_format(db->arena, "%s: no memory", q->name);
	if (mysql_stmt_prepare(stmt, q->sql, strlen(q->sql)) != 0)
		text_format(
		    &said, "; error %u: %s", mysql_stmt_errno(stmt), mysql_stmt_error(stmt));
	else
		check_shape(&said, stmt, q);
	mysql_stmt_close(stmt);
	/* Each finding stands behind "; ". */
	return said.len == 0 ? NULL : arena_format(db->arena, "%s: %s", q->name, said.at + 2);
}
