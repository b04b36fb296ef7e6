/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "intake_kbu.h"
#include "take_in.h"

#define HEAD \
	"Valgt;Lodtr.;Region;Startdato;Uddannelsessted;Afdeling;Speciale;Uddannelsessted2;" \
	"Afdeling2;Speciale2;runde;person_id;cpr;navn;email;mobil;sted;sted2;specialekode\n"
#define POSTS \
	"Fjordby Sygehus;Medicinsk Afdeling M;Intern medicin;Bakkeby Sygehus;" \
	"Medicinsk Afdeling B;Intern medicin;"
#define ANNA ";P1;720391-1001;Anna Å;anna@logbog.example;12345678;"
#define CODES "DEMO-FJO-M;DEMO-BAK-B;geriatri\n"
#define GOOD "10. okt 13:20;1 KU;Hovedst.;1. feb 15;" POSTS "2015-1" ANNA CODES

#define REFUSED(row, words) refused_one(INTAKE_KBU, HEAD row, 2, words)

static const struct intake_course *
course(void)
{
	assert_true(in.npersons > 0);
	return in.persons[0].courses;
}

/* What the table says of a choice, as UTC; "" when it cannot be. */
static const char *
chosen(const char *text, const char *start)
{
	struct day d;
	struct moment m = { 0 };

	assert_true(day_read(start, &d));
	return kbu_moment(text, d, &m) ? moment_iso(arena, m) : "";
}

static void
T_028_the_choice_for_a_spring_round_lies_in_the_year_before(void **state)
{
	(void)state;
	taken(INTAKE_KBU, HEAD GOOD);
	/* 2014-10-10T13:20+02:00 */
	assert_string_equal(moment_iso(arena, course()->chosen), "2014-10-10T11:20:00Z");
	assert_string_equal(day_iso(arena, course()->filled), "2014-10-10");
	/* after the clocks went back: +01:00 */
	assert_string_equal(chosen("3. nov 13:20", "2015-02-01"), "2014-11-03T12:20:00Z");
}

static void
the_choice_for_an_autumn_round_lies_in_the_same_year(void **state)
{
	(void)state;
	assert_string_equal(chosen("2. mar. 9.05", "2015-08-01"), "2015-03-02T08:05:00Z");
	assert_string_equal(chosen("30. april kl. 09:05", "2015-08-01"), "2015-04-30T07:05:00Z");
	/* what would lie after the start was the year before */
	assert_string_equal(chosen("1. aug 09:05", "2015-08-01"), "2014-08-01T07:05:00Z");
}

static void
a_choice_with_a_year_or_that_cannot_be(void **state)
{
	(void)state;
	assert_string_equal(chosen("10. okt 14 13:20", "2015-02-01"), "2014-10-10T11:20:00Z");
	assert_string_equal(chosen("10. oktober 2014 13:20", "2015-02-01"), "2014-10-10T11:20:00Z");
	assert_string_equal(chosen("10. okt 15 13:20", "2015-02-01"), "");
	assert_string_equal(chosen("29. feb 13:20", "2016-08-01"), "2016-02-29T12:20:00Z");
	assert_string_equal(chosen("29. feb 13:20", "2015-08-01"), "");
	assert_string_equal(chosen("31. nov 13:20", "2015-02-01"), "");
	assert_string_equal(chosen("10. okt", "2015-02-01"), "");
	assert_string_equal(chosen("10. okt 24:00", "2015-02-01"), "");
	assert_string_equal(chosen("10. okt 13:2", "2015-02-01"), "");
	assert_string_equal(chosen("10. okx 13:20", "2015-02-01"), "");
	assert_string_equal(chosen("10. ok 13:20", "2015-02-01"), "");
	/* the hour that is left out when the clocks go forward */
	assert_string_equal(chosen("29. mar 02:30", "2015-08-01"), "");
}

static void
every_danish_month_is_read(void **state)
{
	static const char *const names[] = { "jan", "feb.", "mar", "apr.", "maj", "jun", "juli",
		"aug", "sept", "OKT", "november", "dec" };

	(void)state;
	for (int8_t i = 0; i < 12; i++) {
		struct day d = { 0 };

		assert_true(kbu_day(arena_format(arena, "1. %s 15", names[i]), &d));
		assert_int_equal(d.month, i + 1);
		assert_int_equal(d.year, 2015);
		assert_true(kbu_day(arena_format(arena, "01 %s 2015", names[i]), &d));
	}
}

