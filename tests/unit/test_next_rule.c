/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "next_rule.h"

static struct arena *arena;
static const struct day today = { 2026, 11, 26 };

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static void
what_is_late_stands_first_and_what_has_no_day_last(void **state)
{
	const struct day none = { 0 }, early = day("2026-10-01"), late = day("2026-11-25"),
	                 next = day("2026-12-01");

	(void)state;
	assert_true(next_is_late(NEXT_BY, late, today));
	assert_false(next_is_late(NEXT_BY, today, today));
	assert_false(next_is_late(NEXT_FROM, early, today));
	assert_true(next_compare(NEXT_BY, early, NEXT_BY, late, today) < 0);
	assert_true(next_compare(NEXT_BY, late, NEXT_FROM, early, today) < 0);
	assert_true(next_compare(NEXT_FROM, early, NEXT_BY, next, today) < 0);
	assert_true(next_compare(NEXT_SOME, none, NEXT_BY, next, today) > 0);
	assert_true(next_compare(NEXT_BY, late, NEXT_SOME, none, today) < 0);
	assert_int_equal(next_compare(NEXT_SOME, none, NEXT_SOME, none, today), 0);
}

static void
a_day_is_said_with_how_far_it_is_off(void **state)
{
	(void)state;
	assert_string_equal(
	    next_when(arena, NEXT_BY, day("2026-10-01"), today), "Skulle være gjort 01.10.2026");
	assert_string_equal(next_when(arena, NEXT_BY, today, today), "Senest i dag");
	assert_string_equal(
	    next_when(arena, NEXT_BY, day("2026-11-27"), today), "Senest 27.11.2026, om 1 dag");
	assert_string_equal(
	    next_when(arena, NEXT_BY, day("2027-01-25"), today), "Senest 25.01.2027, om 60 dage");
	assert_string_equal(
	    next_when(arena, NEXT_BY, day("2027-01-26"), today), "Senest 26.01.2027");
	assert_string_equal(
	    next_when(arena, NEXT_FROM, day("2026-12-01"), today), "Fra 01.12.2026");
	assert_string_equal(next_when(arena, NEXT_FROM, today, today), "Kan gøres nu");
	assert_string_equal(next_when(arena, NEXT_SOME, today, today), "Når du er klar");
	assert_string_equal(next_waited(arena, today, today), "kommet i dag");
	assert_string_equal(next_waited(arena, day("2026-11-25"), today), "ventet siden i går");
	assert_string_equal(next_waited(arena, day("2026-11-03"), today), "ventet 23 dage");
}

static void
R_TID_01_time_that_is_gone_is_counted_in_months_of_thirty_days(void **state)
{
	struct next_time t = next_time(day("2026-05-01"), day("2027-05-01"), today);

	(void)state;
	assert_int_equal(t.all, 360);
	assert_int_equal(t.gone, 205);
	assert_string_equal(next_time_words(arena, t), "6 af 12 måneder er gået");
	assert_int_equal(next_time(day("2027-05-01"), day("2028-05-01"), today).gone, 0);
	t = next_time(day("2025-05-01"), day("2026-05-01"), today);
	assert_int_equal(t.gone, t.all);
	t = next_time(day("2026-11-01"), day("2026-12-01"), today);
	assert_string_equal(next_time_words(arena, t), "25 af 30 dage er gået");
	t = next_time(today, today, today);
	assert_int_equal(t.all, 0);
}

static void
R_TID_02_absence_is_told_of_from_three_quarters_of_the_limit(void **state)
{
	(void)state;
	assert_false(next_absence_is_near(0, 0));
	assert_false(next_absence_is_near(26, 36));
	assert_true(next_absence_is_near(27, 36));
	assert_true(next_absence_is_near(40, 36));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_late_stands_first_and_what_has_no_day_last),
		cmocka_unit_test(a_day_is_said_with_how_far_it_is_off),
		cmocka_unit_test(R_TID_01_time_that_is_gone_is_counted_in_months_of_thirty_days),
		cmocka_unit_test(R_TID_02_absence_is_told_of_from_three_quarters_of_the_limit),
	};
	int failed;

	arena = arena_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_drop(arena);
	return failed;
}
