/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "take_in.h"

#define HEAD \
	"kilde;forloeb_id;aftaletype;aftalenummer;offentliggjort;virkning;delforloeb_id;sted;fra;" \
	"til;procent;type\n"
#define EXTRA(number, published) \
	"VIDEREUDDANNELSE;K1;TILLAEGSAFTALE;" number ";" published ";Barsel;"
#define ONE "1;DEMO-FJO-M;2026-09-01;2027-08-31;100;\n"
#define TWO "2;DEMO-FJO-G;2027-09-01;2028-08-31;80;PART_TIME\n"

static void
one_row_is_one_element_and_the_agreement_repeats(void **state)
{
	const struct intake_agreement *g;

	(void)state;
	taken(INTAKE_AFTALER,
	    HEAD EXTRA("T2", "2026-06-01") ONE EXTRA("T1", "2026-05-01")
	        ONE EXTRA("T2", "2026-06-01") TWO);
	assert_int_equal(in.nagreements, 2);
	g = &in.agreements[0];
	assert_string_equal(g->number, "T1");
	g = &in.agreements[1];
	assert_string_equal(g->number, "T2");
	assert_string_equal(g->course, "K1");
	assert_int_equal(g->origin, INTAKE_VIDEREUDDANNELSE);
	assert_string_equal(g->kind, "TILLAEGSAFTALE");
	assert_string_equal(g->effect, "Barsel");
	assert_string_equal(day_iso(arena, g->published), "2026-06-01");
	assert_int_equal(g->n, 2);
	assert_int_equal(g->line, 2);
	assert_string_equal(g->elements[1].place, "DEMO-FJO-G");
	assert_string_equal(g->elements[1].kind, "PART_TIME");
	assert_int_equal(g->elements[1].fraction, 80);
}

static void
an_agreement_may_leave_no_element(void **state)
{
	(void)state;
	taken(INTAKE_AFTALER, HEAD EXTRA("T1", "2026-05-01") ";;;;;\n");
	assert_int_equal(in.agreements[0].n, 0);
}

static void
what_is_wrong_refuses_the_agreement(void **state)
{
	(void)state;
	refused_one(
	    INTAKE_AFTALER, HEAD EXTRA("T1", "") ONE, 2, "(offentliggjort): Datoen mangler");
	assert_string_equal(in.refused[0].label, "Tillægsaftale T1");
	refused_one(INTAKE_AFTALER, HEAD EXTRA("", "2026-05-01") ONE, 2, "nummer mangler");
	refused_one(INTAKE_AFTALER, HEAD "REGION;K1;AFTALE;T1;2026-05-01;;" ONE, 2,
	    "UDDANNELSESAFTALE eller TILLAEGSAFTALE");
	refused_one(INTAKE_AFTALER, HEAD "REGION;;TILLAEGSAFTALE;T1;2026-05-01;;" ONE, 2,
	    "Kolonne 2 (forloeb_id): Feltet skal udfyldes");
	refused_one(INTAKE_AFTALER,
	    HEAD EXTRA("T1", "2026-05-01") ONE EXTRA("T1", "2026-05-02") TWO, 2,
	    "Linje 3, kolonne 5 (offentliggjort): Her står noget andet end i linje 2");
	refused_one(INTAKE_AFTALER,
	    HEAD EXTRA("T1", "2026-05-01")
	        ONE EXTRA("T1", "2026-05-01") "2;DEMO-FJO-G;2027-08-01;2028-08-31;80;\n",
	    2, "begynder, før delforløb 1 er slut");
	refused_one(INTAKE_AFTALER,
	    HEAD "REGION;K1;TILLAEGSAFTALE;T1;2026-05-01;Barsel, 720391-1001;" ONE, 2,
	    "indeholder et CPR-nummer");
	refused_one(INTAKE_AFTALER,
	    HEAD EXTRA("T1", "2026-05-01") "1;DEMO-FJO-M;2026-09-01;2026-08-31;100;\n", 2,
	    "Sidste dag ligger før første dag");
}

static void
json_holds_the_same(void **state)
{
	(void)state;
	taken(INTAKE_AFTALER,
	    "{\"form\":\"AFTALER\",\"indhold\":[{\"kilde\":\"VIDEREUDDANNELSE\",\"forloeb_id\":\"K1\","
	    "\"aftaletype\":\"TILLAEGSAFTALE\",\"aftalenummer\":\"T1\",\"offentliggjort\":"
	    "\"2026-05-01\",\"delforloeb\":[{\"delforloeb_id\":\"1\",\"sted\":\"DEMO-FJO-M\","
	    "\"fra\":\"2026-09-01\",\"til\":\"2027-08-31\",\"procent\":80}]},\n{\"kilde\":"
	    "\"VIDEREUDDANNELSE\",\"forloeb_id\":\"K2\",\"aftaletype\":\"TILLAEGSAFTALE\","
	    "\"aftalenummer\":\"T2\",\"offentliggjort\":\"2026-05-01\"}]}");
	assert_int_equal(in.nagreements, 2);
	assert_int_equal(in.agreements[0].elements[0].fraction, 80);
	assert_int_equal(in.agreements[1].n, 0);
	assert_int_equal(in.agreements[1].line, 2);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, take_in_setup, take_in_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_row_is_one_element_and_the_agreement_repeats),
		TEST(an_agreement_may_leave_no_element),
		TEST(what_is_wrong_refuses_the_agreement),
		TEST(json_holds_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
