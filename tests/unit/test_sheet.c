/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "sheet.h"

static struct arena *arena;
static struct sheet sheet;
static struct sheet_faults faults;

static int
setup(void **state)
{
	(void)state;
	arena = arena_make();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_drop(arena);
	return 0;
}

static bool
read_bytes(const char *s, size_t n)
{
	memset(&faults, 0, sizeof faults);
	faults.arena = arena;
	return sheet_read(arena, (struct bytes){ (const unsigned char *)s, n }, &sheet, &faults);
}

static bool
read(const char *s)
{
	return read_bytes(s, strlen(s));
}

static const char *
cell(size_t row, size_t column)
{
	assert_true(row < sheet.nrows);
	assert_true(column < sheet.ncolumns);
	return sheet.rows[row].cells[column].text;
}

/* The i-th fault, as a person reads it. */
static const char *
fault(size_t i)
{
	assert_true(i < faults.n);
	return sheet_fault_text(arena, &faults.fault[i]);
}

static void
the_header_row_decides_the_separator(void **state)
{
	(void)state;
	assert_true(read("a;b\n1,5;2\n"));
	assert_int_equal(sheet.separator, ';');
	assert_string_equal(cell(0, 0), "1,5");
	assert_true(read("a,b\n1;5,2\n"));
	assert_int_equal(sheet.separator, ',');
	assert_string_equal(cell(0, 0), "1;5");
	assert_true(read("\"a;x\",b\n1,2\n"));
	assert_int_equal(sheet.separator, ',');
}

static void
bom_and_every_line_end_are_read(void **state)
{
	static const char *const files[] = { "\357\273\277a;b\r\n1;2\r\n3;4", "a;b\n1;2\n3;4\n",
		"a;b\r1;2\r3;4\r" };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_true(read(files[i]));
		assert_int_equal(sheet.nrows, 2);
		assert_string_equal(sheet.header[0], "a");
		assert_string_equal(cell(1, 1), "4");
		assert_int_equal(sheet.rows[1].line, 3);
	}
}

static void
quoted_cells_hold_quotes_separators_and_newlines(void **state)
{
	(void)state;
	assert_true(read("a;b\n\"x;\"\"y\"\"\r\nz\";\"\"\nv;w\n"));
	assert_string_equal(cell(0, 0), "x;\"y\"\nz");
	assert_string_equal(cell(0, 1), "");
	assert_int_equal(sheet.rows[0].cells[1].line, 3);
	assert_int_equal(sheet.rows[1].line, 4);
	assert_int_equal(sheet.rows[1].row, 3);
}

static void
notes_are_read_as_typed_and_as_a_spreadsheet_saves_them(void **state)
{
	(void)state;
	assert_true(read("# Title: A; B: C\n#x:\n\na;b;c\n1;2;3\n"));
	assert_int_equal(sheet.nnotes, 2);
	assert_string_equal(sheet.notes[0].key, "title");
	assert_string_equal(sheet.notes[0].value, "A; B: C");
	assert_string_equal(sheet.notes[1].value, "");
	assert_int_equal(sheet.header_line, 4);
	assert_true(read("# title: A;;\n\"# source: a; \"\"b\"\"\";;\n;;\na;b;c\n1;2;3\n;;\n"));
	assert_string_equal(sheet.notes[0].value, "A");
	assert_string_equal(sheet.notes[1].value, "a; \"b\"");
	assert_int_equal(sheet.nrows, 1);
	assert_int_equal(sheet.rows[0].row, 5);
}

static void
columns_are_found_by_name_whatever_their_capitals(void **state)
{
	(void)state;
	assert_true(read("Nummer; Titel ;;\n1;x;;\n2;y\n"));
	assert_int_equal(sheet.ncolumns, 2);
	assert_int_equal(sheet_column(&sheet, "titel"), 1);
	assert_int_equal(sheet_column(&sheet, "rolle"), 2);
	assert_int_equal(sheet.nrows, 2);
}

static void
a_row_with_another_number_of_fields_is_told_and_left_out(void **state)
{
	(void)state;
	assert_false(read("a;b\n1\n1;2\n1;2;3\n1;2;\n"));
	assert_int_equal(faults.n, 2);
	assert_int_equal(sheet.nrows, 2);
	assert_int_equal(faults.fault[0].at.line, 2);
	assert_non_null(strstr(fault(0), "Linje 2: Rækken har 1 felter, men overskriften har 2."));
	assert_int_equal(faults.fault[1].at.line, 4);
}

static void
quotation_marks_gone_wrong_are_told_where_they_are(void **state)
{
	(void)state;
	assert_false(read("a;b\nx;y\"z\n\"x\"y;z\n1;2\n"));
	assert_int_equal(faults.n, 2);
	assert_non_null(strstr(fault(0), "Linje 2, kolonne 2 (b): Et anførselstegn"));
	assert_non_null(strstr(fault(1), "Linje 3, kolonne 1 (a): Et anførselstegn"));
	assert_int_equal(sheet.nrows, 1);
	assert_false(read("a;b\n1;\"2\n3;4\n"));
	assert_int_equal(faults.n, 1);
	assert_string_equal(
	    fault(0), "Linje 2, kolonne 2 (b): Feltets anførselstegn bliver aldrig lukket.");
}

