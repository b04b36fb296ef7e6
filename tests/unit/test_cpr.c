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

static void
R_GDP_04_a_number_in_the_midst_of_a_text_is_found_however_it_is_written(void **state)
{
	static const char *const written[] = { "010190-1234", "0101901234", "Pt. 010190-1234.",
		"010190 1234", "01 01 90 1234", "01 01 90-1234", "010190 - 1234", "010190–1234",
		"010190/1234", "(670385-0001)", "nr.0101901234, set", "F-720391-1001",
		"12 010190-1234", "1: 311299-1234", "ord\n010190-1234\nord", CPR_BLOTTED,
		"01.01.90-1234", "01.01.90 – 1234", "f. 01.01.90/1234,", "67.03.85-0001",
		"01011990-1234", "010119901234", "01011990 1234", "01011990 - 1234",
		"01.01.1990-1234", "01.01.1990 - 1234", "01 01 1990 1234", "01 01 1990-1234",
		"29022000-4234", "67031985-0001", "(010120054999)", "nr.01.01.1990–1234." };

	(void)state;
	for (size_t i = 0; i < sizeof written / sizeof written[0]; i++)
		assert_true(cpr_stands_in(written[i]));
}

static void
R_GDP_04_what_is_no_number_passes(void **state)
{
	static const char *const other[] = { "", "20 12 20 12", "20122012", "+45 20 12 20 12",
		"+4520122012", "4520122012", "004520122012", "1301041", "130104 og 1301041",
		"310299-1234", "001299-1234", "321299-1234", "011390-1234", "01019012345",
		"1010190-1234", "a010190-1234", "010190-12345", "010190-1234a", "01.02.2027 14.30",
		"01.02.27 0800-1600", "2027-02-01 1430", "2026-123456", "20 12 20 12, 20 12 20 13",
		"2012201212345678", "010190", "010190-123", "9f0101901234c",
		/* days, hours and years beside each other */
		"01.02.2027 1430", "01.02.27 1430", "01.02.2027-1430", "01.02.2027 kl. 1430",
		"01022027 0800", "01022027-0800", "01.02.1985-31.01.1986", "01.02.1985-1990",
		"01.02.85 - 2027", "01.02.85-31.01.86", "01.02.2027 5000 Odense",
		"01.02.1985 5000 Odense", "01 02 2027 1430",
		/* a year that is not the number's, a day that is none */
		"01011990-5234", "01012005-1234", "31021990-1234", "32.01.90-1234", "01.13.90-1234",
		"00011990-1234", "290219991234",
		/* telephones and cases */
		"20 12 20 12 20 13", "201220121430", "+45 20 12 19 12 1234", "2012 2012 1234",
		"27.00.00-G01-1-22", "29.09.08-P20-7-26", "2026-01-01-1234", "26/123456-12",
		"01.01.90-12345", "1.01.01.90-12345", "01.0190-1234", "0101.90-1234",
		"01.01 90-1234", "0101199012345", "4010119901234", "01.01.1990-123",
		"a01011990-1234", "01011990-1234b" };

	(void)state;
	for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
		assert_false(cpr_stands_in(other[i]));
}

static void
R_GDP_04_each_number_in_a_text_is_blotted_out(void **state)
{
	(void)state;
	assert_string_equal(cpr_blotted(a, "Ringet 20 12 20 12."), "Ringet 20 12 20 12.");
	assert_string_equal(cpr_blotted(a, "010190-1234 og 67 03 85 0001: to"),
	    CPR_BLOTTED " og " CPR_BLOTTED ": to");
	assert_string_equal(cpr_blotted(a, "født 01.01.1990-1234, nu 010119901234"),
	    "født " CPR_BLOTTED ", nu " CPR_BLOTTED);
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
		cmocka_unit_test(
		    R_GDP_04_a_number_in_the_midst_of_a_text_is_found_however_it_is_written),
		cmocka_unit_test(R_GDP_04_what_is_no_number_passes),
		cmocka_unit_test(R_GDP_04_each_number_in_a_text_is_blotted_out),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
