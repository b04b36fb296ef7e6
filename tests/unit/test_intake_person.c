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
#define WHO(id, name, cpr, mail, mobile) id ";" name ";" cpr ";" mail ";" mobile ";;"
#define ANNA "P1;Anna Å;720391-1001;anna@logbog.example;12345678;abc12;"
#define BO WHO("P2", "Bo Bak", "650598-1038", "bo@logbog.example", "+45 87 65 43 21")
#define COURSE(id) id ";VIDEREUDDANNELSE;HU;geriatri;OEST;OEST-GER-1;"
#define POST(id, since, until) id ";DEMO-FJO-M;" since ";" until ";100;;;;;\n"
#define ONE POST("1", "2026-09-01", "2027-08-31")
#define GOOD ANNA COURSE("K1") ONE

/* One row, with these instead of what is good. */
#define REFUSED(row, words) refused_one(INTAKE_PERSONER, HEAD row BO COURSE("K9") ONE, 2, words)

static const struct intake_person *
first(void)
{
	assert_true(in.npersons > 0);
	return &in.persons[0];
}

/* --- what is read -------------------------------------------------------------------------- */

static void
one_row_is_one_element_and_the_rest_repeats(void **state)
{
	const struct intake_course *c;

	(void)state;
	taken(INTAKE_PERSONER,
	    HEAD ANNA COURSE("K1") POST("2", "1.9.2027", "31.8.2028") BO COURSE("K3")
	        ONE ANNA COURSE("K1") POST("1", "2026-09-01", "2027-08-31") ANNA COURSE("K2")
	            POST("1", "2025-09-01", "2026-08-31"));
	assert_int_equal(in.npersons, 2);
	assert_string_equal(first()->source_id, "P1");
	assert_string_equal(first()->name, "Anna Å");
	assert_string_equal(first()->cpr.digits, "7203911001");
	assert_string_equal(first()->mobile, "+4512345678");
	assert_string_equal(first()->auth_id, "ABC12");
	assert_int_equal(first()->line, 2);
	assert_int_equal(first()->n, 2);
	assert_string_equal(first()->courses[0].source_id, "K2");
	c = &first()->courses[1];
	assert_string_equal(c->source_id, "K1");
	assert_string_equal(c->stage, "HU");
	assert_int_equal(c->origin, INTAKE_VIDEREUDDANNELSE);
	assert_int_equal(c->n, 2);
	assert_string_equal(c->elements[0].source_id, "1");
	assert_int_equal(c->elements[0].line, 4);
	assert_string_equal(c->elements[0].kind, "ORDINARY");
	assert_string_equal(in.persons[1].source_id, "P2");
}

static void
the_last_day_becomes_the_day_after(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER, HEAD GOOD);
	assert_string_equal(day_iso(arena, first()->courses[0].elements[0].since), "2026-09-01");
	assert_string_equal(day_iso(arena, first()->courses[0].elements[0].until), "2027-09-01");
}

static void
R_BRU_06_email_and_mobile_may_be_missing(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER, HEAD "P1;Anna Å;720391-1001;;;;" COURSE("K1") ONE);
	assert_null(first()->email);
	assert_null(first()->mobile);
	assert_null(first()->auth_id);
}

static void
R_BRU_06_but_not_wrong(void **state)
{
	(void)state;
	REFUSED(WHO("P1", "Anna", "720391-1001", "anna", "12345678") COURSE("K1") ONE,
	    "Kolonne 4 (email): E-mailadressen kan ikke være rigtig");
	REFUSED(WHO("P1", "Anna", "720391-1001", "", "123") COURSE("K1") ONE,
	    "Kolonne 5 (mobil): Mobilnummeret");
	REFUSED("P1;Anna;720391-1001;;;ABC-1;" COURSE("K1") ONE, "Kolonne 6 (autorisations_id)");
}

/* No check digit is asked for: such numbers have been issued since 2007 (R-CPR-03).  1 January
 * 1985, written as a replacement number: tests use no real ones (R-CPR-07). */
static void
T_026_cpr_failing_mod_11_is_accepted(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER, HEAD WHO("P1", "Anna", "610185-1112", "", "") COURSE("K1") ONE);
	assert_false(first()->cpr.passes_mod11);
}

