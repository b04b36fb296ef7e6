/* SPDX-License-Identifier: MPL-2.0
 *
 * Uploaded files, good and bad, through logbook-proof as office calls it.
 *
 *	test_proof PROGRAM FILES HUGE
 *
 * PROGRAM is logbook-proof, FILES the folder tests/files, HUGE a picture of 20,000 × 20,000
 * dots (make_files huge.png).
 */
#include "prove.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *program, *folder, *huge;
static struct arena *arena;
static struct proved proved;

static struct bytes
whole(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct bytes b = { NULL, 0 };
	char *at;

	assert_non_null(f);
	fseek(f, 0, SEEK_END);
	b.n = (size_t)ftell(f);
	rewind(f);
	at = arena_take(arena, b.n);
	assert_int_equal(fread(at, 1, b.n, f), b.n);
	fclose(f);
	b.at = (unsigned char *)at;
	return b;
}

static struct bytes
sample(const char *name)
{
	return whole(arena_format(arena, "%s/%s", folder, name));
}

static enum proof
prove(struct bytes b)
{
	proved = (struct proved){ NULL, 0 };
	return prove_file(program, &b, &proved);
}

static void
assert_fine(const char *name, const char *type, unsigned pages)
{
	assert_int_equal(prove(sample(name)), PROOF_FINE);
	assert_string_equal(proved.type, type);
	assert_int_equal(proved.pages, pages);
}

static void
good_letters_are_proved_with_type_and_pages(void **unused)
{
	(void)unused;
	assert_fine("letter.pdf", "application/pdf", 2);
	assert_fine("form.pdf", "application/pdf", 1);
	assert_fine("letter.jpg", "image/jpeg", 1);
	assert_fine("letter.png", "image/png", 1);
}

static void
an_html_file_named_pdf_is_refused(void **unused)
{
	(void)unused;
	assert_int_equal(prove(sample("html-named.pdf")), PROOF_TYPE);
	assert_null(proved.type);
}

static void
an_encrypted_pdf_is_refused(void **unused)
{
	(void)unused;
	assert_int_equal(prove(sample("encrypted.pdf")), PROOF_ENCRYPTED);
}

static void
half_a_pdf_is_refused(void **unused)
{
	(void)unused;
	assert_int_equal(prove(sample("half.pdf")), PROOF_DAMAGED);
}

/* Wherever it is cut: a decoder that fills the rest with grey must not be believed. */
static void
half_a_picture_is_refused(void **unused)
{
	static const char *const names[] = { "letter.jpg", "letter.png" };

	(void)unused;
	for (size_t i = 0; i < 2; i++) {
		struct bytes b = sample(names[i]);
		size_t n = b.n;

		for (size_t part = 1; part < 8; part++) {
			b.n = n * part / 8;
			assert_int_equal(prove(b), PROOF_DAMAGED);
		}
		b.n = n - 20;
		assert_int_equal(prove(b), PROOF_DAMAGED);
	}
}

static void
a_picture_of_20000_by_20000_is_refused(void **unused)
{
	(void)unused;
	assert_int_equal(prove(whole(huge)), PROOF_TOO_LARGE_PICTURE);
}

static void
no_bytes_are_refused(void **unused)
{
	(void)unused;
	assert_int_equal(prove((struct bytes){ (const unsigned char *)"", 0 }), PROOF_EMPTY);
}

static void
more_than_20_MB_are_refused(void **unused)
{
	struct bytes b = { arena_take(arena, PROVE_LARGEST + 1), PROVE_LARGEST + 1 };

	(void)unused;
	assert_int_equal(prove(b), PROOF_TOO_LARGE);
	b.n--;
	assert_int_equal(prove(b), PROOF_TYPE);
}

