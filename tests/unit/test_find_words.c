/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>
#include <cmocka.h>

#include "find_words.h"
#include "text.h"

static struct arena *a;

/* The endings, one space between. */
static const char *
found(const char *name, const char *email)
{
	struct text t = { .arena = a };
	const char *const *at;
	size_t n = find_words(a, name, email, &at);

	text_puts(&t, "");
	for (size_t i = 0; i < n; i++)
		text_format(&t, i == 0 ? "%s" : "/%s", at[i]);
	return n == 0 ? "" : t.at;
}

static void
every_ending_of_each_word_and_the_address(void **state)
{
	(void)state;
	assert_string_equal(found("Mette Bo", "mb@x.dk"), "Mette/ette/tte/te/Bo/mb@x.dk/mb");
}

static void
a_letter_of_two_bytes_is_one_letter(void **state)
{
	(void)state;
	assert_string_equal(found("Åse Æø", ""), "Åse/se/Æø");
}

static void
one_letter_is_too_little(void **state)
{
	(void)state;
	assert_string_equal(found("Å B C", ""), "");
	assert_string_equal(found("", "a@x.dk"), "a@x.dk");
}

static void
a_combining_mark_belongs_to_its_letter(void **state)
{
	(void)state;
	assert_string_equal(found("A\u030Age", ""), "A\u030Age/ge");
	assert_string_equal(found("A\u030A", ""), "");
	assert_string_equal(found("\u0370\u0371\u0372", ""), "\u0370\u0371\u0372/\u0371\u0372");
}

static void
parts_of_a_hyphenated_name_are_found(void **state)
{
	const char *all = found("Anne-Mette O'Neill", "");

	(void)state;
	assert_non_null(strstr(all, "/Mette/"));
	assert_non_null(strstr(all, "/Neill/"));
	assert_memory_equal(all, "Anne-Mette/", 11);
}

static void
what_is_there_twice_is_told_once(void **state)
{
	(void)state;
	assert_string_equal(found("Ole Ole", "ole@x.dk"), "Ole/le/ole@x.dk/ole");
	assert_string_equal(found("Bo", "uden"), "Bo/uden");
}

static void
all_white_space_parts_words(void **state)
{
	(void)state;
	assert_string_equal(found("  Bo \t\u00a0Ib\n", ""), "Bo/Ib");
}

static void
what_the_column_cannot_hold_is_cut(void **state)
{
	char name[2 * 70 + 1];
	const char *const *at;
	size_t n;

	(void)state;
	for (size_t i = 0; i < 70; i++)
		memcpy(name + 2 * i, "ø", 3);
	n = find_words(a, name, "", &at);
	for (size_t i = 0; i < n; i++)
		assert_true(utf8_count(at[i]) <= FIND_MOST);
	/* The eleven of 60 and more are one after the cut. */
	assert_int_equal(n, 70 - 10 - 1);
}

static int
open_arena(void **state)
{
	(void)state;
	a = arena_make();
	return 0;
}

static int
close_arena(void **state)
{
	(void)state;
	arena_drop(a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_ending_of_each_word_and_the_address),
		cmocka_unit_test(a_letter_of_two_bytes_is_one_letter),
		cmocka_unit_test(one_letter_is_too_little),
		cmocka_unit_test(a_combining_mark_belongs_to_its_letter),
		cmocka_unit_test(parts_of_a_hyphenated_name_are_found),
		cmocka_unit_test(what_is_there_twice_is_told_once),
		cmocka_unit_test(all_white_space_parts_words),
		cmocka_unit_test(what_the_column_cannot_hold_is_cut),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
