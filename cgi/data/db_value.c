/* SPDX-License-Identifier: MPL-2.0
 *
 * The arguments of statements, and the server's dates as ours.
 */
#include "db_inside.h"

static struct db_value
number(enum column_type type, int64_t n)
{
	return (struct db_value){ .type = type, .number = n };
}

struct db_value
db_i32(int32_t n)
{
	return number(DB_I32, n);
}

struct db_value
db_u32(uint32_t n)
{
	return number(DB_U32, n);
}

struct db_value
db_i64(int64_t n)
{
	return number(DB_I64, n);
}

struct db_value
db_bool(bool b)
{
	return number(DB_BOOL, b);
}

struct db_value
db_text(const char *s)
{
	return (struct db_value){ .type = DB_TEXT, .null = s == NULL, .text = s };
}

struct db_value
db_day(struct day d)
{
	return (struct db_value){ .type = DB_DAY, .null = day_is_none(d), .day = d };
}

struct db_value
db_moment(struct moment m)
{
	return (struct db_value){ .type = DB_MOMENT, .null = m.s == 0, .moment = m };
}

struct db_value
db_blob(struct bytes b)
{
	return (struct db_value){ .type = DB_BLOB, .null = b.at == NULL, .bytes = b };
}

struct db_value
db_null_unless(bool has, struct db_value v)
{
	v.null = v.null || !has;
	return v;
}

enum { DAY_SECONDS = 86400 };

MYSQL_TIME
time_of_day(struct day d)
{
	return (MYSQL_TIME){
		.year = (unsigned)d.year,
		.month = (unsigned)d.month,
		.day = (unsigned)d.dom,
		.time_type = MYSQL_TIMESTAMP_DATE,
	};
}

MYSQL_TIME
time_of_moment(struct moment m)
{
	const int64_t s = (m.s % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS;
	MYSQL_TIME t = time_of_day(day_of_number((int32_t)((m.s - s) / DAY_SECONDS)));

	t.hour = (unsigned)(s / 3600);
	t.minute = (unsigned)(s / 60 % 60);
	t.second = (unsigned)(s % 60);
	t.time_type = MYSQL_TIMESTAMP_DATETIME;
	return t;
}

struct day
day_of_time(const MYSQL_TIME *t)
{
	const struct day d = { (int16_t)t->year, (int8_t)t->month, (int8_t)t->day };

	return day_is_real(d) ? d : (struct day){ 0 };
}

struct moment
moment_of_time(const MYSQL_TIME *t)
{
	const struct day d = day_of_time(t);

	if (day_is_none(d))
		return (struct moment){ 0 };
	return (struct moment){ (int64_t)day_number(d) * DAY_SECONDS + t->hour * 3600 +
		t->minute * 60 + t->second };
}
