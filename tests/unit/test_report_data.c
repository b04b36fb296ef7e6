/* SPDX-License-Identifier: MPL-2.0
 *
 * Reports as sheets and as JSON, the three forms compared cell by cell, and what many of
 * them leave behind in memory.
 *
 *	test_report_data FILES
 *
 * FILES is the folder tests/files.
 */
#include "read_back.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cell.h"

static const char *folder;
static struct arena *a;

static int
set_up(void **unused)
{
	(void)unused;
	a = arena_make();
	return 0;
}

static int
tear_down(void **unused)
{
	(void)unused;
	arena_drop(a);
	return 0;
}

static struct bytes
pdf(const struct report *r)
{
	struct bytes out = { NULL, 0 };
	size_t bad;

	assert_int_equal(pdf_of(a, r, &out, &bad), REPORT_FINE);
	return out;
}

static struct bytes
xlsx(const struct report *r)
{
	struct bytes out = { NULL, 0 };

	assert_int_equal(xlsx_of(a, r, &out), REPORT_FINE);
	return out;
}

/* --- XLSX ------------------------------------------------------------------------------- */

static void
in_a_sheet_dates_are_dates_and_the_heading_is_frozen_and_filters(void **unused)
{
	struct report *r = sample_report(a, 5);
	char *sheet = xlsx_sheet(a, xlsx(r), 1);
	struct day d = row_of(r, 0)->decided;

	(void)unused;
	assert_holds(sheet, "state=\"frozen\"");
	assert_holds(sheet, "ySplit=\"1\"");
	assert_holds(sheet, "<autoFilter ref=\"A1:H6\"/>");
	assert_holds(
	    sheet, arena_format(a, "<c r=\"E2\" s=\"3\"><v>%d</v></c>", day_number(d) + 25569));
	assert_holds(ask(a, xlsx(r), "unzip -p %s xl/styles.xml"), "dd\\.mm\\.yyyy");
}

static void
in_a_sheet_text_is_never_a_formula(void **unused)
{
	static const char *const texts[] = { "=1+1", "+45 12345678", "-1", "@SUM(A1)", "_x0041_" };
	struct report *r = sample_report(a, 5);
	char *sheet;

	(void)unused;
	for (size_t i = 0; i < 5; i++)
		row_of(r, i)->title = texts[i];
	sheet = xlsx_sheet(a, xlsx(r), 1);
	assert_null(strstr(sheet, "<f>"));
	for (size_t i = 0; i < 4; i++)
		assert_holds(sheet, arena_format(a, "<t>%s</t>", texts[i]));
	assert_holds(sheet, "<t>_x005F_x0041_</t>");
}

static void
in_a_sheet_a_text_beyond_the_limit_goes_on_below(void **unused)
{
	struct report *r = sample_report(a, 3);
	char *sheet;

	(void)unused;
	row_of(r, 0)->title = long_text(a, 70000);
	sheet = xlsx_sheet(a, xlsx(r), 1);
	assert_holds(sheet, "<row r=\"6\"");
	assert_null(strstr(sheet, "<row r=\"7\""));
	assert_int_equal(times_in(sheet, "bed"), times_in(row_of(r, 0)->title, "bed"));
}

static void
no_folder_is_left_behind(void **unused)
{
	char *own = arena_string(a, P_tmpdir "/test-report-XXXXXX");

	(void)unused;
	assert_non_null(mkdtemp(own));
	setenv("TMPDIR", own, 1);
	xlsx(sample_report(a, 10));
	unsetenv("TMPDIR");
	assert_int_equal(rmdir(own), 0);
}

static void
without_room_for_a_folder_there_is_no_sheet(void **unused)
{
	struct bytes out = { NULL, 0 };

	(void)unused;
	setenv("TMPDIR", "/nowhere/at/all", 1);
	assert_int_equal(xlsx_of(a, sample_report(a, 2), &out), REPORT_ROOM);
	unsetenv("TMPDIR");
}

static void
a_table_without_rows_says_so(void **unused)
{
	struct report *r = sample_report(a, 1);

	(void)unused;
	table_of(r)->n = 0;
	assert_holds(xlsx_sheet(a, xlsx(r), 1), "Der er ingen kompetencer.");
}

/* --- the three together ----------------------------------------------------------------- */

