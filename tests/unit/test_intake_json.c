/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "take_in.h"

#define BEGIN "{\"form\": \"PERSONER\",\n\"indhold\": [\n"
#define END "\n]}\n"
#define ELEMENT \
	"{\"delforloeb_id\":\"1\",\"sted\":\"A\",\"fra\":\"2026-09-01\",\"til\":\"2027-08-31\"}"
#define COURSE(id, elements) \
	"{\"forloeb_id\":\"" id \
	"\",\"kilde\":\"REGION\",\"uddannelse\":\"EVAL\",\"region\":\"OEST\"," \
	"\"delforloeb\":[" elements "]}"
#define PERSON(id, name, cpr, courses) \
	"{\"person_id\":\"" id "\",\"navn\":\"" name "\",\"cpr\":\"" cpr \
	"\",\"forloeb\":[" courses "]}"
#define ANNA PERSON("P1", "Anna", "720391-1001", COURSE("K1", ELEMENT))
#define BO PERSON("P2", "Bo", "650598-1038", COURSE("K2", ELEMENT))

static void
persons_are_read_with_their_lines(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER, BEGIN ANNA ",\n\n" BO END);
	assert_int_equal(in.npersons, 2);
	assert_int_equal(in.persons[0].line, 3);
	assert_int_equal(in.persons[1].line, 5);
	assert_int_equal(in.persons[1].courses[0].elements[0].line, 5);
	assert_string_equal(in.persons[1].courses[0].elements[0].place, "A");
	taken(INTAKE_PERSONER, "\xef\xbb\xbf \n" BEGIN END);
	assert_int_equal(in.npersons, 0);
}

static void
what_is_wrong_refuses_the_person(void **state)
{
	(void)state;
	refused_one(INTAKE_PERSONER,
	    BEGIN PERSON("P1", "Anna", "310299-1001", COURSE("K1", ELEMENT)) ",\n" BO END, 3,
	    "cpr: Feltet er ikke et CPR-nummer");
	assert_int_equal(in.npersons, 1);
	refused_one(INTAKE_PERSONER,
	    BEGIN BO ",\n" PERSON("P1", "Anna", "720391-1001", COURSE("K1", "")) END, 4,
	    "delforloeb_id: Forløbet har ingen delforløb");
	refused_one(INTAKE_PERSONER, BEGIN PERSON("P1", "Anna", "720391-1001", "") END, 3,
	    "forloeb_id: Feltet skal udfyldes");
}

static void
numbers_and_truths_may_be_written_as_such(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER,
	    BEGIN PERSON("P1", "Anna", "720391-1001",
	        "{\"forloeb_id\":7,\"kilde\":\"REGION\",\"uddannelse\":\"EVAL\",\"region\":\"OEST\","
	        "\"annulleret\":false,\"speciale\":null,\"delforloeb\":[{\"delforloeb_id\":1,\"sted\":"
	        "null,\"stedsnavn\":\"Almen praksis i Å Kommune\",\"pladsholder\":true,\"fra\":"
	        "\"2026-09-01\",\"til\":\"2027-08-31\",\"procent\":80}]}") END);
	assert_string_equal(in.persons[0].courses[0].source_id, "7");
	assert_true(in.persons[0].courses[0].elements[0].placeholder);
	assert_int_equal(in.persons[0].courses[0].elements[0].fraction, 80);
}

static void
a_file_of_another_form_is_refused_whole(void **state)
{
	(void)state;
	refused_whole(INTAKE_PERSONER, "[]", 1, "skal begynde med { \"form\"");
	refused_whole(INTAKE_PERSONER, "{}", 1, "skal begynde med");
	refused_whole(INTAKE_PERSONER, "{\"form\":\"AFTALER\",\"indhold\":[]}", 1,
	    "form er en anden end den, der er valgt: PERSONER");
	refused_whole(INTAKE_PERSONER, "{\"form\":\"PERSONER\",\"rows\":[]}", 1, "\"indhold\"");
	refused_whole(INTAKE_PERSONER, "{\"form\":\"PERSONER\"}", 1, "\"indhold\"");
	refused_whole(INTAKE_PERSONER, BEGIN ANNA END "x", 5, "skal slutte med ] }");
	refused_whole(INTAKE_PERSONER, BEGIN ANNA, 3, "aldrig lukket");
	refused_whole(INTAKE_PERSONER, BEGIN ANNA BO END, 3, "komma mangler");
	refused_whole(INTAKE_PERSONER, BEGIN ANNA ",\n" END, 5, "ikke JSON");
	refused_whole(INTAKE_PERSONER, BEGIN "{\"person_id\":\n\"P1\"\n" END, 6, "ikke JSON");
	refused_whole(INTAKE_PERSONER, BEGIN "1" END, 3, "et objekt");
}

