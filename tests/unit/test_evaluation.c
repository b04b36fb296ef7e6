/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "evaluation.h"

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static void
R_EVA_02_from_thirty_days_before_the_last_day(void **state)
{
	const struct day until = day("2027-09-01"); /* the last day is 31 August */

	(void)state;
	assert_int_equal(day_compare(evaluation_opens(until), day("2027-08-01")), 0);
	assert_false(evaluation_may_be_given(day("2027-07-31"), until));
	assert_true(evaluation_may_be_given(day("2027-08-01"), until));
	assert_true(evaluation_may_be_given(day("2031-01-01"), until));
}

static void
R_EVA_03_six_degrees_and_not_relevant(void **state)
{
	(void)state;
	assert_string_equal(evaluation_degree(1), "i meget ringe grad");
	assert_string_equal(evaluation_degree(6), "i meget høj grad");
	assert_string_equal(evaluation_degree(0), "ikke relevant");
	assert_string_equal(evaluation_degree(7), "");
}

static void
R_EVA_08_half_years_begin_in_january_and_july(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	assert_int_equal(half_of(day("2026-06-30")), 4052);
	assert_int_equal(half_of(day("2026-07-01")), 4053);
	assert_int_equal(half_of(day("2026-12-31")), 4053);
	assert_int_equal(half_over(day("2026-12-31")), 4052);
	assert_int_equal(half_over(day("2027-01-01")), 4053);
	assert_int_equal(day_compare(half_begins(4053), day("2026-07-01")), 0);
	assert_int_equal(day_compare(half_begins(4054), day("2027-01-01")), 0);
	assert_string_equal(half_text(a, 4053), "2. halvår 2026");
	assert_string_equal(half_span(a, 4053, 4053), "2. halvår 2026");
	assert_string_equal(half_span(a, 4050, 4053), "1. halvår 2025 – 2. halvår 2026");
	arena_drop(a);
}

static void
R_EVA_05_a_mean_is_shown_in_tenths(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	assert_int_equal(evaluation_tenths(13, 3), 43);  /* 4,333 */
	assert_int_equal(evaluation_tenths(14, 3), 47);  /* 4,667 */
	assert_int_equal(evaluation_tenths(69, 20), 35); /* 3,45: half up */
	assert_int_equal(evaluation_tenths(18, 3), 60);
	assert_int_equal(evaluation_tenths(3, 3), 10);
	assert_string_equal(evaluation_mean_text(a, 43), "4,3");
	assert_string_equal(evaluation_mean_text(a, 60), "6,0");
	arena_drop(a);
}

static void
R_EVA_06_three_levels_told_by_a_word(void **state)
{
	(void)state;
	assert_string_equal(evaluation_level_word(evaluation_level(10)), "lav");
	assert_string_equal(evaluation_level_word(evaluation_level(29)), "lav");
	assert_string_equal(evaluation_level_word(evaluation_level(30)), "middel");
	assert_string_equal(evaluation_level_word(evaluation_level(44)), "middel");
	assert_string_equal(evaluation_level_word(evaluation_level(45)), "høj");
	assert_string_equal(evaluation_level_word(evaluation_level(60)), "høj");
}

static void
R_EVA_08_never_fewer_than_three(void **state)
{
	(void)state;
	assert_int_equal(evaluation_least("3"), 3);
	assert_int_equal(evaluation_least("100"), 100);
	assert_int_equal(evaluation_least("2"), 0);
	assert_int_equal(evaluation_least("0"), 0);
	assert_int_equal(evaluation_least("101"), 0);
	assert_int_equal(evaluation_least(""), 0);
	assert_int_equal(evaluation_least("-5"), 0);
	assert_int_equal(evaluation_least("3x"), 0);
}

static void
a_draft_keeps_what_is_answered_and_nothing_else(void **state)
{
	struct arena *a = arena_make();
	const struct evaluation_answer answers[] = {
		{ 1, true, 4, NULL },
		{ 2, false, 0, NULL },
		{ 3, false, 0, "Sagt \"sådan\"\nog \\ videre" },
		{ 4, true, 0, NULL },
		{ 5, false, 0, "" },
	};

	(void)state;
	assert_string_equal(evaluation_json(a, answers, 5),
	    "[{\"s\":1,\"v\":4},{\"s\":3,\"w\":\"Sagt \\\"sådan\\\"\\nog \\\\ videre\"},{\"s\":4,\"v\":0}]");
	assert_string_equal(evaluation_json(a, answers, 0), "[]");
	arena_drop(a);
}

static void
R_EVA_08_what_is_missing_is_told_in_doctors(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	assert_string_equal(evaluation_missing(a, 0, 3),
	    "Besvarelser fra 3 læger mangler, før de næste svar kan læses.");
	assert_string_equal(evaluation_missing(a, 2, 3),
	    "Besvarelser fra 1 læge mangler, før de næste svar kan læses.");
	arena_drop(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_EVA_02_from_thirty_days_before_the_last_day),
		cmocka_unit_test(R_EVA_03_six_degrees_and_not_relevant),
		cmocka_unit_test(R_EVA_08_half_years_begin_in_january_and_july),
		cmocka_unit_test(R_EVA_05_a_mean_is_shown_in_tenths),
		cmocka_unit_test(R_EVA_06_three_levels_told_by_a_word),
		cmocka_unit_test(R_EVA_08_never_fewer_than_three),
		cmocka_unit_test(R_EVA_08_what_is_missing_is_told_in_doctors),
		cmocka_unit_test(a_draft_keeps_what_is_answered_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
