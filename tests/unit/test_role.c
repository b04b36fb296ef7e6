/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "role.h"

static void
every_role_has_a_word_of_its_own_that_leads_back_to_it(void **state)
{
	(void)state;
	for (enum role r = ROLE_NONE + 1; r < ROLES; r++) {
		assert_int_equal(role_of_word(role_word(r)), r);
		assert_string_not_equal(role_title(r), "");
		assert_string_not_equal(role_word(r), "");
	}
}

static void
the_words_are_those_of_the_database(void **state)
{
	(void)state;
	assert_string_equal(role_word(ROLE_UL), "UL");
	assert_string_equal(role_word(ROLE_HOVEDVEJLEDER), "HOVEDVEJLEDER");
	assert_string_equal(role_word(ROLE_FORSKVEJLEDER), "FORSKVEJLEDER");
	assert_string_equal(role_title(ROLE_UL), "Uddannelseslæge");
	assert_string_equal(role_title(ROLE_NONE), "Ingen rolle");
}

static void
other_words_are_no_role(void **state)
{
	(void)state;
	assert_int_equal(role_of_word(""), ROLE_NONE);
	assert_int_equal(role_of_word(NULL), ROLE_NONE);
	assert_int_equal(role_of_word("ul"), ROLE_NONE);
	assert_int_equal(role_of_word("UL "), ROLE_NONE);
	assert_int_equal(role_of_word("ADMIN"), ROLE_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_role_has_a_word_of_its_own_that_leads_back_to_it),
		cmocka_unit_test(the_words_are_those_of_the_database),
		cmocka_unit_test(other_words_are_no_role),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
