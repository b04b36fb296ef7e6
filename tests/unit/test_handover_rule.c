/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "handover_rule.h"

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
R_NUL_08_not_before_the_other_region_has_the_doctor(void **state)
{
	(void)state;
	assert_int_equal(
	    day_compare(handover_earliest(day("2027-02-01"), today), day("2027-01-31")), 0);
	assert_non_null(handover_fault(arena, day("2027-01-30"), day("2027-02-01"), today));
	assert_null(handover_fault(arena, day("2027-01-31"), day("2027-02-01"), today));
	assert_null(handover_fault(arena, day("2027-06-30"), day("2027-02-01"), today));
}

static void
R_NUL_08_not_for_days_that_are_gone(void **state)
{
	(void)state;
	assert_int_equal(day_compare(handover_earliest(day("2026-02-01"), today), today), 0);
	assert_non_null(handover_fault(arena, day("2026-11-25"), day("2026-02-01"), today));
	assert_null(handover_fault(arena, today, day("2026-02-01"), today));
}

static void
no_day_is_for_good_and_a_day_far_away_is_a_slip(void **state)
{
	(void)state;
	assert_null(handover_fault(arena, (struct day){ 0 }, day("2027-02-01"), today));
	assert_non_null(handover_fault(arena, day("2072-01-31"), day("2027-02-01"), today));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_NUL_08_not_before_the_other_region_has_the_doctor),
		cmocka_unit_test(R_NUL_08_not_for_days_that_are_gone),
		cmocka_unit_test(no_day_is_for_good_and_a_day_far_away_is_a_slip),
	};
	int failed;

	arena = arena_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_drop(arena);
	return failed;
}
