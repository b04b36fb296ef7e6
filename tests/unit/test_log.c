/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

#include "apart.h"
#include "log.h"

#define BLOT(text, want) \
	do { \
		char line[] = text; \
		log_blot(line); \
		assert_string_equal(line, want); \
	} while (0)

static void
R_GDP_04_a_CPR_number_is_blotted_out_however_it_is_written(void **state)
{
	(void)state;
	BLOT("0101851234", "**********");
	BLOT("010185-1234", "***********");
	BLOT("010185 1234", "***********");
	BLOT("cpr=010185-1234&x", "cpr=***********&x");
	BLOT("a0101851234b", "a**********b");
	BLOT("1010185-1234", "1***********");
	BLOT("01018512345", "**********5");
	BLOT("670185-1234 og 010185-1234", "*********** og ***********");
	BLOT("010185-1234010185-1234", "**********************");
}

static void
other_numbers_stay(void **state)
{
	(void)state;
	BLOT("", "");
	BLOT("2027-03-01 14.05.33", "2027-03-01 14.05.33");
	BLOT("123456789", "123456789");
	BLOT("123456-789", "123456-789");
	BLOT("12345-67890", "12345-67890");
	BLOT("123456--7890", "123456--7890");
}

static void
control_characters_cannot_begin_a_line_of_their_own(void **state)
{
	(void)state;
	BLOT("a\nb\rc\x1b[2Jd\x7f"
	     "e\t",
	    "a b c [2Jd e ");
}

static void
say_everything(void)
{
	log_open("prøve");
	log_warn("nummer %s", "010185-1234");
	log_info("nummer %u%u", 10185u, 12345u);
	log_audit("first\nsecond");
	fatal("slut: %d", 3);
}

static void
T_181_no_word_writes_a_CPR_number_and_each_writes_one_line(void **state)
{
	char said[2000];
	int lines = 0;

	(void)state;
	assert_int_equal(run_apart(say_everything, said, sizeof said), 1);
	for (const char *p = said; (p = strchr(p, '\n')) != NULL; p++)
		lines++;
	assert_int_equal(lines, 4);
	assert_null(strstr(said, "1234"));
	assert_int_equal(strncmp(said, "prøve[", 7), 0);
	assert_non_null(strstr(said, "] warn: nummer ***********\n"));
	assert_non_null(strstr(said, "] info: nummer **********\n"));
	assert_non_null(strstr(said, "] audit: first second\n"));
	assert_non_null(strstr(said, "] fatal: slut: 3\n"));
}

static void
say_much(void)
{
	char much[5000];

	memset(much, 'x', sizeof much - 1);
	much[sizeof much - 1] = '\0';
	memcpy(much + 1000, "0101851234", 10);
	log_warn("%s", much);
}

static void
a_line_that_is_too_long_is_cut(void **state)
{
	char said[8000];

	(void)state;
	assert_int_equal(run_apart(say_much, said, sizeof said), 0);
	assert_true(strlen(said) <= 2048);
	assert_int_equal(said[strlen(said) - 1], '\n');
	assert_null(strstr(said, "0101851234"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_GDP_04_a_CPR_number_is_blotted_out_however_it_is_written),
		cmocka_unit_test(other_numbers_stay),
		cmocka_unit_test(control_characters_cannot_begin_a_line_of_their_own),
		cmocka_unit_test(T_181_no_word_writes_a_CPR_number_and_each_writes_one_line),
		cmocka_unit_test(a_line_that_is_too_long_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
