/* SPDX-License-Identifier: MPL-2.0
 *
 * Places, from our CSV and from the fixed columns of SHAKCOMPLETE.TXT; codes and names of both
 * are invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "take_in.h"

#define HEAD "kode;type;navn;overordnet;region;fra;til\n"

static const struct intake_place *
place(const char *code)
{
	for (size_t i = 0; i < in.nplaces; i++)
		if (strcmp(in.places[i].code, code) == 0)
			return &in.places[i];
	fail_msg("%s is not there", code);
	return NULL;
}

static void
a_shak_code_begins_with_its_parents(void **state)
{
	(void)state;
	taken(INTAKE_STEDER,
	    HEAD
	    "99990A1;AFSNIT;Afsnit A1;;OEST;;\n99990A;AFDELING;Afdeling A;;OEST;;\n9999;SYGEHUS;"
	    "Prøveby Sygehus;;OEST;2020-01-01;2030-12-31\n");
	assert_string_equal(in.places[0].code, "9999");
	assert_string_equal(in.places[0].parent, "");
	assert_string_equal(day_iso(arena, in.places[0].since), "2020-01-01");
	assert_string_equal(day_iso(arena, in.places[0].until), "2031-01-01");
	assert_string_equal(in.places[1].code, "99990A");
	assert_string_equal(in.places[1].parent, "9999");
	assert_string_equal(day_iso(arena, in.places[1].since), "1900-01-01");
	assert_string_equal(day_iso(arena, in.places[1].until), "9999-12-31");
	assert_string_equal(in.places[2].parent, "99990A");
}

static void
codes_of_our_own_have_a_hyphen(void **state)
{
	(void)state;
	taken(INTAKE_STEDER,
	    HEAD "DEMO-FJO-M;AFDELING;M;DEMO-FJO;Hovedst.;;\nDEMO-FJO;SYGEHUS;Fjordby;;OEST;;\n"
	         "DEMO-AAEN;PRAKSIS;Lægerne ved Åen;;OEST;;\n012345;PRAKSIS;Lægerne;;SYD;;\n");
	assert_int_equal(in.nplaces, 4);
	assert_string_equal(place("DEMO-FJO-M")->parent, "DEMO-FJO");
	assert_string_equal(place("012345")->parent, "");
}

static void
what_is_wrong_refuses_the_row(void **state)
{
	(void)state;
	refused_one(INTAKE_STEDER, HEAD "99990;AFDELING;A;;OEST;;\n", 2,
	    "Kolonne 1 (kode): En SHAK-kode for AFDELING har 6 tegn");
	refused_one(INTAKE_STEDER, HEAD "99990A;SYGEHUS;A;;OEST;;\n", 2, "har 4 tegn");
	refused_one(INTAKE_STEDER, HEAD "DEMO-X-A;AFDELING;A;;OEST;;\n", 2,
	    "(overordnet): Koden for afdelingens sygehus mangler");
	refused_one(INTAKE_STEDER, HEAD "DEMO-X-A;AFDELING;A;DEMO-Y;OEST;;\n", 2,
	    "skal begynde med koden for det overordnede sted");
	refused_one(INTAKE_STEDER, HEAD "DEMO-X;AFDELING;A;DEMO-X;OEST;;\n", 2, "skal begynde");
	refused_one(INTAKE_STEDER, HEAD "9999;SYGEHUS;A;9998;OEST;;\n", 2, "skal være tomt");
	refused_one(INTAKE_STEDER, HEAD "9999;KLINIK;A;;OEST;;\n", 2, "\"KLINIK\" kendes ikke");
	refused_one(INTAKE_STEDER, HEAD "9999;SYGEHUS;;;OEST;;\n", 2, "Navnet mangler");
	refused_one(INTAKE_STEDER, HEAD "9999;SYGEHUS;A;;;;\n", 2, "Regionen mangler");
	refused_one(INTAKE_STEDER, HEAD ";SYGEHUS;A;;OEST;;\n", 2, "Feltet skal udfyldes");
	refused_one(INTAKE_STEDER, HEAD "9999;SYGEHUS;A;;OEST;2026-02-01;2026-01-31\n", 2,
	    "Sidste dag ligger før første dag");
}

static void
a_code_twice_refuses_both(void **state)
{
	(void)state;
	assert_true(take_in(INTAKE_STEDER,
	    HEAD "9999;SYGEHUS;A;;OEST;;\n9998;SYGEHUS;B;;OEST;;\n9999;SYGEHUS;C;;SYD;;\n"));
	assert_int_equal(in.nplaces, 1);
	assert_int_equal(in.nrefused, 2);
	assert_non_null(strstr(in.refused[0].why, "Koden 9999 står også i linje 4"));
	assert_non_null(strstr(in.refused[1].why, "linje 2"));
}

/* --- SHAKCOMPLETE.TXT ------------------------------------------------------------------------------ */

