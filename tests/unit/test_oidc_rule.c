/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "oidc_rule.h"

enum { NOW = 1900000000, ASKED = NOW - 40 };

static struct arena *a;
static const struct oidc_wanted wanted = { .issuer = "https://broker.example",
	.client = "logbog",
	.nonce = "n-0123456789",
	.cpr = "dk.cpr",
	.loa = "loa",
	.least = ASSURANCE_SUBSTANTIAL,
	.asked = ASKED,
	.now = NOW };

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

/* The claims of a token that is as it must be; each can be another. */
struct claims {
	const char *iss, *aud, *nonce, *loa, *cpr, *more;
	int64_t exp, iat, auth;
};

static struct claims
good(void)
{
	return (struct claims){ "\"https://broker.example\"", "\"logbog\"", "\"n-0123456789\"",
		"\"https://data.gov.dk/concept/core/nsis/Substantial\"", "\"0101901234\"", "",
		NOW + 300, NOW - 5, NOW - 10 };
}

static enum oidc_fault
read_as(const struct claims *c, const struct oidc_wanted *w, struct oidc_found *out)
{
	const char *json = arena_format(a,
	    "{\"iss\": %s, \"aud\": %s, \"nonce\": %s, \"loa\": %s, \"dk.cpr\": %s, \"exp\": %lld, "
	    "\"iat\": %lld, \"auth_time\": %lld%s}",
	    c->iss, c->aud, c->nonce, c->loa, c->cpr, (long long)c->exp, (long long)c->iat,
	    (long long)c->auth, c->more);

	return oidc_claims(json, strlen(json), w, out);
}

static enum oidc_fault
read_claims(const struct claims *c)
{
	struct oidc_found found = { ASSURANCE_LOW, "" };
	enum oidc_fault fault = read_as(c, &wanted, &found);

	/* What is refused gives nothing away. */
	assert_int_equal(found.cpr[0] != '\0', fault == OIDC_FINE);
	return fault;
}

static void
R_MIT_05_a_token_that_is_as_it_must_be_tells_number_and_level(void **state)
{
	struct oidc_found found = { ASSURANCE_LOW, "" };
	struct claims c = good();

	(void)state;
	assert_int_equal(read_as(&c, &wanted, &found), OIDC_FINE);
	assert_string_equal(found.cpr, "0101901234");
	assert_int_equal(found.level, ASSURANCE_SUBSTANTIAL);
	c.cpr = "\"010190-1234\"";
	c.loa = "\"High\"";
	assert_int_equal(read_as(&c, &wanted, &found), OIDC_FINE);
	assert_string_equal(found.cpr, "0101901234");
	assert_int_equal(found.level, ASSURANCE_HIGH);
}

static void
another_issuer_is_refused(void **state)
{
	static const char *const others[] = { "\"https://broker.example/\"",
		"\"https://broker.example.evil\"", "\"\"", "null", "[\"https://broker.example\"]",
		"\"https://broker.example\\u0000\"" };
	struct claims c = good();

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		c.iss = others[i];
		assert_int_equal(read_claims(&c), OIDC_ISSUER);
	}
}

static void
a_token_for_somebody_else_is_refused(void **state)
{
	static const char *const others[] = { "\"other\"", "[]", "[\"other\"]",
		"[\"logbog\", \"other\"]", "[[\"logbog\"]]", "{\"logbog\": 1}", "null" };
	struct claims c = good();

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		c.aud = others[i];
		assert_int_equal(read_claims(&c), OIDC_AUDIENCE);
	}
	c.aud = "[\"logbog\"]";
	assert_int_equal(read_claims(&c), OIDC_FINE);
	c.more = ", \"azp\": \"other\"";
	assert_int_equal(read_claims(&c), OIDC_AUDIENCE);
	c.more = ", \"azp\": 7";
	assert_int_equal(read_claims(&c), OIDC_AUDIENCE);
	c.more = ", \"azp\": \"logbog\"";
	assert_int_equal(read_claims(&c), OIDC_FINE);
}

static void
two_clocks_may_differ_by_a_minute_and_no_more(void **state)
{
	struct claims c = good();

	(void)state;
	c.exp = NOW - OIDC_SKEW + 1;
	assert_int_equal(read_claims(&c), OIDC_FINE);
	c.exp = NOW - OIDC_SKEW;
	assert_int_equal(read_claims(&c), OIDC_EXPIRED);
	c = good();
	c.iat = NOW + OIDC_SKEW;
	assert_int_equal(read_claims(&c), OIDC_FINE);
	c.iat = NOW + OIDC_SKEW + 1;
	assert_int_equal(read_claims(&c), OIDC_EARLY);
	c = good();
	c.more = ", \"nbf\": 1900000061";
	assert_int_equal(read_claims(&c), OIDC_EARLY);
	c.more = ", \"nbf\": 1900000060";
	assert_int_equal(read_claims(&c), OIDC_FINE);
}

static void
a_token_and_a_proof_from_before_this_login_are_refused(void **state)
{
	struct claims c = good();

	(void)state;
	c.iat = ASKED - OIDC_SKEW - 1;
	assert_int_equal(read_claims(&c), OIDC_STALE);
	c = good();
	c.auth = ASKED - OIDC_SKEW;
	assert_int_equal(read_claims(&c), OIDC_FINE);
	c.auth = ASKED - OIDC_SKEW - 1;
	assert_int_equal(read_claims(&c), OIDC_STALE);
}