/* A PDF of so many empty pages, without a table of what stands where being wrong. */
static struct bytes
pdf_of_pages(unsigned n)
{
	struct text t = { .arena = arena };
	size_t at[3], table;

	text_puts(&t, "%PDF-1.4\n");
	at[0] = t.len;
	text_puts(&t, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
	at[1] = t.len;
	text_format(&t, "2 0 obj\n<</Type/Pages/Count %u/Kids[", n);
	for (unsigned i = 0; i < n; i++)
		text_format(&t, "%u 0 R ", i + 3);
	text_puts(&t, "]>>\nendobj\n");
	at[2] = t.len;
	for (unsigned i = 0; i < n; i++)
		text_format(&t,
		    "%3u 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n", i + 3);
	table = t.len;
	text_format(&t, "xref\n0 %u\n0000000000 65535 f \n%010zu 00000 n \n%010zu 00000 n \n",
	    n + 3, at[0], at[1]);
	for (unsigned i = 0; i < n; i++)
		text_format(&t, "%010zu 00000 n \n", at[2] + i * (table - at[2]) / n);
	text_format(&t, "trailer<</Root 1 0 R/Size %u>>\nstartxref\n%zu\n%%%%EOF\n", n + 3, table);
	return (struct bytes){ (unsigned char *)t.at, t.len };
}

static void
more_than_200_pages_are_refused(void **unused)
{
	(void)unused;
	assert_int_equal(prove(pdf_of_pages(200)), PROOF_FINE);
	assert_int_equal(proved.pages, 200);
	assert_int_equal(prove(pdf_of_pages(201)), PROOF_TOO_MANY_PAGES);
}

/* Any byte of a good letter changed: an answer always comes, and never a wrong type. */
static void
a_changed_byte_gets_an_answer(void **unused)
{
	struct bytes b = sample("letter.pdf");

	(void)unused;
	for (size_t i = 200; i < b.n; i += b.n / 40) {
		char *copy = arena_copy(arena, (const char *)b.at, b.n);
		enum proof p;

		copy[i] = (char)(copy[i] ^ 0x15);
		p = prove((struct bytes){ (unsigned char *)copy, b.n });
		assert_true(p == PROOF_FINE || p == PROOF_DAMAGED || p == PROOF_EMPTY);
	}
}

/* What is not logbook-proof, or dies, proves nothing. */
static void
a_program_that_fails_proves_nothing(void **unused)
{
	struct bytes b = sample("letter.pdf");

	(void)unused;
	assert_int_equal(prove_file("/nowhere/logbook-proof", &b, &proved), PROOF_UNABLE);
	assert_int_equal(prove_file("/bin/false", &b, &proved), PROOF_DAMAGED);
	assert_int_equal(prove_file("/bin/true", &b, &proved), PROOF_DAMAGED);
}

static void
each_refusal_has_a_sentence(void **unused)
{
	(void)unused;
	assert_string_equal(proof_sentence(PROOF_FINE), "");
	for (int p = PROOF_TYPE; p <= PROOF_UNABLE; p++) {
		assert_true(strlen(proof_sentence((enum proof)p)) > 30);
		assert_true(utf8_is_valid(
		    proof_sentence((enum proof)p), strlen(proof_sentence((enum proof)p))));
	}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_letters_are_proved_with_type_and_pages),
		cmocka_unit_test(an_html_file_named_pdf_is_refused),
		cmocka_unit_test(an_encrypted_pdf_is_refused),
		cmocka_unit_test(half_a_pdf_is_refused),
		cmocka_unit_test(half_a_picture_is_refused),
		cmocka_unit_test(a_picture_of_20000_by_20000_is_refused),
		cmocka_unit_test(no_bytes_are_refused),
		cmocka_unit_test(more_than_20_MB_are_refused),
		cmocka_unit_test(more_than_200_pages_are_refused),
		cmocka_unit_test(a_changed_byte_gets_an_answer),
		cmocka_unit_test(a_program_that_fails_proves_nothing),
		cmocka_unit_test(each_refusal_has_a_sentence),
	};
	int failed;

	if (argc != 4) {
		fprintf(stderr, "usage: test_proof PROGRAM FILES HUGE\n");
		return 2;
	}
	program = argv[1];
	folder = argv[2];
	huge = argv[3];
	arena = arena_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_drop(arena);
	return failed;
}
