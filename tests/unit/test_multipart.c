/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include <stdlib.h>

#include "multipart.h"

#define TYPE "multipart/form-data; boundary=xyz"
#define FIELD(name, value) \
	"--xyz\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART(filename, value) \
	"--xyz\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"" filename "\"\r\n" \
	"Content-Type: application/pdf\r\n\r\n" value "\r\n"
#define END "--xyz--\r\n"

static struct arena *a;
static struct pairs fields;
static struct uploads files;

static int
begin(void **state)
{
	(void)state;
	a = arena_make();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_drop(a);
	return 0;
}

/* The body lies in memory of just its size, so that reading beyond it is seen. */
static bool
read_as(const char *type, const char *body, size_t n)
{
	char *exact = malloc(n > 0 ? n : 1);
	bool fine;

	memcpy(exact, body, n);
	fine =
	    multipart_read(a, type, (struct bytes){ (unsigned char *)exact, n }, &fields, &files);
	for (size_t i = 0; fine && i < files.n; i++)
		files.at[i].content.at = (unsigned char *)arena_copy(
		    a, (const char *)files.at[i].content.at, files.at[i].content.n);
	free(exact);
	return fine;
}

static bool
reads(const char *body)
{
	return read_as(TYPE, body, strlen(body));
}

static const char *
filename_of(const char *written)
{
	assert_true(reads(arena_format(a, FILE_PART("%s", "x") END, written)));
	assert_int_equal(files.n, 1);
	return files.at[0].filename;
}

static void
fields_and_files_come_apart(void **state)
{
	static const char body[] = FIELD("navn", "Søren\r\nMøller")
	    FILE_PART("bevis.pdf", "%PDF\0\xff\r\n-") FIELD("tom", "") END;

	(void)state;
	assert_true(read_as(TYPE, body, sizeof body - 1));
	assert_int_equal(fields.n, 2);
	assert_string_equal(pairs_value(&fields, "navn"), "Søren\r\nMøller");
	assert_string_equal(pairs_value(&fields, "tom"), "");
	assert_int_equal(files.n, 1);
	assert_string_equal(files.at[0].name, "fil");
	assert_string_equal(files.at[0].filename, "bevis.pdf");
	assert_int_equal(files.at[0].content.n, 9);
	assert_memory_equal(files.at[0].content.at, "%PDF\0\xff\r\n-", 9);
}

static void
no_file_chosen_is_a_file_without_name(void **state)
{
	(void)state;
	assert_string_equal(filename_of(""), "");
	assert_true(reads(END));
	assert_int_equal(fields.n + files.n, 0);
}

static void
the_boundary_stands_in_the_content_type(void **state)
{
	static const char *const good[] = {
		"multipart/form-data; boundary=xyz",
		"Multipart/Form-Data;boundary=xyz",
		"multipart/form-data; boundary=\"xyz\"",
		"multipart/form-data; BOUNDARY=xyz",
		"multipart/form-data; charset=utf-8; boundary=xyz",
		"multipart/form-data; x=\"; boundary=no\"; boundary=xyz ",
	};
	static const char *const bad[] = {
		"",
		"multipart/form-data",
		"multipart/form-data; boundary=",
		"text/plain; boundary=xyz",
		"multipart/form-data; boundary=\"xyz",
		"multipart/form-data; boundary=x\x01",
		"multipart/form-data; boundary=xyz; boundary=xyz",
		"multipart/form-datax; boundary=xyz",
		"multipart/form-data; boundary=\"xyz\"x",
		"multipart/form-data; boundary=xæz",
		"multipart/form-data; boundary=\"\"",
		"multipart/form-data; boundary=\"xyz \"",
	};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		if (!read_as(good[i], END, sizeof END - 1))
			fail_msg("refused: %s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (read_as(bad[i], END, sizeof END - 1))
			fail_msg("not refused: %s", bad[i]);
}

static bool
reads_with_boundary_of(size_t n)
{
	char boundary[100] = { 0 };
	const char *body;

	memset(boundary, 'b', n);
	body = arena_format(a, "--%s--\r\n", boundary);
	return read_as(
	    arena_format(a, "multipart/form-data; boundary=%s", boundary), body, strlen(body));
}

static void
a_boundary_has_70_characters_at_most(void **state)
{
	(void)state;
	assert_true(reads_with_boundary_of(1));
	assert_true(reads_with_boundary_of(70));
	assert_false(reads_with_boundary_of(71));
}

static void
what_is_malformed_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"--xyz",
		"--xyz-",
		"--xyz\r\n",
		"x" END,
		"--xyy--\r\n",
		"--xyz--x",
		"--xyz--\r\nx",
		FIELD("a", "b"),
		FIELD("a", "b") "--xyz",
		FIELD("a", "b") "--xyzz--\r\n",
		"--xyz\nContent-Disposition: form-data; name=\"a\"\n\nb\n--xyz--\n",
		"--xyz\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Type: text/plain\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=b\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"a\"x\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n"
		"Content-Disposition: form-data; name=\"b\"\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"a\x01\"\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"a\tb\"\r\n\r\nb\r\n" END,
		"--xyz\r\nContent-Disposition: form-data; name=\"\xe6\"\r\n\r\nb\r\n" END,
		FIELD("a", "\xe6"),
		FIELD("a", "\xe6") END,
		FIELD("a", "\x1b") END,
		FILE_PART("\xe6.pdf", "x") END,
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (reads(bad[i]))
			fail_msg("not refused: %s", bad[i]);
	assert_false(read_as(TYPE, FIELD("a", "b\0c") END, sizeof(FIELD("a", "b\0c") END) - 1));
}

