/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "number.h"

static void
whole_numbers_are_read(void **state)
{
	uint32_t n = 7;
	int64_t i = 7;

	(void)state;
	assert_true(number_u32("0", &n));
	assert_int_equal(n, 0);
	assert_true(number_u32("4294967295", &n));
	assert_int_equal(n, 4294967295u);
	assert_true(number_i64("-12", &i));
	assert_int_equal(i, -12);
	assert_true(number_i64("9223372036854775807", &i));
	assert_true(i == INT64_MAX);
}

static void
anything_else_is_refused_and_changes_nothing(void **state)
{
	static const char *const bad[] = {
		"",
		" 1",
		"1 ",
		"+1",
		"01",
		"00",
		"0x1",
		"1.0",
		"1e3",
		"--1",
		"-",
		"a",
		"1a",
		"١",
	};
	uint32_t n = 7;
	int64_t i = 7;

	(void)state;
	for (size_t k = 0; k < sizeof bad / sizeof bad[0]; k++) {
		assert_false(number_u32(bad[k], &n));
		assert_false(number_i64(bad[k], &i));
	}
	assert_false(number_u32(NULL, &n));
	assert_false(number_i64(NULL, &i));
	assert_false(number_u32("-1", &n));
	assert_int_equal(n, 7);
	assert_true(i == 7);
}

static void
what_does_not_fit_is_refused(void **state)
{
	uint32_t n = 7;
	int64_t i = 7;

	(void)state;
	assert_false(number_u32("4294967296", &n));
	assert_false(number_u32("42949672950", &n));
	assert_false(number_u32("99999999999999999999999999", &n));
	assert_false(number_i64("9223372036854775808", &i));
	assert_false(number_i64("-99999999999999999999", &i));
	assert_int_equal(n, 7);
	assert_true(i == 7);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_numbers_are_read),
		cmocka_unit_test(anything_else_is_refused_and_changes_nothing),
		cmocka_unit_test(what_does_not_fit_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
