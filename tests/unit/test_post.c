/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "mime.h"
#include "verdict.h"

static struct arena *arena;

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

/* 26 November 2026, a Thursday, 19:20:12 UTC. */
static const char *
mail(const char *subject, const char *text, enum mime_body body)
{
	const struct mime_mail m = { 7, "logbog@example.dk", "søren.ås@example.dk", subject, text,
		{ 1795720812 } };

	return mime_text(arena, &m, body);
}

static const char *
header(const char *whole, const char *name)
{
	const char *at = strstr(whole, arena_format(arena, "\r\n%s: ", name));
	size_t n = 0;

	assert_non_null(at);
	at += strlen(name) + 4;
	while (strncmp(at + n, "\r\n", 2) != 0 || at[n + 2] == ' ')
		n++;
	return arena_copy(arena, at, n);
}

static const char *
body_of(const char *whole)
{
	return strstr(whole, "\r\n\r\n") + 4;
}

static void
a_mail_has_the_headers_of_one_that_a_machine_has_made(void **state)
{
	const char *m = mail("Logbog.net - Adgangsoplysninger", "Hej\n", MIME_QUOTED);

	(void)state;
	assert_ptr_equal(strstr(m, "From: Logbog <logbog@example.dk>\r\n"), m);
	assert_string_equal(header(m, "Subject"), "Logbog.net - Adgangsoplysninger");
	assert_string_equal(header(m, "Date"), "Thu, 26 Nov 2026 19:20:12 +0000");
	assert_string_equal(header(m, "Message-ID"), "<logbog-7-1795720812@example.dk>");
	assert_string_equal(header(m, "Auto-Submitted"), "auto-generated");
	assert_string_equal(header(m, "Content-Type"), "text/plain; charset=UTF-8");
	assert_string_equal(header(m, "Content-Transfer-Encoding"), "quoted-printable");
	assert_string_equal(body_of(m), "Hej\r\n");
}

static void
a_subject_with_other_letters_is_encoded_and_no_letter_is_cut_in_two(void **state)
{
	const char *s = header(
	    mail("Ændret forløb på børneafdelingen i Ålborg: æøåæøåæøåæøåæøåæøå", "", MIME_QUOTED),
	    "Subject");

	(void)state;
	assert_ptr_equal(strstr(s, "=?UTF-8?Q?=C3=86ndret_forl=C3=B8b_p=C3=A5_"), s);
	for (const char *p = s; p != NULL; p = strstr(p + 1, "\r\n ")) {
		const char *end = strstr(p + 1, "\r\n");

		assert_true((end == NULL ? strlen(p) : (size_t)(end - p)) <= 76);
	}
	/* Every word ends after a whole letter: what is before "?=" is the second byte of one. */
	for (const char *p = strstr(s, "?=\r\n"); p != NULL; p = strstr(p + 1, "?=\r\n"))
		assert_true(strncmp(p - 3, "=C3", 3) != 0);
}

static void
a_subject_that_looks_encoded_is_encoded(void **state)
{
	(void)state;
	assert_string_equal(header(mail("=?x", "", MIME_QUOTED), "Subject"), "=?UTF-8?Q?=3D=3Fx?=");
}

static void
a_subject_cannot_add_a_header(void **state)
{
	const char *m = mail("a\r\nBcc: x@y.dk", "", MIME_QUOTED);

	(void)state;
	assert_null(strstr(m, "\nBcc:"));
}

static void
a_text_is_quoted_in_lines_of_76(void **state)
{
	char lang[300];
	const char *b;

	(void)state;
	memset(lang, 'a', sizeof lang - 1);
	lang[sizeof lang - 1] = '\0';
	b = body_of(mail("x", lang, MIME_QUOTED));
	for (const char *line = b; *line != '\0';) {
		const char *end = strstr(line, "\r\n");

		assert_true((end == NULL ? strlen(line) : (size_t)(end - line)) <= 76);
		line = end == NULL ? line + strlen(line) : end + 2;
	}
	assert_string_equal(
	    body_of(mail("x", "blå = 1 \nslut\t", MIME_QUOTED)), "bl=C3=A5 =3D 1=20\r\nslut=09");
}

static void
a_file_is_read_as_it_is(void **state)
{
	const char *m = mail("x", "Kære Åse\nhttps://x/=\n", MIME_AS_IS);

	(void)state;
	assert_string_equal(header(m, "Content-Transfer-Encoding"), "8bit");
	assert_string_equal(body_of(m), "Kære Åse\r\nhttps://x/=\r\n");
}

