/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "attestation_rule.h"

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static void
earliest(const char *last, const char *wanted)
{
	assert_int_equal(day_compare(attestation_earliest(day_add(day(last), 1)), day(wanted)), 0);
}

/* The examples of the rule. */
static void
R_ATT_09_a_month_before_the_day_after_the_last(void **state)
{
	(void)state;
	earliest("2027-08-31", "2027-08-01");
	earliest("2027-02-28", "2027-02-01");
	earliest("2027-09-14", "2027-08-15");
	earliest("2028-02-29", "2028-02-01");
	earliest("2027-12-31", "2027-12-01");
	/* 30 March + 1 day = 31 March; February has no 31st. */
	earliest("2027-03-30", "2027-02-28");
}

static void
T_041_the_day_before_is_too_early_and_the_first_day_is_not(void **state)
{
	(void)state;
	assert_true(attestation_is_premature(day("2027-07-31"), day("2027-09-01")));
	assert_false(attestation_is_premature(day("2027-08-01"), day("2027-09-01")));
	assert_false(attestation_is_premature(day("2027-09-20"), day("2027-09-01")));
}

static void
T_043_an_end_that_moved_on_makes_it_premature_one_that_moved_back_does_not(void **state)
{
	const struct day approved = day("2027-08-05");

	(void)state;
	assert_false(attestation_is_premature(approved, day("2027-09-01")));
	assert_true(attestation_is_premature(approved, day("2027-10-01")));
	assert_false(attestation_is_premature(approved, day("2027-08-01")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_ATT_09_a_month_before_the_day_after_the_last),
		cmocka_unit_test(T_041_the_day_before_is_too_early_and_the_first_day_is_not),
		cmocka_unit_test(
		    T_043_an_end_that_moved_on_makes_it_premature_one_that_moved_back_does_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
