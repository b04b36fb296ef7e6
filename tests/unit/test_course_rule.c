/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "course_rule.h"

static void
R_KUR_16_four_ways_to_be_approved_are_told_apart_and_each_counts(void **state)
{
	static const struct {
		const char *kind, *title;
	} ways[] = { { "ORDINARY", "Godkendt" }, { "OTHER_BASIS", "Godkendt andet grundlag" },
		{ "MERIT", "Merit" }, { "PAPER_VERIFIED", "Verificeret kursusbevis" } };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		enum course_state s = course_state_of("APPROVED", ways[i].kind);

		assert_string_equal(course_state_title(s), ways[i].title);
		assert_true(course_is_done(s));
		assert_false(course_may_be_claimed(s));
	}
}

static void
what_is_not_approved_counts_for_nothing(void **state)
{
	static const char *const words[] = { "CLAIMED", "REFUSED", "NOT_PASSED", "RESET",
		"WITHDRAWN" };

	(void)state;
	for (size_t i = 0; i < 5; i++)
		assert_false(course_is_done(course_state_of(words[i], "PAPER_VERIFIED")));
	assert_int_equal(course_state_of(NULL, NULL), COURSE_MISSING);
	assert_int_equal(course_state_of("WITHDRAWN", "PAPER_VERIFIED"), COURSE_MISSING);
	assert_false(course_may_be_claimed(COURSE_CLAIMED));
	assert_true(course_may_be_claimed(COURSE_RESET));
	assert_true(course_may_be_claimed(COURSE_NOT_PASSED));
}

static void
R_KUR_24_R_TID_08_a_tenth_may_be_missed_and_eighteen_of_a_hundred_and_eighty_hours(void **state)
{
	(void)state;
	assert_int_equal(course_absence_most(180, false), 18);
	assert_null(course_absence_fault(180, false, 18, false));
	assert_non_null(strstr(course_absence_fault(180, false, 19, false), "10 procent"));
	assert_null(course_absence_fault(180, false, 19, true));
	assert_non_null(course_absence_fault(20, false, 21, true));
	assert_int_equal(course_half_days(0), 0);
	assert_int_equal(course_half_days(1), 1);
	assert_int_equal(course_half_days(3), 1);
	assert_int_equal(course_half_days(4), 2);
}

static void
R_KUR_03_full_attendance_is_full_whatever_is_said(void **state)
{
	(void)state;
	assert_null(course_absence_fault(18, true, 0, false));
	assert_non_null(strstr(course_absence_fault(18, true, 1, true), "fuld deltagelse"));
}

static void
T_081_SOL_2_warns_without_SOL_1_and_with_more_than_two_years_left(void **state)
{
	const struct day until = { 2030, 3, 1 };
	const char *s[COURSE_WARNINGS];

	(void)state;
	assert_int_equal(
	    course_warnings(24, until, "SOL 1", true, (struct day){ 2028, 3, 1 }, s), 0);
	assert_int_equal(
	    course_warnings(24, until, "SOL 1", true, (struct day){ 2028, 2, 29 }, s), 1);
	assert_non_null(strstr(s[0], "for længe"));
	assert_int_equal(
	    course_warnings(24, until, "SOL 1", false, (struct day){ 2028, 2, 29 }, s), 2);
	assert_int_equal(
	    course_warnings(24, until, "SOL 1", false, (struct day){ 2029, 1, 1 }, s), 1);
	assert_int_equal(course_warnings(0, until, NULL, false, (struct day){ 2020, 1, 1 }, s), 0);
	assert_int_equal(course_warnings(24, (struct day){ 0 }, NULL, false, until, s), 0);
}

static void
R_KUR_20_two_hundred_and_ten_hours_and_not_one_more(void **state)
{
	(void)state;
	assert_true(series_has_room(180, 30));
	assert_false(series_has_room(180, 31));
	assert_false(series_has_room(0, UINT32_MAX));
	assert_false(series_has_room(300, 1));
}

static void
due_within_a_year_in_general_practice_half_and_else_by_the_end(void **state)
{
	const struct day since = { 2026, 3, 1 }, until = { 2031, 3, 1 };

	(void)state;
	assert_int_equal(
	    day_compare(course_due(12, "geriatri", since, until), (struct day){ 2027, 3, 1 }), 0);
	assert_int_equal(
	    day_compare(course_due(12, "almen-medicin", since, until), (struct day){ 2026, 9, 1 }),
	    0);
	assert_int_equal(day_compare(course_due(0, NULL, since, until), until), 0);
}

static void
R_KUR_12_another_basis_half_a_year_before_the_end_KBU_in_the_last_month(void **state)
{
	const struct day until = { 2027, 3, 1 };

	(void)state;
	assert_int_equal(
	    day_compare(course_basis_from("HU", until), (struct day){ 2026, 9, 1 }), 0);
	assert_int_equal(
	    day_compare(course_basis_from("KBU", until), (struct day){ 2027, 2, 1 }), 0);
}

static void
R_KUR_25_a_series_is_whole_or_not_and_breaks_when_a_part_is_reset(void **state)
{
	(void)state;
	assert_int_equal(series_state_of(false, 0, 0, 0), SERIES_NO_PARTS);
	assert_int_equal(series_state_of(false, 3, 2, 0), SERIES_PARTS_MISSING);
	assert_int_equal(series_state_of(false, 3, 3, 0), SERIES_WHOLE);
	assert_int_equal(series_state_of(true, 3, 3, 0), SERIES_APPROVED);
	assert_int_equal(series_state_of(true, 3, 2, 1), SERIES_BROKEN);
	/* a part that came after the approval */
	assert_int_equal(series_state_of(true, 4, 3, 0), SERIES_APPROVED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_KUR_16_four_ways_to_be_approved_are_told_apart_and_each_counts),
		cmocka_unit_test(what_is_not_approved_counts_for_nothing),
		cmocka_unit_test(
		    R_KUR_24_R_TID_08_a_tenth_may_be_missed_and_eighteen_of_a_hundred_and_eighty_hours),
		cmocka_unit_test(R_KUR_03_full_attendance_is_full_whatever_is_said),
		cmocka_unit_test(T_081_SOL_2_warns_without_SOL_1_and_with_more_than_two_years_left),
		cmocka_unit_test(R_KUR_20_two_hundred_and_ten_hours_and_not_one_more),
		cmocka_unit_test(due_within_a_year_in_general_practice_half_and_else_by_the_end),
		cmocka_unit_test(
		    R_KUR_12_another_basis_half_a_year_before_the_end_KBU_in_the_last_month),
		cmocka_unit_test(R_KUR_25_a_series_is_whole_or_not_and_breaks_when_a_part_is_reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
