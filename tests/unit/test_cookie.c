/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "apart.h"
#include "cookie.h"

#define T1 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1"
#define T2 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA2"

static const struct config tryout = { .demo = true }, real = { .demo = false };
static struct request r;

static int
begin(void **state)
{
	(void)state;
	r.arena = arena_make();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_drop(r.arena);
	return 0;
}

static const char *
value(const struct config *config, bool https, const char *cookies)
{
	r.config = config;
	r.https = https;
	r.cookie = cookies;
	return cookie_value(&r, COOKIE_SESSION);
}

static void
over_TLS_only_a_name_that_a_neighbour_cannot_set_counts(void **state)
{
	(void)state;
	assert_string_equal(value(&real, true, "__Host-logbog=" T1), T1);
	assert_null(value(&real, true, "logbog=" T1));
	assert_null(value(&tryout, true, "logbog=" T1));
	assert_null(value(&real, true, "__Secure-logbog=" T1));
	assert_string_equal(value(&real, true, "logbog=" T1 "; __Host-logbog=" T2), T2);
}

static void
without_TLS_there_is_a_cookie_in_a_tryout_only(void **state)
{
	(void)state;
	assert_string_equal(value(&tryout, false, "logbog=" T1), T1);
	assert_null(value(&tryout, false, "__Host-logbog=" T1));
	assert_null(value(&real, false, "logbog=" T1));
	assert_null(value(&real, false, "__Host-logbog=" T1));
}

static void
a_cookie_is_found_among_others(void **state)
{
	(void)state;
	assert_string_equal(value(&tryout, false, "a=b; logbog=" T1 "; c=d"), T1);
	assert_string_equal(value(&tryout, false, "a=b;logbog=" T1), T1);
	assert_string_equal(value(&tryout, false, "logbog=; logbog=" T1), T1);
	assert_string_equal(value(&tryout, false, "logbog=" T1 "; logbog=" T2), T1);
	assert_string_equal(value(&tryout, false, "logbog-husket=" T2 "; logbog=" T1), T1);
	assert_null(value(&tryout, false, "xlogbog=" T1));
	assert_null(value(&tryout, false, "a=logbog=" T1));
	assert_null(value(&tryout, false, "logbog-husket=" T1));
	r.cookie = "logbog=" T1 "; logbog-husket=" T2;
	assert_string_equal(cookie_value(&r, COOKIE_KEPT), T2);
}

static void
only_a_well_formed_token_is_a_value(void **state)
{
	static const char *const bad[] = {
		"",
		"logbog",
		"logbog=",
		"logbog=x",
		"logbog=\"" T1 "\"",
		"logbog=" T1 "x",
		";",
		";;;",
		"=",
		"logbog =" T1,
		"LOGBOG=" T1,
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_null(value(&tryout, false, bad[i]));
}

static const char *
header(const struct config *config, bool https, enum cookie which, const char *v, uint32_t age)
{
	r.config = config;
	r.https = https;
	return cookie_header(&r, which, v, age);
}

static void
a_cookie_is_set_so_that_scripts_and_other_sites_do_not_get_it(void **state)
{
	(void)state;
	assert_string_equal(header(&real, true, COOKIE_SESSION, T1, 0),
	    "__Host-logbog=" T1 "; Path=/; HttpOnly; SameSite=Lax; Secure");
	assert_string_equal(header(&real, true, COOKIE_KEPT, T1, 3600),
	    "__Host-logbog-husket=" T1 "; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure");
	assert_string_equal(header(&tryout, false, COOKIE_SESSION, T1, 0),
	    "logbog=" T1 "; Path=/; HttpOnly; SameSite=Lax");
	assert_string_equal(header(&tryout, false, COOKIE_KEPT, NULL, 7),
	    "logbog-husket=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
	assert_string_equal(header(&real, true, COOKIE_SESSION, NULL, 0),
	    "__Host-logbog=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
}

static void
without_TLS_and_outside_a_tryout_no_cookie_is_set(void **state)
{
	(void)state;
	assert_null(header(&real, false, COOKIE_SESSION, T1, 0));
	assert_null(header(&real, false, COOKIE_KEPT, NULL, 0));
}

static void
set_what_is_no_token(void)
{
	header(&tryout, false, COOKIE_SESSION, "x; Domain=example.org", 0);
}

static void
only_a_token_can_be_set(void **state)
{
	char said[500];

	(void)state;
	assert_int_not_equal(run_apart(set_what_is_no_token, said, sizeof said), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(over_TLS_only_a_name_that_a_neighbour_cannot_set_counts),
		cmocka_unit_test(without_TLS_there_is_a_cookie_in_a_tryout_only),
		cmocka_unit_test(a_cookie_is_found_among_others),
		cmocka_unit_test(only_a_well_formed_token_is_a_value),
		cmocka_unit_test(a_cookie_is_set_so_that_scripts_and_other_sites_do_not_get_it),
		cmocka_unit_test(without_TLS_and_outside_a_tryout_no_cookie_is_set),
		cmocka_unit_test(only_a_token_can_be_set),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