static void
T_026_day_67_is_a_replacement_number(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER, HEAD WHO("P1", "Anna", "670391-1001", "", "") COURSE("K1") ONE);
	assert_true(first()->cpr.replacement);
	assert_string_equal(day_iso(arena, first()->cpr.born), "1991-03-07");
}

static void
T_026_impossible_date_is_refused(void **state)
{
	(void)state;
	REFUSED(WHO("P1", "Anna", "310299-1001", "", "") COURSE("K1") ONE,
	    "Kolonne 3 (cpr): Feltet er ikke et CPR-nummer");
	REFUSED(WHO("P1", "Anna", "", "", "") COURSE("K1") ONE, "CPR-nummeret mangler");
	REFUSED(WHO("P1", "Anna", "72039-1001", "", "") COURSE("K1") ONE, "ti cifre");
}

/* --- elements and courses ---------------------------------------------------------------------- */

static void
end_before_start_is_refused(void **state)
{
	(void)state;
	REFUSED(ANNA COURSE("K1") POST("1", "2026-09-01", "2026-08-31"),
	    "Kolonne 16 (til): Sidste dag ligger før første dag");
	taken(INTAKE_PERSONER, HEAD ANNA COURSE("K1") POST("1", "2026-09-01", "2026-09-01"));
}

static void
days_that_are_none_are_refused(void **state)
{
	(void)state;
	REFUSED(ANNA COURSE("K1") POST("1", "", "2026-08-31"), "(fra): Datoen mangler");
	REFUSED(ANNA COURSE("K1") POST("1", "31.2.2026", "2026-08-31"), "\"31.2.2026\" er ikke");
	REFUSED(ANNA COURSE("K1") POST("1", "1.2.26", "2026-08-31"), "er ikke en dato");
	REFUSED(ANNA COURSE("K1") POST("1", "2026-02-01", "9999-12-31"), "er ikke en dato");
}

static void
overlapping_elements_are_refused(void **state)
{
	(void)state;
	refused_one(INTAKE_PERSONER,
	    HEAD GOOD ANNA COURSE("K1") POST("2", "2027-08-31", "2028-08-31"), 2,
	    "Linje 3: Delforløb 2 (fra 31.08.2027) begynder, før delforløb 1 er slut");
	taken(INTAKE_PERSONER, HEAD GOOD ANNA COURSE("K1") POST("2", "2027-09-01", "2028-08-31"));
}

static void
R_FOR_05_days_at_courses_may_lie_within_another_element(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER,
	    HEAD GOOD ANNA COURSE("K1") "2;DEMO-FJO-M;2026-10-01;2026-10-02;100;;;COURSE_ONLY;;\n");
	assert_string_equal(first()->courses[0].elements[1].kind, "COURSE_ONLY");
}

static void
R_FOR_01_short_and_part_time_elements_are_taken(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER,
	    HEAD ANNA COURSE("K1") "1;DEMO-FJO-M;2026-09-01;2026-10-31;40;;;PART_TIME;;\n");
	assert_int_equal(first()->courses[0].elements[0].fraction, 40);
}

#define FRACTION(f) ANNA COURSE("K1") "1;DEMO-FJO-M;2026-09-01;2026-10-31;" f ";;;;;\n"

static void
fraction_is_1_to_100(void **state)
{
	(void)state;
	REFUSED(FRACTION("0"), "Kolonne 17 (procent): \"0\" er ikke en ansættelsesprocent");
	REFUSED(FRACTION("101"), "\"101\" er ikke");
	REFUSED(FRACTION("80%"), "helt tal fra 1 til 100");
	REFUSED(FRACTION("80,5"), "helt tal fra 1 til 100");
	taken(INTAKE_PERSONER, HEAD FRACTION("1"));
	taken(INTAKE_PERSONER, HEAD FRACTION(""));
	assert_int_equal(first()->courses[0].elements[0].fraction, 100);
}

