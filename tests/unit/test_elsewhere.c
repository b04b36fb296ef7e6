/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "elsewhere.h"

static struct arena *a;
static const struct oidc one = { .issuer = "https://a.example", .origins = "https://a.example" };
static const struct oidc two = { .issuer = "https://a.example",
	.origins = "https://a.example https://b.example:8443" };

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

static void
only_the_sites_that_were_named_are_led_to(void **state)
{
	static const char *const others[] = { "https://b.example/x", "https://a.example.evil/x",
		"https://a.example", "https://a.example@evil.example/", "https://a.example:1/x",
		"http://a.example/x", "//a.example/x", "/x", "", "https://A.example/x",
		"https://a.example/\r\nx: y", "https://a.example/ x", "https://a.example/\"",
		"https://a.example/\xc3\xb8", "https://a.example/#x" };
	struct elsewhere out = { "untouched" };

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		assert_false(elsewhere_of(a, &one, others[i], NULL, 0, &out));
		assert_string_equal(out.text, "untouched");
	}
	assert_true(elsewhere_of(a, &one, "https://a.example/x", NULL, 0, &out));
	assert_string_equal(out.text, "https://a.example/x");
	assert_true(elsewhere_of(a, &two, "https://b.example:8443/x", NULL, 0, &out));
	assert_false(elsewhere_of(a, &two, "https://b.example/x", NULL, 0, &out));
	assert_false(elsewhere_of(a, &(struct oidc){ .origins = "https://a.example" },
	    "https://a.example/x", NULL, 0, &out));
}

static void
what_goes_along_is_encoded(void **state)
{
	static const struct pair query[] = { { "scope", "openid mitid" },
		{ "back", "https://c.example/å?x=1&y=2" }, { "e", "" } };
	struct elsewhere out;

	(void)state;
	assert_true(elsewhere_of(a, &one, "https://a.example/x", query, 3, &out));
	assert_string_equal(out.text,
	    "https://a.example/x?scope=openid%20mitid&back=https%3A%2F%2Fc.example%2F%C3%A5%3Fx%3D1"
	    "%26y%3D2&e=");
	assert_true(elsewhere_of(a, &one, "https://a.example/x?z=1", query, 1, &out));
	assert_string_equal(out.text, "https://a.example/x?z=1&scope=openid%20mitid");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    only_the_sites_that_were_named_are_led_to, begin, end),
		cmocka_unit_test_setup_teardown(what_goes_along_is_encoded, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
