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

/* --- headers -------------------------------------------------------------------------- */

static void
the_headers_are_there(void **state)
{
	char method[] = "REQUEST_METHOD=POST", uri[] = "REQUEST_URI=/x", https[] = "HTTPS=on",
	     address[] = "REMOTE_ADDR=192.0.2.7", host[] = "HTTP_HOST=logbog.example",
	     origin[] = "HTTP_ORIGIN=https://logbog.example",
	     site[] = "HTTP_SEC_FETCH_SITE=same-origin", cookie[] = "HTTP_COOKIE=a=b; c=d",
	     type[] = "CONTENT_TYPE=text/plain", length[] = "CONTENT_LENGTH=12";
	char *params[] = { method, uri, https, address, host, origin, site, cookie, type, length,
		NULL };

	(void)state;
	assert_int_equal(request_read(&r, a, &config, params), REQUEST_FINE);
	assert_int_equal(r.method, METHOD_POST);
	assert_true(r.https);
	assert_string_equal(r.address, "192.0.2.7");
	assert_string_equal(r.host, "logbog.example");
	assert_string_equal(r.origin, "https://logbog.example");
	assert_string_equal(r.fetch_site, "same-origin");
	assert_string_equal(r.cookie, "a=b; c=d");
	assert_string_equal(r.content_type, "text/plain");
	assert_int_equal(r.content_length, 12);
	assert_int_equal(r.today.month, 3);
	assert_int_equal(r.today.dom, 1);
}

static void
a_header_that_decides_is_whole_or_the_request_is_refused(void **state)
{
	static const char *const names[] = { "REMOTE_ADDR", "HTTP_HOST", "HTTP_ORIGIN",
		"HTTP_SEC_FETCH_SITE", "CONTENT_TYPE" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		assert_int_equal(
		    ask_with("/", arena_format(a, "%s=a\x1b", names[i]), NULL), REQUEST_BAD);
		assert_int_equal(
		    ask_with("/", arena_format(a, "%s=\xe6", names[i]), NULL), REQUEST_BAD);
		assert_int_equal(
		    ask_with("/", arena_format(a, "%s=%s", names[i], letters(1001)), NULL),
		    REQUEST_BAD);
	}
	assert_int_equal(ask_with("/", "CONTENT_LENGTH=-1", NULL), REQUEST_BAD);
	assert_int_equal(ask_with("/", "CONTENT_LENGTH=12x", NULL), REQUEST_BAD);
	assert_int_equal(ask_with("/", "CONTENT_LENGTH=99999999999999999999", NULL), REQUEST_BAD);
	assert_int_equal(ask_with("/", "CONTENT_LENGTH=", NULL), REQUEST_FINE);
}

static void
cookies_over_4_kB_or_of_odd_bytes_are_none(void **state)
{
	(void)state;
	assert_int_equal(
	    ask_with("/", arena_format(a, "HTTP_COOKIE=%s", letters(4096)), NULL), REQUEST_FINE);
	assert_int_equal(strlen(r.cookie), 4096);
	assert_int_equal(
	    ask_with("/", arena_format(a, "HTTP_COOKIE=%s", letters(4097)), NULL), REQUEST_FINE);
	assert_string_equal(r.cookie, "");
	assert_int_equal(ask_with("/", "HTTP_COOKIE=a=\xe6", NULL), REQUEST_FINE);
	assert_string_equal(r.cookie, "");
}

static void
TLS_is_only_what_the_front_server_calls_on(void **state)
{
	(void)state;
	ask_with("/", "HTTPS=off", NULL);
	assert_false(r.https);
	ask_with("/", "HTTPS=", NULL);
	assert_false(r.https);
	ask_with("/", "HTTP_HTTPS=on", "HTTP_X_FORWARDED_PROTO=https");
	assert_false(r.https);
	ask_with("/", "HTTPS=on", NULL);
	assert_true(r.https);
}

static void
JSON_is_wanted_by_the_end_of_the_path_or_by_Accept(void **state)
{
	static const char *const json[] = {
		"application/json",
		"Application/JSON",
		"application/json, */*",
		"text/html;q=0.5, application/json",
		"application/*",
		"text/html;q=0, */*",
		"application/json;q=0.25,text/html;q=0.2",
		"application/json, text/plain, */*",
	};
	static const char *const html[] = {
		"",
		"*/*",
		"text/html",
		"text/html, application/json",
		",,;",
		"application/jsonx",
		"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
		"application/json;q=0.9, text/html",
		"application/json;q=0",
		"application/json; q=0.0",
	};

	(void)state;
	for (size_t i = 0; i < sizeof json / sizeof json[0]; i++) {
		ask_with("/x", arena_format(a, "HTTP_ACCEPT=%s", json[i]), NULL);
		if (!r.wants_json)
			fail_msg("not JSON: %s", json[i]);
	}
	for (size_t i = 0; i < sizeof html / sizeof html[0]; i++) {
		ask_with("/x", arena_format(a, "HTTP_ACCEPT=%s", html[i]), NULL);
		if (r.wants_json)
			fail_msg("JSON: %s", html[i]);
	}
	ask_with("/x.json?a=b", "HTTP_ACCEPT=text/html", NULL);
	assert_true(r.wants_json);
	ask("/.json");
	assert_true(r.wants_json);
	ask("/json");
	assert_false(r.wants_json);
}

