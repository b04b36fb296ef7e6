/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "options.h"

struct told {
	const char *socket, *sha256;
	bool dry, help;
	int rest;
};

/* What a command that knows these takes from the words, argv[0] besides. */
static struct told
told(char **words, int n)
{
	struct told t = { .socket = "own" };
	const struct option_known known[] = { { "socket", &t.socket, NULL },
		{ "sha256", &t.sha256, NULL }, { "dry-run", NULL, &t.dry },
		{ "help", NULL, &t.help } };

	t.rest = options_read(n, words, known, sizeof known / sizeof known[0]);
	return t;
}

#define TOLD(...) \
	told((char *[]){ "x", __VA_ARGS__, NULL }, \
	    (int)(sizeof((char *[]){ "x", __VA_ARGS__ }) / sizeof(char *)))

static void
what_is_said_is_set_and_the_rest_stays(void **state)
{
	const struct told t = TOLD("--dry-run", "--sha256", "ab");

	(void)state;
	assert_int_equal(t.rest, 4);
	assert_true(t.dry);
	assert_false(t.help);
	assert_string_equal(t.sha256, "ab");
	assert_string_equal(t.socket, "own");
	assert_string_equal(TOLD("--socket=/run/x").socket, "/run/x");
	assert_string_equal(TOLD("--socket", "a", "--socket", "b").socket, "b");
}

static void
other_words_come_last_in_their_order(void **state)
{
	char *words[] = { "x", "journal", "--sha256", "ab", "fil.zip", "--help", NULL };
	const struct told t = told(words, 6);

	(void)state;
	assert_int_equal(t.rest, 4);
	assert_true(t.help);
	assert_string_equal(words[4], "journal");
	assert_string_equal(words[5], "fil.zip");
	assert_int_equal(TOLD("--", "--help").rest, 2);
	assert_false(TOLD("--", "--help").help);
}

static void
what_cannot_be_is_refused(void **state)
{
	(void)state;
	assert_int_equal(TOLD("--nowhere").rest, 0);
	assert_int_equal(TOLD("-s").rest, 0);
	assert_int_equal(TOLD("--sha256").rest, 0);
	assert_int_equal(TOLD("--dry-run=1").rest, 0);
	assert_int_equal(TOLD("fil.zip", "--socket").rest, 0);
	assert_int_equal(TOLD("fil.zip").rest, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_said_is_set_and_the_rest_stays),
		cmocka_unit_test(other_words_come_last_in_their_order),
		cmocka_unit_test(what_cannot_be_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