static void
an_address_holds_nothing_that_a_server_could_take_for_more(void **state)
{
	(void)state;
	assert_true(mime_address_holds("maja.lind@example.dk"));
	assert_true(mime_address_holds("søren@example.dk"));
	assert_false(mime_address_holds("a@b.dk>\r\nRCPT TO:<x@y.dk"));
	assert_false(mime_address_holds("a@b.dk, x@y.dk"));
	assert_false(mime_address_holds("a b@c.dk"));
	assert_false(mime_address_holds("a@b@c.dk"));
	assert_false(mime_address_holds("<a@b.dk>"));
	assert_false(mime_address_holds("@b.dk"));
	assert_false(mime_address_holds("a@"));
	assert_false(mime_address_holds("a"));
	assert_false(mime_address_holds(""));
}

static void
what_a_server_may_have_taken_is_not_sent_again(void **state)
{
	(void)state;
	/* The end was handed over, and nothing came back but "go on". */
	assert_int_equal(verdict_of_smtp(true, false, 354), VERDICT_UNSURE);
	assert_int_equal(verdict_of_smtp(true, false, 0), VERDICT_UNSURE);
	assert_int_equal(verdict_of_smtp(true, false, 250), VERDICT_SENT);
	/* It says that it has not. */
	assert_int_equal(verdict_of_smtp(true, false, 451), VERDICT_LATER);
	assert_int_equal(verdict_of_smtp(true, false, 554), VERDICT_FAILED);
	/* Lost in the midst of the text. */
	assert_int_equal(verdict_of_smtp(false, false, 354), VERDICT_WAIT);
}

static void
what_is_refused_is_told_from_a_server_that_refuses_everybody(void **state)
{
	(void)state;
	assert_int_equal(verdict_of_smtp(false, true, 450), VERDICT_LATER);
	assert_int_equal(verdict_of_smtp(false, true, 550), VERDICT_FAILED);
	assert_int_equal(verdict_of_smtp(false, false, 554), VERDICT_WAIT);
	assert_int_equal(verdict_of_smtp(false, true, 530), VERDICT_WAIT);
	assert_int_equal(verdict_of_smtp(false, false, 535), VERDICT_WAIT);
	assert_int_equal(verdict_of_smtp(false, true, 421), VERDICT_WAIT);
	assert_int_equal(verdict_of_smtp(false, false, 0), VERDICT_WAIT);
}

static void
a_message_is_judged_by_the_answer_of_its_gateway(void **state)
{
	(void)state;
	assert_int_equal(verdict_of_http(true, 200), VERDICT_SENT);
	assert_int_equal(verdict_of_http(true, 202), VERDICT_SENT);
	assert_int_equal(verdict_of_http(true, 400), VERDICT_FAILED);
	assert_int_equal(verdict_of_http(true, 401), VERDICT_WAIT);
	assert_int_equal(verdict_of_http(true, 429), VERDICT_LATER);
	assert_int_equal(verdict_of_http(true, 503), VERDICT_LATER);
	assert_int_equal(verdict_of_http(true, 500), VERDICT_UNSURE);
	assert_int_equal(verdict_of_http(true, 0), VERDICT_UNSURE);
	assert_int_equal(verdict_of_http(false, 0), VERDICT_WAIT);
}

static void
pauses_grow_to_six_hours(void **state)
{
	(void)state;
	assert_int_equal(verdict_pause(1), 60);
	for (uint32_t i = 1; i < 300; i++)
		assert_true(verdict_pause(i) >= verdict_pause(i - 1));
	assert_int_equal(verdict_pause(255), 6 * 60 * 60);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mail_has_the_headers_of_one_that_a_machine_has_made),
		cmocka_unit_test(
		    a_subject_with_other_letters_is_encoded_and_no_letter_is_cut_in_two),
		cmocka_unit_test(a_subject_that_looks_encoded_is_encoded),
		cmocka_unit_test(a_subject_cannot_add_a_header),
		cmocka_unit_test(a_text_is_quoted_in_lines_of_76),
		cmocka_unit_test(a_file_is_read_as_it_is),
		cmocka_unit_test(an_address_holds_nothing_that_a_server_could_take_for_more),
		cmocka_unit_test(what_a_server_may_have_taken_is_not_sent_again),
		cmocka_unit_test(what_is_refused_is_told_from_a_server_that_refuses_everybody),
		cmocka_unit_test(a_message_is_judged_by_the_answer_of_its_gateway),
		cmocka_unit_test(pauses_grow_to_six_hours),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
