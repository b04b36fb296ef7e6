/* SPDX-License-Identifier: MPL-2.0
 *
 * The reference that a document bears within it, also one that was changed, and bytes that mean ill.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#define ZLIB_CONST
#include <zlib.h>

#include "inside.h"
#include "sending.h"

static struct arena *a;
static const char *own, *other;

static int
begin(void **state)
{
	static const unsigned char one[REFERENCE_BYTES] = { 1, 2, 3, 4, 5, 6, 7, 8 },
	                           two[REFERENCE_BYTES] = { 9, 8, 7, 6, 5, 4, 3, 2 };

	(void)state;
	a = arena_make();
	own = reference_of(a, one);
	other = reference_of(a, two);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_drop(a);
	return 0;
}

static struct bytes
bytes_of(const char *s)
{
	return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

static struct bytes
packed(struct bytes b, int window)
{
	unsigned char *out = arena_take(a, b.n + 1000);
	z_stream z = { 0 };
	struct bytes made;

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_in = b.at;
	z.avail_in = (uInt)b.n;
	z.next_out = out;
	z.avail_out = (uInt)(b.n + 1000);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	made = (struct bytes){ out, z.total_out };
	deflateEnd(&z);
	return made;
}

static struct bytes
joined(struct bytes x, struct bytes y)
{
	unsigned char *out = arena_take(a, x.n + y.n + 1);

	memcpy(out, x.at, x.n);
	memcpy(out + x.n, y.at, y.n);
	return (struct bytes){ out, x.n + y.n };
}

static struct bytes
pdf_of(const char *properties)
{
	struct bytes head = bytes_of("%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n");

	return joined(joined(head, packed(bytes_of(properties), MAX_WBITS)),
	    bytes_of("\nendstream\nendobj\n"));
}

static struct bytes
zip_of_file(const char *name, const char *text)
{
	unsigned char *head = arena_take(a, 30);

	memset(head, 0, 30);
	memcpy(head, "PK\3\4", 4);
	head[8] = 8;
	head[26] = (unsigned char)strlen(name);
	return joined(
	    joined((struct bytes){ head, 30 }, bytes_of(name)), packed(bytes_of(text), -MAX_WBITS));
}

static void
a_pdf_tells_its_own_among_others(void **state)
{
	(void)state;
	assert_string_equal(
	    reference_inside(
	        a, pdf_of(arena_format(a, "/Subject(%s)/Keywords(Reference %s)", other, own))),
	    own);
	assert_string_equal(reference_inside(a, pdf_of(arena_format(a, "(%s)", other))), other);
	assert_null(reference_inside(a, pdf_of("(LB-AAAA-AAAA-A)")));
}

static void
properties_of_two_bytes_a_letter_are_read(void **state)
{
	const char *text = arena_format(a, "Reference %s", own);
	unsigned char *wide = arena_take(a, 2 * strlen(text));
	struct bytes head = bytes_of("stream\r\n");

	(void)state;
	for (size_t i = 0; i < strlen(text); i++) {
		wide[2 * i] = '\0';
		wide[2 * i + 1] = (unsigned char)text[i];
	}
	assert_string_equal(
	    reference_inside(
	        a, joined(head, packed((struct bytes){ wide, 2 * strlen(text) }, MAX_WBITS))),
	    own);
}

static void
a_zip_tells_its_own_and_not_what_it_supplements(void **state)
{
	(void)state;
	assert_string_equal(
	    reference_inside(a,
	        zip_of_file("manifest.json",
	            arena_format(
	                a, "{\"supplements\": \"%s\", \"reference\": \"%s\"}", other, own))),
	    own);
	assert_null(reference_inside(
	    a, zip_of_file("manifest.xml", arena_format(a, "{\"reference\": \"%s\"}", own))));
}

static void
what_is_cut_off_anywhere_is_read_without_harm(void **state)
{
	struct bytes whole =
	    joined(zip_of_file("manifest.json", arena_format(a, "{\"reference\":\"%s\"}", own)),
	        pdf_of(arena_format(a, "Reference %s", own)));

	(void)state;
	for (size_t n = 0; n <= whole.n; n++) {
		unsigned char *exact = malloc(n == 0 ? 1 : n);
		struct arena *once = arena_make();
		const char *found;

		assert_non_null(exact);
		memcpy(exact, whole.at, n);
		found = reference_inside(once, (struct bytes){ exact, n });
		assert_true(found == NULL || strcmp(found, own) == 0);
		free(exact);
		arena_drop(once);
	}
	assert_null(reference_inside(a, (struct bytes){ 0 }));
}

/* Twenty megabytes of streams that each unpack to much, or read much and unpack to nothing. */
static void
what_unpacks_without_end_comes_to_an_end(void **state)
{
	enum { SIZE = 20 << 20 };
	unsigned char *b = calloc(1, SIZE);
	struct bytes bomb =
	    packed((struct bytes){ arena_take(a, 4 * INSIDE_STREAM_MOST), 4 * INSIDE_STREAM_MOST },
	        MAX_WBITS);
	const time_t began = time(NULL);

	(void)state;
	assert_non_null(b);
	for (size_t at = 0; at + bomb.n + 8 < SIZE; at += bomb.n + 7) {
		memcpy(b + at, "stream\n", 7);
		memcpy(b + at + 7, bomb.at, bomb.n);
	}
	assert_null(reference_inside(a, (struct bytes){ b, SIZE }));
	for (size_t at = 0; at + 14 < SIZE; at += 14)
		memcpy(b + at, "stream\n\x78\x9c\0\0\0\xff\xff", 14);
	assert_null(reference_inside(a, (struct bytes){ b, SIZE }));
	for (size_t at = 0; at + 5 < SIZE; at += 5)
		memcpy(b + at, "\0\0\0\xff\xff", 5);
	memcpy(b, "stream\n\x78\x9c", 9);
	assert_null(reference_inside(a, (struct bytes){ b, SIZE }));
	for (size_t at = 0; at + REFERENCE_LENGTH < SIZE; at += REFERENCE_LENGTH)
		memcpy(b + at, other, REFERENCE_LENGTH);
	assert_string_equal(reference_inside(a, (struct bytes){ b, SIZE }), other);
	assert_true(time(NULL) - began < 20);
	free(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_pdf_tells_its_own_among_others, begin, end),
		cmocka_unit_test_setup_teardown(
		    properties_of_two_bytes_a_letter_are_read, begin, end),
		cmocka_unit_test_setup_teardown(
		    a_zip_tells_its_own_and_not_what_it_supplements, begin, end),
		cmocka_unit_test_setup_teardown(
		    what_is_cut_off_anywhere_is_read_without_harm, begin, end),
		cmocka_unit_test_setup_teardown(
		    what_unpacks_without_end_comes_to_an_end, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
