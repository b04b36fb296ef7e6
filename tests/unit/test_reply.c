/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "reply.h"

#define T1 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1"
#define T2 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA2"

static struct arena *a;
static const struct config tryout = { .demo = true };
static struct request r;

static int
begin(void **state)
{
	(void)state;
	a = arena_make();
	r = (struct request){
		.arena = a, .config = &tryout, .method = METHOD_GET, .path = "/", .cookie = ""
	};
	reply_make(&r);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_drop(a);
	return 0;
}

/* The whole answer, as text. */
static const char *
answer(void)
{
	struct bytes b = reply_bytes(&r);

	return arena_copy(a, (const char *)b.at, b.n);
}

static bool
has_line(const char *answer, const char *line)
{
	const char *found = strstr(answer, arena_format(a, "\r\n%s\r\n", line));

	return found != NULL && found < strstr(answer, "\r\n\r\n") + 2;
}

static const char *
body_of(const char *answer)
{
	return strstr(answer, "\r\n\r\n") + 4;
}

static struct bytes
bytes(const char *s)
{
	return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

static void
assert_security(const char *s)
{
	static const char *const lines[] = {
		("Content-Security-Policy: default-src 'none'; style-src 'self'; font-src 'self'; "
		 "img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
		"X-Content-Type-Options: nosniff",
		"Referrer-Policy: same-origin",
		"X-Frame-Options: DENY",
		"Cross-Origin-Opener-Policy: same-origin",
		"Cross-Origin-Resource-Policy: same-origin",
		"Cache-Control: no-store",
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (!has_line(s, lines[i]))
			fail_msg("missing: %s", lines[i]);
	assert_non_null(strstr(s, "\r\nPermissions-Policy: "));
	assert_non_null(strstr(s, "camera=()"));
}

static void
every_kind_of_answer_carries_the_headers(void **state)
{
	(void)state;
	html_str(reply_html(&r, 200), "x");
	assert_security(answer());
	reply_see(&r, url_of(a, "/"));
	assert_security(answer());
	reply_json(&r, 200, bytes("{}"));
	assert_security(answer());
	reply_file(&r, "application/pdf", REPLY_SAVE, "a.pdf", bytes("%PDF"));
	assert_security(answer());
	reply_file(&r, "image/png", REPLY_SHOW, "a.png", bytes("PNG"));
	assert_security(answer());
	reply_html(&r, 500);
	assert_security(answer());
	r.reply = NULL;
	assert_security(answer());
}

static void
a_form_leads_out_only_where_the_page_says_so(void **state)
{
	static const struct config mitid = { .demo = true,
		.oidc = { .issuer = "https://a.example",
		    .origins = "https://a.example https://b.example" } };
	struct elsewhere to;

	(void)state;
	r.config = &mitid;
	html_str(reply_html(&r, 200), "x");
	assert_non_null(strstr(answer(), " form-action 'self'; "));
	reply_leads_elsewhere(&r);
	assert_non_null(
	    strstr(answer(), " form-action 'self' https://a.example https://b.example; "));
	reply_make(&r);
	assert_true(elsewhere_of(a, &mitid.oidc, "https://a.example/x", NULL, 0, &to));
	reply_see_elsewhere(&r, to);
	assert_true(has_line(answer(), "Location: https://a.example/x"));
	assert_true(has_line(answer(), "Content-Length: 0"));
	assert_security(answer());
	/* Where MitID is off the page that asks for it says nothing either. */
	r.config = &tryout;
	reply_make(&r);
	html_str(reply_html(&r, 200), "x");
	reply_leads_elsewhere(&r);
	assert_security(answer());
}

static void
a_PDF_that_is_shown_stands_in_frames_of_this_site_alone(void **state)
{
	(void)state;
	reply_file(&r, "application/pdf", REPLY_SHOW, "a.pdf", bytes("%PDF"));
	assert_non_null(strstr(answer(), "; frame-ancestors 'self';"));
	assert_true(has_line(answer(), "X-Frame-Options: SAMEORIGIN"));
	/* A page that takes its place in the same request does not. */
	html_str(reply_html(&r, 200), "x");
	assert_security(answer());
	reply_frames(&r);
	assert_non_null(strstr(answer(), "; frame-src 'self'; frame-ancestors 'none';"));
	assert_true(has_line(answer(), "X-Frame-Options: DENY"));
}

static void
over_TLS_browsers_are_told_to_stay_there(void **state)
{
	(void)state;
	reply_html(&r, 200);
	assert_null(strstr(answer(), "Strict-Transport-Security"));
	r.https = true;
	assert_true(has_line(answer(), "Strict-Transport-Security: max-age=63072000"));
}

static void
a_page_has_status_type_length_and_body(void **state)
{
	const char *s;

	(void)state;
	html_str(reply_html(&r, 422), "sk<æ");
	assert_int_equal(reply_status(&r), 422);
	s = answer();
	assert_int_equal(strncmp(s, "Status: 422 Unprocessable Content\r\n", 35), 0);
	assert_true(has_line(s, "Content-Type: text/html; charset=utf-8"));
	assert_true(has_line(s, "Content-Length: 8"));
	assert_string_equal(body_of(s), "sk&lt;æ");
}

static void
a_later_answer_starts_over_and_cookies_stay(void **state)
{
	const char *s;

	(void)state;
	reply_file(&r, "application/pdf", REPLY_SAVE, "a.pdf", bytes("%PDF"));
	reply_cookie(&r, COOKIE_SESSION, T1, 0);
	reply_see(&r, url_of(a, "/x"));
	html_str(reply_html(&r, 200), "ny");
	s = answer();
	assert_null(strstr(s, "Location"));
	assert_null(strstr(s, "Content-Disposition"));
	assert_true(has_line(s, "Content-Length: 2"));
	assert_true(has_line(s, "Set-Cookie: logbog=" T1 "; Path=/; HttpOnly; SameSite=Lax"));
	assert_string_equal(body_of(s), "ny");
	reply_see(&r, url_of(a, "/x"));
	assert_string_equal(body_of(answer()), "");
}

static void
a_new_reply_forgets_everything(void **state)
{
	const char *s;

	(void)state;
	reply_cookie(&r, COOKIE_SESSION, T1, 0);
	reply_allow(&r, "GET");
	reply_retry_after(&r, 5);
	reply_refresh(&r, 3);
	reply_make(&r);
	assert_int_equal(reply_status(&r), 0);
	reply_html(&r, 200);
	s = answer();
	assert_null(strstr(s, "Set-Cookie"));
	assert_null(strstr(s, "Allow"));
	assert_null(strstr(s, "Retry-After"));
	assert_null(strstr(s, "Refresh"));
}

static void
a_redirect_sends_to_an_address_of_ours(void **state)
{
	const char *s;

	(void)state;
	reply_see(&r, url_of(a, "/l/%s", "æ"));
	s = answer();
	assert_int_equal(strncmp(s, "Status: 303 See Other\r\n", 23), 0);
	assert_true(has_line(s, "Location: /l/%C3%A6"));
	assert_true(has_line(s, "Content-Length: 0"));
	assert_null(strstr(s, "Content-Type:"));
}

static void
HEAD_gets_the_headers_of_GET_and_no_body(void **state)
{
	const char *s;

	(void)state;
	r.method = METHOD_HEAD;
	html_str(reply_html(&r, 200), "krop");
	s = answer();
	assert_true(has_line(s, "Content-Length: 4"));
	assert_string_equal(body_of(s), "");
}

static void
json_is_sent_as_given(void **state)
{
	const char *s;

	(void)state;
	reply_json(&r, 404, bytes("{\"fejl\":\"æ\"}"));
	s = answer();
	assert_int_equal(strncmp(s, "Status: 404 Not Found\r\n", 23), 0);
	assert_true(has_line(s, "Content-Type: application/json; charset=utf-8"));
	assert_string_equal(body_of(s), "{\"fejl\":\"æ\"}");
}

static void
a_file_is_sent_byte_by_byte(void **state)
{
	static const unsigned char content[] = { 0, 1, 2, '\r', '\n', 0xff };
	struct bytes b;

	(void)state;
	reply_file(
	    &r, "application/pdf", REPLY_SHOW, "a.pdf", (struct bytes){ content, sizeof content });
	b = reply_bytes(&r);
	assert_memory_equal(b.at + b.n - sizeof content, content, sizeof content);
	assert_true(has_line(answer(), "Content-Length: 6"));
	assert_true(has_line(answer(), "Content-Type: application/pdf"));
}

static const char *
disposition(enum reply_how how, const char *name)
{
	const char *s, *line;

	reply_file(&r, "application/pdf", how, name, bytes("x"));
	s = answer();
	line = strstr(s, "\r\nContent-Disposition: ") + 23;
	return arena_copy(a, line, strcspn(line, "\r\n"));
}

static void
the_name_of_a_file_is_written_for_old_and_new_browsers(void **state)
{
	(void)state;
	assert_string_equal(
	    disposition(REPLY_SAVE, "logbog.pdf"), "attachment; filename=\"logbog.pdf\"");
	assert_string_equal(disposition(REPLY_SHOW, "a b.pdf"), "inline; filename=\"a b.pdf\"");
	assert_string_equal(disposition(REPLY_SAVE, "Søren Ågård.pdf"),
	    "attachment; filename=\"Soeren Aagaard.pdf\"; "
	    "filename*=UTF-8''S%C3%B8ren%20%C3%85g%C3%A5rd.pdf");
	assert_string_equal(disposition(REPLY_SAVE, "100 %41.pdf"),
	    "attachment; filename=\"100 _41.pdf\"; filename*=UTF-8''100%20%2541.pdf");
	assert_string_equal(disposition(REPLY_SAVE, "é.pdf"),
	    "attachment; filename=\"_.pdf\"; filename*=UTF-8''%C3%A9.pdf");
}

static void
the_name_of_a_file_cannot_do_harm(void **state)
{
	struct text large = { .arena = a };

	(void)state;
	assert_string_equal(disposition(REPLY_SAVE, "../a\\b:c*d?e\"f<g>h|i"),
	    "attachment; filename=\"-a-b-c-d-e-f-g-h-i\"");
	assert_string_equal(disposition(REPLY_SAVE, "a\r\nSet-Cookie: x=y"),
	    "attachment; filename=\"a--Set-Cookie- x=y\"");
	assert_string_equal(disposition(REPLY_SAVE,
	                        "a\xe2\x80\xae"
	                        "fdp.exe"),
	    "attachment; filename=\"afdp.exe\"");
	assert_string_equal(disposition(REPLY_SAVE, ""), "attachment; filename=\"fil\"");
	assert_string_equal(disposition(REPLY_SAVE, NULL), "attachment; filename=\"fil\"");
	assert_string_equal(disposition(REPLY_SAVE, "..."), "attachment; filename=\"fil\"");
	assert_string_equal(disposition(REPLY_SAVE, "\xe6"), "attachment; filename=\"fil\"");
	assert_string_equal(disposition(REPLY_SAVE, "a\x01"), "attachment; filename=\"fil\"");
	for (int i = 0; i < 1000; i++)
		text_puts(&large, "x");
	assert_int_equal(
	    strlen(disposition(REPLY_SAVE, large.at)), strlen("attachment; filename=\"\"") + 150);
}

static void
a_type_that_would_break_the_header_is_none(void **state)
{
	static const char *const bad[] = { "a/b\r\nX: y", "", "pdf", "a/b\"", NULL };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		reply_file(&r, bad[i], REPLY_SAVE, "a", bytes("x"));
		assert_true(has_line(answer(), "Content-Type: application/octet-stream"));
		assert_null(strstr(answer(), "X: y"));
	}
}

static void
both_cookies_can_be_set_and_the_last_word_counts(void **state)
{
	const char *s;

	(void)state;
	reply_html(&r, 200);
	reply_cookie(&r, COOKIE_SESSION, T1, 0);
	reply_cookie(&r, COOKIE_KEPT, T2, 3600);
	reply_cookie(&r, COOKIE_SESSION, NULL, 0);
	s = answer();
	assert_true(has_line(s, "Set-Cookie: logbog=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
	assert_true(has_line(
	    s, "Set-Cookie: logbog-husket=" T2 "; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax"));
	assert_null(strstr(s, T1));
}

static void
waiting_and_methods_are_told(void **state)
{
	const char *s;

	(void)state;
	reply_retry_after(&r, 60);
	reply_allow(&r, "GET, HEAD");
	reply_html(&r, 429);
	s = answer();
	assert_int_equal(strncmp(s, "Status: 429 Too Many Requests\r\n", 31), 0);
	assert_true(has_line(s, "Retry-After: 60"));
	assert_true(has_line(s, "Allow: GET, HEAD"));
}

static void
a_page_can_ask_for_itself_again(void **state)
{
	(void)state;
	reply_refresh(&r, 3);
	reply_html(&r, 200);
	assert_true(has_line(answer(), "Refresh: 3"));
}

static void
a_handler_that_answers_nothing_is_our_fault(void **state)
{
	(void)state;
	assert_int_equal(strncmp(answer(), "Status: 500 ", 12), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)
		TEST(every_kind_of_answer_carries_the_headers),
		TEST(a_form_leads_out_only_where_the_page_says_so),
		TEST(a_PDF_that_is_shown_stands_in_frames_of_this_site_alone),
		TEST(over_TLS_browsers_are_told_to_stay_there),
		TEST(a_page_has_status_type_length_and_body),
		TEST(a_later_answer_starts_over_and_cookies_stay),
		TEST(a_new_reply_forgets_everything),
		TEST(a_page_can_ask_for_itself_again),
		TEST(a_redirect_sends_to_an_address_of_ours),
		TEST(HEAD_gets_the_headers_of_GET_and_no_body),
		TEST(json_is_sent_as_given),
		TEST(a_file_is_sent_byte_by_byte),
		TEST(the_name_of_a_file_is_written_for_old_and_new_browsers),
		TEST(the_name_of_a_file_cannot_do_harm),
		TEST(a_type_that_would_break_the_header_is_none),
		TEST(both_cookies_can_be_set_and_the_last_word_counts),
		TEST(waiting_and_methods_are_told),
		TEST(a_handler_that_answers_nothing_is_our_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