static void
a_body_cut_off_anywhere_is_refused(void **state)
{
	static const char body[] = FIELD("navn", "værdi") FILE_PART("a.pdf", "indhold") "--xyz--";

	(void)state;
	assert_true(read_as(TYPE, body, sizeof body - 1));
	for (size_t n = 0; n < sizeof body - 1; n++)
		assert_false(read_as(TYPE, body, n));
}

static void
what_looks_like_a_boundary_inside_a_line_is_content(void **state)
{
	(void)state;
	assert_true(reads(FIELD("a", "b --xyz\n--xyz-- \r\n-xyz") END));
	assert_string_equal(pairs_value(&fields, "a"), "b --xyz\n--xyz-- \r\n-xyz");
}

static void
there_are_200_parts_and_names_of_100_bytes_at_most(void **state)
{
	struct text body = { .arena = a };
	char name[102] = { 0 };

	(void)state;
	for (int i = 0; i < 200; i++)
		text_puts(&body, FIELD("a", "b"));
	assert_true(reads(arena_format(a, "%s%s", body.at, END)));
	assert_int_equal(fields.n, 200);
	assert_false(reads(arena_format(a, "%s%s%s", body.at, FIELD("a", "b"), END)));
	memset(name, 'n', 100);
	assert_true(reads(arena_format(a, FIELD("%s", "b") END, name)));
	name[100] = 'n';
	assert_false(reads(arena_format(a, FIELD("%s", "b") END, name)));
}

static void
a_filename_is_only_the_last_part_and_clean(void **state)
{
	(void)state;
	assert_string_equal(filename_of("C:\\Users\\æ\\bevis.pdf"), "bevis.pdf");
	assert_string_equal(filename_of("../../etc/passwd"), "passwd");
	assert_string_equal(filename_of("a/b\\c.pdf"), "c.pdf");
	assert_string_equal(filename_of("a\x01\x7f\xc2\x85"
	                                "b\nc.pdf"),
	    "abc.pdf");
	assert_string_equal(filename_of("  kursus bevis.pdf "), "kursus bevis.pdf");
	assert_string_equal(filename_of("mappe/"), "unavngivet");
	assert_string_equal(filename_of("a%22b\\\"c.pdf"), "a\"b\"c.pdf");
	assert_string_equal(filename_of("hundrede%20.pdf"), "hundrede%20.pdf");
	assert_string_equal(filename_of("a; name=b.pdf"), "a; name=b.pdf");
}

static void
a_filename_has_200_characters_at_most(void **state)
{
	struct text name = { .arena = a };

	(void)state;
	for (int i = 0; i < 300; i++)
		text_puts(&name, "ø");
	assert_int_equal(utf8_count(filename_of(name.at)), 200);
}

static void
other_headers_and_parameters_are_passed_over(void **state)
{
	(void)state;
	assert_true(
	    reads("--xyz\r\ncontent-type: text/plain\r\nX: y\r\n"
	          "content-disposition:form-data; x=y; name=\"a\"; z=\"w\"\r\n\r\nb\r\n" END));
	assert_string_equal(pairs_value(&fields, "a"), "b");
	assert_true(
	    reads("--xyz\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.pdf\"; "
	          "filename*=UTF-8''b.pdf\r\n\r\nb\r\n" END));
	assert_string_equal(files.at[0].filename, "a.pdf");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_and_files_come_apart),
		cmocka_unit_test(no_file_chosen_is_a_file_without_name),
		cmocka_unit_test(the_boundary_stands_in_the_content_type),
		cmocka_unit_test(a_boundary_has_70_characters_at_most),
		cmocka_unit_test(what_is_malformed_is_refused),
		cmocka_unit_test(a_body_cut_off_anywhere_is_refused),
		cmocka_unit_test(what_looks_like_a_boundary_inside_a_line_is_content),
		cmocka_unit_test(there_are_200_parts_and_names_of_100_bytes_at_most),
		cmocka_unit_test(a_filename_is_only_the_last_part_and_clean),
		cmocka_unit_test(a_filename_has_200_characters_at_most),
		cmocka_unit_test(other_headers_and_parameters_are_passed_over),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