static void
times_that_are_none_are_refused(void **state)
{
	static const char *const without[] = { "iat", "exp", "auth_time" };
	const struct oidc_wanted *w = &wanted;
	struct oidc_found found;

	(void)state;
	for (size_t i = 0; i < sizeof without / sizeof without[0]; i++) {
		const char *json = arena_format(a,
		    "{\"iss\": \"https://broker.example\", \"aud\": \"logbog\", \"nonce\": "
		    "\"n-0123456789\", \"loa\": \"High\", \"dk.cpr\": \"0101901234\"%s%s%s}",
		    i == 0 ? "" : ", \"iat\": 1900000000", i == 1 ? "" : ", \"exp\": 1900000300",
		    i == 2 ? "" : ", \"auth_time\": 1900000000");

		assert_int_equal(
		    oidc_claims(json, strlen(json), w, &found), i == 2 ? OIDC_STALE : OIDC_SHAPE);
	}
}

static void
another_logins_nonce_is_refused(void **state)
{
	struct oidc_wanted none = wanted;
	struct oidc_found found;
	struct claims c = good();

	(void)state;
	c.nonce = "\"n-0123456780\"";
	assert_int_equal(read_claims(&c), OIDC_NONCE);
	c.nonce = "null";
	assert_int_equal(read_claims(&c), OIDC_NONCE);
	none.nonce = "";
	assert_int_equal(read_as(&c, &none, &found), OIDC_NONCE);
}

static void
R_MIT_02_the_level_is_betydelig_or_hoej(void **state)
{
	static const char *const low[] = { "\"https://data.gov.dk/concept/core/nsis/Low\"",
		"\"low\"", "\"\"", "null", "3", "\"https://evil.example/High\"",
		"\"https://data.gov.dk/concept/core/nsis/HighX\"" };
	struct oidc_wanted high = wanted;
	struct oidc_found found;
	struct claims c = good();

	(void)state;
	for (size_t i = 0; i < sizeof low / sizeof low[0]; i++) {
		c.loa = low[i];
		assert_int_equal(read_claims(&c), OIDC_LEVEL);
	}
	c = good();
	high.least = ASSURANCE_HIGH;
	assert_int_equal(read_as(&c, &high, &found), OIDC_LEVEL);
	c.loa = "\"https://data.gov.dk/concept/core/nsis/loa/High\"";
	assert_int_equal(read_as(&c, &high, &found), OIDC_FINE);
}

static void
a_number_that_is_none_is_refused(void **state)
{
	static const char *const none[] = { "null", "\"\"", "\"3102901234\"", "101901234",
		"\"01019012345\"", "[\"0101901234\"]" };
	struct claims c = good();

	(void)state;
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
		c.cpr = none[i];
		assert_int_equal(read_claims(&c), OIDC_NO_CPR);
	}
}

static void
what_is_no_object_is_refused(void **state)
{
	static const char *const none[] = { "", "x", "[]", "\"a\"", "null", "{", "{}}",
		"{\"a\": 1} {}", "{\"a\": \"\xff\"}" };
	struct oidc_found found;

	(void)state;
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
		assert_int_equal(
		    oidc_claims(none[i], strlen(none[i]), &wanted, &found), OIDC_SHAPE);
}

static void
only_three_ways_of_signing_are_fine(void **state)
{
	static const char *const bad[] = { "none", "None", "", "HS256", "HS512", "RS1", "rs256",
		"ES256K", "EdDSA", "RS256 " };

	(void)state;
	assert_string_equal(oidc_key_type("RS256"), "RSA");
	assert_string_equal(oidc_key_type("PS256"), "RSA");
	assert_string_equal(oidc_key_type("ES256"), "EC");
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(oidc_algorithm_is_fine(bad[i]));
}

static void
words_are_read_back(void **state)
{
	(void)state;
	for (int f = OIDC_FINE; f <= OIDC_MISDIRECTED; f++)
		assert_int_equal(oidc_of_word(oidc_word((enum oidc_fault)f)), f);
	assert_int_equal(oidc_of_word("?"), OIDC_SHAPE);
	assert_int_equal(assurance_of_word(assurance_word(ASSURANCE_HIGH)), ASSURANCE_HIGH);
	assert_int_equal(
	    assurance_of_word(assurance_word(ASSURANCE_SUBSTANTIAL)), ASSURANCE_SUBSTANTIAL);
	assert_int_equal(assurance_of_word("LOCAL"), ASSURANCE_LOW);
	assert_int_equal(assurance_of_word(""), ASSURANCE_LOW);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    R_MIT_05_a_token_that_is_as_it_must_be_tells_number_and_level, begin, end),
		cmocka_unit_test_setup_teardown(another_issuer_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(a_token_for_somebody_else_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(
		    two_clocks_may_differ_by_a_minute_and_no_more, begin, end),
		cmocka_unit_test_setup_teardown(
		    a_token_and_a_proof_from_before_this_login_are_refused, begin, end),
		cmocka_unit_test_setup_teardown(times_that_are_none_are_refused, begin, end),
		cmocka_unit_test_setup_teardown(another_logins_nonce_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(
		    R_MIT_02_the_level_is_betydelig_or_hoej, begin, end),
		cmocka_unit_test_setup_teardown(a_number_that_is_none_is_refused, begin, end),
		cmocka_unit_test(what_is_no_object_is_refused),
		cmocka_unit_test(only_three_ways_of_signing_are_fine),
		cmocka_unit_test(words_are_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