/* One line: 3, 20, 8, 8, 8, 120 characters, and then what stands in the 188th. */
#define LINE(kind, code, since, until, name, action) \
	arena_format(arena, "%-3s%-20s%s%s%s%-120s%-20s%s%25s \r\n", kind, code, since, since, \
	    until, name, "", action, "")

static const char *
lines(const char *const *line, size_t n)
{
	struct text t = { .arena = arena };

	for (size_t i = 0; i < n; i++)
		text_puts(&t, line[i]);
	return t.at;
}

static void
fixed_columns_are_read(void **state)
{
	const char *const file[] = {
		LINE("afd", "3800A1", "20200101", "25000101", "Medicinsk afd., \xc5rby", "1"),
		LINE("afd", "3800A12", "20200101", "25000101", "Sengeafsnit \xf8st", "1"),
		LINE("sgh", "3800", "20200101", "20301231", "\xc5rby Sygehus", "3"),
	};
	const struct intake_place *p;

	(void)state;
	taken(INTAKE_STEDER, lines(file, 3));
	assert_int_equal(in.nplaces, 3);
	p = place("3800");
	assert_string_equal(p->kind, "SYGEHUS");
	assert_string_equal(p->name, "Årby Sygehus");
	assert_string_equal(p->region, "OEST");
	assert_string_equal(day_iso(arena, p->since), "2020-01-01");
	assert_string_equal(day_iso(arena, p->until), "2031-01-01");
	assert_int_equal(p->line, 3);
	p = place("3800A1");
	assert_string_equal(p->kind, "AFDELING");
	assert_string_equal(p->parent, "3800");
	assert_string_equal(day_iso(arena, p->until), "9999-12-31");
	p = place("3800A12");
	assert_string_equal(p->kind, "AFSNIT");
	assert_string_equal(p->name, "Sengeafsnit øst");
	assert_string_equal(p->parent, "3800A1");
}

static void
a_place_has_the_name_that_it_has_today(void **state)
{
	const char *const file[] = {
		LINE("sgh", "4200", "20260501", "25000101", "Kommende navn", "1"),
		LINE("sgh", "4200", "20200101", "20251231", "Gammelt navn", "3"),
		LINE("sgh", "4200", "20260101", "20260430", "Navn i dag", "3"),
	};

	(void)state;
	taken(INTAKE_STEDER, lines(file, 3));
	assert_int_equal(in.nplaces, 1);
	assert_string_equal(in.places[0].name, "Navn i dag");
	assert_string_equal(in.places[0].region, "SYD");
	assert_string_equal(day_iso(arena, in.places[0].since), "2020-01-01");
	assert_string_equal(day_iso(arena, in.places[0].until), "9999-12-31");
}

static void
what_is_taken_out_or_long_closed_is_passed_over(void **state)
{
	const char *const file[] = {
		LINE("sgh", "8000", "20200101", "25000101", "Taget ud", "2"),
		LINE("sgh", "8001", "19790101", "20110414", "Lukket for over 15 \xe5r siden", "3"),
		LINE("sgh", "8002", "19790101", "20110415", "Lukket for 15 \xe5r siden", "3"),
	};

	(void)state;
	taken(INTAKE_STEDER, lines(file, 3));
	assert_int_equal(in.nplaces, 1);
	assert_string_equal(in.places[0].code, "8002");
	assert_string_equal(in.places[0].name, "Lukket for 15 år siden");
}

static void
a_file_that_was_made_utf_8_on_its_way_is_read_too(void **state)
{
	const char *line =
	    "sgh3800                202001012020010125000101Årby Sygehus, øst\x7f\xc2\x85\n";

	(void)state;
	taken(INTAKE_STEDER, line);
	assert_string_equal(in.places[0].name, "Årby Sygehus, øst");
}

static void
a_line_of_another_shape_refuses_the_file(void **state)
{
	const char *const file[] = {
		LINE("sgh", "8000", "20200101", "25000101", "Sygehus", "1"),
		"noget andet\r\n",
	};

	(void)state;
	refused_whole(INTAKE_STEDER, lines(file, 2), 2, "ikke skrevet som i SHAKCOMPLETE.TXT");
}

static void
a_hospital_of_no_region_is_refused(void **state)
{
	const char *const file[] = { LINE("sgh", "9900", "20200101", "25000101", "Sygehus", "1") };

	(void)state;
	refused_one(INTAKE_STEDER, file[0], 1, "region: Regionen mangler");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, take_in_setup, take_in_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_shak_code_begins_with_its_parents),
		TEST(codes_of_our_own_have_a_hyphen),
		TEST(what_is_wrong_refuses_the_row),
		TEST(a_code_twice_refuses_both),
		TEST(fixed_columns_are_read),
		TEST(a_place_has_the_name_that_it_has_today),
		TEST(what_is_taken_out_or_long_closed_is_passed_over),
		TEST(a_file_that_was_made_utf_8_on_its_way_is_read_too),
		TEST(a_line_of_another_shape_refuses_the_file),
		TEST(a_hospital_of_no_region_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
