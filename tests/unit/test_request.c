/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "apart.h"
#include "request.h"

static struct arena *a;
static const struct config config = { .demo = true, .today = { 2027, 3, 1 } };
static struct request r;

static int
begin(void **state)
{
	(void)state;
	setenv("TZ", "Europe/Copenhagen", 1);
	tzset();
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

/* The request of a GET with these two more parameters (NULL: none). */
static enum request_fault
ask_with(const char *uri, const char *one, const char *two)
{
	char *params[5] = { arena_string(a, "REQUEST_METHOD=GET"),
		arena_format(a, "REQUEST_URI=%s", uri) };

	params[2] = arena_string(a, one);
	params[3] = one == NULL ? NULL : arena_string(a, two);
	return request_read(&r, a, &config, params);
}

static enum request_fault
ask(const char *uri)
{
	return ask_with(uri, NULL, NULL);
}

/* A text of n letters. */
static char *
letters(size_t n)
{
	return memset(arena_take(a, n + 1), 'x', n);
}

/* --- the path ------------------------------------------------------------------------- */

static void
a_path_is_decoded(void **state)
{
	(void)state;
	assert_int_equal(ask("/l%C3%A6ger/7"), REQUEST_FINE);
	assert_string_equal(r.path, "/læger/7");
	assert_int_equal(ask("/"), REQUEST_FINE);
	assert_string_equal(r.path, "/");
	assert_int_equal(ask("/a+b%2bc%20d/"), REQUEST_FINE);
	assert_string_equal(r.path, "/a+b+c d/");
	assert_int_equal(ask("/.well/..x/a.b"), REQUEST_FINE);
	assert_int_equal(r.method, METHOD_GET);
}

static void
a_path_with_bad_bytes_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"x",
		"http://sted/",
		"*",
		"?a=b",
		"/%",
		"/%4",
		"/%zz",
		"/%00",
		"/a%0ab",
		"/%09",
		"/%0d",
		"/%7f",
		"/%c2%85",
		"/%ff",
		"/%c0%af",
		"/%ed%a0%80",
		"/%e6",
		"/\x01",
		"/\xe6",
		"//",
		"//sted/",
		"/a//b",
		"/a//",
		"/./",
		"/../",
		"/.",
		"/..",
		"/a/..",
		"/a/./b",
		"/a/../b",
		"/%2e%2e/b",
		"/a/%2E",
		"/a%2fb",
		"/..%2f",
		"/%2F",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		if (ask(bad[i]) != REQUEST_BAD)
			fail_msg("not refused: %s", bad[i]);
		assert_string_equal(r.path, "/");
	}
}

static void
a_path_has_500_bytes_at_most(void **state)
{
	(void)state;
	assert_int_equal(ask(arena_format(a, "/%s", letters(499))), REQUEST_FINE);
	assert_int_equal(ask(arena_format(a, "/%s", letters(500))), REQUEST_TOO_LONG);
	assert_int_equal(ask(arena_format(a, "/%s", letters(100000))), REQUEST_TOO_LONG);
}

/* --- the query ------------------------------------------------------------------------ */

static void
a_query_is_decoded(void **state)
{
	(void)state;
	assert_int_equal(ask("/x?navn=S%C3%B8ren+M&side=2&tom=&intet&&a=1=2&navn=b"), REQUEST_FINE);
	assert_int_equal(r.query.n, 6);
	assert_string_equal(query_text(&r, "navn"), "Søren M");
	assert_int_equal(query_u32(&r, "side", 1), 2);
	assert_string_equal(query_text(&r, "tom"), "");
	assert_non_null(pairs_value(&r.query, "intet"));
	assert_null(pairs_value(&r.query, "andet"));
	assert_string_equal(query_text(&r, "andet"), "");
	assert_string_equal(query_text(&r, "a"), "1=2");
	assert_int_equal(query_u32(&r, "navn", 9), 9);
	assert_int_equal(query_u32(&r, "andet", 9), 9);
	assert_int_equal(ask("/x?"), REQUEST_FINE);
	assert_int_equal(r.query.n, 0);
}

