/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "apart.h"
#include "config.h"

static const char *const names[] = {
	"LOGBOOK_SOCKET",
	"LOGBOOK_DATABASE",
	"LOGBOOK_KEYS",
	"LOGBOOK_PROOF",
	"LOGBOOK_FEEDS",
	"LOGBOOK_FEEDS_PRIVATE",
	"LOGBOOK_WORKERS",
	"LOGBOOK_DEMO",
	"LOGBOOK_TODAY",
	"LOGBOOK_URL",
	"LOGBOOK_CA",
	"LOGBOOK_OIDC_ISSUER",
	"LOGBOOK_OIDC_CLIENT_ID",
	"LOGBOOK_OIDC_LEVEL",
	"LOGBOOK_OIDC_SCOPE",
	"LOGBOOK_OIDC_PARAMETERS",
	"LOGBOOK_OIDC_CPR",
	"LOGBOOK_OIDC_LOA",
	"LOGBOOK_OIDC_ORIGINS",
	"LOGBOOK_MITID",
};

static int
forget_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		unsetenv(names[i]);
	return 0;
}

static void
read_it(void)
{
	config_read();
}

/* Told that, does the program end, naming the setting? */
static void
assert_refused(const char *name, const char *value)
{
	char said[500];

	setenv(name, value, 1);
	assert_int_equal(run_apart(read_it, said, sizeof said), 1);
	assert_non_null(strstr(said, name));
	unsetenv(name);
}

static void
without_being_told_it_is_the_real_thing(void **state)
{
	const struct config *c = config_read();

	(void)state;
	assert_string_equal(c->socket, "/run/mysqld/mysqld.sock");
	assert_string_equal(c->database, "logbook");
	assert_string_equal(c->keys, "/etc/logbook/keys");
	assert_int_equal(c->workers, 4);
	assert_false(c->demo);
	assert_true(day_is_none(c->today));
	assert_string_equal(getenv("TZ"), "Europe/Copenhagen");
}

static void
a_value_that_makes_no_sense_ends_the_program(void **state)
{
	(void)state;
	assert_refused("LOGBOOK_WORKERS", "0");
	assert_refused("LOGBOOK_WORKERS", "65");
	assert_refused("LOGBOOK_WORKERS", "many");
	assert_refused("LOGBOOK_FEEDS_PRIVATE", "yes");
	assert_refused("LOGBOOK_DEMO", "yes");
	assert_refused("LOGBOOK_DEMO", "true");
	setenv("LOGBOOK_DEMO", "1", 1);
	assert_refused("LOGBOOK_TODAY", "1.3.2027");
	assert_refused("LOGBOOK_TODAY", "2027-02-29");
}

static void
only_a_tryout_moves_its_clock(void **state)
{
	(void)state;
	assert_refused("LOGBOOK_TODAY", "2027-03-01");
	setenv("LOGBOOK_DEMO", "0", 1);
	assert_refused("LOGBOOK_TODAY", "2027-03-01");
}

static void
a_moved_clock_shows_that_day_and_goes_on(void **state)
{
	const struct config *c;

	(void)state;
	setenv("LOGBOOK_DEMO", "1", 1);
	setenv("LOGBOOK_TODAY", "2027-03-01", 1);
	c = config_read();
	assert_true(c->demo);
	assert_int_equal(day_compare(moment_day(config_now(c)), (struct day){ 2027, 3, 1 }), 0);
	assert_in_range(config_now(c).s - moment_at(c->today, 0).s, 0, 86399);
	setenv("LOGBOOK_TODAY", "", 1);
	c = config_read();
	assert_in_range(moment_of_clock().s - config_now(c).s + 1, 0, 2);
}

static void
name_a_provider(void)
{
	setenv("LOGBOOK_OIDC_ISSUER", "https://broker.example/op", 1);
	setenv("LOGBOOK_OIDC_CLIENT_ID", "logbog", 1);
	setenv("LOGBOOK_URL", "https://logbog.example.dk", 1);
}

