/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

#include "day.h"

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

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static struct moment
at_utc(const char *iso, int hour, int minute, int second)
{
	return (struct moment){ (int64_t)day_number(day(iso)) * 86400 + hour * 3600 + minute * 60 +
		second };
}

/* --- the vectors of the secretariats' count ------------------------------------------- */

static void
R_TID_01_half_a_year_is_180_days_and_a_year_360(void **state)
{
	(void)state;
	assert_int_equal(days360(day("2026-02-01"), day("2026-08-01")), 180);
	assert_int_equal(days360(day("2026-01-01"), day("2027-01-01")), 360);
	assert_int_equal(days360(day("2026-08-01"), day("2027-02-01")), 180);
	assert_int_equal(days360(day("2028-02-01"), day("2028-03-01")), 30);
	assert_int_equal(days360(day("2026-02-01"), day("2026-02-01")), 0);
}

static void
R_TID_01_day_31_is_read_as_30(void **state)
{
	(void)state;
	assert_int_equal(days360(day("2026-01-31"), day("2026-02-28")), 28);
	assert_int_equal(days360(day("2026-01-30"), day("2026-03-31")), 60);
	assert_int_equal(days360(day("2026-01-31"), day("2026-03-31")), 60);
	assert_int_equal(days360(day("2026-07-31"), day("2026-08-01")), 1);
	assert_int_equal(days360(day("2026-07-30"), day("2026-07-31")), 0);
}

static void
R_TID_02_a_tenth_is_18_days_of_half_a_year_and_36_of_a_year(void **state)
{
	(void)state;
	assert_int_equal(days360(day("2026-02-01"), day("2026-08-01")) / 10, 18);
	assert_int_equal(days360(day("2026-01-01"), day("2027-01-01")) / 10, 36);
}

static void
R_TID_03_two_months_leave_prolong_by_two_months(void **state)
{
	(void)state;
	assert_string_equal(day_iso(a, day_add_months(day("2026-12-31"), 2)), "2027-02-28");
	assert_string_equal(day_iso(a, day_add_months(day("2027-01-01"), 2)), "2027-03-01");
}

static void
R_TID_03_nineteen_days_after_31_July_lie_before_the_end_of_August(void **state)
{
	struct day made_up = day_add(day("2026-07-31"), 19);
	struct day first = { made_up.year, made_up.month, 1 };

	(void)state;
	assert_string_equal(day_iso(a, made_up), "2026-08-19");
	assert_string_equal(day_iso(a, day_add(day_add_months(first, 1), -1)), "2026-08-31");
}

static void
R_TID_04_ill_Friday_and_well_Wednesday_is_five_days(void **state)
{
	(void)state;
	assert_int_equal(day_number(day("2026-03-11")) - day_number(day("2026-03-06")), 5);
}

/* --- days ----------------------------------------------------------------------------- */

