/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "day.h"
#include "deliver.h"
#include "envelope.h"

static struct arena *a;
static char folder[] = P_tmpdir "/test-send-XXXXXX";

static const char *
file(const char *name)
{
	return arena_format(a, "%s/%s", folder, name);
}

static struct bytes
bytes(const char *s)
{
	return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

static int
shell(const char *command)
{
	return system(arena_format(a, "cd %s && (%s) >/dev/null 2>&1", folder, command));
}

static int
begin(void **state)
{
	(void)state;
	a = arena_make();
	if (mkdtemp(folder) == NULL)
		return -1;
	return shell("openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem "
	             "-days 30 -subj /CN=styrelse && echo nothing >no.pem");
}

static int
end(void **state)
{
	(void)state;
	shell("rm -rf .[!.]* *");
	rmdir(folder);
	arena_drop(a);
	return 0;
}

/* --- closed for the authority alone --------------------------------------------------------- */

static void
put(const char *name, struct bytes b)
{
	FILE *f = fopen(file(name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(b.at, 1, b.n, f), b.n);
	assert_int_equal(fclose(f), 0);
}

static void
what_is_closed_is_opened_by_openssl_with_the_key_and_not_when_changed(void **state)
{
	struct bytes closed = { 0 };
	unsigned char *changed;

	(void)state;
	assert_int_equal(envelope_close(a, file("cert.pem"), bytes("the package, æøå\n"),
	                     moment_of_clock(), &closed),
	    ENVELOPE_FINE);
	put("p.p7m", closed);
	put("wanted", bytes("the package, æøå\n"));
	assert_int_equal(shell("openssl cms -decrypt -inform DER -binary -in p.p7m -inkey key.pem "
	                       "-out p && cmp p wanted"),
	    0);
	assert_int_not_equal(shell("grep -q package p.p7m"), 0);
	changed = arena_take(a, closed.n);
	memcpy(changed, closed.at, closed.n);
	changed[closed.n - 20] ^= 1;
	put("p.p7m", (struct bytes){ changed, closed.n });
	assert_int_not_equal(
	    shell("openssl cms -decrypt -inform DER -binary -in p.p7m -inkey key.pem -out p"), 0);
}

static void
without_a_certificate_that_holds_nothing_is_closed(void **state)
{
	const struct moment now = moment_of_clock(), later = { now.s + 40 * 24 * 60 * 60 };
	struct bytes closed = { 0 };

	(void)state;
	assert_int_equal(
	    envelope_close(a, file("none.pem"), bytes("x"), now, &closed), ENVELOPE_NO_CERTIFICATE);
	assert_int_equal(
	    envelope_close(a, file("no.pem"), bytes("x"), now, &closed), ENVELOPE_NO_CERTIFICATE);
	assert_int_equal(
	    envelope_close(a, file("cert.pem"), bytes("x"), later, &closed), ENVELOPE_OVER);
	assert_null(closed.at);
	for (enum envelope e = ENVELOPE_NO_CERTIFICATE; e <= ENVELOPE_FAILED; e++)
		assert_true(envelope_text(e)[0] != '\0');
}

/* --- laid down for pick-up ------------------------------------------------------------------- */

static struct delivery
lay(const char *name, const char *content)
{
	const struct way way = { .to = arena_format(a, "folder://%s/out/", folder) };

	return deliver(a, &way, name, bytes(content));
}

static void
it_lies_there_whole_once_and_is_never_another(void **state)
{
	(void)state;
	assert_int_equal(lay("a.p7m", "one").end, DELIVER_LATER);
	assert_int_equal(mkdir(file("out"), 0700), 0);
	assert_int_equal(shell("echo half >out/.a.p7m.part"), 0);
	assert_int_equal(lay("a.p7m", "one").end, DELIVERED);
	assert_int_equal(lay("a.p7m", "one").end, DELIVERED);
	assert_int_equal(lay("a.p7m", "two").end, DELIVER_REFUSED);
	assert_int_equal(lay("a.p7m", "one and more").end, DELIVER_REFUSED);
	assert_int_equal(
	    shell("test \"$(cat out/a.p7m)\" = one && test \"$(ls -A out)\" = a.p7m"), 0);
}

static void
a_full_disk_leaves_nothing_that_looks_whole(void **state)
{
	const struct way way = { .to = "folder:///dev/" };

	(void)state;
	assert_int_equal(deliver(a, &way, "full", bytes("x")).end, DELIVER_REFUSED);
	assert_int_equal(shell("mkdir -p tiny && ln -s /dev/full tiny/.b.part"), 0);
	{
		const struct way tiny = { .to = arena_format(a, "folder://%s/tiny/", folder) };

		assert_int_equal(deliver(a, &tiny, "b", bytes("x")).end, DELIVER_LATER);
	}
	assert_int_not_equal(shell("test -e tiny/b"), 0);
}

/* --- ways and names --------------------------------------------------------------------------- */

static void
only_three_ways_and_plain_names(void **state)
{
	static const char *const good[] = { "folder:///srv/ud/", "sftp://u@host/ind/",
		"sftp://u@host:22/", "https://host/ind/" };
	static const char *const bad[] = { "", "folder://srv/", "folder:///srv", "http://host/",
		"ftp://host/", "https:///x/", "sftp://host", "https://host/a b/",
		"https://host/?x=/" };
	static const char *const names[] = { "", ".x", "../x", "a/b", "a b", "æ" };

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(deliver_way_holds(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(deliver_way_holds(bad[i]));
	assert_false(deliver_way_holds(NULL));
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_int_equal(lay(names[i], "x").end, DELIVER_LATER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    what_is_closed_is_opened_by_openssl_with_the_key_and_not_when_changed),
		cmocka_unit_test(without_a_certificate_that_holds_nothing_is_closed),
		cmocka_unit_test(it_lies_there_whole_once_and_is_never_another),
		cmocka_unit_test(a_full_disk_leaves_nothing_that_looks_whole),
		cmocka_unit_test(only_three_ways_and_plain_names),
	};

	return cmocka_run_group_tests_name("send", tests, begin, end);
}
