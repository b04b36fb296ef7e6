/* SPDX-License-Identifier: MPL-2.0 */
#include "read_back.h"

#include "secret.h"
#include "zip.h"

static const struct moment at = { 1804500000 };

static struct bytes
bytes(const char *s)
{
	return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

static struct bytes
sample(struct arena *a)
{
	const struct zip_file files[] = {
		{ "dokumentation.pdf", bytes("%PDF-1.7 not really") },
		{ "bilag/01 Meritbrev Ærø.pdf", bytes("letter") },
		{ "manifest.json", bytes("{}\n") },
		{ "tom.txt", bytes("") },
	};
	struct bytes out = { 0 };

	assert_true(zip_of(a, files, sizeof files / sizeof files[0], at, &out));
	return out;
}

static void
unzip_finds_every_file_with_its_name_and_bytes(void **state)
{
	struct arena *a = arena_make();
	const struct bytes z = sample(a);

	(void)state;
	assert_holds(ask(a, z, "unzip -tqq %s && echo fine"), "fine");
	assert_string_equal(ask(a, z, "unzip -p %s 'bilag/01 Meritbrev Ærø.pdf'"), "letter");
	assert_string_equal(ask(a, z, "unzip -p %s manifest.json"), "{}\n");
	assert_holds(ask(a, z, "unzip -l %s"), "tom.txt");
	arena_drop(a);
}

static void
T_165_the_same_files_give_the_same_bytes(void **state)
{
	struct arena *a = arena_make();
	const struct bytes one = sample(a), two = sample(a);

	(void)state;
	assert_int_equal(one.n, two.n);
	assert_memory_equal(one.at, two.at, one.n);
	arena_drop(a);
}

static void
a_name_that_leads_elsewhere_is_refused(void **state)
{
	static const char *const names[] = { "", "/etc/passwd", "../x", "a/../../x", "a\\b",
		"\xff" };
	struct arena *a = arena_make();
	struct bytes out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const struct zip_file f = { names[i], bytes("x") };

		assert_false(zip_of(a, &f, 1, at, &out));
		assert_null(out.at);
	}
	arena_drop(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unzip_finds_every_file_with_its_name_and_bytes),
		cmocka_unit_test(T_165_the_same_files_give_the_same_bytes),
		cmocka_unit_test(a_name_that_leads_elsewhere_is_refused),
	};

	return cmocka_run_group_tests_name("zip", tests, NULL, NULL);
}