static void
a_month_later_is_the_same_day_or_the_last_of_the_month(void **state)
{
	static const struct {
		const char *from;
		int32_t months;
		const char *to;
	} cases[] = {
		{ "2026-01-31", 1, "2026-02-28" },
		{ "2028-01-31", 1, "2028-02-29" },
		{ "2028-02-29", 12, "2029-02-28" },
		{ "2028-02-29", 48, "2032-02-29" },
		{ "2028-02-29", -12, "2027-02-28" },
		{ "2026-03-31", -1, "2026-02-28" },
		{ "2026-07-31", -1, "2026-06-30" },
		{ "2026-12-31", 1, "2027-01-31" },
		{ "2026-01-15", -1, "2025-12-15" },
		{ "2026-01-15", -13, "2024-12-15" },
		{ "2026-05-31", 0, "2026-05-31" },
		{ "2026-08-31", 6, "2027-02-28" },
		{ "2026-08-31", 18, "2028-02-29" },
		{ "2026-11-30", 3, "2027-02-28" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_string_equal(
		    day_iso(a, day_add_months(day(cases[i].from), cases[i].months)), cases[i].to);
}

static void
day_numbers_go_there_and_back_over_four_centuries(void **state)
{
	struct day last = day("1799-12-31");

	(void)state;
	assert_int_equal(day_number(day("1970-01-01")), 0);
	assert_int_equal(day_number(day("2000-03-01")), 11017);
	assert_int_equal(day_number(day("1969-12-31")), -1);
	for (int32_t n = day_number(last) + 1; n < day_number(day("2200-01-01")); n++) {
		struct day d = day_of_number(n);

		assert_true(day_is_real(d));
		assert_int_equal(day_number(d), n);
		assert_true(day_compare(last, d) < 0 && day_compare(d, last) > 0);
		last = d;
	}
	assert_int_equal(day_compare(last, day("2199-12-31")), 0);
}

static void
the_first_and_the_last_day_there_is(void **state)
{
	(void)state;
	assert_string_equal(day_iso(a, day_of_number(day_number(day("0001-01-01")))), "0001-01-01");
	assert_string_equal(day_iso(a, day_of_number(day_number(day("9999-12-31")))), "9999-12-31");
}

static void
the_29th_of_February_is_there_in_leap_years_only(void **state)
{
	struct day d = { 0 };

	(void)state;
	assert_true(day_read("2024-02-29", &d));
	assert_true(day_read("2000-02-29", &d));
	assert_false(day_read("2023-02-29", &d));
	assert_false(day_read("2100-02-29", &d));
	assert_false(day_read("1900-02-29", &d));
	assert_string_equal(day_iso(a, day_add(day("2024-02-28"), 1)), "2024-02-29");
	assert_string_equal(day_iso(a, day_add(day("2023-02-28"), 1)), "2023-03-01");
}

static void
no_day_stays_no_day(void **state)
{
	struct day none = { 0 };

	(void)state;
	assert_true(day_is_none(none));
	assert_false(day_is_real(none));
	assert_true(day_is_none(day_add(none, 30)));
	assert_true(day_is_none(day_add_months(none, 0)));
	assert_true(day_is_none(day_add_months(none, 13)));
	assert_string_equal(day_iso(a, none), "");
	assert_string_equal(day_text(a, none), "");
}

static void
machines_write_days_in_one_way(void **state)
{
	static const char *const bad[] = {
		"",
		"2027",
		"2027-3-1",
		"2027-03-01 ",
		" 2027-03-01",
		"2027-03-01T00",
		"27-03-01",
		"2027/03/01",
		"20270301",
		"2027-13-01",
		"2027-00-01",
		"2027-01-00",
		"2027-04-31",
		"0000-01-01",
		"-027-01-01",
		"2027-03-0",
		"2027-03-",
	};
	struct day d = { 1, 2, 3 };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(day_read(bad[i], &d));
	assert_false(day_read(NULL, &d));
	assert_true(d.year == 1 && d.month == 2 && d.dom == 3);
	assert_string_equal(day_text(a, day("2027-03-01")), "01.03.2027");
}

static void
people_write_days_in_several_ways(void **state)
{
	static const char *const good[] = { "1.3.2027", "01.03.2027", "1/3-2027", "01-03-2027",
		"1/3/2027", "2027-03-01" };
	static const char *const bad[] = { "", "1.3", "1.3.27", "1.3.02027", "3.2027", "29.2.2027",
		"31.04.2027", "1..3.2027", "1.3.2027.", "001.03.2027", "i dag", "1.marts.2027",
		"32.1.2027" };
	struct day d = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		assert_true(day_read_danish(good[i], &d));
		assert_string_equal(day_iso(a, d), "2027-03-01");
	}
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(day_read_danish(bad[i], &d));
	assert_false(day_read_danish(NULL, &d));
}

/* --- moments -------------------------------------------------------------------------- */

static void
a_moment_is_shown_in_Copenhagen_winter_and_summer(void **state)
{
	struct moment winter = at_utc("2027-01-31", 23, 30, 0),
	              summer = at_utc("2027-07-01", 22, 5, 9);

	(void)state;
	assert_string_equal(moment_text(a, winter), "01.02.2027 kl. 00.30");
	assert_string_equal(moment_text(a, summer), "02.07.2027 kl. 00.05");
	assert_string_equal(moment_iso(a, summer), "2027-07-01T22:05:09Z");
	assert_string_equal(day_iso(a, moment_day(winter)), "2027-02-01");
	assert_string_equal(day_iso(a, moment_day(summer)), "2027-07-02");
	assert_int_equal(moment_second(summer), 5 * 60 + 9);
	assert_string_equal(moment_text(a, (struct moment){ 0 }), "");
}

static void
in_spring_the_hour_after_two_is_left_out(void **state)
{
	struct moment before = at_utc("2027-03-28", 0, 59, 59),
	              after = at_utc("2027-03-28", 1, 0, 0);

	(void)state;
	assert_string_equal(moment_text(a, before), "28.03.2027 kl. 01.59");
	assert_string_equal(moment_text(a, after), "28.03.2027 kl. 03.00");
	assert_int_equal(
	    moment_at(day("2027-03-28"), 3 * 3600).s - moment_at(day("2027-03-28"), 0).s, 2 * 3600);
	assert_string_equal(
	    day_iso(a, moment_day(moment_at(day("2027-03-28"), 9000))), "2027-03-28");
}

static void
in_autumn_the_hour_after_two_comes_twice(void **state)
{
	struct moment first = at_utc("2027-10-31", 0, 30, 0),
	              again = at_utc("2027-10-31", 1, 30, 0);

	(void)state;
	assert_string_equal(moment_text(a, first), "31.10.2027 kl. 02.30");
	assert_string_equal(moment_text(a, again), "31.10.2027 kl. 02.30");
	assert_int_equal(
	    moment_at(day("2027-11-01"), 0).s - moment_at(day("2027-10-31"), 0).s, 25 * 3600);
}

static void
a_day_moved_keeps_its_time_of_day(void **state)
{
	struct moment m = at_utc("2027-07-01", 12, 0, 1);

	(void)state;
	assert_string_equal(
	    moment_text(a, moment_at(day("2027-12-24"), moment_second(m))), "24.12.2027 kl. 14.00");
	assert_int_equal(moment_second(moment_at(day("2027-12-24"), 86399)), 86399);
	assert_int_equal(moment_second(moment_at(day("2027-12-24"), 0)), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_TID_01_half_a_year_is_180_days_and_a_year_360),
		cmocka_unit_test(R_TID_01_day_31_is_read_as_30),
		cmocka_unit_test(R_TID_02_a_tenth_is_18_days_of_half_a_year_and_36_of_a_year),
		cmocka_unit_test(R_TID_03_two_months_leave_prolong_by_two_months),
		cmocka_unit_test(R_TID_03_nineteen_days_after_31_July_lie_before_the_end_of_August),
		cmocka_unit_test(R_TID_04_ill_Friday_and_well_Wednesday_is_five_days),
		cmocka_unit_test(a_month_later_is_the_same_day_or_the_last_of_the_month),
		cmocka_unit_test(day_numbers_go_there_and_back_over_four_centuries),
		cmocka_unit_test(the_first_and_the_last_day_there_is),
		cmocka_unit_test(the_29th_of_February_is_there_in_leap_years_only),
		cmocka_unit_test(no_day_stays_no_day),
		cmocka_unit_test(machines_write_days_in_one_way),
		cmocka_unit_test(people_write_days_in_several_ways),
		cmocka_unit_test(a_moment_is_shown_in_Copenhagen_winter_and_summer),
		cmocka_unit_test(in_spring_the_hour_after_two_is_left_out),
		cmocka_unit_test(in_autumn_the_hour_after_two_comes_twice),
		cmocka_unit_test(a_day_moved_keeps_its_time_of_day),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
