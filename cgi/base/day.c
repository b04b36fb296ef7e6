/* SPDX-License-Identifier: MPL-2.0 */
#include "day.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_length(int year, int month)
{
	static const int8_t length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : length[month - 1];
}

bool
day_is_real(struct day d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.dom >= 1 &&
	    d.dom <= month_length(d.year, d.month);
}

bool
day_is_none(struct day d)
{
	return d.year == 0 && d.month == 0 && d.dom == 0;
}

int
day_compare(struct day a, struct day b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.dom > b.dom) - (a.dom < b.dom);
}

/* Between min and max digits; answers how many were read, 0 if not. */
static size_t
read_digits(const char *s, size_t min, size_t max, int *n)
{
	size_t i = 0;

	*n = 0;
	for (; i < max && isdigit((unsigned char)s[i]); i++)
		*n = *n * 10 + (s[i] - '0');
	return i < min ? 0 : i;
}

static bool
make(int year, int month, int dom, struct day *d)
{
	struct day made = { (int16_t)year, (int8_t)month, (int8_t)dom };

	if (!day_is_real(made))
		return false;
	*d = made;
	return true;
}

bool
day_read(const char *s, struct day *d)
{
	int year, month, dom;

	if (s == NULL || read_digits(s, 4, 4, &year) == 0 || s[4] != '-' ||
	    read_digits(s + 5, 2, 2, &month) == 0 || s[7] != '-' ||
	    read_digits(s + 8, 2, 2, &dom) == 0 || s[10] != '\0')
		return false;
	return make(year, month, dom, d);
}

bool
day_read_danish(const char *s, struct day *d)
{
	int year, month, dom;
	size_t n;

	if (s == NULL)
		return false;
	if (day_read(s, d))
		return true;
	if ((n = read_digits(s, 1, 2, &dom)) == 0 || (s[n] != '.' && s[n] != '/' && s[n] != '-'))
		return false;
	s += n + 1;
	if ((n = read_digits(s, 1, 2, &month)) == 0 || (s[n] != '.' && s[n] != '/' && s[n] != '-'))
		return false;
	s += n + 1;
	if (read_digits(s, 4, 4, &year) == 0 || s[4] != '\0')
		return false;
	return make(year, month, dom, d);
}

const char *
day_iso(struct arena *a, struct day d)
{
	return day_is_none(d) ? "" : arena_format(a, "%04d-%02d-%02d", d.year, d.month, d.dom);
}

const char *
day_text(struct arena *a, struct day d)
{
	return day_is_none(d) ? "" : arena_format(a, "%02d.%02d.%04d", d.dom, d.month, d.year);
}

/* The civil calendar counted from March, so that the leap day comes last. */
int32_t
day_number(struct day d)
{
	int32_t y = d.year - (d.month <= 2);
	int32_t era = y / 400, yoe = y - era * 400;
	int32_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.dom - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct day
day_of_number(int32_t n)
{
	int32_t z = n + 719468, era = z / 146097, doe = z - era * 146097;
	int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	int32_t month = mp < 10 ? mp + 3 : mp - 9;

	return (struct day){ (int16_t)(yoe + era * 400 + (month <= 2)), (int8_t)month,
		(int8_t)(doy - (153 * mp + 2) / 5 + 1) };
}

struct day
day_add(struct day d, int32_t days)
{
	return day_is_none(d) ? d : day_of_number(day_number(d) + days);
}

struct day
day_add_months(struct day d, int32_t months)
{
	int32_t m = d.year * 12 + d.month - 1 + months;
	struct day to = { (int16_t)(m / 12), (int8_t)(m % 12 + 1), d.dom };
	int length;

	if (day_is_none(d))
		return d;
	length = month_length(to.year, to.month);
	if (to.dom > length)
		to.dom = (int8_t)length;
	return to;
}

int32_t
days360(struct day from, struct day to)
{
	int32_t d1 = from.dom > 30 ? 30 : from.dom, d2 = to.dom > 30 ? 30 : to.dom;

	return 360 * (to.year - from.year) + 30 * (to.month - from.month) + d2 - d1;
}

struct moment
moment_of_clock(void)
{
	return (struct moment){ (int64_t)time(NULL) };
}

static struct tm
local(struct moment m)
{
	time_t t = (time_t)m.s;
	struct tm tm = { 0 };

	localtime_r(&t, &tm);
	return tm;
}

struct day
moment_day(struct moment m)
{
	struct tm tm = local(m);

	return (struct day){ (int16_t)(tm.tm_year + 1900), (int8_t)(tm.tm_mon + 1),
		(int8_t)tm.tm_mday };
}

int32_t
moment_second(struct moment m)
{
	struct tm tm = local(m);

	return tm.tm_hour * 3600 + tm.tm_min * 60 + (tm.tm_sec > 59 ? 59 : tm.tm_sec);
}

struct moment
moment_at(struct day d, int32_t second)
{
	struct tm tm = { .tm_year = d.year - 1900,
		.tm_mon = d.month - 1,
		.tm_mday = d.dom,
		.tm_hour = second / 3600,
		.tm_min = second / 60 % 60,
		.tm_sec = second % 60,
		.tm_isdst = -1 };

	return (struct moment){ (int64_t)mktime(&tm) };
}

const char *
moment_iso(struct arena *a, struct moment m)
{
	time_t t = (time_t)m.s;
	struct tm tm = { 0 };

	gmtime_r(&t, &tm);
	return arena_format(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1,
	    tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

const char *
moment_text(struct arena *a, struct moment m)
{
	struct tm tm = local(m);

	return m.s == 0 ? ""
	                : arena_format(a, "%02d.%02d.%04d kl. %02d.%02d", tm.tm_mday, tm.tm_mon + 1,
	                      tm.tm_year + 1900, tm.tm_hour, tm.tm_min);
}