static void
a_query_with_bad_bytes_is_refused(void **state)
{
	static const char *const bad[] = {
		"/x?a=%",
		"/x?a=%4",
		"/x?%zz=1",
		"/x?a=%00",
		"/x?a=%ff",
		"/x?a=%1b",
		"/x?\xe6=1",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_int_equal(ask(bad[i]), REQUEST_BAD);
}

static void
a_query_has_50_pairs_and_4000_bytes_at_most(void **state)
{
	struct text query = { .arena = a };

	(void)state;
	text_puts(&query, "/x?a");
	for (int i = 1; i < 50; i++)
		text_puts(&query, "&a");
	assert_int_equal(ask(query.at), REQUEST_FINE);
	assert_int_equal(r.query.n, 50);
	text_puts(&query, "&a");
	assert_int_equal(ask(query.at), REQUEST_BAD);
	assert_int_equal(ask(arena_format(a, "/x?%s", letters(4000))), REQUEST_FINE);
	assert_int_equal(ask(arena_format(a, "/x?%s", letters(4001))), REQUEST_TOO_LONG);
}

static void
T_181_no_address_holds_a_CPR_number(void **state)
{
	static const char *const bad[] = {
		"/x?q=0101851234",
		"/x?q=010185-1234",
		"/x?q=010185+1234",
		"/x?q=010185%201234",
		"/x?q=010185%2d1234",
		"/x?q=%30101851234",
		"/x?q=Jensen+010185-1234+x",
		"/x?q=010185+-+1234",
		"/x?010185-1234",
		"/x?a=b&c=a0101851234b",
		"/x?q=670185-1234",
		"/l/010185-1234",
		"/l/0101851234/y",
		/* also at the end of a long word, where it stands by itself */
		"/x?q=ABCDEFABCDEFABCDEFABCDEFABCDEF-0101851234",
		"/x?q=ABCDEFABCDEFABCDEFABCDEFABCDEF.010185-1234",
		"/l/010185%201234",
	};
	static const char *const fine[] = {
		/* a drawn word, as MitID answers with */
		"/x?code=ABCDEF0101851234ABCDEF0123456789ABCDEF-1",
		"/x?q=010185123",
		"/x?q=01018512345",
		"/x?fra=2027-03-01&til=2027-03-02",
		"/x?q=12345-67890",
		"/x?q=010185&r=1234",
		"/x?q=123456,7890",
		"/f/ba7816bf8f01cfea0123456789dae2223b",
		"/x/010185/1234",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (ask(bad[i]) != REQUEST_BAD)
			fail_msg("not refused: %s", bad[i]);
	for (size_t i = 0; i < sizeof fine / sizeof fine[0]; i++)
		if (ask(fine[i]) != REQUEST_FINE)
			fail_msg("refused: %s", fine[i]);
}

static void
a_request_that_is_refused_has_its_texts_too(void **state)
{
	(void)state;
	assert_int_equal(ask_with("/%", "HTTP_HOST=logbog.example", NULL), REQUEST_BAD);
	assert_string_equal(r.path, "/");
	assert_string_equal(r.host, "logbog.example");
	assert_string_equal(r.cookie, "");
	assert_string_equal(r.content_type, "");
	assert_int_equal(strlen(r.reference), 8);
	assert_int_equal(r.today.year, 2027);
	assert_int_equal(request_read(&r, a, &config, NULL), REQUEST_BAD);
	assert_int_equal(r.method, METHOD_OTHER);
}

/* --- what handlers ask ---------------------------------------------------------------- */

static void
names_of_the_route_are_read_as_numbers_and_text(void **state)
{
	struct pair vars[] = { { "id", "12" }, { "nummer", "1.2" }, { "stor", "4294967296" } };

	(void)state;
	ask("/");
	r.vars = (struct pairs){ vars, 3 };
	assert_int_equal(path_u32(&r, "id"), 12);
	assert_int_equal(path_u32(&r, "nummer"), 0);
	assert_int_equal(path_u32(&r, "stor"), 0);
	assert_int_equal(path_u32(&r, "andet"), 0);
	assert_string_equal(path_text(&r, "nummer"), "1.2");
	assert_string_equal(path_text(&r, "andet"), "");
}

static void
R_GDP_05_each_doctor_looked_into_is_noted_once(void **state)
{
	(void)state;
	ask("/");
	assert_int_equal(r.nlooked, 0);
	looked_into(&r, 42);
	looked_into(&r, 7);
	looked_into(&r, 42);
	assert_int_equal(r.nlooked, 2);
	assert_int_equal(r.looked_at[0], 42);
	assert_int_equal(r.looked_at[1], 7);
}

static void
look_into_too_many(void)
{
	ask("/");
	for (uint32_t doctor = 1; doctor <= LOOKS_MOST + 1; doctor++)
		looked_into(&r, doctor);
}

static void
R_GDP_05_more_looks_than_can_be_noted_are_not_shown(void **state)
{
	char said[500];

	(void)state;
	assert_int_equal(run_apart(look_into_too_many, said, sizeof said), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_is_decoded),
		cmocka_unit_test(a_path_with_bad_bytes_is_refused),
		cmocka_unit_test(a_path_has_500_bytes_at_most),
		cmocka_unit_test(a_query_is_decoded),
		cmocka_unit_test(a_query_with_bad_bytes_is_refused),
		cmocka_unit_test(a_query_has_50_pairs_and_4000_bytes_at_most),
		cmocka_unit_test(T_181_no_address_holds_a_CPR_number),
		cmocka_unit_test(a_request_that_is_refused_has_its_texts_too),
		cmocka_unit_test(names_of_the_route_are_read_as_numbers_and_text),
		cmocka_unit_test(R_GDP_05_each_doctor_looked_into_is_noted_once),
		cmocka_unit_test(R_GDP_05_more_looks_than_can_be_noted_are_not_shown),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
