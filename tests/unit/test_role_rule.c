/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "role_rule.h"

static const struct day today = { 2027, 3, 1 };

static void
T_001_the_secretariat_makes_no_supervisor_and_is_told_who_does(void **state)
{
	(void)state;
	for (enum role giver = ROLE_NONE; giver < ROLES; giver++) {
		bool trainer = giver == ROLE_UAO || giver == ROLE_TUTOR;

		assert_int_equal(role_may_give(giver, ROLE_VEJLEDER, false),
		    trainer ? ROLE_MAY : ROLE_BY_TRAINER);
		assert_int_equal(role_may_give(giver, ROLE_HOVEDVEJLEDER, false),
		    trainer ? ROLE_MAY : ROLE_BY_TRAINER);
	}
	assert_non_null(strstr(role_refusal(ROLE_BY_TRAINER),
	    "Vejledere oprettes af UAO eller tutorlæge, ikke af sekretariatet."));
}

static void
T_003_course_leaders_and_secretariats_are_made_by_the_project_leader_alone(void **state)
{
	static const enum role made[] = { ROLE_HKL, ROLE_DKL, ROLE_VUS };

	(void)state;
	for (size_t i = 0; i < 3; i++)
		for (enum role giver = ROLE_NONE; giver < ROLES; giver++)
			assert_int_equal(role_may_give(giver, made[i], false),
			    giver == ROLE_PROJEKTLEDER ? ROLE_MAY : ROLE_BY_LEADER);
	assert_non_null(strstr(role_refusal(ROLE_BY_LEADER), "projektlederen"));
}

static void
the_secretariat_makes_five_roles_and_no_others(void **state)
{
	(void)state;
	for (enum role given = ROLE_NONE; given < ROLES; given++) {
		bool theirs = given == ROLE_UAO || given == ROLE_TUTOR ||
		    given == ROLE_KURSUSUDBYDER || given == ROLE_FORSKVEJLEDER || given == ROLE_PKL;

		assert_int_equal(role_may_give(ROLE_VUS, given, false) == ROLE_MAY, theirs);
	}
}

static void
nobody_gives_themselves_a_role_or_makes_a_doctor_or_project_leader_by_hand(void **state)
{
	(void)state;
	assert_int_equal(role_may_give(ROLE_VUS, ROLE_UAO, true), ROLE_NOT_ONESELF);
	assert_int_equal(role_may_give(ROLE_PROJEKTLEDER, ROLE_VUS, true), ROLE_NOT_ONESELF);
	assert_int_equal(role_may_give(ROLE_UAO, ROLE_VEJLEDER, true), ROLE_NOT_ONESELF);
	for (enum role giver = ROLE_NONE; giver < ROLES; giver++)
		for (int self = 0; self < 2; self++) {
			assert_int_equal(role_may_give(giver, ROLE_UL, self), ROLE_BY_TRAINING);
			assert_int_equal(
			    role_may_give(giver, ROLE_PROJEKTLEDER, self), ROLE_BY_OPERATORS);
			assert_int_equal(role_may_give(giver, ROLE_NONE, self), ROLE_BY_OPERATORS);
		}
}

static void
every_refusal_has_words(void **state)
{
	(void)state;
	assert_null(role_refusal(ROLE_MAY));
	for (enum role_answer a = ROLE_BY_TRAINER; a <= ROLE_NOT_ONESELF; a++)
		assert_non_null(role_refusal(a));
}

static void
R_ROL_01_a_role_is_tied_to_what_it_reaches(void **state)
{
	(void)state;
	assert_true(role_tie(ROLE_UAO).department && !role_tie(ROLE_UAO).practice);
	assert_true(role_tie(ROLE_TUTOR).practice && !role_tie(ROLE_TUTOR).department);
	assert_true(role_tie(ROLE_VUS).region && !role_tie(ROLE_VUS).specialty);
	assert_true(role_tie(ROLE_HKL).specialty && !role_tie(ROLE_HKL).course);
	assert_true(role_tie(ROLE_DKL).specialty && role_tie(ROLE_DKL).course);
	assert_true(role_tie(ROLE_PKL).region && role_tie(ROLE_PKL).specialty);
}

static void
the_days_of_a_role(void **state)
{
	static const struct day none, before = { 2027, 2, 28 }, later = { 2027, 4, 1 };

	(void)state;
	assert_int_equal(role_days(today, none, today), ROLE_DAYS_FINE);
	assert_int_equal(role_days(later, later, today), ROLE_DAYS_FINE);
	assert_int_equal(role_days(before, today, today), ROLE_DAYS_FINE);
	assert_int_equal(role_days(none, none, today), ROLE_DAYS_NO_FIRST);
	assert_int_equal(role_days(later, today, today), ROLE_DAYS_TURNED);
	assert_int_equal(role_days(day_add(today, -ROLE_BACK), none, today), ROLE_DAYS_FINE);
	assert_int_equal(role_days(day_add(today, -ROLE_BACK - 1), none, today), ROLE_DAYS_OLD);
	assert_int_equal(role_days(day_add(today, ROLE_AHEAD + 1), none, today), ROLE_DAYS_LATE);
	assert_null(role_days_fault(ROLE_DAYS_FINE));
	for (enum role_days d = ROLE_DAYS_NO_FIRST; d <= ROLE_DAYS_TURNED; d++)
		assert_non_null(role_days_fault(d));
}

static void
T_007_a_role_that_is_ended_without_a_day_is_over_today(void **state)
{
	static const struct day none;

	(void)state;
	assert_int_equal(day_compare(role_ends(none, today), today), 0);
	assert_int_equal(day_compare(role_ends(today, today), day_add(today, 1)), 0);
	assert_true(day_is_none(role_ends(day_add(today, -1), today)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(T_001_the_secretariat_makes_no_supervisor_and_is_told_who_does),
		cmocka_unit_test(
		    T_003_course_leaders_and_secretariats_are_made_by_the_project_leader_alone),
		cmocka_unit_test(the_secretariat_makes_five_roles_and_no_others),
		cmocka_unit_test(
		    nobody_gives_themselves_a_role_or_makes_a_doctor_or_project_leader_by_hand),
		cmocka_unit_test(every_refusal_has_words),
		cmocka_unit_test(R_ROL_01_a_role_is_tied_to_what_it_reaches),
		cmocka_unit_test(the_days_of_a_role),
		cmocka_unit_test(T_007_a_role_that_is_ended_without_a_day_is_over_today),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
