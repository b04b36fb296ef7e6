/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "file_rule.h"

static void
R_FIL_01_every_kind_has_its_word_and_no_other_word_is_one(void **state)
{
	(void)state;
	for (enum file_sort s = SORT_AGREEMENT; s < FILE_SORTS; s++) {
		assert_int_equal(file_sort_of(file_sort_word(s)), s);
		assert_true(strlen(file_sort_title(s)) > 0);
	}
	assert_int_equal(file_sort_of("MERIT_LETTER"), FILE_SORTS);
	assert_int_equal(file_sort_of(""), FILE_SORTS);
	assert_false(file_is_verified(FILE_SORTS));
}

static void
R_FIL_02_what_is_private_is_seen_by_the_secretariat_alone(void **state)
{
	(void)state;
	for (enum role r = ROLE_NONE; r < ROLES; r++) {
		assert_int_equal(file_may_be_seen(SORT_OTHER, r), r == ROLE_VUS);
		for (enum file_sort s = SORT_AGREEMENT; s < SORT_OTHER; s++)
			assert_int_equal(file_may_be_seen(s, r),
			    r == ROLE_VUS || r == ROLE_UAO || r == ROLE_TUTOR);
		assert_false(file_may_be_seen(FILE_SORTS, r));
	}
}

static void
R_FIL_02_what_is_verified_stays_and_the_rest_may_be_taken_back(void **state)
{
	(void)state;
	assert_true(file_may_be_withdrawn(FILE_UPLOADED));
	assert_true(file_may_be_withdrawn(FILE_REFUSED));
	assert_false(file_may_be_withdrawn(FILE_VERIFIED));
	assert_false(file_may_be_withdrawn(FILE_WITHDRAWN));
	assert_string_equal(
	    file_state_title(FILE_UPLOADED, SORT_AGREEMENT), "Afventer verifikation");
	assert_string_equal(file_state_title(FILE_UPLOADED, SORT_OTHER), "Lagt op");
	assert_int_equal(file_state_of("VERIFIED"), FILE_VERIFIED);
	assert_int_equal(file_state_of("REFUSED"), FILE_REFUSED);
	assert_int_equal(file_state_of("WITHDRAWN"), FILE_WITHDRAWN);
}

static void
R_FIL_02_a_file_fits_to_the_last_byte_and_no_further(void **state)
{
	const int64_t mb = 1024 * 1024;

	(void)state;
	assert_true(file_takes_room("REQUEST", true));
	assert_true(file_takes_room("TALK", false));
	assert_true(file_takes_room("PLAN", false));
	assert_false(file_takes_room("DIPLOMA", false));
	assert_false(file_takes_room("MERIT_LETTER", false));
	assert_null(file_room_fault(20 * mb, 0, 20, 100));
	assert_non_null(file_room_fault(20 * mb + 1, 0, 20, 100));
	assert_null(file_room_fault(mb, 99 * mb, 20, 100));
	assert_non_null(file_room_fault(mb, 99 * mb + 1, 20, 100));
	assert_non_null(strstr(file_room_fault(21 * mb, 0, 20, 100), "fylder mere"));
	assert_non_null(strstr(file_room_fault(2 * mb, 99 * mb, 20, 100), "ikke plads"));
}

static void
R_STPS_15_what_does_not_go_is_said_by_kind_and_state(void **state)
{
	(void)state;
	assert_null(file_why_left("AGREEMENT", FILE_UPLOADED, SENDING_PRACTICE));
	assert_null(file_why_left("SUPPLEMENT", FILE_VERIFIED, SENDING_SPECIALIST));
	assert_null(file_why_left("DIPLOMA", FILE_VERIFIED, SENDING_SPECIALIST));
	assert_string_equal(file_why_left("DIPLOMA", FILE_VERIFIED, SENDING_PRACTICE),
	    "hører ikke til denne dokumentation");
	assert_non_null(file_why_left("CARD", FILE_VERIFIED, SENDING_SPECIALIST));
	assert_non_null(file_why_left("OTHER", FILE_UPLOADED, SENDING_PRACTICE));
	assert_non_null(file_why_left("NONE", FILE_UPLOADED, SENDING_PRACTICE));
	assert_string_equal(file_why_left("AGREEMENT", FILE_REFUSED, SENDING_PRACTICE), "afvist");
	assert_non_null(file_why_left("AGREEMENT", FILE_WITHDRAWN, SENDING_PRACTICE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_FIL_01_every_kind_has_its_word_and_no_other_word_is_one),
		cmocka_unit_test(R_FIL_02_what_is_private_is_seen_by_the_secretariat_alone),
		cmocka_unit_test(R_FIL_02_what_is_verified_stays_and_the_rest_may_be_taken_back),
		cmocka_unit_test(R_FIL_02_a_file_fits_to_the_last_byte_and_no_further),
		cmocka_unit_test(R_STPS_15_what_does_not_go_is_said_by_kind_and_state),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