static void
unknown_words_are_refused_with_those_that_are_known(void **state)
{
	(void)state;
	REFUSED(ANNA "K1;VIDEREUDDANNELSE;FASE1;geriatri;OEST;1;" ONE,
	    "Kolonne 9 (uddannelse): \"FASE1\" kendes ikke. Skriv KBU, INTRO, HU eller EVAL");
	REFUSED(
	    ANNA "K1;EVALUER;HU;geriatri;OEST;1;" ONE, "BASISLAEGE, REGION eller VIDEREUDDANNELSE");
	REFUSED(ANNA "K1;;HU;geriatri;OEST;1;" ONE, "Feltet skal udfyldes");
	REFUSED(ANNA "K1;REGION;HU;geriatri;Atlantis;1;" ONE, "Skriv OEST, SYD eller NORD");
	REFUSED(ANNA COURSE("K1") "1;DEMO-FJO-M;2026-09-01;2026-10-31;;;;VIKAR;;\n",
	    "\"VIKAR\" kendes ikke");
	REFUSED(
	    ANNA COURSE("K1") "1;DEMO-FJO-M;2026-09-01;2026-10-31;;;måske;;;\n", "nej eller ja");
}

static void
a_specialty_belongs_to_intro_and_main_training_alone(void **state)
{
	(void)state;
	REFUSED(ANNA "K1;REGION;INTRO;;OEST;1;" ONE, "Specialet mangler: INTRO");
	REFUSED(ANNA "K1;BASISLAEGE;KBU;geriatri;OEST;1;" ONE, "KBU er ikke i et speciale");
	taken(INTAKE_PERSONER, HEAD ANNA "K1;BASISLAEGE;KBU;;OEST;1;" ONE);
	taken(INTAKE_PERSONER, HEAD ANNA "K1;REGION;EVAL;;OEST;1;" ONE);
}

static void
long_texts_are_refused_and_clipped_where_shown(void **state)
{
	struct text t = { .arena = arena };

	(void)state;
	text_puts(&t, HEAD "P1;");
	for (size_t i = 0; i < 201; i++)
		text_puts(&t, "æ");
	text_puts(&t, ";720391-1001;;;;" COURSE("K1") ONE);
	refused_one(INTAKE_PERSONER, t.at, 2, "Kolonne 2 (navn): Teksten er længere end 200 tegn");
	assert_int_equal(utf8_count(in.refused[0].label), 200);
}

static void
a_placeholder_needs_a_name_and_gets_a_code(void **state)
{
	const struct intake_element *e;

	(void)state;
	taken(INTAKE_PERSONER,
	    HEAD ANNA COURSE(
	        "K1") "1;;2026-09-01;2026-10-31;;Almen praksis i Rødby-Ærø Kommune;ja;;;\n");
	e = &first()->courses[0].elements[0];
	assert_true(e->placeholder);
	assert_string_equal(e->place, "PLADS-ROEDBY-AEROE");
	assert_string_equal(e->place_name, "Almen praksis i Rødby-Ærø Kommune");
	taken(INTAKE_PERSONER,
	    HEAD ANNA COURSE(
	        "K1") "1;;2026-09-01;2026-10-31;;Almen praksis i en kommune, hvis navn er "
	              "langt;ja;;;\n");
	assert_true(strlen(first()->courses[0].elements[0].place) <= 20);
	REFUSED(ANNA COURSE("K1") "1;;2026-09-01;2026-10-31;;;ja;;;\n", "skal have et navn");
	REFUSED(ANNA COURSE("K1") "1;;2026-09-01;2026-10-31;;Lægerne;;;;\n",
	    "Kolonne 14 (sted): Stedets kode mangler: \"Lægerne\" er kun et navn");
}

static void
a_course_without_elements_must_be_cancelled(void **state)
{
	(void)state;
	REFUSED(ANNA COURSE("K1") ";;;;;;;;;\n", "Forløbet har ingen delforløb");
	taken(INTAKE_PERSONER, HEAD ANNA COURSE("K1") ";;;;;;;;ja;\n");
	assert_int_equal(first()->courses[0].n, 0);
	assert_true(first()->courses[0].cancelled);
}

static void
moments_have_a_zone(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER,
	    HEAD ANNA COURSE("K1") "1;A;2026-09-01;2026-10-31;;;;;;2014-10-10T13:20+02:00\n");
	assert_string_equal(moment_iso(arena, first()->courses[0].chosen), "2014-10-10T11:20:00Z");
	taken(INTAKE_PERSONER,
	    HEAD ANNA COURSE("K1") "1;A;2026-09-01;2026-10-31;;;;;;2014-10-10T11:20:30Z\n");
	assert_string_equal(moment_iso(arena, first()->courses[0].chosen), "2014-10-10T11:20:30Z");
	REFUSED(ANNA COURSE("K1") "1;A;2026-09-01;2026-10-31;;;;;;2014-10-10T13:20\n",
	    "er ikke et tidspunkt");
	REFUSED(ANNA COURSE("K1") "1;A;2026-09-01;2026-10-31;;;;;;2014-10-10T24:20Z\n",
	    "er ikke et tidspunkt");
}

