/* SPDX-License-Identifier: MPL-2.0
 *
 * Reports as they come out: read back by other programs (pdftotext, pdfinfo, pdffonts,
 * qpdf, unzip) and compared with what went in and with one another.
 *
 *	test_report FILES
 *
 * FILES is the folder tests/files.
 */
#include "read_back.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cell.h"

const char *__lsan_default_suppressions(void);

/* fontconfig keeps its addresses as differences, which a leak checker cannot follow. */
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}

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

/* The sample's only table, writable. */
static struct table *
table_of(const struct report *r)
{
	return (struct table *)(uintptr_t)r->tables;
}

static struct sample_row *
row_of(const struct report *r, size_t i)
{
	return (struct sample_row *)(uintptr_t)r->tables->rows + i;
}

/* Text that says at each word which one it is, so that a lost word is missed. */
static char *
long_text(size_t characters)
{
	struct text t = { .arena = a };

	for (unsigned i = 0; i * 17 < characters; i++)
		text_format(&t, "ord%04u bedømmer ", i);
	return t.at;
}

static void
assert_all_words_once(const char *found, size_t characters)
{
	for (unsigned i = 0; i * 17 < characters; i++) {
		const char *at = strstr(found, arena_format(a, "ord%04u", i));

		if (at == NULL)
			fail_msg("ord%04u is lost", i);
		assert_null(strstr(at + 7, arena_format(a, "ord%04u", i)));
	}
}

/* --- PDF -------------------------------------------------------------------------------- */

static void
R_PRN_02_name_number_and_page_stand_on_each_page(void **unused)
{
	struct bytes b = pdf(sample_report(a, 60));
	int pages = pdf_pages(a, b);

	(void)unused;
	assert_in_range(pages, 4, 12);
	for (int i = 1; i <= pages; i++) {
		char *text = pdf_page_text(a, b, i);

		assert_holds(text, "Anne-Mette Østergaard Bjerregård");
		assert_holds(text, "CPR-nummer 750385-4321");
		assert_holds(text, arena_format(a, "Side %d af %d", i, pages));
		assert_holds(text, "Udskrevet 01.03.2027 kl. 14.05");
	}
}

static void
R_PRN_01_merit_notes_stand_in_full(void **unused)
{
	struct report *r = sample_report(a, 12);
	char *text = pdf_text(a, pdf(r));

	(void)unused;
	assert_int_equal(times_in(text, "Meritnotat af 01.03.2027"), 3);
	assert_int_equal(times_in(one_line(a, text), one_line(a, r->passages[0].text)), 4);
	assert_holds(text, "Meritnotater uden kompetence");
	assert_holds(text, "Merit for tid");
	assert_holds(text, r->note);
}

static void
a_pdf_is_tagged_titled_and_in_danish(void **unused)
{
	struct bytes b = pdf(sample_report(a, 20));
	char *info = ask(a, b, "pdfinfo %s");
	char *inside = ask(a, b, "qpdf --qdf --object-streams=disable %s - | LC_ALL=C tr -d '\\000'");

	(void)unused;
	assert_holds(info, "Tagged:          yes");
	assert_holds(info, "Title:           Kompetencer – Anne-Mette");
	assert_holds(info, "Creator:         Logbog");
	assert_null(strstr(info, "Author"));
	assert_holds(info, "A4");
	assert_holds(inside, "/Lang (da-DK)");
	assert_holds(inside, "/DisplayDocTitle true");
	assert_holds(inside, "/Scope /Column");
	assert_holds(inside, "/ColSpan 6");
	assert_holds(inside, "/Artifact BMC");
	assert_holds(inside, "/Outlines");
	assert_holds(ask(a, b, "qpdf --check %s"), "No syntax or stream encoding errors found");
}

/* The heading row is said once by a screen reader, however often it is seen. */
static void
the_tree_holds_headings_tables_and_cells(void **unused)
{
	struct bytes b = pdf(sample_report(a, 40));
	char *tree = ask(a, b, "pdfinfo -struct-text %s");

	(void)unused;
	assert_int_equal(times_in(tree, "\"Kompetence\""), 1);
	assert_holds(tree, "H1 ");
	assert_holds(tree, "H2 ");
	assert_int_equal(times_in(tree, "\n    TR"), 1 + 40 + 7 + 10 + 5);
	assert_holds(tree, "TH");
	assert_true(times_in(ask(a, b, "pdftotext -layout %s -"), "Godkendt af") > 3);
}

/* An empty line has a mark too; were it left out, each later cell would say its
 * neighbour's words. */