static void
starts_that_are_no_days_are_refused(void **state)
{
	struct day d;

	(void)state;
	assert_true(kbu_day("2015-02-01", &d));
	assert_true(kbu_day("1.2.2015", &d));
	assert_false(kbu_day("1. feb", &d));
	assert_false(kbu_day("30. feb 15", &d));
	assert_false(kbu_day("1. feb 115", &d));
	assert_false(kbu_day("1. feb 15 x", &d));
	REFUSED(";;Syd;1. feb;" POSTS "2015-1" ANNA CODES,
	    "Kolonne 4 (startdato): \"1. feb\" er ikke en dato");
	REFUSED(";;Syd;;" POSTS "2015-1" ANNA CODES, "Datoen mangler");
}

static void
the_choice_and_the_draw_may_be_missing(void **state)
{
	(void)state;
	taken(INTAKE_KBU, HEAD ";;Syd;1. feb 15;" POSTS "2015-1" ANNA CODES);
	assert_int_equal(course()->chosen.s, 0);
	assert_true(day_is_none(course()->filled));
	assert_string_equal(course()->draw, "");
	REFUSED("i går;;Syd;1. feb 15;" POSTS "2015-1" ANNA CODES,
	    "Kolonne 1 (valgt): \"i går\" er ikke et tidspunkt");
}

static void
two_posts_of_six_months(void **state)
{
	const struct intake_element *e;

	(void)state;
	taken(INTAKE_KBU, HEAD GOOD);
	e = course()->elements;
	assert_int_equal(course()->n, 2);
	assert_string_equal(day_iso(arena, e[0].since), "2015-02-01");
	assert_string_equal(day_iso(arena, e[0].until), "2015-08-01");
	assert_string_equal(day_iso(arena, e[1].since), "2015-08-01");
	assert_string_equal(day_iso(arena, e[1].until), "2016-02-01");
	assert_string_equal(e[0].place, "DEMO-FJO-M");
	assert_string_equal(e[0].place_name, "Medicinsk Afdeling M, Fjordby Sygehus");
	assert_string_equal(e[0].specialty, "geriatri");
	assert_string_equal(e[1].place, "DEMO-BAK-B");
	assert_int_equal(e[1].fraction, 100);
}

static void
the_course_is_a_kbu_of_that_round(void **state)
{
	(void)state;
	taken(INTAKE_KBU, HEAD GOOD);
	assert_int_equal(course()->origin, INTAKE_BASISLAEGE);
	assert_string_equal(course()->stage, "KBU");
	assert_string_equal(course()->source_id, "2015-1/P1");
	assert_string_equal(course()->round, "2015-1");
	assert_string_equal(course()->number, "KBU 2015-1");
	assert_string_equal(course()->draw, "1 KU");
	assert_string_equal(in.persons[0].source_id, "P1");
	assert_string_equal(in.persons[0].name, "Anna Å");
	REFUSED("10. okt 13:20;1 KU;Hovedst.;1. feb 15;" POSTS "2015" ANNA CODES,
	    "Kolonne 11 (runde): Runden skal skrives som 2027-1");
	REFUSED("10. okt 13:20;1 KU;Hovedst.;1. feb 15;" POSTS "2015-3" ANNA CODES, "(runde)");
}

static void
regions_are_read_by_their_short_names(void **state)
{
	static const char *const names[][2] = { { "Hovedst.", "OEST" }, { "Sjæll.", "OEST" },
		{ "Region Sjælland", "OEST" }, { "Øst", "OEST" }, { "Syd.", "SYD" },
		{ "Syddanmark", "SYD" }, { "Midt.", "NORD" }, { "Nord.", "NORD" },
		{ "Nordjylland", "NORD" }, { "NORD", "NORD" }, { "OEST", "OEST" } };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		taken(INTAKE_KBU,
		    arena_format(
		        arena, HEAD ";;%s;1. feb 15;" POSTS "2015-1" ANNA CODES, names[i][0]));
		assert_string_equal(course()->region, names[i][1]);
	}
	REFUSED(";;Skåne;1. feb 15;" POSTS "2015-1" ANNA CODES, "\"Skåne\" kendes ikke");
}

