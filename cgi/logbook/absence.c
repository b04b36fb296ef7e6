/* SPDX-License-Identifier: MPL-2.0 */
#include "absence.h"

#include <stdlib.h>

enum { A_MONTH = 30, A_TENTH = 10, LOW_FRACTION = 50, TWO_WEEKS = 14 };

/* The same day a number of months on; the 1st of the month after where that month has no such
 * day, so that 31 January to the end of February is no whole month. */
static struct day
months_on(struct day d, int32_t months)
{
	struct day to = day_add_months(d, months);

	return to.dom == d.dom ? to : day_add(to, 1);
}

int32_t
absence_days(struct day since, struct day until)
{
	int32_t months = 0;

	if (day_compare(since, until) >= 0)
		return 0;
	months = (until.year - since.year) * 12 + until.month - since.month;
	while (day_compare(months_on(since, months), until) > 0)
		months--;
	return months * A_MONTH + day_number(until) - day_number(months_on(since, months));
}

/* Those that give way first: they are laid down first and others over them. */
static int
by_weight(const void *a, const void *b)
{
	const struct absence_spell *x = a, *y = b;
	int since = day_compare(y->since, x->since);

	if (x->counts != y->counts)
		return x->counts ? 1 : -1;
	return since != 0 ? since : (x->id < y->id) - (x->id > y->id);
}

static struct day
later(struct day a, struct day b)
{
	return day_compare(a, b) > 0 ? a : b;
}

static struct day
earlier(struct day a, struct day b)
{
	return day_compare(a, b) < 0 ? a : b;
}

/* The spells as far as they lie in the element, lightest first; answers how many. */
static size_t
within(struct absence_spell *in, const struct absence_spell *s, size_t n, struct day since,
    struct day until)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		in[k] = s[i];
		in[k].since = later(s[i].since, since);
		in[k].until = earlier(s[i].until, until);
		if (day_compare(in[k].since, in[k].until) < 0)
			k++;
	}
	qsort(in, k, sizeof *in, by_weight);
	return k;
}

static struct absence_part *
part_of(struct absence_part *parts, size_t *n, const struct absence_spell *s)
{
	size_t i = 0;

	while (i < *n && (parts[i].type != s->type || parts[i].counts != s->counts))
		i++;
	if (i == *n)
		parts[(*n)++] = (struct absence_part){ s->type, s->counts, 0 };
	return &parts[i];
}

static int
by_type(const void *a, const void *b)
{
	const struct absence_part *x = a, *y = b;

	return x->type != y->type ? (x->type > y->type) - (x->type < y->type)
	                          : y->counts - x->counts;
}

static bool
same_part(const struct absence_spell *in, size_t a, size_t b)
{
	if (a == 0 || b == 0)
		return a == b;
	return in[a - 1].type == in[b - 1].type && in[a - 1].counts == in[b - 1].counts;
}

/* Adds up each run of days that went to one type. */
static void
add_runs(struct absence_sum *sum, struct absence_part *parts, const struct absence_spell *in,
    const size_t *owner, int32_t first, size_t days)
{
	for (size_t from = 0, to; from < days; from = to) {
		struct absence_part *p;
		int32_t length;

		for (to = from + 1; to < days && same_part(in, owner[from], owner[to]); to++)
			;
		if (owner[from] == 0)
			continue;
		length = absence_days(
		    day_of_number(first + (int32_t)from), day_of_number(first + (int32_t)to));
		p = part_of(parts, &sum->n, &in[owner[from] - 1]);
		p->days += length;
		*(p->counts ? &sum->counted : &sum->uncounted) += length;
	}
}

struct absence_sum
absence_sum(
    struct arena *a, const struct absence_spell *s, size_t n, struct day since, struct day until)
{
	struct absence_spell *in = arena_array(a, n, sizeof *in);
	struct absence_part *parts = arena_array(a, n, sizeof *parts);
	struct absence_sum sum = { .parts = parts };
	size_t k = within(in, s, n, since, until), days, *owner;
	struct day first = until, last = since;

	for (size_t i = 0; i < k; i++) {
		first = earlier(first, in[i].since);
		last = later(last, in[i].until);
	}
	if (k == 0)
		return sum;
	days = (size_t)(day_number(last) - day_number(first));
	owner = arena_array(a, days, sizeof *owner);
	for (size_t i = 0; i < k; i++)
		for (int32_t d = day_number(in[i].since); d < day_number(in[i].until); d++)
			owner[d - day_number(first)] = i + 1;
	add_runs(&sum, parts, in, owner, day_number(first), days);
	qsort(parts, sum.n, sizeof *parts, by_type);
	return sum;
}

