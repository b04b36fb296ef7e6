/* SPDX-License-Identifier: MPL-2.0
 *
 * Several reports in one PDF, read back by other programs.
 *
 *	test_bound FILES
 *
 * FILES is the folder tests/files.
 */
#include "read_back.h"

#include <stdlib.h>

#include "bound.h"

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

/* Three parts; the second has a PDF and a picture behind it, the third nothing but its table. */
static struct bound *
sample(void)
{
	struct bound *b = arena_take(a, sizeof *b);
	struct part *parts = arena_array(a, 3, sizeof *parts);
	struct report *cover = sample_report(a, 1), *letters = sample_report(a, 4);

	cover->title = "Dokumentation til Styrelsen for Patientsikkerhed";
	cover->ntables = cover->npassages = 0;
	append(a, letters, folder, "letter.pdf", "application/pdf");
	append(a, letters, folder, "letter.png", "image/png");
	append(a, letters, folder, "letter.jpg", "image/jpeg");
	parts[0] = (struct part){ "1. Attestationer", sample_report(a, 2), false };
	parts[1] = (struct part){ "2. Kurser", letters, false };
	parts[2] = (struct part){ "3. Kompetencer", sample_report(a, 70), true };
	*b = (struct bound){ cover, "https://logbog.example/verificer/K7WQ-2M4T", parts, 3 };
	return b;
}

static struct bytes
bind_up(const struct bound *b)
{
	struct bytes out = { NULL, 0 };
	const struct appendix *bad;

	assert_int_equal(bound_of(a, b, &out, &bad), REPORT_FINE);
	return out;
}

static void
T_163_name_number_and_page_stand_on_each_page(void **unused)
{
	struct bytes b = bind_up(sample());
	int pages = pdf_pages(a, b);

	(void)unused;
	assert_in_range(pages, 10, 30);
	for (int i = 1; i <= pages; i++) {
		char *text = pdf_page_text(a, b, i);

		assert_holds(text, "Anne-Mette Østergaard Bjerregård");
		assert_holds(text, "CPR-nummer 750385-4321");
		assert_holds(text, arena_format(a, "Side %d af %d", i, pages));
	}
}

/* Which page begins with that at its head; 0 for none. */
static int
first_page_of(struct bytes b, const char *words)
{
	for (int i = 3, n = pdf_pages(a, b); i <= n; i++)
		if (strstr(pdf_page_text(a, b, i), words) != NULL)
			return i;
	return 0;
}

static void
the_contents_name_each_part_and_appendix_with_its_page(void **unused)
{
	struct bytes b = bind_up(sample());
	const char *contents = one_line(a, ask(a, b, "pdftotext -layout -f 2 -l 2 %s -"));
	static const char *const named[] = { "1. Attestationer", "2. Kurser", "3. Kompetencer",
		"Bilag 1: letter.pdf", "Bilag 2: letter.png", "Bilag 3: letter.jpg" };

	(void)unused;
	assert_holds(contents, "Indhold");
	for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
		int page = first_page_of(b, named[i]);

		assert_true(page > 0);
		assert_holds(contents, arena_format(a, "%s %d ", named[i], page));
	}
}

static void
the_contents_lead_there_and_bookmarks_are_nested(void **unused)
{
	struct bytes b = bind_up(sample());
	char *inside =
	    ask(a, b, "qpdf --qdf --object-streams=disable %s - | LC_ALL=C tr -d '\\000'");
	char *tree = ask(a, b, "qpdf --json --json-key=outlines %s");

	(void)unused;
	assert_int_equal(times_in(inside, "/Subtype /Link"), 6);
	assert_int_equal(times_in(inside, "/OBJR"), 6);
	assert_int_equal(times_in(inside, "/S /TOCI"), 6);
	assert_holds(ask(a, b, "qpdf --check %s"), "No syntax or stream encoding errors found");
	assert_holds(tree, "\"title\": \"2. Kurser\"");
	assert_holds(one_line(a, tree), "\"kids\": [ { \"dest\"");
	assert_holds(ask(a, b, "pdfinfo -struct %s"), "Part");
}

static void
the_cover_shows_where_anybody_proves_it(void **unused)
{
	struct bytes b = bind_up(sample());
	char *text = pdf_page_text(a, b, 1);

	(void)unused;
	assert_holds(text, "Dokumentation til Styrelsen for Patientsikkerhed");
	assert_holds(text, "https://logbog.example/verificer/K7WQ-2M4T");
}

static void
T_165_the_same_parts_give_the_same_bytes(void **unused)
{
	struct bytes one = bind_up(sample()), two = bind_up(sample());

	(void)unused;
	assert_int_equal(one.n, two.n);
	assert_memory_equal(one.at, two.at, one.n);
}

/* Nothing is left out silently: what cannot be drawn is named, whichever part it is in. */
static void
R_MER_03_what_cannot_be_drawn_stops_it_and_is_named(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < 3; i++) {
		struct bound *b = sample();
		struct report *letters = (struct report *)(uintptr_t)b->parts[1].report;
		struct appendix *cut = (struct appendix *)(uintptr_t)&letters->appendices[i];
		const struct appendix *bad = NULL;
		struct bytes out = { NULL, 0 };

		cut->content.n /= 2;
		assert_int_equal(bound_of(a, b, &out, &bad), REPORT_APPENDIX);
		assert_ptr_equal(bad, cut);
		assert_null(out.at);
	}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    T_163_name_number_and_page_stand_on_each_page, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    the_contents_name_each_part_and_appendix_with_its_page, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    the_contents_lead_there_and_bookmarks_are_nested, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    the_cover_shows_where_anybody_proves_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    T_165_the_same_parts_give_the_same_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    R_MER_03_what_cannot_be_drawn_stops_it_and_is_named, set_up, tear_down),
	};

	folder = argc > 1 ? argv[1] : "tests/files";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