static void
the_tree_stays_in_step_over_empty_lines(void **unused)
{
	struct report *r = sample_report(a, 6);
	struct row_note note = { 1, "Notat", "forrest\n\n\n  \nbagest" };
	char *tree;

	(void)unused;
	table_of(r)->notes = &note;
	table_of(r)->nnotes = 1;
	row_of(r, 0)->title = "\n\nefter linjer\n";
	row_of(r, 2)->title = "næste";
	tree = ask(a, pdf(r), "pdfinfo -struct-text %s | grep -A1 TD | tr -d '\\n -'");
	assert_holds(tree, "TD\"3.3\"TD\"næste\"TD\"Godkendt\"");
}

static void
assert_fonts_embedded(struct bytes b)
{
	char *fonts = ask(a, b, "pdffonts %s | tail -n +3");
	int lines = 0;

	for (char *line = strtok(fonts, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		assert_holds(line, " yes yes ");
		lines++;
	}
	assert_true(lines > 0);
}

static void
all_fonts_are_embedded_those_of_letters_too(void **unused)
{
	struct report *r = sample_report(a, 4);

	(void)unused;
	row_of(r, 0)->title = "Hebraisk \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d og arabisk "
			      "\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85";
	append(a, r, folder, "form.pdf", "application/pdf");
	assert_fonts_embedded(pdf(r));
}

static void
a_text_of_10000_characters_goes_on_over_the_page_with_nothing_lost(void **unused)
{
	struct report *r = sample_report(a, 9);
	struct bytes b;
	char *text;

	(void)unused;
	row_of(r, 4)->title = long_text(10000);
	b = pdf(r);
	text = pdf_text(a, b);
	assert_all_words_once(text, 10000);
	assert_int_equal(pdf_lines_over_one_another(a, b), 0);
}

static void
a_note_of_10000_characters_goes_on_over_the_page_with_nothing_lost(void **unused)
{
	struct report *r = sample_report(a, 9);
	struct row_note note = { 2, "Meritnotat", long_text(10000) };
	struct bytes b;

	(void)unused;
	table_of(r)->notes = &note;
	table_of(r)->nnotes = 1;
	b = pdf(r);
	assert_all_words_once(pdf_text(a, b), 10000);
	assert_int_equal(pdf_lines_over_one_another(a, b), 0);
}

static void
a_name_of_200_characters_stands_whole_on_each_page(void **unused)
{
	struct report *r = sample_report(a, 30);
	struct text name = { .arena = a };
	struct bytes b;

	(void)unused;
	for (int i = 0; i < 19; i++)
		text_format(&name, "Ærøskøb%02d ", i);
	text_puts(&name, "<script>\"&' \xe2\x80\xae" "ned");
	r->subject = name.at;
	b = pdf(r);
	for (int i = 1; i <= pdf_pages(a, b); i++) {
		char *text = pdf_page_text(a, b, i);

		assert_holds(text, "Ærøskøb00");
		assert_holds(text, "Ærøskøb18");
		assert_holds(text, "<script>\"&' \xef\xbf\xbdned");
		assert_holds(text, "750385-4321");
	}
}

static void
a_text_without_a_space_is_broken_and_whole(void **unused)
{
	struct report *r = sample_report(a, 3);
	char *word = arena_take(a, 301), *text, *to;

	(void)unused;
	memset(word, 'x', 300);
	row_of(r, 1)->title = word;
	to = text = pdf_text(a, pdf(r));
	for (char *p = text; *p != '\0'; p++)
		if (*p == 'x')
			*to++ = *p;
	assert_int_equal(to - text, 300);
}

static void
a_report_of_nothing_says_so(void **unused)
{
	struct report *r = sample_report(a, 1);

	(void)unused;
	table_of(r)->n = 0;
	assert_holds(pdf_text(a, pdf(r)), "Der er ingen kompetencer.");
	assert_holds(xlsx_sheet(a, xlsx(r), 1), "Der er ingen kompetencer.");
}

/* --- appendices ------------------------------------------------------------------------- */

static void
all_pages_of_all_letters_are_appended_with_cover_line_and_bookmark(void **unused)
{
	struct report *r = sample_report(a, 2);
	struct bytes b;
	char *inside, *text;
	int pages = pdf_pages(a, pdf(r));

	(void)unused;
	append(a, r, folder, "letter.pdf", "application/pdf");
	append(a, r, folder, "letter.jpg", "image/jpeg");
	append(a, r, folder, "letter.png", "image/png");
	append(a, r, folder, "form.pdf", "application/pdf");
	b = pdf(r);
	assert_int_equal(pdf_pages(a, b), pages + 5);
	text = pdf_page_text(a, b, pages + 2);
	assert_holds(text, "Bilag 1: letter.pdf, side 2 af 2");
	assert_holds(text, r->appendices[0].sha256);
	assert_holds(text, "Ågot Æbelø");
	assert_holds(text, "750385-4321");
	assert_holds(pdf_page_text(a, b, pages + 5), "Udfyldt: 1.4 Brystsmerter");
	inside = ask(a, b, "qpdf --json --json-key=outlines --json-key=qpdf %s");
	assert_int_equal(times_in(inside, "\"title\": \"Bilag "), 4);
	assert_int_equal(times_in(inside, "gengivet som den er vedh"), 5);
}

/* The black frame of the sample stands as it was photographed: upright. */
static void
a_picture_is_turned_as_its_camera_says(void **unused)
{
	struct report *r = sample_report(a, 2);
	char *images;

	(void)unused;
	append(a, r, folder, "letter.jpg", "image/jpeg");
	images = ask(a, pdf(r), "pdfimages -list %s | tail -n +3");
	assert_holds(images, "595   842");
	assert_holds(images, "jpeg");
}

static void
a_letter_that_cannot_be_drawn_is_named_and_never_left_out(void **unused)
{
	static const char *const bad_ones[] = { "encrypted.pdf", "half.pdf", "html-named.pdf" };

	(void)unused;
	for (size_t i = 0; i < 3; i++) {
		struct report *r = sample_report(a, 2);
		struct bytes out = { NULL, 0 };
		size_t bad = 99;

		append(a, r, folder, "letter.pdf", "application/pdf");
		append(a, r, folder, bad_ones[i], "application/pdf");
		assert_int_equal(pdf_of(a, r, &out, &bad), REPORT_APPENDIX);
		assert_int_equal(bad, 1);
		assert_int_equal(out.n, 0);
	}
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
	assert_holds(sheet, arena_format(a, "<c r=\"E2\" s=\"3\"><v>%d</v></c>",
	    day_number(d) + 25569));
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
	row_of(r, 0)->title = long_text(70000);
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
	rows = json_object_object_get(json_object_object_get(json_document(a, r), "tables"), t->key);
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
	o = json_document(a, r);
	assert_string_equal(json_at(o, "doctor.cpr"), "750385-4321");
	assert_string_equal(json_at(o, "printed"), "2027-03-01T13:05:00Z");
	assert_string_equal(json_at(o, "facts.uddannelse"),
	    "Hoveduddannelse i intern medicin: kardiologi");
	assert_string_equal(json_at(o, "tables.kompetencer.3.notes.0.text"),
	    r->passages[0].text);
	assert_string_equal(json_at(o, "tables.kompetencer.3.decided"), "2026-04-04");
	assert_string_equal(json_at(o, "passages.0.heading"), "Merit for tid");
	assert_string_equal(json_at(o, "appendices.0.type"), "application/pdf");
	assert_string_equal(json_at(o, "appendices.0.size"),
	    arena_format(a, "%zu", r->appendices[0].content.n));
}

/* --- again and again -------------------------------------------------------------------- */

static void
memory_stays_flat_over_many_renderings(void **unused)
{
	struct arena *own = arena_make();
	size_t before = 0, bad;
	struct bytes out;

	(void)unused;
	for (unsigned i = 0; i < 300; i++) {
		struct report *r = sample_report(own, 10);

		row_of(r, i % 10)->title = arena_format(own, "%u %s", i, r->passages[0].text);
		assert_int_equal(pdf_of(own, r, &out, &bad), REPORT_FINE);
		arena_reset(own);
		if (i == 100)
			before = resident_kb();
	}
	arena_drop(own);
	assert_true(resident_kb() < before + before / 10);
}

int
main(int argc, char **argv)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(R_PRN_02_name_number_and_page_stand_on_each_page),
		TEST(R_PRN_01_merit_notes_stand_in_full),
		TEST(a_pdf_is_tagged_titled_and_in_danish),
		TEST(the_tree_holds_headings_tables_and_cells),
		TEST(the_tree_stays_in_step_over_empty_lines),
		TEST(all_fonts_are_embedded_those_of_letters_too),
		TEST(a_text_of_10000_characters_goes_on_over_the_page_with_nothing_lost),
		TEST(a_note_of_10000_characters_goes_on_over_the_page_with_nothing_lost),
		TEST(a_name_of_200_characters_stands_whole_on_each_page),
		TEST(a_text_without_a_space_is_broken_and_whole),
		TEST(a_report_of_nothing_says_so),
		TEST(all_pages_of_all_letters_are_appended_with_cover_line_and_bookmark),
		TEST(a_picture_is_turned_as_its_camera_says),
		TEST(a_letter_that_cannot_be_drawn_is_named_and_never_left_out),
		TEST(in_a_sheet_dates_are_dates_and_the_heading_is_frozen_and_filters),
		TEST(in_a_sheet_text_is_never_a_formula),
		TEST(in_a_sheet_a_text_beyond_the_limit_goes_on_below),
		TEST(no_folder_is_left_behind),
		TEST(without_room_for_a_folder_there_is_no_sheet),
		TEST(the_three_forms_say_the_same_cell_by_cell),
		TEST(json_says_all_that_a_report_says),
		TEST(memory_stays_flat_over_many_renderings),
	};

	setenv("TZ", "Europe/Copenhagen", 1);
	folder = argc > 1 ? argv[1] : "tests/files";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