/* The eight columns of kinds that the paper of the sample does not show, shown. */
static void
show_all_kinds(struct report *r)
{
	static const struct shown shown[] = {
		{ &sample_columns[0], "Nr.", 8 },
		{ &sample_columns[1], "Kompetence", 36 },
		{ &sample_columns[3], "Dato", 14 },
		{ &sample_columns[6], "Niveau", 10 },
		{ &sample_columns[7], "Tæller", 10 },
		{ &sample_columns[8], "Gemt", 22 },
	};

	table_of(r)->shown = shown;
	table_of(r)->columns = 6;
	table_of(r)->notes = NULL;
	table_of(r)->nnotes = 0;
	table_of(r)->group = NULL;
}

static void
the_three_forms_say_the_same_cell_by_cell(void **unused)
{
	struct report *r = sample_report(a, 30);
	const struct table *t = r->tables;
	struct json_object *rows;
	const char *sheet;
	const char *at;

	(void)unused;
	show_all_kinds(r);
	rows = json_object_object_get(json_object_object_get(json_parsed(a, r), "tables"), t->key);
	sheet = xlsx_sheet(a, xlsx(r), 1);
	at = pdf_cells(a, pdf(r));
	assert_int_equal(json_object_array_length(rows), 30);
	for (size_t i = 0; i < t->n; i++)
		for (size_t c = 0; c < t->columns; c++) {
			const struct column *column = t->shown[c].column;
			const char *text = one_line(a, cell_text(a, t, i, column));
			struct json_object *o = json_object_object_get(
			    json_object_array_get_idx(rows, i), column->name);

			assert_string_equal(json_as_text(a, o, column->type), text);
			assert_string_equal(xlsx_as_text(a, sheet, i + 1, c, column->type), text);
			if (strstr(at, text) == NULL)
				fail_msg("\"%s\" is not in %.300s", text, at);
			at = strstr(at, text);
			at += strlen(text);
		}
}

static void
json_says_all_that_a_report_says(void **unused)
{
	struct report *r = sample_report(a, 8);
	struct json_object *o;

	(void)unused;
	append(a, r, folder, "letter.pdf", "application/pdf");
	o = json_parsed(a, r);
	assert_string_equal(json_at(o, "doctor.cpr"), "750385-4321");
	assert_string_equal(json_at(o, "printed"), "2027-03-01T13:05:00Z");
	assert_string_equal(
	    json_at(o, "facts.uddannelse"), "Hoveduddannelse i intern medicin: kardiologi");
	assert_string_equal(json_at(o, "tables.kompetencer.3.notes.0.text"), r->passages[0].text);
	assert_string_equal(json_at(o, "tables.kompetencer.3.decided"), "2026-04-04");
	assert_string_equal(json_at(o, "passages.0.heading"), "Merit for tid");
	assert_string_equal(json_at(o, "appendices.0.type"), "application/pdf");
	assert_string_equal(
	    json_at(o, "appendices.0.size"), arena_format(a, "%zu", r->appendices[0].content.n));
}

/* --- again and again -------------------------------------------------------------------- */

/* An address sanitizer keeps what was given back for a while. */
#if defined(__SANITIZE_ADDRESS__)
enum { MORE_PERCENT = 60 };
#else
enum { MORE_PERCENT = 10 };
#endif

/* Texts that are never seen again, more than the store of shaped texts holds. */
static void
memory_stays_flat_over_many_renderings(void **unused)
{
	struct arena *own = arena_make();
	size_t before = 0, bad;
	struct bytes out;

	(void)unused;
	for (unsigned i = 0; i < 300; i++) {
		struct report *r = sample_report(own, 4);

		for (unsigned row = 0; row < 4; row++)
			row_of(r, row)->title = arena_format(own, "%u.%u %s %s %s", i, row,
			    r->passages[0].text, r->passages[0].text, r->passages[0].text);
		assert_int_equal(pdf_of(own, r, &out, &bad), REPORT_FINE);
		arena_reset(own);
		if (i == 180)
			before = resident_kb();
	}
	arena_drop(own);
	assert_in_range(resident_kb(), 0, before + before * MORE_PERCENT / 100);
}

int
main(int argc, char **argv)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(in_a_sheet_dates_are_dates_and_the_heading_is_frozen_and_filters),
		TEST(in_a_sheet_text_is_never_a_formula),
		TEST(in_a_sheet_a_text_beyond_the_limit_goes_on_below),
		TEST(no_folder_is_left_behind),
		TEST(without_room_for_a_folder_there_is_no_sheet),
		TEST(a_table_without_rows_says_so),
		TEST(the_three_forms_say_the_same_cell_by_cell),
		TEST(json_says_all_that_a_report_says),
		TEST(memory_stays_flat_over_many_renderings),
	};

	setenv("TZ", "Europe/Copenhagen", 1);
	folder = argc > 1 ? argv[1] : "tests/files";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