static void
keys_and_values_of_another_kind_refuse_the_file(void **state)
{
	(void)state;
	refused_whole(
	    INTAKE_PERSONER, BEGIN "{\"alder\":1}" END, 3, "Nøglen \"alder\" kendes ikke her");
	refused_whole(INTAKE_PERSONER, BEGIN "{\"sted\":\"A\"}" END, 3, "\"sted\" kendes ikke her");
	refused_whole(INTAKE_PERSONER, BEGIN "{\"navn\":[\"A\"]}" END, 3, "Værdien af \"navn\"");
	refused_whole(INTAKE_PERSONER, BEGIN "{\"navn\":1.5}" END, 3, "Værdien af \"navn\"");
	refused_whole(
	    INTAKE_PERSONER, BEGIN "{\"navn\":\"A\\u0000B\"}" END, 3, "usynligt styretegn");
	refused_whole(
	    INTAKE_PERSONER, BEGIN "{\"navn\":\"A\\u0007B\"}" END, 3, "usynligt styretegn");
	refused_whole(
	    INTAKE_PERSONER, BEGIN "{\"forloeb\":{}}" END, 3, "\"forloeb\" skal være en liste");
	refused_whole(INTAKE_PERSONER, BEGIN "{\"navn\":\"S\xf8ren\"}" END, 3, "ikke UTF-8");
	refused_whole(INTAKE_PERSONER,
	    BEGIN "{\"navn\":{\"z\":{\"y\":{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{"
	          "\"g\":{\"h\":1}}}}}}}}}}}" END,
	    3, "ikke JSON");
}

static void
one_person_is_read_back_only_whole(void **state)
{
	struct intake_person p;

	(void)state;
	assert_true(intake_person_of_json(arena, ANNA, &p));
	assert_string_equal(p.name, "Anna");
	assert_int_equal(p.line, 0);
	assert_false(intake_person_of_json(arena, "", &p));
	assert_false(intake_person_of_json(arena, ANNA BO, &p));
	assert_false(intake_person_of_json(arena, "[" ANNA "]", &p));
	assert_false(intake_person_of_json(
	    arena, PERSON("P1", "Anna", "310299-1001", COURSE("K1", ELEMENT)), &p));
	assert_false(intake_person_of_json(arena, "{\"person_id\":\"P1\"", &p));
}

static void
R_BRU_02_when_a_course_was_first_told_of_is_kept_beside_the_person(void **state)
{
	static const struct day then = { 2026, 4, 20 };
	struct intake_person p, again;
	const char *kept;

	(void)state;
	assert_true(intake_person_of_json(arena, ANNA, &p));
	assert_true(day_is_none(p.courses[0].told));
	assert_string_equal(intake_person_kept(arena, &p), intake_person_json(arena, &p));
	p.courses[0].told = then;
	kept = intake_person_kept(arena, &p);
	assert_string_not_equal(kept, intake_person_json(arena, &p));
	assert_true(intake_person_of_json(arena, kept, &again));
	assert_int_equal(day_compare(again.courses[0].told, then), 0);
	assert_string_equal(intake_person_kept(arena, &again), kept);
	/* A line that tells of no course of this person, or nothing, is left. */
	assert_true(intake_person_of_json(
	    arena, arena_format(arena, "%s\n2026-01-01 REGION ANOTHER\n\nx", kept), &again));
	assert_int_equal(day_compare(again.courses[0].told, then), 0);
}

static void
the_same_person_is_the_same_wherever_in_a_file(void **state)
{
	const char *first, *second;

	(void)state;
	taken(INTAKE_PERSONER, BEGIN ANNA ",\n" BO END);
	first = intake_person_json(arena, &in.persons[0]);
	taken(INTAKE_PERSONER, BEGIN BO ",\n\n\n" ANNA END);
	second = intake_person_json(arena, &in.persons[1]);
	assert_string_equal(first, second);
}

static void
a_whole_country_is_read_in_json_too(void **state)
{
	struct text t = { .arena = arena };

	(void)state;
	text_puts(&t, BEGIN);
	for (unsigned i = 0; i < 25000; i++)
		text_format(&t,
		    "%s{\"person_id\":\"P%u\",\"navn\":\"Læge %u\",\"cpr\":\"%02u%02u%02u-%04u\","
		    "\"forloeb\":[{\"forloeb_id\":\"K%u\",\"kilde\":\"REGION\",\"uddannelse\":\"EVAL\","
		    "\"region\":\"OEST\",\"delforloeb\":[" ELEMENT "]}]}",
		    i > 0 ? ",\n" : "", i, i, 61 + i % 28, 1 + i / 28 % 12, 60 + i / 336 % 36,
		    1000 + i / 12096, i);
	text_puts(&t, END);
	taken(INTAKE_PERSONER, t.at);
	assert_int_equal(in.npersons, 25000);
	assert_int_equal(in.persons[24999].line, 25002);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, take_in_setup, take_in_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(persons_are_read_with_their_lines),
		TEST(what_is_wrong_refuses_the_person),
		TEST(numbers_and_truths_may_be_written_as_such),
		TEST(a_file_of_another_form_is_refused_whole),
		TEST(keys_and_values_of_another_kind_refuse_the_file),
		TEST(one_person_is_read_back_only_whole),
		TEST(R_BRU_02_when_a_course_was_first_told_of_is_kept_beside_the_person),
		TEST(the_same_person_is_the_same_wherever_in_a_file),
		TEST(a_whole_country_is_read_in_json_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