int32_t
absence_in_a_row(const struct absence_spell *s, size_t n, struct day since, struct day until)
{
	bool grew = true;

	while (grew) {
		grew = false;
		for (size_t i = 0; i < n; i++) {
			if (!s[i].counts || day_compare(s[i].since, until) > 0 ||
			    day_compare(s[i].until, since) < 0 ||
			    (day_compare(s[i].since, since) >= 0 &&
			        day_compare(s[i].until, until) <= 0))
				continue;
			since = earlier(since, s[i].since);
			until = later(until, s[i].until);
			grew = true;
		}
	}
	return day_number(until) - day_number(since);
}

bool
absence_is_long(int32_t in_a_row)
{
	return in_a_row > TWO_WEEKS;
}

static const struct absence_fault *
fault_at(struct arena *a, const char *field, const char *sentence)
{
	struct absence_fault *f = arena_take(a, sizeof *f);

	*f = (struct absence_fault){ field, sentence };
	return f;
}

const struct absence_fault *
absence_fault(struct arena *a, struct day since, struct day until, struct day element_since,
    struct day element_until)
{
	const char *span = arena_format(
	    a, "%s – %s", day_text(a, element_since), day_text(a, day_add(element_until, -1)));

	if (day_is_none(since))
		return fault_at(
		    a, "fra", "Skriv den første dag med fravær, for eksempel 6.3.2026.");
	if (day_is_none(until))
		return fault_at(
		    a, "til", "Skriv den første dag tilbage igen, for eksempel 11.3.2026.");
	if (day_compare(since, element_since) < 0 || day_compare(since, element_until) >= 0)
		return fault_at(a, "fra",
		    arena_format(a, "Dagen ligger uden for delforløbet, som er %s.", span));
	if (day_compare(until, since) <= 0)
		return fault_at(
		    a, "til", "Den første dag tilbage skal ligge efter den første dag med fravær.");
	if (day_compare(until, element_until) > 0)
		return fault_at(a, "til",
		    arena_format(a,
		        "Fraværet rækker ud over delforløbet, som er %s. Skriv højst %s; resten hører "
		        "til det næste delforløb.",
		        span, day_text(a, element_until)));
	return NULL;
}

int32_t
absence_limit(int32_t length)
{
	return length < 0 ? 0 : length / A_TENTH;
}

bool
absence_is_over(int32_t counted, int32_t length)
{
	return counted > absence_limit(length);
}

struct day
absence_days_later(struct day d, int32_t days)
{
	return day_add(day_add_months(d, days / A_MONTH), days % A_MONTH);
}

struct day
absence_month_end(struct day d)
{
	struct day first = { d.year, d.month, 1 };

	return d.dom == 1 ? d : day_add_months(first, 1);
}

struct day
absence_made_up(struct day until, int32_t days)
{
	return days <= 0 ? until : absence_month_end(absence_days_later(until, days));
}

struct absence_standing
absence_stand(
    int32_t counted, int32_t length, int32_t prolonged, int32_t replaced, struct day until)
{
	int32_t by = prolonged < 0 ? 0 : prolonged, missing;
	struct absence_standing s = { .length = length - by,
		.counted = counted,
		.made_up = by + (replaced < 0 ? 0 : replaced) };

	s.limit = absence_limit(s.length);
	s.left = counted < s.limit ? s.limit - counted : 0;
	s.over = absence_is_over(counted, s.length);
	missing = counted - s.made_up;
	s.missing = s.over && missing > 0 ? missing : 0;
	s.until = absence_made_up(until, s.missing);
	return s;
}

int32_t
absence_prolonged(
    int32_t length_before, int fraction_before, int32_t length_after, int fraction_after)
{
	int32_t by;

	if (fraction_before == fraction_after)
		return length_after - length_before;
	/* Part time is agreed to a month's end. */
	by = part_time_length(length_before * fraction_before / 100, fraction_after);
	by = length_after - (by + A_MONTH - 1) / A_MONTH * A_MONTH;
	return by < 0 ? 0 : by;
}

int32_t
part_time_length(int32_t full, int fraction)
{
	return (full * 100 + fraction - 1) / fraction;
}

struct day
part_time_until(struct day since, struct day until, int fraction)
{
	return absence_month_end(
	    absence_days_later(since, part_time_length(days360(since, until), fraction)));
}

bool
part_time_is_low(int fraction)
{
	return fraction < LOW_FRACTION;
}
