/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "note_rule.h"

static void
R_NOT_02_a_private_note_is_read_by_no_other_role(void **state)
{
	(void)state;
	for (enum role r = ROLE_NONE; r < ROLES; r++)
		assert_false(note_may_be_read(NOTE_PRIVATE, r));
	assert_false(note_is_sent(NOTE_PRIVATE));
}

static void
R_NOT_02_the_department_and_the_secretariat_read_what_is_for_them_and_what_is_for_all(void **state)
{
	static const enum role department[] = { ROLE_VEJLEDER, ROLE_HOVEDVEJLEDER, ROLE_UAO,
		ROLE_TUTOR };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_true(note_may_be_read(NOTE_APPROVERS, department[i]));
		assert_false(note_may_be_read(NOTE_VUS, department[i]));
		assert_true(note_may_be_read(NOTE_ALL, department[i]));
	}
	assert_false(note_may_be_read(NOTE_APPROVERS, ROLE_VUS));
	assert_true(note_may_be_read(NOTE_VUS, ROLE_VUS));
	assert_true(note_may_be_read(NOTE_ALL, ROLE_VUS));
	for (enum note_readers r = NOTE_PRIVATE; r < NOTE_READERS; r++) {
		assert_false(note_may_be_read(r, ROLE_PKL));
		assert_false(note_may_be_read(r, ROLE_HKL));
		assert_false(note_may_be_read(r, ROLE_KURSUSUDBYDER));
	}
}

static void
R_NOT_02_only_a_note_marked_so_goes_to_the_authority(void **state)
{
	(void)state;
	for (enum note_readers r = NOTE_PRIVATE; r < NOTE_READERS; r++)
		assert_int_equal(note_is_sent(r), r == NOTE_ALL);
}

static void
a_word_that_is_none_is_private(void **state)
{
	(void)state;
	for (enum note_readers r = NOTE_PRIVATE; r < NOTE_READERS; r++) {
		assert_int_equal(note_readers_of(note_readers_word(r)), r);
		assert_true(strlen(note_readers_title(r)) > 0 && strlen(note_readers_badge(r)) > 0);
	}
	assert_int_equal(note_readers_of("EVERYBODY"), NOTE_PRIVATE);
	assert_int_equal(note_readers_of(""), NOTE_PRIVATE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_NOT_02_a_private_note_is_read_by_no_other_role),
		cmocka_unit_test(
		    R_NOT_02_the_department_and_the_secretariat_read_what_is_for_them_and_what_is_for_all),
		cmocka_unit_test(R_NOT_02_only_a_note_marked_so_goes_to_the_authority),
		cmocka_unit_test(a_word_that_is_none_is_private),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
