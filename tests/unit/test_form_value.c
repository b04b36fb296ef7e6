/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "form_make.h"

static struct arena *a;

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

static const struct form *
make(const char *body)
{
	const struct form *f = form_make(a, "application/x-www-form-urlencoded",
	    (struct bytes){ (const unsigned char *)body, strlen(body) });

	assert_non_null(f);
	return f;
}

#define assert_fault(f, name, sentence) assert_string_equal(form_fault((f), (name)), (sentence))

/* --- numbers and days ----------------------------------------------------------------- */

static void
a_number_is_a_whole_number(void **state)
{
	const struct form *f =
	    make("a=12&b=+7+&c=&d=1.5&e=x&f=4294967296&g=-1&h=0&i=007&j=-0&k=0x");

	(void)state;
	assert_int_equal(form_u32(f, "a", 5), 12);
	assert_int_equal(form_u32(f, "b", 5), 7);
	assert_int_equal(form_u32(f, "c", 5), 5);
	assert_int_equal(form_u32(f, "none", 5), 5);
	assert_int_equal(form_u32(f, "h", 5), 0);
	assert_false(form_wrong(f));
	assert_int_equal(form_u32(f, "d", 5), 0);
	assert_int_equal(form_u32(f, "e", 5), 0);
	assert_int_equal(form_u32(f, "f", 5), 0);
	assert_int_equal(form_u32(f, "g", 5), 0);
	assert_fault(f, "d", "Skriv et helt tal, for eksempel 12.");
	assert_fault(f, "e", "Skriv et helt tal, for eksempel 12.");
	assert_fault(f, "f", "Tallet er for stort. Skriv et mindre tal.");
	assert_fault(f, "g", "Skriv et helt tal, for eksempel 12.");
	form_u32(f, "j", 5);
	form_u32(f, "k", 5);
	assert_fault(f, "j", "Skriv et helt tal, for eksempel 12.");
	assert_fault(f, "k", "Skriv et helt tal, for eksempel 12.");
	assert_int_equal(form_u32(f, "i", 5), 7);
}

static void
a_day_is_read_as_people_write_it(void **state)
{
	const struct form *f = make("a=1.3.2027&b=+2027-03-01+&c=&d=1.3.27&e=31.2.2027");

	(void)state;
	assert_string_equal(day_iso(a, form_day(f, "a")), "2027-03-01");
	assert_string_equal(day_iso(a, form_day(f, "b")), "2027-03-01");
	assert_true(day_is_none(form_day(f, "c")));
	assert_false(form_wrong(f));
	assert_true(day_is_none(form_day(f, "d")));
	assert_true(day_is_none(form_day(f, "e")));
	assert_fault(f, "d", "Skriv en dato som 01.03.2027.");
	assert_fault(f, "e", "Skriv en dato som 01.03.2027.");
}

/* --- choices -------------------------------------------------------------------------- */

static void
a_choice_is_one_of_the_words(void **state)
{
	const struct form *f = make("a=ja&b=nej&c=m%C3%A5ske&d=");

	(void)state;
	assert_string_equal(form_choice(f, "a", "ja", "nej", NULL), "ja");
	assert_string_equal(form_choice(f, "b", "ja", "nej", NULL), "nej");
	assert_false(form_wrong(f));
	assert_null(form_choice(f, "c", "ja", "nej", NULL));
	assert_null(form_choice(f, "d", "ja", "", NULL));
	assert_null(form_choice(f, "none", "ja", NULL));
	assert_fault(f, "c", "Vælg en af mulighederne.");
	assert_fault(f, "d", "Vælg en af mulighederne.");
	assert_fault(f, "none", "Vælg en af mulighederne.");
}

static void
a_box_is_ticked_when_it_was_sent(void **state)
{
	const struct form *f = make("a=1&b=");

	(void)state;
	assert_true(form_ticked(f, "a"));
	assert_false(form_ticked(f, "b"));
	assert_false(form_ticked(f, "c"));
}

static void
ids_are_sorted_each_once(void **state)
{
	const struct form *f = make("k=10&k=2&x=5&k=10&k=4294967295&k=3&k=2");
	static const uint32_t want[] = { 2, 3, 10, 4294967295u };
	const uint32_t *ids;
	size_t n = 99;

	(void)state;
	ids = form_ids(f, "k", &n);
	assert_int_equal(n, 4);
	assert_memory_equal(ids, want, sizeof want);
	form_ids(f, "none", &n);
	assert_int_equal(n, 0);
	assert_false(form_wrong(f));
	f = make("k=1&k=x&k=2");
	ids = form_ids(f, "k", &n);
	assert_int_equal(n, 2);
	assert_int_equal(ids[1], 2);
	assert_fault(f, "k", "Vælg en af mulighederne.");
	f = make("k=x");
	form_ids(f, "k", &n);
	assert_int_equal(n, 0);
	assert_true(form_wrong(f));
}

/* --- faults and showing it again ------------------------------------------------------ */

static void
the_first_fault_of_a_field_stands_and_all_come_in_order(void **state)
{
	const struct form *f = make("a=b");
	const struct fault *faults;
	size_t n;

	(void)state;
	assert_false(form_wrong(f));
	form_refuse(f, "z", "Først.");
	form_refuse(f, "a", "Dernæst.");
	form_refuse(f, "z", "Igen.");
	for (int i = 0; i < 50; i++)
		form_refuse(f, arena_format(a, "f%d", i), "Mange.");
	faults = form_faults(f, &n);
	assert_int_equal(n, 52);
	assert_string_equal(faults[0].name, "z");
	assert_string_equal(faults[0].sentence, "Først.");
	assert_string_equal(faults[1].name, "a");
	assert_string_equal(faults[51].name, "f49");
	assert_fault(f, "z", "Først.");
	assert_null(form_fault(f, "b"));
}

static void
what_was_typed_is_there_to_show_again(void **state)
{
	const struct form *f = make("a=+x+&k=1&k=2");

	(void)state;
	assert_string_equal(form_value(f, "a"), " x ");
	assert_string_equal(form_value(f, "none"), "");
	assert_true(form_has(f, "k", "1"));
	assert_true(form_has(f, "k", "2"));
	assert_false(form_has(f, "k", "3"));
	assert_false(form_has(f, "a", "1"));
}

static void
a_page_shown_the_first_time_has_no_form(void **state)
{
	size_t n = 9;

	(void)state;
	assert_string_equal(form_value(NULL, "a"), "");
	assert_false(form_has(NULL, "a", ""));
	assert_null(form_fault(NULL, "a"));
	assert_null(form_faults(NULL, &n));
	assert_int_equal(n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_is_a_whole_number),
		cmocka_unit_test(a_day_is_read_as_people_write_it),
		cmocka_unit_test(a_choice_is_one_of_the_words),
		cmocka_unit_test(a_box_is_ticked_when_it_was_sent),
		cmocka_unit_test(ids_are_sorted_each_once),
		cmocka_unit_test(the_first_fault_of_a_field_stands_and_all_come_in_order),
		cmocka_unit_test(what_was_typed_is_there_to_show_again),
		cmocka_unit_test(a_page_shown_the_first_time_has_no_form),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
