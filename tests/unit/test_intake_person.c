/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "take_in.h"

#define HEAD \
	"person_id;navn;cpr;email;mobil;autorisations_id;forloeb_id;kilde;uddannelse;speciale;" \
	"region;forloebsnummer;delforloeb_id;sted;fra;til;procent;stedsnavn;pladsholder;type;" \
	"annulleret;valgt\n"
#define WHO(id, name, cpr) id ";" name ";" cpr ";" id "@logbog.example;12345678;abc12;"
#define ANNA WHO("P1", "Anna Å", "720391-1001")
#define BO WHO("P2", "Bo Bak", "650598-1038")
#define COURSE(id) id ";VIDEREUDDANNELSE;HU;geriatri;OEST;OEST-GER-1;"
#define POST(id, since, until) id ";DEMO-FJO-M;" since ";" until ";100;;;;;\n"
#define ONE POST("1", "2026-09-01", "2027-08-31")

static void
one_row_is_one_element_and_the_rest_repeats(void **state)
{
	const struct intake_person *p;

	(void)state;
	taken(INTAKE_PERSONER,
	    HEAD ANNA COURSE("K1") POST("2", "1.9.2027", "31.8.2028") BO COURSE("K3")
	        ONE ANNA COURSE("K1") POST("1", "2026-09-01", "2027-08-31") ANNA COURSE("K2")
	            POST("1", "2025-09-01", "2026-08-31"));
	assert_int_equal(in.npersons, 2);
	p = &in.persons[0];
	assert_string_equal(p->source_id, "P1");
	assert_string_equal(p->name, "Anna Å");
	assert_string_equal(p->cpr.digits, "7203911001");
	assert_string_equal(p->mobile, "+4512345678");
	assert_string_equal(p->auth_id, "ABC12");
	assert_int_equal(p->line, 2);
	assert_int_equal(p->n, 2);
	assert_string_equal(p->courses[0].source_id, "K2");
	assert_string_equal(p->courses[1].source_id, "K1");
	assert_int_equal(p->courses[1].n, 2);
	assert_string_equal(p->courses[1].elements[0].source_id, "1");
	assert_int_equal(p->courses[1].elements[0].line, 4);
	assert_string_equal(day_iso(arena, p->courses[1].elements[0].until), "2027-09-01");
	assert_string_equal(p->courses[1].elements[0].kind, "ORDINARY");
	assert_string_equal(p->courses[1].stage, "HU");
	assert_int_equal(p->courses[1].origin, INTAKE_VIDEREUDDANNELSE);
	assert_string_equal(in.persons[1].source_id, "P2");
}

static void
json_round_trip_gives_the_same_bytes(void **state)
{
	struct intake_person again;
	const char *json;

	(void)state;
	taken(INTAKE_PERSONER,
	    HEAD WHO("P1", "\"Å \"\"Q\"\" \\ Ø\"", "720391-1001")
	        COURSE("K1") "1;DEMO-FJO-M;2026-09-01;2027-08-31;80;;;PART_TIME;ja;2026-04-"
	                     "10T13:20+02:00\n");
	json = intake_person_json(arena, &in.persons[0]);
	assert_true(intake_person_of_json(arena, json, &again));
	assert_string_equal(intake_person_json(arena, &again), json);
	assert_string_equal(again.name, "Å \"Q\" \\ Ø");
	assert_int_equal(again.courses[0].chosen.s, in.persons[0].courses[0].chosen.s);
	assert_true(again.courses[0].cancelled);
	assert_int_equal(again.courses[0].elements[0].fraction, 80);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    one_row_is_one_element_and_the_rest_repeats, take_in_setup, take_in_teardown),
		cmocka_unit_test_setup_teardown(
		    json_round_trip_gives_the_same_bytes, take_in_setup, take_in_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