/* --- rows beside each other ---------------------------------------------------------------------- */

static void
what_repeats_must_be_the_same(void **state)
{
	(void)state;
	refused_one(INTAKE_PERSONER,
	    HEAD GOOD "P1;Anne Å;720391-1001;anna@logbog.example;12345678;abc12;" COURSE("K1")
	        POST("2", "2027-09-01", "2028-08-31"),
	    2, "Linje 3, kolonne 2 (navn): Her står noget andet end i linje 2");
	refused_one(INTAKE_PERSONER,
	    HEAD GOOD ANNA
	    "K1;VIDEREUDDANNELSE;HU;geriatri;SYD;OEST-GER-1;" POST("2", "2027-09-01", "2028-08-31"),
	    2, "Linje 3, kolonne 11 (region)");
}

static void
R_BRU_04_the_same_cpr_under_two_ids_refuses_both(void **state)
{
	(void)state;
	assert_true(take_in(INTAKE_PERSONER,
	    HEAD GOOD BO COURSE("K2") ONE WHO("P3", "Anna Å", "7203911001", "", "") COURSE("K3")
	        ONE));
	assert_int_equal(in.npersons, 1);
	assert_string_equal(first()->source_id, "P2");
	assert_int_equal(in.nrefused, 2);
	assert_non_null(strstr(in.refused[0].why, "står også ved person-id P3 (linje 4)"));
	assert_non_null(strstr(in.refused[1].why, "står også ved person-id P1 (linje 2)"));
}

static void
two_persons_have_not_one_email_or_authorisation_id(void **state)
{
	(void)state;
	assert_true(take_in(INTAKE_PERSONER,
	    HEAD "P1;Anna;720391-1001;anna@logbog.example;;;" COURSE("K1") ONE
	    "P2;Bo;650598-1038;Anna@Logbog.example;;;" COURSE("K2") ONE));
	assert_int_equal(in.nrefused, 2);
	assert_non_null(strstr(in.refused[1].why, "E-mailadressen står også ved person-id P1"));
	assert_true(take_in(INTAKE_PERSONER,
	    HEAD "P1;Anna;720391-1001;;;ABC1;" COURSE("K1") ONE
	    "P2;Bo;650598-1038;;;abc1;" COURSE("K2") ONE "P3;Cæ;830797-1075;;;;" COURSE("K3") ONE));
	assert_int_equal(in.nrefused, 2);
	assert_int_equal(in.npersons, 1);
}

static void
the_same_course_at_two_persons_refuses_both(void **state)
{
	(void)state;
	assert_true(take_in(INTAKE_PERSONER, HEAD GOOD BO COURSE("K1") ONE));
	assert_int_equal(in.nrefused, 2);
	assert_non_null(strstr(in.refused[0].why, "forløbene står også ved person-id P2"));
	taken(INTAKE_PERSONER, HEAD GOOD BO "K1;REGION;INTRO;geriatri;OEST;1;" ONE);
}

static void
the_same_element_twice_is_refused(void **state)
{
	(void)state;
	refused_one(INTAKE_PERSONER,
	    HEAD GOOD ANNA COURSE("K1") POST("1", "2027-09-01", "2028-08-31"), 2,
	    "Delforløbet 1 står to gange");
}

static void
what_is_wrong_in_one_refuses_that_one(void **state)
{
	(void)state;
	assert_true(take_in(INTAKE_PERSONER,
	    HEAD GOOD BO COURSE("K2") POST("1", "x", "y") WHO("P3", "Cæ", "830797-1075", "", "")
	        COURSE("K3") ONE));
	assert_int_equal(in.npersons, 2);
	assert_int_equal(in.nrefused, 1);
	assert_string_equal(in.refused[0].label, "Bo Bak");
	assert_int_equal(in.refused[0].line, 3);
	assert_non_null(strstr(in.refused[0].why, "(fra): \"x\""));
	assert_non_null(strstr(in.refused[0].why, "\nKolonne 16 (til): \"y\""));
}