static void
a_reference_is_eight_letters_nobody_confuses(void **state)
{
	const char *one;

	(void)state;
	ask("/");
	one = r.reference;
	assert_int_equal(strlen(one), 8);
	assert_int_equal(strspn(one, "ABCDEFGHJKMNPRSTUVWXYZ"), 8);
	ask("/");
	assert_string_not_equal(one, r.reference);
}

/* --- the body ------------------------------------------------------------------------- */

struct source {
	const char *at;
	size_t n;
	int piece;   /* how much at once */
	bool breaks; /* when it is at its end */
	int asked;
};

static int
pour(void *from, char *to, int n)
{
	struct source *s = from;
	size_t m = n < s->piece ? (size_t)n : (size_t)s->piece;

	s->asked++;
	if (s->n == 0)
		return s->breaks ? -1 : 0;
	if (m > s->n)
		m = s->n;
	memcpy(to, s->at, m);
	s->at += m;
	s->n -= m;
	return (int)m;
}

static enum request_fault
read_body(size_t told, size_t n, int piece, size_t limit)
{
	struct source s = { letters(n), n, piece, false, 0 };
	const char *length = told == 0 ? NULL : arena_format(a, "CONTENT_LENGTH=%zu", told);

	ask_with("/", length, NULL);
	return request_read_body(&r, limit, pour, &s);
}

static void
a_body_is_read_however_it_comes(void **state)
{
	static const int pieces[] = { 1, 7, 4096, 1000000 };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(read_body(0, 70000, pieces[i], 70000), REQUEST_FINE);
		assert_int_equal(r.body.n, 70000);
		assert_int_equal(read_body(70000, 70000, pieces[i], 70000), REQUEST_FINE);
		assert_int_equal(r.body.n, 70000);
		assert_memory_equal(r.body.at, letters(70000), 70000);
		assert_int_equal(r.body.at[70000], 0);
	}
	assert_int_equal(read_body(0, 0, 10, 100), REQUEST_FINE);
	assert_int_equal(r.body.n, 0);
}

static void
a_body_over_its_limit_is_refused(void **state)
{
	struct source s = { letters(10), 10, 10, false, 0 };

	(void)state;
	assert_int_equal(read_body(0, 101, 1, 100), REQUEST_TOO_LARGE);
	assert_int_equal(read_body(0, 100000, 4096, 100), REQUEST_TOO_LARGE);
	assert_int_equal(r.body.n, 0);
	ask_with("/", "CONTENT_LENGTH=101", NULL);
	assert_int_equal(request_read_body(&r, 100, pour, &s), REQUEST_TOO_LARGE);
	assert_int_equal(s.asked, 0);
	ask_with("/", "CONTENT_LENGTH=9223372036854775807", NULL);
	assert_int_equal(request_read_body(&r, BODY_FILE, pour, &s), REQUEST_TOO_LARGE);
}

static void
announcing_a_large_body_takes_no_memory(void **state)
{
	size_t before;

	(void)state;
	before = arena_used(a);
	assert_int_equal(read_body(BODY_FILE, 10, 10, BODY_FILE), REQUEST_BROKEN);
	assert_true(arena_used(a) - before < 40000);
}

static void
a_body_that_breaks_off_is_told(void **state)
{
	struct source s = { letters(10), 10, 10, true, 0 };

	(void)state;
	assert_int_equal(read_body(20, 10, 10, 100), REQUEST_BROKEN);
	ask("/");
	assert_int_equal(request_read_body(&r, 100, pour, &s), REQUEST_BROKEN);
	assert_int_equal(r.body.n, 0);
}

static void
no_more_is_read_than_was_announced(void **state)
{
	(void)state;
	assert_int_equal(read_body(5, 10, 100, 100), REQUEST_FINE);
	assert_int_equal(r.body.n, 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_headers_are_there),
		cmocka_unit_test(a_header_that_decides_is_whole_or_the_request_is_refused),
		cmocka_unit_test(cookies_over_4_kB_or_of_odd_bytes_are_none),
		cmocka_unit_test(TLS_is_only_what_the_front_server_calls_on),
		cmocka_unit_test(JSON_is_wanted_by_the_end_of_the_path_or_by_Accept),
		cmocka_unit_test(a_reference_is_eight_letters_nobody_confuses),
		cmocka_unit_test(a_body_is_read_however_it_comes),
		cmocka_unit_test(a_body_over_its_limit_is_refused),
		cmocka_unit_test(announcing_a_large_body_takes_no_memory),
		cmocka_unit_test(a_body_that_breaks_off_is_told),
		cmocka_unit_test(no_more_is_read_than_was_announced),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
