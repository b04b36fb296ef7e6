/* SPDX-License-Identifier: MPL-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sending.h"

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
		cmocka_unit_test(words_and_slugs_lead_back),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
