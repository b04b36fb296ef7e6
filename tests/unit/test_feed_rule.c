/* SPDX-License-Identifier: MPL-2.0
 *
 * Where a feed may fetch its files: what a page may make the clock read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>
#include <string.h>

#include "feed_rule.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena = arena_make();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_drop(arena);
	return 0;
}

static void
test_each_region_has_its_own_part_of_the_root(void **state)
{
	(void)state;
	assert_string_equal(feed_folder_of(arena, "/srv/feeds", "OEST"), "/srv/feeds/oest/");
	assert_string_equal(feed_folder_of(arena, "/srv/feeds/", NULL), "/srv/feeds/landet/");
	assert_string_equal(feed_folder_of(arena, "/srv/feeds//", ""), "/srv/feeds/landet/");
}

static void
test_a_folder_below_its_part_may_be_used(void **state)
{
	static const char *const fine[] = { "/srv/feeds/oest/a", "/srv/feeds/oest/evaluer/ind",
		"/srv/feeds/oest/2026_kbu-1.ind", "/srv/feeds/oest/a/" };

	(void)state;
	for (size_t i = 0; i < sizeof fine / sizeof fine[0]; i++)
		assert_null(feed_folder_fault(arena, fine[i], "/srv/feeds/oest/"));
}

static void
test_any_other_folder_is_refused_with_what_to_write(void **state)
{
	static const char *const wrong[] = { "", "/etc", "/etc/passwd", "etc", "/srv/feeds/oest",
		"/srv/feeds/oest/", "/srv/feeds/oest/..", "/srv/feeds/oest/../syd/a",
		"/srv/feeds/oest/a/../../../../etc", "/srv/feeds/oest//a", "/srv/feeds/oest/.a",
		"/srv/feeds/oest/a b", "/srv/feeds/oest/a\n", "/srv/feeds/oest/å",
		"/srv/feeds/syd/a", "/srv/feeds/oest2/a", "/srv/feeds/oest/-rf",
		"/srv/feeds/oest/$HOME", "https://data.example.dk/" };
	char *longer = arena_format(arena, "/srv/feeds/oest/%0500d", 7);

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_non_null(feed_folder_fault(arena, wrong[i], "/srv/feeds/oest/"));
	assert_non_null(feed_folder_fault(arena, longer, "/srv/feeds/oest/"));
	assert_non_null(strstr(
	    feed_folder_fault(arena, "/etc", "/srv/feeds/oest/"), "/srv/feeds/oest/evaluer"));
}

static void
test_an_https_address_of_the_open_net_may_be_used(void **state)
{
	static const char *const fine[] = { "https://data.example.dk/laeger.csv",
		"https://example.dk", "HTTPS://Data.Example.DK:8443/a/b?c=d&e=%20f",
		"https://xn--rhus-oth.example.dk/" };

	(void)state;
	for (size_t i = 0; i < sizeof fine / sizeof fine[0]; i++)
		assert_null(feed_https_fault(fine[i]));
}

static void
test_any_other_address_is_refused(void **state)
{
	static const char *const wrong[] = { "", "http://data.example.dk/", "ftp://example.dk/",
		"file:///etc/passwd", "https://", "https:///a", "https://localhost/",
		"https://intern/", "https://127.0.0.1/", "https://10.0.0.1/", "https://2130706433/",
		"https://0x7f.1/", "https://[::1]/", "https://[fe80::1]/a",
		"https://u:p@example.dk/", "https://u@example.dk/", "https://example.dk@127.0.0.1/",
		"https://data.local/", "https://db.internal/", "https://a.localhost/",
		"https://example.dk:0/", "https://example.dk:99999/", "https://example.dk:/",
		"https://example.dk:44a/", "https://example.dk/a b", "https://example.dk/#x",
		"https://example.dk/\\x", "https://ex_ample.dk/", "https://.example.dk/",
		"https://example..dk/", "https://-a.dk/", "https://example.dk./",
		"https://example.dk\r\nX: y", "https://169.254.169.254/latest", "https://å.dk/" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		if (feed_https_fault(wrong[i]) == NULL)
			fail_msg("accepted: %s", wrong[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_region_has_its_own_part_of_the_root),
		cmocka_unit_test(test_a_folder_below_its_part_may_be_used),
		cmocka_unit_test(test_any_other_folder_is_refused_with_what_to_write),
		cmocka_unit_test(test_an_https_address_of_the_open_net_may_be_used),
		cmocka_unit_test(test_any_other_address_is_refused),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