static void
rows_without_an_id_are_each_their_own(void **state)
{
	(void)state;
	assert_true(take_in(INTAKE_PERSONER,
	    HEAD ";Anna;720391-1001;;;;" COURSE("K1") ONE ";Bo;650598-1038;;;;" COURSE("K2") ONE));
	assert_int_equal(in.nrefused, 2);
	assert_non_null(strstr(in.refused[0].why, "Kolonne 1 (person_id): Feltet skal udfyldes"));
}

static void
a_cpr_number_is_no_name_of_anything(void **state)
{
	(void)state;
	REFUSED(WHO("7203911001", "Anna", "720391-1001", "", "") COURSE("K1") ONE,
	    "indeholder personens CPR-nummer");
	REFUSED(ANNA COURSE("F-720391-1001") ONE, "indeholder personens CPR-nummer");
	REFUSED(WHO("P1", "720391-1001", "720391-1001", "", "") COURSE("K1") ONE,
	    "Navnet indeholder et CPR-nummer");
	REFUSED(
	    WHO("P1", "Anna", "720391-1001", "720391-1001", "") COURSE("K1") ONE, "E-mailadressen");
	REFUSED(ANNA "K1;VIDEREUDDANNELSE;720391-1001;geriatri;OEST;1;" ONE, "\"…\" kendes ikke");
}

static void
more_than_a_person_can_have_is_refused(void **state)
{
	struct text t = { .arena = arena };

	(void)state;
	text_puts(&t, HEAD);
	for (unsigned i = 0; i < 41; i++)
		text_format(
		    &t, ANNA COURSE("K1") "%u;A;%u-01-01;%u-12-31;;;;;;\n", i, 1950 + i, 1950 + i);
	refused_one(INTAKE_PERSONER, t.at, 2, "flere end 40 delforløb");
	t.len = 0;
	text_puts(&t, HEAD);
	for (unsigned i = 0; i < 21; i++)
		text_format(&t, ANNA "K%u;REGION;EVAL;;OEST;;1;A;2026-09-01;2026-10-31;;;;;;\n", i);
	refused_one(INTAKE_PERSONER, t.at, 2, "flere end 20 forløb");
}

/* --- the file ----------------------------------------------------------------------------------- */

static void
a_file_of_another_form_is_refused_whole(void **state)
{
	(void)state;
	refused_whole(INTAKE_PERSONER, "a;b\n1;2\n", 1, "Kolonnen \"a\" kendes ikke");
	refused_whole(INTAKE_PERSONER, "person_id;navn\nP1;Anna\n", 1, "Kolonnen \"cpr\" mangler");
	refused_whole(INTAKE_PERSONER, "", 1, "ingen række med overskrifter");
	refused_whole(INTAKE_PERSONER, "# code: x\n" HEAD GOOD, 1, "Linjer med #");
	refused_whole(INTAKE_PERSONER, "person_id;forloeb_id;forløb_id\n", 1, "findes to gange");
	refused_whole(INTAKE_PERSONER, HEAD GOOD "P2;Bo\n", 3, "Rækken har 2 felter");
	refused_whole(INTAKE_PERSONER, HEAD "P1;\"Anna\n", 2, "anførselstegn");
}

static void
excel_is_understood(void **state)
{
	struct text t = { .arena = arena };

	(void)state;
	text_puts(&t, "\xef\xbb\xbf");
	for (const char *p = HEAD GOOD BO COURSE("K2") ONE; *p != '\0'; p++)
		text_format(&t, *p == '\n' ? "\r\n" : "%c", *p);
	text_puts(&t, ";;;;;;;;;;;;;;;;;;;;;\r\n");
	taken(INTAKE_PERSONER, t.at);
	assert_int_equal(in.npersons, 2);
}

static void
latin_1_is_told_apart(void **state)
{
	(void)state;
	refused_whole(INTAKE_PERSONER,
	    HEAD WHO("P1", "S\xf8ren", "720391-1001", "", "") COURSE("K1") ONE, 2,
	    "ikke UTF-8. Gem filen som \"CSV UTF-8\"");
}

static void
a_file_without_rows_is_empty(void **state)
{
	(void)state;
	taken(INTAKE_PERSONER, HEAD);
	assert_int_equal(in.npersons, 0);
}

/* --- all Denmark ---------------------------------------------------------------------------------- */

enum { DOCTORS = 25000 };