static void
R_MIT_05_MitID_is_off_until_a_provider_is_named(void **state)
{
	const struct config *c;

	(void)state;
	setenv("LOGBOOK_OIDC_CLIENT_ID", "logbog", 1);
	assert_null(config_read()->oidc.issuer);
	name_a_provider();
	c = config_read();
	assert_string_equal(c->oidc.issuer, "https://broker.example/op");
	assert_string_equal(c->oidc.origins, "https://broker.example");
	assert_string_equal(c->oidc.back, "https://logbog.example.dk/adgang/mitid/svar");
	assert_string_equal(c->oidc.secret_file, "/etc/logbook/keys/oidc.secret");
	assert_string_equal(c->oidc.cpr, "dk.cpr");
	assert_string_equal(c->oidc.loa, "loa");
	assert_false(c->oidc.high);
	setenv("LOGBOOK_OIDC_LEVEL", "high", 1);
	setenv("LOGBOOK_OIDC_ORIGINS", "https://b.example https://c.example:8443", 1);
	c = config_read();
	assert_true(c->oidc.high);
	assert_string_equal(
	    c->oidc.origins, "https://broker.example https://b.example https://c.example:8443");
}

static void
a_provider_that_makes_no_sense_ends_the_program(void **state)
{
	static const char *const addresses[] = { "http://broker.example", "broker.example",
		"https://", "https:// x", "https://a.example;x", "https://a.example/?q",
		"https://a.example/\r\nx: y", "https://a@b.example" };
	static const char *const backs[] = { "http://logbog.example.dk",
		"https://logbog.example.dk/", "https://logbog.example.dk/x", "http://127.0.0.1:80",
		"logbog" };
	static const char *const origins[] = { "https://a.example;", "'unsafe-inline'", "*",
		"https://a.example  https://b.example", "https://a.example/x", " " };

	(void)state;
	for (size_t i = 0; i < sizeof addresses / sizeof addresses[0]; i++)
		assert_refused("LOGBOOK_OIDC_ISSUER", addresses[i]);
	setenv("LOGBOOK_OIDC_ISSUER", "https://broker.example", 1);
	for (size_t i = 0; i < sizeof backs / sizeof backs[0]; i++) {
		setenv("LOGBOOK_OIDC_CLIENT_ID", "logbog", 1);
		assert_refused("LOGBOOK_URL", backs[i]);
	}
	name_a_provider();
	for (size_t i = 0; i < sizeof origins / sizeof origins[0]; i++)
		assert_refused("LOGBOOK_OIDC_ORIGINS", origins[i]);
	assert_refused("LOGBOOK_OIDC_PARAMETERS", "a=b c");
	assert_refused("LOGBOOK_OIDC_PARAMETERS", "a=b#c");
	assert_refused("LOGBOOK_OIDC_LEVEL", "low");
	assert_refused("LOGBOOK_OIDC_LEVEL", "High");
	assert_refused("LOGBOOK_OIDC_CLIENT_ID", "");
}

static void
only_a_tryout_has_MitID_answer_without_TLS(void **state)
{
	(void)state;
	name_a_provider();
	setenv("LOGBOOK_DEMO", "1", 1);
	setenv("LOGBOOK_URL", "http://127.0.0.1:8080", 1);
	assert_string_equal(config_read()->oidc.back, "http://127.0.0.1:8080/adgang/mitid/svar");
	assert_refused("LOGBOOK_URL", "http://127.0.0.1:8080/x");
	assert_refused("LOGBOOK_URL", "http://127.0.0.1:8080@evil.example");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(without_being_told_it_is_the_real_thing, forget_all),
		cmocka_unit_test_setup(a_value_that_makes_no_sense_ends_the_program, forget_all),
		cmocka_unit_test_setup(only_a_tryout_moves_its_clock, forget_all),
		cmocka_unit_test_setup(a_moved_clock_shows_that_day_and_goes_on, forget_all),
		cmocka_unit_test_setup(R_MIT_05_MitID_is_off_until_a_provider_is_named, forget_all),
		cmocka_unit_test_setup(a_provider_that_makes_no_sense_ends_the_program, forget_all),
		cmocka_unit_test_setup(only_a_tryout_has_MitID_answer_without_TLS, forget_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
