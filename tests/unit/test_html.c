/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "html.h"

static struct arena *arena;
static struct html *page;

static int
setup(void **state)
{
	(void)state;
	setenv("TZ", "Europe/Copenhagen", 1);
	tzset();
	arena = arena_make();
	page = html_make(arena);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_drop(arena);
	return 0;
}

/* What was written since the last call. */
static const char *
written(void)
{
	const char *s = arena_copy(arena, page->out.at == NULL ? "" : page->out.at, page->out.len);

	page->out.len = 0;
	return s;
}

#define TEXT_IS(v, s) (HTML_TEXT(page, (v)), assert_string_equal(written(), (s)))
#define ATTR_IS(v, s) (HTML_ATTR(page, (v)), assert_string_equal(written(), (s)))

static void
text_is_escaped(void **state)
{
	(void)state;
	TEXT_IS("", "");
	TEXT_IS("Søren Æblegård", "Søren Æblegård");
	TEXT_IS("<script>alert('a' & \"b\")</script>",
	    "&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;");
	TEXT_IS("&amp;", "&amp;amp;");
	TEXT_IS("<", "&lt;");
	TEXT_IS("a<", "a&lt;");
	TEXT_IS("<<a", "&lt;&lt;a");
}

static void
no_text_writes_nothing(void **state)
{
	(void)state;
	html_str(page, NULL);
	html_url(page, (struct url){ NULL });
	html_markup(page, markup_of_lines(arena, NULL));
	html_markup(page, (struct markup){ NULL, 0 });
	assert_int_equal(page->out.len, 0);
}

static void
characters_that_turn_text_are_replaced(void **state)
{
	(void)state;
	for (unsigned c = 0x2020; c <= 0x2070; c++) {
		char s[] = { 'a', (char)0xe2, (char)(0x80 | (c >> 6 & 0x3f)),
			(char)(0x80 | (c & 0x3f)), 'b', '\0' };
		bool turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);

		TEXT_IS((const char *)s,
		    turns ? "a\xef\xbf\xbd"
		            "b"
		          : s);
	}
	/* cut off at its end it is no such character, and nothing behind it is read */
	TEXT_IS("a\xe2", "a\xe2");
	TEXT_IS("a\xe2\x80", "a\xe2\x80");
}

static void
every_byte_is_written_once(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++) {
		char s[] = { (char)c, 'x', '\0' };
		bool plain = strchr("&<>\"'", c) == NULL;

		html_str(page, s);
		if (plain)
			assert_string_equal(written(), s);
		else
			assert_string_equal(strchr(written(), ';') + 1, "x");
	}
}

static void
numbers_are_written_to_their_ends(void **state)
{
	(void)state;
	TEXT_IS(0, "0");
	TEXT_IS(-7, "-7");
	TEXT_IS(INT64_MIN, "-9223372036854775808");
	TEXT_IS(INT64_MAX, "9223372036854775807");
	TEXT_IS(UINT64_MAX, "18446744073709551615");
	TEXT_IS((signed char)-1, "-1");
	TEXT_IS((unsigned char)255, "255");
	TEXT_IS((short)-2, "-2");
	TEXT_IS((size_t)10, "10");
	ATTR_IS((uint32_t)4294967295u, "4294967295");
}

static void
yes_and_no_are_danish(void **state)
{
	(void)state;
	TEXT_IS((bool)true, "ja");
	TEXT_IS((bool)false, "nej");
}

static void
days_and_moments_are_danish_in_text_and_iso_in_attributes(void **state)
{
	struct day day = { 2027, 3, 1 };
	struct moment moment = { 1803906000 };

	(void)state;
	TEXT_IS(day, "01.03.2027");
	ATTR_IS(day, "2027-03-01");
	TEXT_IS(moment, "01.03.2027 kl. 14.00");
	ATTR_IS(moment, "2027-03-01T13:00:00Z");
}

static void
days_and_moments_are_those_of_day_h(void **state)
{
	(void)state;
	for (int32_t n = -800000; n < 2900000; n += 997) {
		struct day day = day_of_number(n);
		struct moment moment = { (int64_t)n * 86400 + (n % 7 + 7) * 5003 };

		if (!day_is_real(day))
			continue;
		TEXT_IS(day, day_text(arena, day));
		ATTR_IS(day, day_iso(arena, day));
		if (n > -700000)
			TEXT_IS(moment, moment_text(arena, moment));
	}
}

static void
no_day_and_no_moment_write_nothing(void **state)
{
	(void)state;
	TEXT_IS((struct day){ 0 }, "");
	ATTR_IS((struct day){ 0 }, "");
	TEXT_IS((struct moment){ 0 }, "");
	ATTR_IS((struct moment){ 0 }, "");
}

static void
line_breaks_of_people_are_kept_and_nothing_else(void **state)
{
	(void)state;
	TEXT_IS(markup_of_lines(arena, "en\nto\r\ntre\rfire"), "en<br>to<br>tre<br>fire");
	TEXT_IS(markup_of_lines(arena, "\n\n"), "<br><br>");
	TEXT_IS(markup_of_lines(arena, "<br>&\n<b>"), "&lt;br&gt;&amp;<br>&lt;b&gt;");
	TEXT_IS(markup_of_lines(arena, ""), "");
}

static void
addresses_are_escaped_too(void **state)
{
	(void)state;
	HTML_URL(page, ((struct url){ "/a?b=1&c=\"2" }));
	assert_string_equal(written(), "/a?b=1&amp;c=&quot;2");
}

static void
a_long_page_stays_whole(void **state)
{
	(void)state;
	for (int i = 0; i < 10000; i++)
		html_str(page, "<æ>");
	assert_int_equal(page->out.len, 10000 * strlen("&lt;æ&gt;"));
	assert_memory_equal(page->out.at + page->out.len - 10, "&lt;æ&gt;", 10);
	assert_int_equal(page->out.at[page->out.len], '\0');
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(text_is_escaped),
		TEST(no_text_writes_nothing),
		TEST(characters_that_turn_text_are_replaced),
		TEST(every_byte_is_written_once),
		TEST(numbers_are_written_to_their_ends),
		TEST(yes_and_no_are_danish),
		TEST(days_and_moments_are_danish_in_text_and_iso_in_attributes),
		TEST(days_and_moments_are_those_of_day_h),
		TEST(no_day_and_no_moment_write_nothing),
		TEST(line_breaks_of_people_are_kept_and_nothing_else),
		TEST(addresses_are_escaped_too),
		TEST(a_long_page_stays_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
