/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "merit.h"

static void
R_MER_02_a_note_a_letter_or_both_and_not_neither(void **state)
{
	(void)state;
	assert_int_equal(merit_ground(NULL, false), MERIT_NOTHING);
	assert_int_equal(merit_ground("", false), MERIT_NOTHING);
	assert_int_equal(merit_ground("x", false), MERIT_NOTE);
	assert_int_equal(merit_ground("", true), MERIT_LETTER);
	assert_int_equal(merit_ground(NULL, true), MERIT_LETTER);
	assert_int_equal(merit_ground("x", true), MERIT_BOTH);
}

static void
T_120_only_neither_is_a_fault_and_it_says_what_to_do(void **state)
{
	(void)state;
	assert_non_null(strstr(merit_ground_fault(MERIT_NOTHING), "notat"));
	assert_non_null(strstr(merit_ground_fault(MERIT_NOTHING), "meritbrev"));
	assert_null(merit_ground_fault(MERIT_NOTE));
	assert_null(merit_ground_fault(MERIT_LETTER));
	assert_null(merit_ground_fault(MERIT_BOTH));
}

static void
merit_covers_what_is_not_approved_also_what_was_asked_for(void **state)
{
	(void)state;
	assert_true(merit_may_cover(APPROVAL_NONE));
	assert_true(merit_may_cover(APPROVAL_REQUESTED));
	assert_true(merit_may_cover(APPROVAL_WITHDRAWN));
	assert_true(merit_may_cover(APPROVAL_RETURNED));
	assert_false(merit_may_cover(APPROVAL_APPROVED));
	assert_false(merit_may_cover(APPROVAL_MERIT));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_MER_02_a_note_a_letter_or_both_and_not_neither),
		cmocka_unit_test(T_120_only_neither_is_a_fault_and_it_says_what_to_do),
		cmocka_unit_test(merit_covers_what_is_not_approved_also_what_was_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
