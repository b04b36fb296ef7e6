/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "sending.h"

static struct arena *a;

static int
begin(void **state)
{
	(void)state;
	setenv("TZ", "Europe/Copenhagen", 1);
	tzset();
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
a_reference_is_read_as_people_write_it(void **state)
{
	static const unsigned char chance[REFERENCE_BYTES] = { 7, 1, 0, 31, 200, 18, 3, 9 };
	const char *r = reference_of(a, chance);
	char small[REFERENCE_LENGTH + 1], *to = small;

	(void)state;
	assert_int_equal(strlen(r), REFERENCE_LENGTH);
	assert_memory_equal(r, "LB-710Z-8J39-", 13);
	assert_string_equal(reference_read(a, r), r);
	for (const char *c = r; *c != '\0'; c++)
		if (*c != '-')
			*to++ = *c == '0' ? 'o'
			    : *c == '1'   ? 'l'
			    : *c >= 'A'   ? (char)(*c + 32)
			                  : *c;
	*to = '\0';
	assert_string_equal(reference_read(a, small), r);
}

static void
a_slip_of_the_pen_is_no_reference(void **state)
{
	static const unsigned char chance[REFERENCE_BYTES] = { 7, 1, 0, 30, 200, 18, 3, 9 };
	char *r = arena_string(a, reference_of(a, chance)), was;

	(void)state;
	for (size_t i = 3; i < REFERENCE_LENGTH; i++) {
		if (r[i] == '-')
			continue;
		was = r[i];
		r[i] = was == '5' ? '6' : '5';
		assert_null(reference_read(a, r));
		r[i] = was;
	}
	was = r[3];
	r[3] = r[4];
	r[4] = was;
	assert_null(reference_read(a, r));
	assert_null(reference_read(a, ""));
	assert_null(reference_read(a, "LB-"));
	assert_null(reference_read(a, "LB-0000-0000-0000-0000"));
}

static void
a_reference_is_found_in_a_file(void **state)
{
	static const unsigned char chance[REFERENCE_BYTES] = { 1, 2, 3, 4, 5, 6, 7, 8 };
	const char *r = reference_of(a, chance),
	           *text = arena_format(a, "PK%cLB-AAAA-AAAA-A LB- LB-%sLB-1", 1, r);

	(void)state;
	assert_string_equal(
	    reference_in(a, (struct bytes){ (const unsigned char *)text, strlen(text) }), r);
	assert_null(reference_in(a, (struct bytes){ (const unsigned char *)r, 13 }));
	assert_null(reference_in(a, (struct bytes){ NULL, 0 }));
}

static void
waiting_grows_up_to_an_hour(void **state)
{
	(void)state;
	assert_int_equal(sending_wait(0), 60);
	assert_int_equal(sending_wait(1), 120);
	assert_int_equal(sending_wait(5), 1920);
	assert_int_equal(sending_wait(6), 3600);
	assert_int_equal(sending_wait(60000), 3600);
}

static void
R_STPS_12_the_last_time_is_sent_in_the_last_month(void **state)
{
	const struct day until = { 2027, 3, 1 };

	(void)state;
	assert_false(sending_may_add_time(until, (struct day){ 2027, 1, 31 }));
	assert_true(sending_may_add_time(until, (struct day){ 2027, 2, 1 }));
	assert_true(sending_may_add_time(until, (struct day){ 2028, 2, 1 }));
}

static void
R_NUL_07_an_order_names_approved_rows_with_their_letter(void **state)
{
	size_t n;
	const struct sending_row *r = sending_rows(a, " 12 K4 T4294967295  M1", &n);

	(void)state;
	assert_int_equal(n, 4);
	assert_true(r[0].letter == '\0' && r[0].id == 12);
	assert_true(r[1].letter == 'K' && r[1].id == 4);
	assert_true(r[2].letter == 'T' && r[2].id == 4294967295);
	assert_true(r[3].letter == 'M' && r[3].id == 1);
	r = sending_rows(a, "K x 4K K4294967296 Q1 -1", &n);
	assert_int_equal(n, 6);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(r[i].id, 0);
	sending_rows(a, "", &n);
	assert_int_equal(n, 0);
	sending_rows(a, "  ", &n);
	assert_int_equal(n, 0);
	for (const char *x = sending_letters; *x != '\0'; x++)
		for (const char *y = x + 1; *y != '\0'; y++)
			assert_string_not_equal(sending_field(*x), sending_field(*y));
}

/* Midnight is that of Copenhagen, in winter and in summer. */
static void
T_160_T_161_R_STPS_07_R_STPS_10_the_first_day_begins_at_midnight(void **state)
{
	const struct {
		enum sending_kind kind;
		struct day until;
		int64_t last_second; /* of the day before, UTC */
	} cases[] = {
		{ SENDING_PRACTICE, { 2027, 3, 1 }, 1801436399 },   /* 2027-01-31 22:59:59 */
		{ SENDING_SPECIALIST, { 2027, 3, 1 }, 1788213599 }, /* 2026-08-31 21:59:59 */
		{ SENDING_PRACTICE, { 2027, 8, 1 }, 1814392799 },   /* 2027-06-30 21:59:59 */
		{ SENDING_SPECIALIST, { 2027, 8, 31 },
		    1803769199 } /* 2027-02-27 22:59:59, for there is no 31st */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct day from = readiness_earliest(cases[i].kind, cases[i].until);
		const struct moment eve = { cases[i].last_second },
		                    day = { cases[i].last_second + 1 };

		assert_true(day_compare(moment_day(eve), from) < 0);
		assert_string_equal(day_iso(a, moment_day(day)), day_iso(a, from));
	}
}

static void
words_and_slugs_lead_back(void **state)
{
	(void)state;
	assert_int_equal(sending_of_slug("selvstaendigt-virke"), SENDING_PRACTICE);
	assert_int_equal(sending_of_slug("speciallaege"), SENDING_SPECIALIST);
	assert_int_equal(sending_of_slug("PRACTICE"), SENDING_KINDS);
	for (enum sending_state s = 0; s < SENDING_STATES; s++)
		assert_true(strlen(sending_state_title(s)) > 0);
	assert_int_equal(sending_state_of("SENT"), SENDING_SENT);
	assert_int_equal(sending_state_of("sent"), SENDING_STATES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reference_is_read_as_people_write_it),
		cmocka_unit_test(a_slip_of_the_pen_is_no_reference),
		cmocka_unit_test(a_reference_is_found_in_a_file),
		cmocka_unit_test(waiting_grows_up_to_an_hour),
		cmocka_unit_test(R_STPS_12_the_last_time_is_sent_in_the_last_month),
		cmocka_unit_test(R_NUL_07_an_order_names_approved_rows_with_their_letter),
		cmocka_unit_test(T_160_T_161_R_STPS_07_R_STPS_10_the_first_day_begins_at_midnight),
		cmocka_unit_test(words_and_slugs_lead_back),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
