/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "merit_rule.h"

/* A decision that nothing is to be said of. */
static const struct merit_case_facts fine = { .classified = true,
	.post_months = 12,
	.has_main_training = true,
	.decided_on = { 2026, 11, 1 },
	.complete = true };

/* The warnings that these facts give, as bits. */
static unsigned
of(struct merit_case_facts f)
{
	unsigned bits = 0;

	for (enum merit_warning w = 0; w < MERIT_WARNINGS; w++)
		bits |= (unsigned)merit_warns(w, &f) << w;
	return bits;
}

static void
nothing_is_said_of_what_is_in_order(void **state)
{
	(void)state;
	assert_int_equal(of(fine), 0);
}

static void
R_MER_12_never_for_KBU_and_only_for_classified_posts(void **state)
{
	struct merit_case_facts f = fine;

	(void)state;
	f.kbu_goals = true;
	assert_int_equal(of(f), 1U << MERIT_OF_KBU);
	f = fine;
	f.classified = false;
	assert_int_equal(of(f), 1U << MERIT_OF_LOCUM);
}

static void
R_MER_13_posts_under_six_months_give_none_in_general_practice(void **state)
{
	struct merit_case_facts f = fine;

	(void)state;
	f.post_months = 5;
	assert_int_equal(of(f), 0);
	f.general_practice = true;
	assert_int_equal(of(f), 1U << MERIT_SHORT_POST);
	f.post_months = 6;
	assert_int_equal(of(f), 0);
}

static void
R_MER_14_time_needs_the_release_of_every_department(void **state)
{
	struct merit_case_facts f = fine;

	(void)state;
	f.months = 6;
	assert_int_equal(of(f), 1U << MERIT_NOT_RELEASED);
	f.released = true;
	assert_int_equal(of(f), 0);
}

static void
R_MER_15_after_the_permission_and_with_a_course_of_main_training(void **state)
{
	struct merit_case_facts f = fine;

	(void)state;
	f.kbu_open = true;
	assert_int_equal(of(f), 1U << MERIT_BEFORE_PERMIT);
	f = fine;
	f.has_main_training = false;
	assert_int_equal(of(f), 0);
	f.for_main_training = true;
	assert_int_equal(of(f), 1U << MERIT_BEFORE_COURSE);
}

static void
R_MER_11_the_rules_of_emergency_medicine_have_ended(void **state)
{
	struct merit_case_facts f = fine;

	(void)state;
	f.emergency = true;
	assert_int_equal(of(f), 1U << MERIT_RULE_ENDED);
	f.decided_on = (struct day){ 2024, 12, 31 };
	assert_int_equal(of(f), 0);
	assert_non_null(merit_type_title("ABROAD"));
	assert_null(merit_type_title("abroad"));
}

static void
R_MER_16_an_application_holds_what_it_must(void **state)
{
	struct merit_case_facts f = fine;
	size_t general = 0;

	(void)state;
	f.complete = false;
	assert_int_equal(of(f), 1U << MERIT_INCOMPLETE);
	for (size_t i = 0; i < merit_items_n; i++)
		general += merit_items[i].general_practice;
	assert_int_equal(merit_items_n, 7);
	assert_int_equal(general, 1);
}

static void
R_MER_10_appeal_goes_to_Sundhedsstyrelsen(void **state)
{
	(void)state;
	assert_non_null(strstr(merit_appeal, "Sundhedsstyrelsen"));
}

static void
words_of_warnings_differ_and_fit_the_column(void **state)
{
	size_t all = 0;

	(void)state;
	for (enum merit_warning a = 0; a < MERIT_WARNINGS; a++) {
		all += strlen(merit_warning_word(a)) + 1;
		assert_true(strlen(merit_warning_sentence(a)) > 10);
		for (enum merit_warning b = 0; b < a; b++)
			assert_string_not_equal(merit_warning_word(a), merit_warning_word(b));
	}
	assert_true(all < 500);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_said_of_what_is_in_order),
		cmocka_unit_test(R_MER_10_appeal_goes_to_Sundhedsstyrelsen),
		cmocka_unit_test(R_MER_11_the_rules_of_emergency_medicine_have_ended),
		cmocka_unit_test(R_MER_12_never_for_KBU_and_only_for_classified_posts),
		cmocka_unit_test(R_MER_13_posts_under_six_months_give_none_in_general_practice),
		cmocka_unit_test(R_MER_14_time_needs_the_release_of_every_department),
		cmocka_unit_test(R_MER_15_after_the_permission_and_with_a_course_of_main_training),
		cmocka_unit_test(R_MER_16_an_application_holds_what_it_must),
		cmocka_unit_test(words_of_warnings_differ_and_fit_the_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
