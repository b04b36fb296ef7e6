/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "cpr.h"

static struct arena *a;

static int
begin(void **state)
{
	(void)state;
	a = arena_make();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_drop(a);
	return 0;
}

static void
born(const char *cpr, const char *iso)
{
	struct cpr c;

	assert_true(cpr_read(cpr, &c));
	assert_string_equal(day_iso(a, c.born), iso);
}

static void
R_CPR_01_ten_digits_with_or_without_a_hyphen(void **state)
{
	static const char *const bad[] = {
		"",
		"150385-432",
		"150385-43220",
		"15038-54321",
		"150385--4321",
		"150385-",
		"150385.4321",
		"15-03-85-4321",
		"150385-432a",
		"a150385-4322",
		"150385432-1",
	};
	struct cpr c;

	(void)state;
	assert_true(cpr_read("1503854322", &c));
	assert_true(cpr_read("150385 4322", &c));
	assert_true(cpr_read(" 150385-4322 ", &c));
	assert_string_equal(c.digits, "1503854322");
	assert_string_equal(cpr_text(a, c.digits), "150385-4322");
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_false(cpr_read(bad[i], &c));
		assert_false(cpr_is_meant(bad[i]));
	}
	assert_false(cpr_read(NULL, &c));
	assert_true(cpr_is_meant("310299-1234"));
}

static void
R_CPR_02_the_seventh_digit_and_the_year_tell_the_century(void **state)
{
	(void)state;
	born("010100-0000", "1900-01-01");
	born("010199-3999", "1999-01-01");
	born("010136-4000", "2036-01-01");
	born("010137-4000", "1937-01-01");
	born("010136-9000", "2036-01-01");
	born("010137-9000", "1937-01-01");
	born("010157-5000", "2057-01-01");
	born("010158-5000", "1858-01-01");
	born("010157-8999", "2057-01-01");
	born("010158-8999", "1858-01-01");
}

static void
R_CPR_03_the_check_digit_is_told_and_not_demanded(void **state)
{
	struct cpr c;

	(void)state;
	assert_true(cpr_read("111111-1118", &c));
	assert_true(c.passes_mod11);
	assert_true(cpr_read("111111-1119", &c));
	assert_false(c.passes_mod11);
}

static void
R_CPR_04_any_birth_date_may_have_a_number_without_check_digit(void **state)
{
	struct cpr c;

	(void)state;
	assert_true(cpr_read("150385-4322", &c) && !c.passes_mod11);
	assert_true(cpr_read("311299-1111", &c) && !c.passes_mod11);
}

static void
R_CPR_05_a_replacement_number_has_the_true_birth_date(void **state)
{
	struct cpr c;

	(void)state;
	assert_true(cpr_read("670185-1234", &c));
	assert_true(c.replacement);
	assert_string_equal(day_iso(a, c.born), "1985-01-07");
	assert_true(cpr_read("610185-1234", &c) && c.replacement);
	assert_true(cpr_read("910185-1234", &c) && c.replacement);
	assert_true(cpr_read("070185-1234", &c) && !c.replacement);
}

static void
R_CPR_06_a_date_that_does_not_exist_is_refused(void **state)
{
	static const char *const bad[] = {
		"000185-1234",
		"320185-1234",
		"600185-1234",
		"920185-1234",
		"010085-1234",
		"011385-1234",
		"290285-1234",
		"290200-1234",
		"310485-1234",
		"890285-1234+",
	};
	struct cpr c = { .digits = "kept" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(cpr_read(bad[i], &c));
	assert_string_equal(c.digits, "kept");
	born("290284-1234", "1984-02-29");
	born("290200-4234", "2000-02-29");
}

static void
T_026_without_check_digit_accepted_replacement_marked_impossible_date_refused(void **state)
{
	struct cpr c;

	(void)state;
	assert_true(cpr_read("010185-0001", &c));
	assert_false(c.passes_mod11);
	assert_string_equal(day_iso(a, c.born), "1985-01-01");
	assert_true(cpr_read("670185-0001", &c));
	assert_true(c.replacement);
	assert_false(cpr_read("310299-1234", &c));
}

static void
R_GDP_04_masked_it_shows_the_day_and_no_more(void **state)
{
	struct cpr c;

	(void)state;
	assert_true(cpr_read("150385-4322", &c));
	assert_string_equal(cpr_masked(a, c.born, c.replacement), "150385-••••");
	assert_true(cpr_read("670105-4321", &c));
	assert_string_equal(cpr_masked(a, c.born, c.replacement), "670105-••••");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_CPR_01_ten_digits_with_or_without_a_hyphen),
		cmocka_unit_test(R_CPR_02_the_seventh_digit_and_the_year_tell_the_century),
		cmocka_unit_test(R_CPR_03_the_check_digit_is_told_and_not_demanded),
		cmocka_unit_test(R_CPR_04_any_birth_date_may_have_a_number_without_check_digit),
		cmocka_unit_test(R_CPR_05_a_replacement_number_has_the_true_birth_date),
		cmocka_unit_test(R_CPR_06_a_date_that_does_not_exist_is_refused),
		cmocka_unit_test(
		    T_026_without_check_digit_accepted_replacement_marked_impossible_date_refused),
		cmocka_unit_test(R_GDP_04_masked_it_shows_the_day_and_no_more),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
