/* SPDX-License-Identifier: MPL-2.0 */
#include "intake_kbu.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char *const months[] = { "januar", "februar", "marts", "april", "maj", "juni", "juli",
	"august", "september", "oktober", "november", "december" };

static void
pass_space(const char **s)
{
	*s += strspn(*s, " ");
}

/* One to most digits; how many there were, 0 for none or more. */
static size_t
digits(const char **s, size_t most, int *n)
{
	size_t len = strspn(*s, "0123456789");

	*n = 0;
	if (len == 0 || len > most)
		return 0;
	for (size_t i = 0; i < len; i++)
		*n = *n * 10 + ((*s)[i] - '0');
	*s += len;
	return len;
}

/* "feb", "feb.", "februar": three letters at least, and the beginning of the name. */
static bool
month(const char **s, int8_t *n)
{
	size_t len = 0;

	while (isalpha((unsigned char)(*s)[len]))
		len++;
	if (len < 3)
		return false;
	for (size_t i = 0; i < 12; i++)
		if (len <= strlen(months[i]) && strncasecmp(*s, months[i], len) == 0) {
			*n = (int8_t)(i + 1);
			*s += len;
			*s += **s == '.';
			return true;
		}
	return false;
}

/* "1. feb", and a year where there is one: a number with no colon behind. */
static bool
beginning(const char **s, struct day *d)
{
	int n;

	*d = (struct day){ 0 };
	if (digits(s, 2, &n) == 0)
		return false;
	d->dom = (int8_t)n;
	*s += **s == '.';
	pass_space(s);
	if (!month(s, &d->month))
		return false;
	pass_space(s);
	if (strspn(*s, "0123456789") == 0 || strchr(":.", (*s)[strspn(*s, "0123456789")]) == NULL ||
	    (*s)[strspn(*s, "0123456789")] == '\0') {
		size_t len = digits(s, 4, &n);

		if (len == 2 || len == 4)
			d->year = (int16_t)(len == 2 ? 2000 + n : n);
		else if (len != 0)
			return false;
		pass_space(s);
	}
	return true;
}

bool
kbu_day(const char *s, struct day *d)
{
	struct day read;

	if (day_read_danish(s, &read) || (beginning(&s, &read) && *s == '\0')) {
		if (!day_is_real(read) || read.year < 2000 || read.year >= 2100)
			return false;
		*d = read;
		return true;
	}
	return false;
}

/* "13:20", "13.20", "kl. 13:20" to seconds. */
static bool
clock_time(const char *s, int32_t *second)
{
	int hour, minute;

	if (strncasecmp(s, "kl", 2) == 0) {
		s += 2;
		s += *s == '.';
		pass_space(&s);
	}
	if (digits(&s, 2, &hour) == 0 || (*s != ':' && *s != '.'))
		return false;
	s++;
	if (digits(&s, 2, &minute) != 2 || *s != '\0' || hour > 23 || minute > 59)
		return false;
	*second = hour * 3600 + minute * 60;
	return true;
}

/* The last year in which the day lies before the start. */
static bool
find_year(struct day *d, struct day start)
{
	if (d->year == 0) {
		d->year = start.year;
		if (day_compare(*d, start) >= 0)
			d->year--;
	}
	return day_is_real(*d) && day_compare(*d, start) < 0;
}

bool
kbu_moment(const char *s, struct day start, struct moment *m)
{
	struct day d;
	int32_t second;
	struct moment made;

	if (!beginning(&s, &d) || !clock_time(s, &second) || !find_year(&d, start))
		return false;
	made = moment_at(d, second);
	if (moment_second(made) != second)
		return false;
	*m = made;
	return true;
}
