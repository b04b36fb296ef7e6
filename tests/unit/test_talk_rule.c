/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "talk_rule.h"

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static void
is_day(struct day d, const char *wanted)
{
	assert_int_equal(day_number(d), day_number(day(wanted)));
}

static void
R_PLA_01_a_plan_within_14_days_of_the_first_day_in_KBU(void **state)
{
	(void)state;
	assert_true(stage_is_kbu("KBU"));
	assert_false(stage_is_kbu("HU"));
	is_day(plan_due(true, day("2027-02-01")), "2027-02-15");
	is_day(plan_due(true, day("2027-12-20")), "2028-01-03");
}

static void
R_PLA_04_a_month_for_the_others(void **state)
{
	(void)state;
	is_day(plan_due(false, day("2027-03-01")), "2027-04-01");
	is_day(plan_due(false, day("2027-01-31")), "2027-02-28");
}

static void
R_PLA_03_at_least_three_talks_in_six_months_more_in_longer(void **state)
{
	(void)state;
	assert_int_equal(talks_needed(day("2027-02-01"), day("2027-08-01")), 3);
	assert_int_equal(talks_needed(day("2027-02-01"), day("2027-08-02")), 4);
	assert_int_equal(talks_needed(day("2027-02-01"), day("2028-02-01")), 4);
	assert_int_equal(talks_needed(day("2027-02-01"), day("2029-02-01")), 6);
	assert_int_equal(talks_needed(day("2027-02-01"), day("2027-05-01")), 3);
	assert_int_equal(talks_needed(day("2027-02-01"), day("2027-04-30")), 2);
}

static void
R_PLA_03_the_introduction_comes_first_and_the_final_talk_last(void **state)
{
	(void)state;
	assert_string_equal(talk_next_kind(0, 3), "INTRO");
	assert_string_equal(talk_next_kind(1, 3), "ADJUST");
	assert_string_equal(talk_next_kind(2, 3), "FINAL");
	assert_string_equal(talk_next_kind(1, 2), "FINAL");
	assert_string_equal(talk_next_kind(3, 3), "FINAL");
	is_day(talk_in_sight(day("2027-03-01")), "2027-02-15");
}

static void
R_PLA_03_the_first_by_its_deadline_the_last_on_the_last_day(void **state)
{
	const struct day since = day("2027-02-01"), until = day("2027-08-01");

	(void)state;
	is_day(talk_due(true, since, until, 0), "2027-02-15");
	is_day(talk_due(false, since, until, 0), "2027-03-01");
	is_day(talk_due(true, since, until, 1), "2027-05-02");
	is_day(talk_due(true, since, until, 2), "2027-07-31");
	is_day(talk_due(true, since, until, 9), "2027-07-31");
	/* A short one: the first is not due after the end. */
	is_day(talk_due(false, since, day("2027-02-21"), 0), "2027-02-20");
}

static void
R_PLA_02_a_plan_from_before_the_last_talk_is_stale(void **state)
{
	const struct day none = { 0 };

	(void)state;
	assert_true(plan_is_stale(day("2027-03-01"), day("2027-03-02")));
	assert_false(plan_is_stale(day("2027-03-02"), day("2027-03-02")));
	assert_false(plan_is_stale(day("2027-03-03"), day("2027-03-02")));
	assert_false(plan_is_stale(none, day("2027-03-02")));
	assert_false(plan_is_stale(day("2027-03-03"), none));
}

static void
R_PLA_07_reminders_on_days_7_and_14_or_21_and_30(void **state)
{
	(void)state;
	assert_int_equal(plan_reminder(true, 0), 7);
	assert_int_equal(plan_reminder(true, 1), 14);
	assert_int_equal(plan_reminder(false, 0), 21);
	assert_int_equal(plan_reminder(false, 1), 30);
}

static void
R_ROL_03_a_main_supervisor_in_training_is_a_level_above_the_doctor(void **state)
{
	(void)state;
	assert_true(main_is_above("INTRO", "KBU"));
	assert_true(main_is_above("HU", "KBU"));
	assert_true(main_is_above("HU", "INTRO"));
	assert_false(main_is_above("KBU", "KBU"));
	assert_false(main_is_above("HU", "HU"));
	assert_false(main_is_above("INTRO", "HU"));
	assert_false(main_is_above("KBU", "INTRO"));
	assert_true(main_is_above(NULL, "HU"));
	assert_true(main_is_above("EVAL", "KBU"));
	assert_true(main_is_above("KBU", "EVAL"));
}

static void
words_and_states(void **state)
{
	(void)state;
	assert_int_equal(plan_state_of(NULL), PLAN_NONE);
	assert_int_equal(plan_state_of("DRAFT"), PLAN_NONE);
	assert_int_equal(plan_state_of("APPROVED"), PLAN_APPROVED);
	assert_string_equal(plan_title(plan_state_of("SENT")), "Sendt");
	assert_string_equal(plan_mark(PLAN_RETURNED), "back");
	assert_string_equal(talk_title("FINAL"), "Slutevalueringssamtale");
	assert_null(talk_title("OTHER"));
	assert_string_equal(doubt_outcome_title("NOT_APPROVED"), "Manglende godkendelse");
	assert_null(doubt_outcome_title(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_PLA_01_a_plan_within_14_days_of_the_first_day_in_KBU),
		cmocka_unit_test(R_PLA_04_a_month_for_the_others),
		cmocka_unit_test(R_PLA_03_at_least_three_talks_in_six_months_more_in_longer),
		cmocka_unit_test(R_PLA_03_the_introduction_comes_first_and_the_final_talk_last),
		cmocka_unit_test(R_PLA_03_the_first_by_its_deadline_the_last_on_the_last_day),
		cmocka_unit_test(R_PLA_02_a_plan_from_before_the_last_talk_is_stale),
		cmocka_unit_test(R_PLA_07_reminders_on_days_7_and_14_or_21_and_30),
		cmocka_unit_test(
		    R_ROL_03_a_main_supervisor_in_training_is_a_level_above_the_doctor),
		cmocka_unit_test(words_and_states),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
