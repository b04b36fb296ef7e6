/* SPDX-License-Identifier: MPL-2.0
 *
 * What is kept of a form whose session ran out (R-GDP-04).
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "cpr.h"
#include "form_body.h"
#include "form_make.h"

#define URLENCODED "application/x-www-form-urlencoded"

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

static struct form_body
kept(const char *type, const char *body, size_t n)
{
	return form_body_blotted(a, type, (struct bytes){ (const unsigned char *)body, n });
}

static void
what_holds_no_number_is_kept_as_it_was_sent(void **state)
{
	static const char body[] = "tekst=ring+20+12+20+12&cpr=010190-1234&q=0101901234";
	struct form_body k = kept(URLENCODED, body, sizeof body - 1);

	(void)state;
	assert_ptr_equal(k.bytes.at, body);
	assert_int_equal(k.bytes.n, sizeof body - 1);
}

static void
R_GDP_04_a_number_in_text_is_not_kept_and_its_field_is_refused(void **state)
{
	static const char body[] = "tekst=Pt.+010190-1234+%26+mor&cpr=020290-1234&svar=ja";
	struct form_body k = kept(URLENCODED, body, sizeof body - 1);
	const struct form *f = form_make(a, k.type, k.bytes);

	(void)state;
	assert_non_null(f);
	assert_string_equal(form_value(f, "tekst"), "Pt. " CPR_BLOTTED " & mor");
	assert_string_equal(form_value(f, "cpr"), "020290-1234");
	assert_string_equal(form_value(f, "svar"), "ja");
	form_text(f, "tekst", 100);
	assert_non_null(strstr(form_fault(f, "tekst"), "Skriv ikke CPR-numre"));
	form_line(f, "cpr", 100);
	assert_null(form_fault(f, "cpr"));
}

static void
R_GDP_04_a_form_with_a_file_likewise_and_the_file_as_it_was(void **state)
{
	static const char body[] = "--x\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\n"
	                           "Barn 010190 1234\r\n--x\r\nContent-Disposition: form-data; "
	                           "name=\"fil\"; filename=\"a.pdf\"\r\n\r\n%P\0DF 010190-1234\r\n"
	                           "--x--\r\n";
	struct form_body k = kept("multipart/form-data; boundary=x", body, sizeof body - 1);
	const struct form *f = form_make(a, k.type, k.bytes);
	const struct upload *u;

	(void)state;
	assert_non_null(f);
	assert_string_equal(form_value(f, "tekst"), "Barn " CPR_BLOTTED);
	u = form_file(f, "fil");
	assert_non_null(u);
	assert_string_equal(u->filename, "a.pdf");
	assert_int_equal(u->content.n, 17);
	assert_memory_equal(u->content.at, "%P\0DF 010190-1234", 17);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_holds_no_number_is_kept_as_it_was_sent),
		cmocka_unit_test(R_GDP_04_a_number_in_text_is_not_kept_and_its_field_is_refused),
		cmocka_unit_test(R_GDP_04_a_form_with_a_file_likewise_and_the_file_as_it_was),
	};

	return cmocka_run_group_tests_name("form_body", tests, begin, end);
}