static void
a_name_without_a_code_refuses_the_row_and_is_told(void **state)
{
	(void)state;
	REFUSED(";;Syd;1. feb 15;" POSTS "2015-1" ANNA ";DEMO-BAK-B;\n",
	    "Kolonne 17 (sted): Stedets kode mangler: \"Medicinsk Afdeling M, Fjordby Sygehus\" er kun "
	    "et navn");
	REFUSED(";;Syd;1. feb 15;" POSTS "2015-1" ANNA "DEMO-FJO-M;;\n", "kolonnen sted2");
	REFUSED(";;Syd;1. feb 15;;;;;;;2015-1" ANNA "DEMO-FJO-M;;\n",
	    "Stedet for anden ansættelse mangler");
}

static void
R_DM_04_T_027_the_second_post_may_be_a_practice_not_yet_named(void **state)
{
	const struct intake_element *e;

	(void)state;
	taken(INTAKE_KBU,
	    HEAD ";;Syd;1. feb 15;Fjordby Sygehus;Medicinsk Afdeling M;;Almen praksis i Fjordby "
	         "Kommune;;Almen medicin;2015-1" ANNA "DEMO-FJO-M;;\n");
	e = &course()->elements[1];
	assert_true(e->placeholder);
	assert_string_equal(e->place, "PLADS-FJORDBY");
	assert_string_equal(e->place_name, "Almen praksis i Fjordby Kommune");
	assert_false(course()->elements[0].placeholder);
	/* once it is named, it has its code */
	taken(INTAKE_KBU,
	    HEAD ";;Syd;1. feb 15;Fjordby Sygehus;Medicinsk Afdeling M;;Almen praksis i Fjordby "
	         "Kommune;;Almen medicin;2015-1" ANNA "DEMO-FJO-M;DEMO-AAEN;\n");
	assert_false(course()->elements[1].placeholder);
	/* the first post is never one */
	REFUSED(";;Syd;1. feb 15;Almen praksis i Fjordby Kommune;;;;;;2015-1" ANNA ";DEMO-BAK-B;\n",
	    "er kun et navn");
}

static void
a_person_twice_in_a_round_is_refused(void **state)
{
	(void)state;
	assert_true(take_in(INTAKE_KBU, HEAD GOOD GOOD));
	assert_int_equal(in.npersons, 0);
	assert_int_equal(in.nrefused, 2);
}

static void
kbu_persons_go_through_json_as_others(void **state)
{
	struct intake_person again;
	const char *json;

	(void)state;
	taken(INTAKE_KBU,
	    HEAD "10. okt 13:20;;Syd;1. feb 15;Fjordby Sygehus;M;;Almen praksis i Fjordby "
	         "Kommune;;;2015-1" ANNA "DEMO-FJO-M;;\n");
	json = intake_person_json(arena, &in.persons[0]);
	assert_true(intake_person_of_json(arena, json, &again));
	assert_string_equal(intake_person_json(arena, &again), json);
	assert_true(again.courses[0].elements[1].placeholder);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, take_in_setup, take_in_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(T_028_the_choice_for_a_spring_round_lies_in_the_year_before),
		TEST(the_choice_for_an_autumn_round_lies_in_the_same_year),
		TEST(a_choice_with_a_year_or_that_cannot_be),
		TEST(every_danish_month_is_read),
		TEST(starts_that_are_no_days_are_refused),
		TEST(the_choice_and_the_draw_may_be_missing),
		TEST(two_posts_of_six_months),
		TEST(the_course_is_a_kbu_of_that_round),
		TEST(regions_are_read_by_their_short_names),
		TEST(a_name_without_a_code_refuses_the_row_and_is_told),
		TEST(R_DM_04_T_027_the_second_post_may_be_a_practice_not_yet_named),
		TEST(a_person_twice_in_a_round_is_refused),
		TEST(kbu_persons_go_through_json_as_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