static void
bytes_that_are_not_utf8_are_told_once_each(void **state)
{
	(void)state;
	assert_false(read("a;b\nbl\xe5;\xc3\xa6\nx;\xff\n"));
	assert_int_equal(faults.n, 2);
	assert_string_equal(fault(0),
	    "Linje 2, kolonne 1 (a): Teksten er ikke UTF-8. Gem filen som \"CSV UTF-8\" i Excel.");
	assert_int_equal(faults.fault[1].at.column, 2);
	assert_null(cell(0, 0));
	assert_string_equal(cell(0, 1), "æ");
	assert_false(read_bytes("a;b\n1;\0\n", 8));
	assert_non_null(strstr(fault(0), "styretegn"));
	assert_false(read_bytes("\xff\xfe"
	                        "a\0;\0",
	    6));
	assert_int_equal(faults.n, 1);
	assert_non_null(strstr(fault(0), "UTF-16"));
}

static void
the_row_of_the_spreadsheet_is_told_where_it_is_not_the_line(void **state)
{
	(void)state;
	assert_false(read("a;b\n\"x\ny\";1\n1;\x01\n"));
	assert_non_null(strstr(fault(0), "Linje 4 (række 3 i regnearket), kolonne 2 (b): "));
}

static void
a_header_row_is_needed_with_names_that_differ(void **state)
{
	(void)state;
	assert_false(read(""));
	assert_false(read("# a: b\n\n"));
	assert_string_equal(fault(0), "Linje 3: Filen har ingen række med overskrifter.");
	assert_false(read("a;;a\n1;2;3\n"));
	assert_int_equal(faults.n, 2);
	assert_non_null(strstr(fault(0), "kolonne 2: Kolonnen har ingen overskrift."));
	assert_non_null(strstr(fault(1), "\"a\" findes to gange"));
}

static void
notes_without_a_colon_or_in_two_cells_are_told(void **state)
{
	(void)state;
	assert_false(read("# title\n\"# a: b\";c\na;b\n1;2\n"));
	assert_int_equal(faults.n, 2);
	assert_int_equal(faults.fault[0].at.line, 1);
	assert_int_equal(faults.fault[1].at.line, 2);
}

static void
no_more_faults_than_a_hundred_are_kept(void **state)
{
	struct text t = { .arena = arena };

	(void)state;
	text_puts(&t, "a;b\n");
	for (int i = 0; i < SHEET_FAULTS; i++)
		text_puts(&t, "1\n");
	assert_false(read(t.at));
	assert_int_equal(faults.n, SHEET_FAULTS);
	assert_false(faults.more);
	text_puts(&t, "1\n1\n");
	assert_false(read(t.at));
	assert_int_equal(faults.n, SHEET_FAULTS);
	assert_true(faults.more);
}

static void
a_file_too_large_or_with_too_many_columns_is_refused(void **state)
{
	size_t n = (size_t)SHEET_BYTES + 1;
	char *big = arena_take(arena, n);

	(void)state;
	memset(big, 'a', n);
	assert_false(read_bytes(big, n));
	assert_non_null(strstr(fault(0), "8 MB"));
	memset(big, ';', SHEET_COLUMNS + 1);
	assert_false(read_bytes(big, SHEET_COLUMNS));
	assert_string_equal(faults.fault[0].what, "Filen har ingen række med overskrifter.");
	big[0] = big[SHEET_COLUMNS + 1] = 'a';
	assert_false(read_bytes(big, SHEET_COLUMNS + 2));
	assert_non_null(strstr(fault(0), "flere end 64 kolonner"));
}

static void
a_reader_may_have_limits_of_its_own(void **state)
{
	static const struct sheet_limit small = { 12, 2 };
	const struct bytes fits = { (const unsigned char *)"a;b\n1;2\n3;4\n", 12 };
	const struct bytes rows = { (const unsigned char *)"a\n1\n2\n3\n", 8 };
	const struct bytes bytes = { (const unsigned char *)"a;b\n1;2\n3;45\n", 13 };

	(void)state;
	faults = (struct sheet_faults){ .arena = arena };
	assert_true(sheet_read_within(arena, fits, &small, &sheet, &faults));
	assert_int_equal(sheet.nrows, 2);
	assert_false(sheet_read_within(arena, rows, &small, &sheet, &faults));
	assert_non_null(strstr(fault(0), "flere end 2 rækker"));
	faults = (struct sheet_faults){ .arena = arena };
	assert_false(sheet_read_within(arena, bytes, &small, &sheet, &faults));
	assert_non_null(strstr(fault(0), "større end"));
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_header_row_decides_the_separator),
		TEST(bom_and_every_line_end_are_read),
		TEST(quoted_cells_hold_quotes_separators_and_newlines),
		TEST(notes_are_read_as_typed_and_as_a_spreadsheet_saves_them),
		TEST(columns_are_found_by_name_whatever_their_capitals),
		TEST(a_row_with_another_number_of_fields_is_told_and_left_out),
		TEST(quotation_marks_gone_wrong_are_told_where_they_are),
		TEST(bytes_that_are_not_utf8_are_told_once_each),
		TEST(the_row_of_the_spreadsheet_is_told_where_it_is_not_the_line),
		TEST(a_header_row_is_needed_with_names_that_differ),
		TEST(notes_without_a_colon_or_in_two_cells_are_told),
		TEST(no_more_faults_than_a_hundred_are_kept),
		TEST(a_file_too_large_or_with_too_many_columns_is_refused),
		TEST(a_reader_may_have_limits_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
