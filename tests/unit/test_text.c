/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "text.h"

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
text_grows_and_is_always_ended(void **state)
{
	struct text t = { .arena = a };

	(void)state;
	text_add(&t, "", 0);
	assert_string_equal(t.at, "");
	for (int i = 0; i < 1000; i++) {
		text_format(&t, "%d,", i);
		assert_int_equal(strlen(t.at), t.len);
	}
	assert_int_equal(t.len, 10 * 2 + 90 * 3 + 900 * 4);
	text_puts(&t, "slut");
	assert_string_equal(t.at + t.len - 8, "999,slut");
}

static void
utf8_that_is_well_formed(void **state)
{
	static const char *const good[] = {
		"",
		"a",
		"æøå ÆØÅ",
		"\xc2\x80",
		"\xdf\xbf",
		"\xe0\xa0\x80",
		"\xed\x9f\xbf",
		"\xee\x80\x80",
		"\xef\xbf\xbf",
		"\xf0\x90\x80\x80",
		"\xf4\x8f\xbf\xbf",
	};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(utf8_is_valid(good[i], strlen(good[i])));
	assert_true(utf8_is_valid("a\0b", 3));
}

static void
utf8_that_is_overlong_cut_off_a_surrogate_or_beyond_the_end(void **state)
{
	static const char *const bad[] = {
		"\x80",
		"\xbf",
		"\xc0\x80",
		"\xc1\xbf",
		"\xe0\x80\x80",
		"\xe0\x9f\xbf",
		"\xf0\x80\x80\x80",
		"\xf0\x8f\xbf\xbf",
		"\xed\xa0\x80",
		"\xed\xbf\xbf",
		"\xf4\x90\x80\x80",
		"\xf5\x80\x80\x80",
		"\xff",
		"\xfe",
		"\xc3",
		"\xe2\x82",
		"\xf0\x9f\x98",
		"\xc3(",
		"\xe2(\xa1",
		"a\xe6",
		"\xe6\xf8\xe5",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(utf8_is_valid(bad[i], strlen(bad[i])));
	assert_false(utf8_is_valid("\xc3\xa6", 1));
}

static void
control_characters_are_found(void **state)
{
	(void)state;
	assert_false(utf8_has_control("æ\tb\nc\r\n", 8));
	assert_true(utf8_has_control("a\0b", 3));
	assert_true(utf8_has_control("\x1b[2J", 4));
	assert_true(utf8_has_control("\x7f", 1));
	assert_true(utf8_has_control("\xc2\x80", 2));
	assert_true(utf8_has_control("\xc2\x9f", 2));
	assert_false(utf8_has_control("\xc2\xa0", 2));
}

static void
clipping_never_cuts_a_letter(void **state)
{
	(void)state;
	assert_int_equal(utf8_count("læge"), 4);
	assert_string_equal(utf8_clip(a, "læge", 2), "læ");
	assert_string_equal(utf8_clip(a, "læge", 0), "");
	assert_string_equal(utf8_clip(a, "læge", 4), "læge");
	assert_string_equal(utf8_clip(a, "læge", 99), "læge");
}

static void
tidying_takes_white_space_at_the_ends_and_makes_line_ends_alike(void **state)
{
	(void)state;
	assert_string_equal(text_tidy(a, "  \r\n a\r\nb\rc\n\n d \t\n"), "a\nb\nc\n\n d");
	assert_string_equal(text_tidy(a, " \t\r\n "), "");
	assert_string_equal(text_tidy_line(a, "  Anna \t\r\n  Sofie  Ø \n"), "Anna Sofie Ø");
	assert_string_equal(text_tidy_line(a, ""), "");
	assert_string_equal(text_tidy_line(a, "x"), "x");
}

static void
T_067_numbers_of_competencies_sort_as_people_read_them(void **state)
{
	static const char *const sorted[] = {
		"",
		"1",
		"1.1",
		"1.2",
		"1.10",
		"2",
		"7.1",
		"10",
		"84",
		"I1",
		"I2",
		"I9",
		"I10",
		"a",
	};
	size_t n = sizeof sorted / sizeof sorted[0];

	(void)state;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			int c = text_compare_natural(sorted[i], sorted[j]);

			assert_int_equal((c > 0) - (c < 0), (i > j) - (i < j));
		}
}

static void
R_DM_02_numbers_longer_than_any_integer_sort_too(void **state)
{
	(void)state;
	assert_true(text_compare_natural("99999999999999999999998", "99999999999999999999999") < 0);
	assert_true(
	    text_compare_natural("99999999999999999999999", "100000000000000000000000") < 0);
	assert_int_equal(text_compare_natural("1.02", "1.2"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_grows_and_is_always_ended),
		cmocka_unit_test(utf8_that_is_well_formed),
		cmocka_unit_test(utf8_that_is_overlong_cut_off_a_surrogate_or_beyond_the_end),
		cmocka_unit_test(control_characters_are_found),
		cmocka_unit_test(clipping_never_cuts_a_letter),
		cmocka_unit_test(tidying_takes_white_space_at_the_ends_and_makes_line_ends_alike),
		cmocka_unit_test(T_067_numbers_of_competencies_sort_as_people_read_them),
		cmocka_unit_test(R_DM_02_numbers_longer_than_any_integer_sort_too),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
