/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "form_make.h"

static struct arena *a;

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

static const struct form *
make_as(const char *type, const char *body)
{
	return form_make(a, type, (struct bytes){ (const unsigned char *)body, strlen(body) });
}

static const struct form *
make(const char *body)
{
	const struct form *f = make_as("application/x-www-form-urlencoded", body);

	assert_non_null(f);
	return f;
}

#define assert_fault(f, name, sentence) assert_string_equal(form_fault((f), (name)), (sentence))

/* --- making --------------------------------------------------------------------------- */

static void
a_form_is_made_of_either_kind_of_body(void **state)
{
	static const char multipart[] =
	    "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n"
	    "--x\r\nContent-Disposition: form-data; name=\"f\"; "
	    "filename=\"p.pdf\"\r\n\r\n%PDF\r\n--x--\r\n";
	const struct form *f = make_as("multipart/form-data; boundary=x", multipart);

	(void)state;
	assert_non_null(f);
	assert_string_equal(form_value(f, "a"), "b");
	assert_string_equal(form_file(f, "f")->filename, "p.pdf");
	assert_null(form_file(f, "a"));
	f = make_as("Application/X-WWW-Form-URLencoded; charset=UTF-8", "a=b&c=d+e");
	assert_non_null(f);
	assert_string_equal(form_value(f, "c"), "d e");
	assert_int_equal(form_pairs(f)->n, 2);
	assert_null(form_file(f, "c"));
	assert_int_equal(form_pairs(make(""))->n, 0);
}

static void
a_field_of_a_file_that_was_not_chosen_has_no_file(void **state)
{
	const struct form *f = make_as("multipart/form-data; boundary=x",
	    "--x\r\nContent-Disposition: form-data; name=\"f\"; "
	    "filename=\"\"\r\n\r\n\r\n--x--\r\n");

	(void)state;
	assert_non_null(f);
	assert_null(form_file(f, "f"));
}

static void
bytes_that_are_no_text_make_no_form(void **state)
{
	static const char *const bad[] = { "a=%", "a=%ff", "a=\xe6", "a=%00", "a=%1b", "%7f=a",
		"a=%zz" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_null(make_as("application/x-www-form-urlencoded", bad[i]));
	assert_null(make_as("text/plain", "a=b"));
	assert_null(make_as("", "a=b"));
	assert_null(make_as("application/x-www-form-urlencodedx", "a=b"));
	assert_null(make_as("multipart/form-data; boundary=x", "a=b"));
}

static void
an_escape_cut_off_at_the_end_is_not_read_on(void **state)
{
	static const unsigned char body[] = "a=%41";

	(void)state;
	for (size_t n = 3; n <= 5; n++)
		assert_int_equal(form_make(a, "application/x-www-form-urlencoded",
		                     (struct bytes){ body, n }) != NULL,
		    n == 5);
}

static void
there_are_1000_fields_at_most(void **state)
{
	struct text body = { .arena = a };

	(void)state;
	text_puts(&body, "a=1");
	for (int i = 1; i < 1000; i++)
		text_puts(&body, "&a=1");
	assert_int_equal(form_pairs(make(body.at))->n, 1000);
	text_puts(&body, "&a=1");
	assert_null(make_as("application/x-www-form-urlencoded", body.at));
}

/* --- text ----------------------------------------------------------------------------- */

static void
lines_and_texts_are_tidied(void **state)
{
	const struct form *f = make("l=++Anna%0d%0a+S%C3%B8+&t=+a%0d%0ab++c%0d%0a&e=+++");

	(void)state;
	assert_string_equal(form_line(f, "l", 100), "Anna Sø");
	assert_string_equal(form_text(f, "t", 100), "a\nb  c");
	assert_string_equal(form_line(f, "e", 100), "");
	assert_string_equal(form_text(f, "none", 100), "");
	assert_false(form_wrong(f));
}

static void
too_long_a_text_says_by_how_much(void **state)
{
	struct text body = { .arena = a };
	const struct form *f;

	(void)state;
	text_puts(&body, "t=");
	for (int i = 0; i < 2153; i++)
		text_puts(&body, "%C3%A6");
	f = make(body.at);
	assert_int_equal(utf8_count(form_text(f, "t", 2153)), 2153);
	assert_false(form_wrong(f));
	assert_int_equal(utf8_count(form_text(f, "t", 2000)), 2000);
	assert_true(form_wrong(f));
	assert_fault(f, "t", "Teksten er for lang: 2.153 tegn, højst 2.000. Forkort den.");
	f = make("t=abc");
	assert_string_equal(form_line(f, "t", 2), "ab");
	assert_fault(f, "t", "Teksten er for lang: 3 tegn, højst 2. Forkort den.");
}

static void
an_empty_field_that_is_needed_says_its_sentence(void **state)
{
	const struct form *f = make("a=+%0d%0a+&b=x");

	(void)state;
	assert_string_equal(form_needed(f, "b", 10, "Skriv b."), "x");
	assert_null(form_fault(f, "b"));
	assert_string_equal(form_needed(f, "a", 10, "Skriv a."), "");
	assert_string_equal(form_needed(f, "c", 10, "Skriv c."), "");
	assert_fault(f, "a", "Skriv a.");
	assert_fault(f, "c", "Skriv c.");
}

static void
a_password_is_taken_as_typed(void **state)
{
	char body[1100] = "p=";
	const struct form *f = make("p=+a++b+");

	(void)state;
	assert_string_equal(form_password(f, "p"), " a  b ");
	assert_string_equal(form_password(f, "q"), "");
	assert_false(form_wrong(f));
	memset(body + 2, 'x', 1000);
	f = make(body);
	assert_int_equal(strlen(form_password(f, "p")), 1000);
	body[1002] = 'x';
	f = make(body);
	assert_string_equal(form_password(f, "p"), "");
	assert_true(form_wrong(f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_is_made_of_either_kind_of_body),
		cmocka_unit_test(a_field_of_a_file_that_was_not_chosen_has_no_file),
		cmocka_unit_test(bytes_that_are_no_text_make_no_form),
		cmocka_unit_test(an_escape_cut_off_at_the_end_is_not_read_on),
		cmocka_unit_test(there_are_1000_fields_at_most),
		cmocka_unit_test(lines_and_texts_are_tidied),
		cmocka_unit_test(too_long_a_text_says_by_how_much),
		cmocka_unit_test(an_empty_field_that_is_needed_says_its_sentence),
		cmocka_unit_test(a_password_is_taken_as_typed),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
