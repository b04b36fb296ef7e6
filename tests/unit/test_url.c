/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "url.h"

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

#define URL_IS(u, s) assert_string_equal((u).text, (s))

/* Does this end the process as fatal() does?  Tried in a process of its own. */
#define assert_fatal(expression) \
	do { \
		int status = 0; \
		pid_t child; \
		fflush(NULL); \
		if ((child = fork()) == 0) { \
			if (freopen("/dev/null", "w", stderr) == NULL) \
				_exit(2); \
			(void)(expression); \
			_exit(0); \
		} \
		assert_int_equal(waitpid(child, &status, 0), child); \
		assert_true(WIFEXITED(status)); \
		assert_int_equal(WEXITSTATUS(status), 1); \
	} while (0)

static void
numbers_and_text_are_inserted(void **state)
{
	(void)state;
	URL_IS(url_of(arena, "/"), "/");
	URL_IS(url_of(arena, "/logbog/kompetencer/%u", 17u), "/logbog/kompetencer/17");
	URL_IS(url_of(arena, "/a/%s/b/%u%%", "x", 0u), "/a/x/b/0%");
	URL_IS(url_of(arena, "/%s", "AZaz09-._~"), "/AZaz09-._~");
}

static void
what_is_inserted_is_encoded(void **state)
{
	(void)state;
	URL_IS(url_of(arena, "/f/%s", "a b/c?d=e&f#g%h"), "/f/a%20b%2Fc%3Fd%3De%26f%23g%25h");
	URL_IS(url_of(arena, "/f/%s", "æ\"<'>"), "/f/%C3%A6%22%3C%27%3E");
	URL_IS(url_of(arena, "/f/%s", "\\\r\n\t"), "/f/%5C%0D%0A%09");
	URL_IS(url_of(arena, "/f/%s", "//example.org"), "/f/%2F%2Fexample.org");
}

static void
queries_grow_before_the_fragment(void **state)
{
	struct url u = url_of(arena, "/brugere");

	(void)state;
	u = url_with(arena, u, "q", "Æ & b");
	URL_IS(u, "/brugere?q=%C3%86%20%26%20b");
	u = url_with(arena, u, "side", "2");
	URL_IS(u, "/brugere?q=%C3%86%20%26%20b&side=2");
	URL_IS(url_with(arena, url_of(arena, "/a#b"), "c", ""), "/a?c=#b");
	URL_IS(url_with(arena, url_of(arena, "/a#b?"), "c=", "d"), "/a?c%3D=d#b?");
}

static void
an_address_of_another_site_is_fatal(void **state)
{
	(void)state;
	assert_fatal(url_of(arena, "logbog"));
	assert_fatal(url_of(arena, "//example.org"));
	assert_fatal(url_of(arena, "/%s/x", ""));
	assert_fatal(url_of(arena, "https://example.org"));
}

static void
a_cpr_number_in_an_address_is_fatal(void **state)
{
	(void)state;
	assert_fatal(url_of(arena, "/person/%s", "670377-1234"));
	assert_fatal(url_of(arena, "/person/%s", "6703771234"));
	assert_fatal(url_of(arena, "/person/%s", "010203 1234"));
	assert_fatal(url_of(arena, "/person/%s-%s", "010203", "1234"));
	assert_fatal(url_of(arena, "/person/%u", 3112991234u));
	assert_fatal(url_with(arena, url_of(arena, "/brugere"), "q", "010203-1234"));
	assert_fatal(url_with(arena, url_of(arena, "/brugere"), "q", "Jens 010203-1234"));
}

static void
other_numbers_are_no_cpr_number(void **state)
{
	(void)state;
	assert_false(url_holds_cpr(""));
	assert_false(url_holds_cpr("/logbog/4294967295"));
	assert_false(url_holds_cpr("/f/12345678"));
	assert_false(url_holds_cpr("/f?q=Jens%2012345678"));
	assert_false(url_holds_cpr("/f/20270301-1234"));
	assert_false(url_holds_cpr("/f/0102031234ab"));
	assert_false(url_holds_cpr("/f/ab0102031234"));
	assert_false(url_holds_cpr("/f/010203-12345"));
	assert_false(url_holds_cpr("/f/321303-1234"));
	assert_false(url_holds_cpr("/f/010003-1234"));
	assert_true(url_holds_cpr("/f/010203-1234"));
	assert_true(url_holds_cpr("010203-1234/x"));
	assert_true(url_holds_cpr("?q%3D0102031234&x"));
	assert_true(url_holds_cpr("/f/910203%201234"));
}

static void
only_paths_of_our_own_site_are_local(void **state)
{
	static const char *const local[] = { "/", "/logbog", "/logbog?a=b:c", "/a/b#c", "/a//b",
		"/a?b=//c", "/a?http://x" };
	static const char *const foreign[] = { "", "logbog", "//example.org", "/\\example.org",
		"\\/example.org", "https://example.org", "javascript:alert(1)", "/a:b", "/a\nb",
		"/\t/b", "/a\r", " /a", "/a\x7f", "?a", "#a" };

	(void)state;
	assert_false(url_is_local(NULL));
	for (size_t i = 0; i < sizeof local / sizeof local[0]; i++)
		assert_true(url_is_local(local[i]));
	for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
		assert_false(url_is_local(foreign[i]));
		URL_IS(url_local(arena, foreign[i]), "/");
	}
}

static void
a_stored_address_is_kept_or_is_the_front(void **state)
{
	(void)state;
	URL_IS(url_local(arena, "/logbog?a=b%20c&d=1#e"), "/logbog?a=b%20c&d=1#e");
	URL_IS(url_local(arena, "/æ \"<"), "/%C3%A6%20%22%3C");
	URL_IS(url_local(arena, "/person/010203-1234"), "/");
	URL_IS(url_local(arena, NULL), "/");
}

/* What a redirect to the login page may carry: nothing whose encoding could make a CPR number. */
static void
a_plain_path_is_local_and_holds_no_cpr_number(void **state)
{
	(void)state;
	assert_true(url_is_plain("/logbog/kompetencer/17"));
	assert_false(url_is_plain("/logbog/kompetencer/x 010190-4321"));
	assert_false(url_is_plain("/logbog/kompetencer/%010190-4321"));
	assert_false(url_is_plain("/logbog/0101904321"));
	assert_false(url_is_plain("//elsewhere.example/"));
	assert_false(url_is_plain("/logbog?a=b"));
	assert_false(url_is_plain("/\xc3\xa6"));
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(numbers_and_text_are_inserted),
		TEST(what_is_inserted_is_encoded),
		TEST(queries_grow_before_the_fragment),
		TEST(an_address_of_another_site_is_fatal),
		TEST(a_cpr_number_in_an_address_is_fatal),
		TEST(other_numbers_are_no_cpr_number),
		TEST(only_paths_of_our_own_site_are_local),
		TEST(a_stored_address_is_kept_or_is_the_front),
		TEST(a_plain_path_is_local_and_holds_no_cpr_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
