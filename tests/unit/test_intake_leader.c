/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "take_in.h"

#define HEAD "navn;cpr;email;mobil;rolle;speciale;kursus;fra;til\n"
#define ANNA "Anna Å;720391-1001;anna@logbog.example;12345678;"
#define PART "Delkursusleder;geriatri;Fald og svimmelhed;"

static void
heads_and_leaders_of_one_course(void **state)
{
	(void)state;
	taken(INTAKE_KURSUSLEDERE,
	    HEAD ANNA "Hovedkursusleder;geriatri;;2026-01-01;\n" ANNA PART
	              "2026-01-01;2026-12-31\n");
	assert_int_equal(in.nleaders, 2);
	assert_true(in.leaders[0].head);
	assert_string_equal(in.leaders[0].specialty, "geriatri");
	assert_string_equal(in.leaders[0].course, "");
	assert_true(day_is_none(in.leaders[0].until));
	assert_false(in.leaders[1].head);
	assert_string_equal(in.leaders[1].course, "Fald og svimmelhed");
	assert_string_equal(day_iso(arena, in.leaders[1].until), "2027-01-01");
	assert_string_equal(in.leaders[1].cpr.digits, "7203911001");
}

static void
what_is_wrong_refuses_the_row(void **state)
{
	(void)state;
	refused_one(INTAKE_KURSUSLEDERE, HEAD ANNA "Kursusleder;geriatri;;2026-01-01;\n", 2,
	    "Skriv Hovedkursusleder eller Delkursusleder");
	assert_string_equal(in.refused[0].label, "Anna Å");
	refused_one(INTAKE_KURSUSLEDERE, HEAD ANNA "Hovedkursusleder;geriatri;X;2026-01-01;\n", 2,
	    "(kursus): Feltet skal være tomt");
	refused_one(INTAKE_KURSUSLEDERE, HEAD ANNA "Delkursusleder;geriatri;;2026-01-01;\n", 2,
	    "Navnet på delkurset mangler");
	refused_one(INTAKE_KURSUSLEDERE, HEAD ANNA "Hovedkursusleder;;;2026-01-01;\n", 2,
	    "(speciale): Feltet skal udfyldes");
	refused_one(INTAKE_KURSUSLEDERE, HEAD ANNA PART ";\n", 2, "(fra): Datoen mangler");
	refused_one(INTAKE_KURSUSLEDERE, HEAD ANNA PART "2026-02-01;2026-01-01\n", 2,
	    "Sidste dag ligger før første dag");
	refused_one(
	    INTAKE_KURSUSLEDERE, HEAD "Anna;;;;" PART "2026-02-01;\n", 2, "CPR-nummeret mangler");
}

static void
the_same_role_twice_is_refused_once(void **state)
{
	(void)state;
	refused_one(INTAKE_KURSUSLEDERE,
	    HEAD ANNA PART "2026-01-01;2026-12-31\n" ANNA PART "2026-12-31;\n", 3,
	    "står også i linje 2");
	taken(INTAKE_KURSUSLEDERE,
	    HEAD ANNA PART "2026-01-01;2026-12-31\n" ANNA PART "2027-01-01;\n");
	/* also where one that is refused stands between */
	assert_true(take_in(INTAKE_KURSUSLEDERE,
	    HEAD ANNA PART "2026-01-01;\n" ANNA PART "2026-02-01;2026-02-28\n" ANNA PART
	                   "2026-05-01;\n"));
	assert_int_equal(in.nrefused, 2);
}

static void
one_person_has_one_name(void **state)
{
	(void)state;
	refused_one(INTAKE_KURSUSLEDERE,
	    HEAD ANNA PART "2026-01-01;\nAnne Å;720391-1001;anna@logbog.example;12345678;"
	                   "Hovedkursusleder;geriatri;;2026-01-01;\n",
	    3, "andet navn");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, take_in_setup, take_in_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(heads_and_leaders_of_one_course),
		TEST(what_is_wrong_refuses_the_row),
		TEST(the_same_role_twice_is_refused_once),
		TEST(one_person_has_one_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
