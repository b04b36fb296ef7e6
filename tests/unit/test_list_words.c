/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "list_words.h"
#include "training_words.h"

static void
R_DM_03_a_common_list_is_for_every_specialty_of_its_group(void **state)
{
	(void)state;
	assert_true(list_is_for("Intern medicin", "Intern medicin: geriatri"));
	assert_true(list_is_for("Intern medicin: geriatri", "Intern medicin: geriatri"));
	assert_false(list_is_for("Intern medicin: geriatri", "Intern medicin: kardiologi"));
	assert_false(list_is_for("Intern medicin: geriatri", "Intern medicin"));
	assert_false(list_is_for("Kirurgi", "Kirurgisk gastroenterologi"));
	assert_false(list_is_for("", "Kirurgi"));
}

static void
words_that_are_not_known_are_shown_as_they_are(void **state)
{
	(void)state;
	assert_string_equal(stage_title("HU"), "Hoveduddannelse");
	assert_string_equal(stage_title("X"), "X");
	assert_string_equal(list_stage_short("KBU"), "KBU");
	assert_string_equal(list_stage_short("INTRO"), "Introduktionsuddannelse");
	assert_string_equal(list_basis_title("OPSLAAET"), "forløb opslået");
	assert_string_equal(list_basis_title(""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_DM_03_a_common_list_is_for_every_specialty_of_its_group),
		cmocka_unit_test(words_that_are_not_known_are_shown_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