static const char *
everybody(void)
{
	struct text t = { .arena = arena };

	text_puts(&t, HEAD);
	for (unsigned year = 0; year < 3; year++)
		for (unsigned i = 0; i < DOCTORS; i++)
			text_format(&t,
			    "P%u;Læge %u;%02u%02u%02u-%04u;laege%u@logbog.example;%u;;K%u;"
			    "VIDEREUDDANNELSE;HU;geriatri;OEST;OEST-GER-%u;%u;DEMO-FJO-M;%u-09-01;"
			    "%u-08-31;100;;;;;\n",
			    i, i, 61 + i % 28, 1 + i / 28 % 12, 60 + i / 336 % 36, 1000 + i / 12096,
			    i, 20000000 + i, i, i, year, 2026 + year, 2027 + year);
	return t.at;
}

#if defined(__SANITIZE_ADDRESS__)
enum { SECONDS = 10 };
#else
enum { SECONDS = 2 };
#endif

static void
all_doctors_of_the_country_are_read_at_once(void **state)
{
	const char *all = everybody();
	clock_t before = clock();

	(void)state;
	assert_true(strlen(all) > 8 * 1024 * 1024);
	taken(INTAKE_PERSONER, all);
	assert_int_equal(in.npersons, DOCTORS);
	assert_int_equal(in.persons[DOCTORS - 1].courses[0].n, 3);
	print_message("%zu MB, %.2f s\n", strlen(all) / 1024 / 1024,
	    (double)(clock() - before) / CLOCKS_PER_SEC);
	assert_true((clock() - before) / CLOCKS_PER_SEC < SECONDS);
}

static void
twenty_megabytes_and_not_a_byte_more(void **state)
{
	struct text t = { .arena = arena };

	(void)state;
	text_puts(&t, HEAD GOOD);
	while (t.len < INTAKE_BYTES)
		text_add(&t, ";;;;;;;;;;;;;;;;;;;;;\n",
		    INTAKE_BYTES - t.len < 22 ? INTAKE_BYTES - t.len : 22);
	assert_true(take_in_bytes(INTAKE_PERSONER, t.at, t.len));
	assert_int_equal(in.npersons, 1);
	text_puts(&t, "\n");
	assert_false(take_in_bytes(INTAKE_PERSONER, t.at, t.len));
	assert_non_null(strstr(faults.fault[0].what, "større end 20 MB"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, take_in_setup, take_in_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_row_is_one_element_and_the_rest_repeats),
		TEST(the_last_day_becomes_the_day_after),
		TEST(R_BRU_06_email_and_mobile_may_be_missing),
		TEST(R_BRU_06_but_not_wrong),
		TEST(T_026_cpr_failing_mod_11_is_accepted),
		TEST(T_026_day_67_is_a_replacement_number),
		TEST(T_026_impossible_date_is_refused),
		TEST(end_before_start_is_refused),
		TEST(days_that_are_none_are_refused),
		TEST(overlapping_elements_are_refused),
		TEST(R_FOR_05_days_at_courses_may_lie_within_another_element),
		TEST(R_FOR_01_short_and_part_time_elements_are_taken),
		TEST(fraction_is_1_to_100),
		TEST(unknown_words_are_refused_with_those_that_are_known),
		TEST(a_specialty_belongs_to_intro_and_main_training_alone),
		TEST(long_texts_are_refused_and_clipped_where_shown),
		TEST(a_placeholder_needs_a_name_and_gets_a_code),
		TEST(a_course_without_elements_must_be_cancelled),
		TEST(moments_have_a_zone),
		TEST(what_repeats_must_be_the_same),
		TEST(R_BRU_04_the_same_cpr_under_two_ids_refuses_both),
		TEST(two_persons_have_not_one_email_or_authorisation_id),
		TEST(the_same_course_at_two_persons_refuses_both),
		TEST(the_same_element_twice_is_refused),
		TEST(what_is_wrong_in_one_refuses_that_one),
		TEST(rows_without_an_id_are_each_their_own),
		TEST(a_cpr_number_is_no_name_of_anything),
		TEST(more_than_a_person_can_have_is_refused),
		TEST(a_file_of_another_form_is_refused_whole),
		TEST(excel_is_understood),
		TEST(latin_1_is_told_apart),
		TEST(a_file_without_rows_is_empty),
		TEST(all_doctors_of_the_country_are_read_at_once),
		TEST(twenty_megabytes_and_not_a_byte_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
