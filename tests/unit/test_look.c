/* SPDX-License-Identifier: MPL-2.0
 *
 * A doctor reads in Indsigt which page was opened, so no route that shows one doctor goes nameless.
 * Run from the project's folder.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "look.h"

static void
every_route_of_a_doctor_has_a_title(void **state)
{
	char line[512], route[256];
	size_t seen = 0;
	FILE *f = fopen("tests/permissions.tsv", "r");

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof line, f) != NULL) {
		if (sscanf(line, "GET\t%255s", route) != 1 || strstr(route, "{doctor}/") == NULL)
			continue;
		seen++;
		if (strcmp(look_title(route), "Logbogen") == 0)
			fail_msg("%s has no title", route);
	}
	(void)fclose(f);
	assert_in_range(seen, 40, 400);
}

static void
the_narrower_title_comes_before_the_wider(void **state)
{
	(void)state;
	assert_string_equal(look_title("/kurser/forskningstraening/{doctor}/fil/{file}"),
	    "Fil til forskningstræningen");
	assert_string_equal(look_title("/kurser/hold/{hold}"), "Kurser: deltagere på et hold");
	assert_string_equal(
	    look_title("/vejleder/verificering/{original}"), "Attestation på papir");
	assert_string_equal(
	    look_title("/sekretariat/brugere/{doctor}/nulstil/{kind}/{row}"), "Nulstilling");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_route_of_a_doctor_has_a_title),
		cmocka_unit_test(the_narrower_title_comes_before_the_wider),
	};

	return cmocka_run_group_tests_name("look", tests, NULL, NULL);
}
