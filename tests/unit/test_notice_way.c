/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "notice_way.h"

static void
the_longer_address_decides(void **state)
{
	(void)state;
	assert_true(notice_leads("/vejleder/laeger", ROLE_VEJLEDER));
	assert_true(notice_leads("/vejleder/laeger/12/uddannelsesplan", ROLE_HOVEDVEJLEDER));
	assert_false(notice_leads("/vejleder/laeger/12/uddannelsesplan", ROLE_VEJLEDER));
	assert_true(notice_leads("/vejleder/attestationer", ROLE_UAO));
	assert_false(notice_leads("/vejleder/attestationer?valg=alle", ROLE_VEJLEDER));
	assert_true(notice_leads("/evaluering/", ROLE_UL));
	assert_false(notice_leads("/evaluering/afdelingen", ROLE_UL));
	assert_true(notice_leads("/sekretariat/brugere/7/login", ROLE_VUS));
	assert_false(notice_leads("/logbog/kurser/3", ROLE_NONE));
}

static void
what_is_for_everybody_is_opened_in_any_role(void **state)
{
	(void)state;
	for (enum role r = ROLE_NONE; r < ROLES; r++) {
		assert_true(notice_leads("/adgang/profil", r));
		assert_true(notice_leads("/logbogen", r));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_longer_address_decides),
		cmocka_unit_test(what_is_for_everybody_is_opened_in_any_role),
	};

	return cmocka_run_group_tests_name("notice_way", tests, NULL, NULL);
}
