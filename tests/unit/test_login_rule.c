/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "login_rule.h"

static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	setenv("TZ", "Europe/Copenhagen", 1);
	arena = arena_make();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_drop(arena);
	return 0;
}

static void
an_email_is_compared_without_regard_to_capitals_and_nothing_else(void **state)
{
	(void)state;
	assert_string_equal(email_folded(arena, "Maja.LIND@Example.DK"), "maja.lind@example.dk");
	assert_string_equal(email_folded(arena, "[@`{AZ"), "[@`{az");
	assert_string_equal(email_folded(arena, "mája@x.dk"), "mája@x.dk");
	assert_string_equal(email_folded(arena, "ÆØÅ@x.dk"), "ÆØÅ@x.dk");
	assert_string_equal(email_folded(arena, ""), "");
}

static void
a_network_is_all_of_ipv4_and_half_of_ipv6(void **state)
{
	(void)state;
	assert_string_equal(address_network(arena, "192.0.2.7"), "192.0.2.7");
	assert_string_equal(address_network(arena, "::ffff:192.0.2.7"), "192.0.2.7");
	assert_string_equal(
	    address_network(arena, "2001:db8:1:2:3:4:5:6"), "2001:0db8:0001:0002::/64");
	assert_string_equal(address_network(arena, "2001:db8:1:2::"), "2001:0db8:0001:0002::/64");
	assert_string_not_equal(
	    address_network(arena, "2001:db8:1:3::6"), address_network(arena, "2001:db8:1:2::6"));
	assert_string_equal(address_network(arena, "unix:"), "unix:");
	assert_string_equal(address_network(arena, ""), "");
}

static void
one_waits_until_there_is_one_guess_too_few(void **state)
{
	static const struct moment at[] = { { 1000 }, { 1100 }, { 1200 }, { 1300 } };

	(void)state;
	assert_int_equal(guesses_until(NULL, 0, 3).s, 0);
	assert_int_equal(guesses_until(at, 2, 3).s, 0);
	assert_int_equal(guesses_until(at, 3, 3).s, 1000 + GUESS_WINDOW);
	/* Of four the two oldest must go before a third is too few. */
	assert_int_equal(guesses_until(at, 4, 3).s, 1100 + GUESS_WINDOW);
}

static void
a_time_to_wait_for_is_rounded_up(void **state)
{
	(void)state;
	/* 2027-03-01T13:05:00Z is 14.05 in Denmark. */
	assert_string_equal(clock_text(arena, (struct moment){ 1803906300 }), "14.05");
	assert_string_equal(clock_text(arena, (struct moment){ 1803906301 }), "14.06");
	assert_string_equal(clock_text(arena, (struct moment){ 1803906360 }), "14.06");
	assert_string_equal(clock_text(arena, (struct moment){ 1803942000 - 30 }), "00.00");
}

static void
a_code_is_six_digits_with_or_without_spaces(void **state)
{
	static const char *const wrong[] = { "", " ", "12345", "1234567", "12345a", "-12345",
		"12 34 5", "123456\t", "１２３４５６", "12345\u00a06" };
	char code[CODE_DIGITS + 1] = "untold";

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_false(code_read(wrong[i], code));
		assert_string_equal(code, "untold");
	}
	assert_true(code_read("012345", code));
	assert_string_equal(code, "012345");
	assert_true(code_read(" 987 654 ", code));
	assert_string_equal(code, "987654");
}

static void
a_hash_becomes_six_digits(void **state)
{
	unsigned char hash[32] = { 0 };
	char code[CODE_DIGITS + 1];

	(void)state;
	code_of_hash(hash, code);
	assert_string_equal(code, "000000");
	hash[7] = 7;
	hash[8] = 255; /* beyond what counts */
	code_of_hash(hash, code);
	assert_string_equal(code, "000007");
	memset(hash, 255, sizeof hash); /* 18446744073709551615 */
	code_of_hash(hash, code);
	assert_string_equal(code, "551615");
}

static void
a_code_can_be_tried_for_five_minutes_five_times_until_it_is_used(void **state)
{
	static const struct moment made = { 100000 }, none = { 0 };

	(void)state;
	assert_int_equal(code_state_of(made, none, 0, made), CODE_READY);
	assert_int_equal(code_state_of(made, none, 4, (struct moment){ 100300 }), CODE_READY);
	assert_int_equal(code_state_of(made, none, 0, (struct moment){ 100301 }), CODE_OLD);
	assert_int_equal(code_state_of(made, none, 5, made), CODE_SPENT);
	assert_int_equal(code_state_of(made, made, 0, made), CODE_USED);
	assert_int_equal(code_state_of(made, made, 5, (struct moment){ 200000 }), CODE_USED);
	/* A clock that went back makes no code live longer. */
	assert_int_equal(code_state_of(made, none, 0, (struct moment){ 99999 }), CODE_OLD);
}

static void
a_password_is_twelve_characters_that_are_not_all_one_and_not_the_email(void **state)
{
	(void)state;
	assert_int_equal(password_fault_of(arena, "", "a@b.dk"), PASSWORD_SHORT);
	assert_int_equal(password_fault_of(arena, "abcdefghijk", "a@b.dk"), PASSWORD_SHORT);
	assert_int_equal(password_fault_of(arena, "æøåæøåæøåæø", "a@b.dk"), PASSWORD_SHORT);
	assert_int_equal(password_fault_of(arena, "abcdefghijkl", "a@b.dk"), PASSWORD_FINE);
	assert_int_equal(password_fault_of(arena, "æøåæøåæøåæøå", "a@b.dk"), PASSWORD_FINE);
	assert_int_equal(
	    password_fault_of(arena, "Maja.Lind@x.dk", "maja.lind@x.dk"), PASSWORD_IS_EMAIL);
	assert_int_equal(
	    password_fault_of(arena, "aaaaaaaaaaaa", "a@b.dk"), PASSWORD_ONE_CHARACTER);
	assert_int_equal(password_fault_of(arena, "aaaaaaaaaaab", "a@b.dk"), PASSWORD_FINE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_email_is_compared_without_regard_to_capitals_and_nothing_else),
		cmocka_unit_test(a_network_is_all_of_ipv4_and_half_of_ipv6),
		cmocka_unit_test(one_waits_until_there_is_one_guess_too_few),
		cmocka_unit_test(a_time_to_wait_for_is_rounded_up),
		cmocka_unit_test(a_code_is_six_digits_with_or_without_spaces),
		cmocka_unit_test(a_hash_becomes_six_digits),
		cmocka_unit_test(a_code_can_be_tried_for_five_minutes_five_times_until_it_is_used),
		cmocka_unit_test(
		    a_password_is_twelve_characters_that_are_not_all_one_and_not_the_email),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
