/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "prolong.h"

static struct arena *arena;

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static struct prolong_span
span(const char *first, const char *last)
{
	return (struct prolong_span){ day(first), day_add(day(last), 1) };
}

static void
is_span(struct prolong_span s, const char *first, const char *last)
{
	assert_string_equal(day_iso(arena, s.since), first);
	assert_string_equal(day_iso(arena, day_add(s.until, -1)), last);
}

static bool
says(const struct prolong_answer *p, const char *words)
{
	for (size_t i = 0; i < p->nsteps; i++)
		if (strstr(p->steps[i], words) != NULL)
			return true;
	return false;
}

/* A leave in the first of two elements of a year. */
static struct prolong_asked
leave_of(const struct prolong_span *e, const char *since, const char *until)
{
	return (struct prolong_asked){ .kind = PROLONG_LEAVE,
		.elements = e,
		.n = 2,
		.course_until = day("2028-01-01"),
		.since = day(since),
		.until = day(until),
		.title = "Anden orlov",
		.counts = true,
		.length = 360 };
}

static const struct prolong_span two[] = {
	{ { 2026, 1, 1 }, { 2027, 1, 1 } },
	{ { 2027, 1, 1 }, { 2028, 1, 1 } },
};

static void
T_040_two_months_of_leave_move_the_end_and_all_that_follows_by_two_months(void **state)
{
	struct prolong_asked q = leave_of(two, "2026-07-01", "2026-09-01");
	struct prolong_answer p = prolong(arena, &q);

	(void)state;
	assert_true(p.moves);
	assert_int_equal(p.by, 60);
	is_span(p.elements[0], "2026-01-01", "2027-02-28");
	is_span(p.elements[1], "2027-03-01", "2028-02-29");
	assert_string_equal(day_iso(arena, p.course_until), "2028-03-01");
	assert_true(says(&p, "60 er mere end 36"));
	assert_true(says(&p, "28.02.2027"));
}

static void
R_TID_03_within_the_limit_nothing_moves_and_past_it_all_is_made_up(void **state)
{
	struct prolong_asked q = leave_of(two, "2026-07-01", "2026-07-31");
	struct prolong_answer p = prolong(arena, &q);

	(void)state;
	assert_false(p.moves);
	is_span(p.elements[0], "2026-01-01", "2026-12-31");
	assert_true(says(&p, "Intet flyttes"));
	q.before = 7;
	p = prolong(arena, &q);
	assert_true(p.moves);
	assert_int_equal(p.total, 37);
	assert_int_equal(p.by, 37);
	is_span(p.elements[0], "2026-01-01", "2027-02-28");
}

static void
T_045_what_does_not_count_moves_nothing(void **state)
{
	struct prolong_asked q = leave_of(two, "2026-07-01", "2026-12-01");
	struct prolong_answer p;

	(void)state;
	q.counts = false;
	p = prolong(arena, &q);
	assert_false(p.moves);
	assert_string_equal(day_iso(arena, p.course_until), "2028-01-01");
}

static void
a_leave_that_lasts_past_the_element_freezes_the_course_while_it_lasts(void **state)
{
	struct prolong_asked q = leave_of(two, "2026-10-01", "2027-07-01");
	struct prolong_answer p = prolong(arena, &q);

	(void)state;
	is_span(p.elements[0], "2026-01-01", "2027-09-30");
	is_span(p.elements[1], "2027-10-01", "2028-09-30");
}

static void
after_maternity_an_element_may_begin_on_any_day_and_lasts_to_a_month_s_end(void **state)
{
	struct prolong_asked q = leave_of(two, "2027-01-01", "2027-11-15");
	struct prolong_answer p;

	(void)state;
	q.at = 1;
	q.birth = true;
	p = prolong(arena, &q);
	is_span(p.elements[1], "2027-11-15", "2028-11-30");
	is_span(p.elements[0], "2026-01-01", "2026-12-31");
	q.birth = false;
	p = prolong(arena, &q);
	is_span(p.elements[1], "2027-12-01", "2028-11-30");
}

static void
what_agreements_have_made_up_for_is_not_made_up_for_again(void **state)
{
	struct prolong_asked q = leave_of(two, "2026-07-01", "2026-07-11");
	struct prolong_answer p;

	(void)state;
	q.before = 60;
	q.made_up = 60;
	p = prolong(arena, &q);
	assert_int_equal(p.by, 10);
	is_span(p.elements[0], "2026-01-01", "2027-01-31");
}

static void
T_046_half_a_year_at_80_per_cent_ends_seven_and_a_half_months_on(void **state)
{
	const struct prolong_span e[] = { span("2026-02-01", "2026-07-31"),
		span("2026-08-01", "2027-01-31") };
	struct prolong_asked q = { .kind = PROLONG_PART_TIME,
		.elements = e,
		.n = 2,
		.course_until = day("2027-02-01"),
		.since = day("2026-02-01"),
		.fraction_before = 100,
		.fraction = 80 };
	struct prolong_answer p = prolong(arena, &q);

	(void)state;
	assert_int_equal(p.by, 45);
	is_span(p.elements[0], "2026-02-01", "2026-09-30");
	is_span(p.elements[1], "2026-10-01", "2027-03-31");
	/* From half way: 90 days become 113. */
	q.since = day("2026-05-01");
	p = prolong(arena, &q);
	is_span(p.elements[0], "2026-02-01", "2026-08-31");
	assert_false(says(&p, "under halv tid"));
	q.fraction = 45;
	p = prolong(arena, &q);
	assert_true(says(&p, "under halv tid"));
}

static void
R_STPS_07_R_STPS_10_what_is_sent_waits_for_the_end(void **state)
{
	(void)state;
	assert_string_equal(
	    day_iso(arena, prolong_sending("KBU", day("2027-02-01"))), "2027-01-01");
	assert_string_equal(day_iso(arena, prolong_sending("HU", day("2027-02-01"))), "2026-08-01");
	assert_string_equal(day_iso(arena, prolong_sending("INTRO", day("2027-02-01"))), "");
}

static int
make_arena(void **state)
{
	(void)state;
	arena = arena_make();
	return 0;
}

static int
drop_arena(void **state)
{
	(void)state;
	arena_drop(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    T_040_two_months_of_leave_move_the_end_and_all_that_follows_by_two_months),
		cmocka_unit_test(
		    R_TID_03_within_the_limit_nothing_moves_and_past_it_all_is_made_up),
		cmocka_unit_test(T_045_what_does_not_count_moves_nothing),
		cmocka_unit_test(
		    a_leave_that_lasts_past_the_element_freezes_the_course_while_it_lasts),
		cmocka_unit_test(
		    after_maternity_an_element_may_begin_on_any_day_and_lasts_to_a_month_s_end),
		cmocka_unit_test(what_agreements_have_made_up_for_is_not_made_up_for_again),
		cmocka_unit_test(T_046_half_a_year_at_80_per_cent_ends_seven_and_a_half_months_on),
		cmocka_unit_test(R_STPS_07_R_STPS_10_what_is_sent_waits_for_the_end),
	};

	return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
