/* SPDX-License-Identifier: MPL-2.0
 *
 * Reports on paper, read back by other programs (pdftotext, pdfinfo, pdffonts, qpdf) and
 * compared with what went in.  Sheets and JSON are in test_report_data.c.
 *
 *	test_report FILES
 *
 * FILES is the folder tests/files.
 */
#include "read_back.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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
	char *inside =
	    ask(a, b, "qpdf --qdf --object-streams=disable %s - | LC_ALL=C tr -d '\\000'");

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
	row_of(r, 4)->title = long_text(a, 10000);
	b = pdf(r);
	text = pdf_text(a, b);
	assert_all_words_once(text, 10000);
	assert_int_equal(pdf_lines_over_one_another(a, b), 0);
}

static void
a_note_of_10000_characters_goes_on_over_the_page_with_nothing_lost(void **unused)
{
	struct report *r = sample_report(a, 9);
	struct row_note note = { 2, "Meritnotat", long_text(a, 10000) };
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
	text_puts(&name,
	    "<script>\"&' \xe2\x80\xae"
	    "ned");
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

/* Beyond all sense, but the letter stands below it still. */
static void
a_letter_with_an_endless_title_is_drawn(void **unused)
{
	struct report *r = sample_report(a, 2);
	int pages = pdf_pages(a, pdf(r));
	struct bytes b;

	(void)unused;
	append(a, r, folder, "letter.pdf", "application/pdf");
	((struct appendix *)(uintptr_t)r->appendices)->title = long_text(a, 20000);
	r->subject = r->title = long_text(a, 20000);
	b = pdf(r);
	assert_holds(pdf_text(a, b), "Ågot Æbelø");
	assert_holds(pdf_page_text(a, b, pdf_pages(a, b)), "side 2 af 2");
	assert_in_range(pdf_pages(a, b), pages + 2, pages + 40);
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

static cairo_status_t
collect(void *text, const unsigned char *at, unsigned n)
{
	text_add(text, (const char *)at, n);
	return CAIRO_STATUS_SUCCESS;
}

/* A page that is one picture in one colour, as a scanner makes it: under the same number each time. */
static struct bytes
scan(uint32_t colour)
{
	struct text *t = arena_take(a, sizeof *t);
	cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream(collect, t, 595, 842);
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 595, 842);
	cairo_t *c = cairo_create(pdf);
	uint32_t *dots = (uint32_t *)(void *)cairo_image_surface_get_data(s);

	t->arena = a;
	for (size_t i = 0; i < 595 * 842; i++)
		dots[i] = colour;
	cairo_surface_mark_dirty(s);
	cairo_set_source_surface(c, s, 0, 0);
	cairo_paint(c);
	cairo_destroy(c);
	cairo_surface_destroy(s);
	cairo_surface_destroy(pdf);
	return (struct bytes){ (unsigned char *)t->at, t->len };
}

/* Which colour the middle of that page is: 0, 1, 2 for red, green, blue. */
static int
colour_of(struct bytes b, int page)
{
	const char *dots = ask(a, b,
	    arena_format(a,
	        "pdftoppm -r 20 -f %d -l %d -x 80 -y 115 -W 1 -H 1 %%s | tail -c 3 | od -An -tu1",
	        page, page));
	int rgb[3], most = 0;

	assert_int_equal(sscanf(dots, "%d %d %d", &rgb[0], &rgb[1], &rgb[2]), 3);
	for (int i = 1; i < 3; i++)
		most = rgb[i] > rgb[most] ? i : most;
	return most;
}

/* A letter that anybody opens and nobody may change, as some systems make them. */
static void
a_letter_that_may_not_be_changed_is_drawn(void **unused)
{
	struct report *r = sample_report(a, 1);
	struct appendix *letter;
	struct bytes b;

	(void)unused;
	append(a, r, folder, "letter.pdf", "application/pdf");
	letter = (struct appendix *)(uintptr_t)&r->appendices[0];
	ask(a, letter->content,
	    "qpdf --encrypt '' owner 256 --modify=none -- %s " P_tmpdir "/test-report-locked.pdf");
	append(a, r, P_tmpdir, "test-report-locked.pdf", "application/pdf");
	unlink(P_tmpdir "/test-report-locked.pdf");
	b = pdf(r);
	assert_int_equal(times_in(pdf_text(a, b), "Meritbrev, anden side"), 2);
}

/* poppler and cairo take two pictures of one number for one, in whichever files they are. */
static void
R_MER_03_scans_of_one_scanner_are_told_apart(void **unused)
{
	static const uint32_t colours[] = { 0xff0000, 0x00ff00, 0x0000ff };
	struct appendix scans[3];
	struct report *r = sample_report(a, 1);
	struct bytes b;
	int last;

	(void)unused;
	for (size_t i = 0; i < 3; i++)
		scans[i] = (struct appendix){ "Scanning", "application/pdf", "", scan(colours[i]) };
	r->appendices = scans;
	r->nappendices = 3;
	b = pdf(r);
	last = pdf_pages(a, b);
	for (int i = 0; i < 3; i++)
		assert_int_equal(colour_of(b, last - 2 + i), i);
}

int
main(int argc, char **argv)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(R_PRN_02_name_number_and_page_stand_on_each_page),
		TEST(R_PRN_01_merit_notes_stand_in_full),
		TEST(R_MER_03_scans_of_one_scanner_are_told_apart),
		TEST(a_letter_that_may_not_be_changed_is_drawn),
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
		TEST(a_letter_with_an_endless_title_is_drawn),
		TEST(a_picture_is_turned_as_its_camera_says),
		TEST(a_letter_that_cannot_be_drawn_is_named_and_never_left_out),
	};

	setenv("TZ", "Europe/Copenhagen", 1);
	folder = argc > 1 ? argv[1] : "tests/files";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
