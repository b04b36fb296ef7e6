/* SPDX-License-Identifier: MPL-2.0
 *
 * What people are told (domain 17): each kind has its word and its sentence.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "notice.h"

static void
each_kind_has_a_word_of_its_own(void **state)
{
	(void)state;
	for (enum notice n = 0; n < NOTICES; n++) {
		assert_non_null(notice_word(n));
		assert_true(strlen(notice_word(n)) <= 30);
		assert_int_equal(notice_of_word(notice_word(n)), n);
	}
	assert_int_equal(notice_of_word(""), NOTICES);
	assert_int_equal(notice_of_word("approved"), NOTICES);
}

static void
each_sentence_is_whole(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	for (enum notice n = 0; n < NOTICES; n++) {
		const char *s = notice_sentence(a, n, "Mette Hansen", "Afdeling M");

		assert_non_null(s);
		assert_null(strchr(s, '%'));
		assert_int_equal(s[strlen(s) - 1], '.');
	}
	arena_drop(a);
}

static void
names_and_places_stay_words(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	assert_string_equal(notice_sentence(a, NOTICE_REQUESTED, "%s%p", ""),
	    "%s%p har anmodet om godkendelse af en kompetence.");
	assert_string_equal(notice_sentence(a, NOTICE_REQUESTED, NULL, ""),
	    "En bruger har anmodet om godkendelse af en kompetence.");
	assert_string_equal(notice_sentence(a, NOTICE_MAIL_FAILED, NULL, ""),
	    "En mail til en bruger kunne ikke leveres.");
	assert_string_equal(notice_sentence(a, NOTICE_ROLE_GIVEN, NULL, "Vejleder, 100 %"),
	    "Du har fået en rolle: Vejleder, 100 %.");
	arena_drop(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_has_a_word_of_its_own),
		cmocka_unit_test(each_sentence_is_whole),
		cmocka_unit_test(names_and_places_stay_words),
	};

	return cmocka_run_group_tests_name("notice", tests, NULL, NULL);
}
