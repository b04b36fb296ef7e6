/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "absence.h"
#include "absence_rows.h"

enum { SICK = 1, LEAVE = 2, HOLIDAY = 11, COURSE = 10 };

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

/* An element as people say it: first and last day. */
static int32_t
length(const char *first, const char *last)
{
	return days360(day(first), day_add(day(last), 1));
}

static void
ends(struct day until, const char *last)
{
	assert_int_equal(day_compare(day_add(until, -1), day(last)), 0);
}

static struct absence_spell
spell(uint32_t id, uint32_t type, bool counts, const char *since, const char *until)
{
	return (struct absence_spell){ id, type, counts, day(since), day(until) };
}

static void
T_040_R_TID_02_a_half_year_is_180_days_and_the_limit_18(void **state)
{
	(void)state;
	assert_int_equal(length("2026-02-01", "2026-07-31"), 180);
	assert_int_equal(absence_limit(180), 18);
}

static void
T_040_R_TID_01_a_year_is_360_days_and_the_limit_36(void **state)
{
	(void)state;
	assert_int_equal(length("2026-01-01", "2026-12-31"), 360);
	assert_int_equal(length("2028-01-01", "2028-12-31"), 360);
	assert_int_equal(absence_limit(360), 36);
	assert_int_equal(absence_limit(189), 18);
}

static void
T_040_18_of_180_are_allowed(void **state)
{
	struct absence_standing s = absence_stand(18, 180, 0, 0, day("2026-08-01"));

	(void)state;
	assert_false(absence_is_over(18, 180));
	assert_false(s.over);
	assert_int_equal(s.left, 0);
	assert_int_equal(s.missing, 0);
	ends(s.until, "2026-07-31");
}

static void
T_040_R_TID_03_19_of_180_are_all_made_up_and_to_the_month_s_end(void **state)
{
	struct absence_standing s = absence_stand(19, 180, 0, 0, day("2026-08-01"));

	(void)state;
	assert_true(absence_is_over(19, 180));
	assert_true(s.over);
	assert_int_equal(s.missing, 19);
	ends(s.until, "2026-08-31");
}

static void
T_040_two_months_leave_of_a_year_prolong_by_two_months(void **state)
{
	struct absence_spell leave = spell(1, LEAVE, true, "2026-07-01", "2026-09-01");
	struct arena *a = arena_make();
	struct absence_sum sum = absence_sum(a, &leave, 1, day("2026-01-01"), day("2027-01-01"));
	struct absence_standing s = absence_stand(sum.counted, 360, 0, 0, day("2027-01-01"));

	(void)state;
	/* 62 days of the calendar. */
	assert_int_equal(sum.counted, 60);
	assert_true(s.over);
	ends(s.until, "2027-02-28");
	arena_drop(a);
}

static void
T_040_R_TID_04_ill_on_friday_and_well_on_wednesday_is_five_days(void **state)
{
	(void)state;
	assert_int_equal(absence_days(day("2026-03-06"), day("2026-03-11")), 5);
}

static void
T_040_T_046_half_a_year_at_80_per_cent_takes_seven_and_a_half_months(void **state)
{
	(void)state;
	assert_int_equal(part_time_length(180, 80), 225);
	ends(part_time_until(day("2026-02-01"), day("2026-08-01"), 80), "2026-09-30");
	ends(part_time_until(day("2026-02-01"), day("2026-08-01"), 100), "2026-07-31");
	ends(part_time_until(day("2026-02-01"), day("2026-08-01"), 50), "2027-01-31");
	/* Rounded up: 180 at 70 per cent are 257.14. */
	assert_int_equal(part_time_length(180, 70), 258);
}

static void
T_040_T_046_below_half_of_full_time_is_warned_of(void **state)
{
	(void)state;
	assert_true(part_time_is_low(49));
	assert_true(part_time_is_low(45));
	assert_false(part_time_is_low(50));
}

/* Days at the edges of months, where 30 to the month is not what the calendar says. */
static void
R_TID_04_a_day_is_a_day_at_any_month_s_end(void **state)
{
	(void)state;
	assert_int_equal(absence_days(day("2026-03-30"), day("2026-03-31")), 1);
	assert_int_equal(absence_days(day("2026-03-31"), day("2026-04-01")), 1);
	assert_int_equal(absence_days(day("2026-02-28"), day("2026-03-01")), 1);
	assert_int_equal(absence_days(day("2026-02-01"), day("2026-03-01")), 30);
	assert_int_equal(absence_days(day("2026-01-31"), day("2026-02-28")), 28);
	assert_int_equal(absence_days(day("2026-01-31"), day("2026-03-01")), 30);
	assert_int_equal(absence_days(day("2026-01-15"), day("2026-02-20")), 35);
	assert_int_equal(absence_days(day("2026-03-11"), day("2026-03-06")), 0);
	assert_int_equal(absence_days(day("2026-03-06"), day("2026-03-06")), 0);
}

static void
R_TID_04_one_more_day_never_counts_less(void **state)
{
	(void)state;
	for (int32_t first = 0; first < 62; first++) {
		struct day since = day_add(day("2027-12-31"), first);

		for (int32_t n = 1, before = 0; n < 400; n++) {
			int32_t days = absence_days(since, day_add(since, n));

			assert_true(days >= before);
			before = days;
		}
	}
}

static void
overlapping_absence_is_counted_once(void **state)
{
	const struct absence_spell s[] = {
		spell(1, SICK, true, "2026-03-02", "2026-03-12"),
		spell(2, SICK, true, "2026-03-10", "2026-03-15"),
		spell(3, LEAVE, true, "2026-03-14", "2026-03-20"),
	};
	struct arena *a = arena_make();
	struct absence_sum sum = absence_sum(a, s, 3, day("2026-02-01"), day("2026-08-01"));

	(void)state;
	assert_int_equal(sum.counted, 18);
	assert_int_equal(sum.uncounted, 0);
	assert_int_equal(sum.n, 2);
	assert_int_equal(sum.parts[0].type, SICK);
	assert_int_equal(sum.parts[0].days, 13);
	assert_int_equal(sum.parts[1].days, 5);
	arena_drop(a);
}

static void
T_045_R_TID_05_an_elective_course_counts_a_mandatory_one_and_holiday_do_not(void **state)
{
	const struct absence_spell s[] = {
		spell(1, HOLIDAY, false, "2026-03-02", "2026-03-16"),
		spell(2, COURSE, false, "2026-04-01", "2026-04-04"),
		spell(3, 8, true, "2026-05-01", "2026-05-03"),
	};
	struct arena *a = arena_make();
	struct absence_sum sum = absence_sum(a, s, 3, day("2026-02-01"), day("2026-08-01"));

	(void)state;
	assert_int_equal(sum.counted, 2);
	assert_int_equal(sum.uncounted, 17);
	arena_drop(a);
}

/* Ill in the midst of a holiday: those days are illness, whatever was registered first. */
static void
what_counts_lies_over_what_does_not(void **state)
{
	const struct absence_spell s[] = {
		spell(1, HOLIDAY, false, "2026-03-02", "2026-03-16"),
		spell(2, SICK, true, "2026-03-04", "2026-03-06"),
	};
	struct arena *a = arena_make();
	struct absence_sum sum = absence_sum(a, s, 2, day("2026-02-01"), day("2026-08-01"));

	(void)state;
	assert_int_equal(sum.counted, 2);
	assert_int_equal(sum.uncounted, 12);
	arena_drop(a);
}

static void
R_TID_02_days_outside_the_element_are_another_element_s(void **state)
{
	const struct absence_spell s[] = {
		spell(1, SICK, true, "2026-01-25", "2026-02-04"),
		spell(2, SICK, true, "2026-07-30", "2026-08-15"),
		spell(3, SICK, true, "2026-09-01", "2026-09-02"),
	};
	struct arena *a = arena_make();

	(void)state;
	assert_int_equal(absence_sum(a, s, 3, day("2026-02-01"), day("2026-08-01")).counted, 5);
	assert_int_equal(absence_sum(a, s, 0, day("2026-02-01"), day("2026-08-01")).counted, 0);
	arena_drop(a);
}

/* A leave told in two pieces is the leave told in one. */
static void
R_TID_01_pieces_that_touch_are_one_absence(void **state)
{
	const struct absence_spell s[] = {
		spell(1, LEAVE, true, "2026-07-01", "2026-07-16"),
		spell(2, LEAVE, true, "2026-07-16", "2026-09-01"),
	};
	struct arena *a = arena_make();

	(void)state;
	assert_int_equal(absence_sum(a, s, 2, day("2026-01-01"), day("2027-01-01")).counted, 60);
	arena_drop(a);
}

static void
R_ATT_10_an_agreement_that_prolongs_by_all_of_it_makes_up_for_it(void **state)
{
	/* 180 days, prolonged by August: 210. */
	struct absence_standing s = absence_stand(19, 210, 30, 0, day("2026-09-01"));

	(void)state;
	assert_int_equal(s.length, 180);
	assert_int_equal(s.limit, 18);
	assert_true(s.over);
	assert_int_equal(s.missing, 0);
	ends(s.until, "2026-08-31");
	/* Ill again in the month that was to make up for it. */
	s = absence_stand(35, 210, 30, 0, day("2026-09-01"));
	assert_int_equal(s.missing, 5);
	ends(s.until, "2026-09-30");
	/* A replacement post after it. */
	assert_int_equal(absence_stand(60, 180, 0, 60, day("2026-08-01")).missing, 0);
	assert_int_equal(absence_stand(60, 180, 0, 30, day("2026-08-01")).missing, 30);
	/* Shortened: the limit is that of what is left. */
	assert_int_equal(absence_stand(10, 90, -90, 0, day("2026-05-01")).limit, 9);
}

static void
R_ATT_10_part_time_is_no_prolongation(void **state)
{
	(void)state;
	assert_int_equal(absence_prolonged(180, 100, 225, 80), 0);
	assert_int_equal(absence_prolonged(180, 100, 240, 80), 0);
	assert_int_equal(absence_prolonged(180, 100, 270, 80), 30);
	assert_int_equal(absence_prolonged(180, 100, 180, 80), 0);
	assert_int_equal(absence_prolonged(180, 100, 210, 100), 30);
	assert_int_equal(absence_prolonged(210, 100, 180, 100), -30);
}

static void
R_TID_07_two_weeks_in_a_row_are_not_long_and_a_day_more_is(void **state)
{
	const struct absence_spell s[] = {
		spell(1, SICK, true, "2026-03-02", "2026-03-09"),
		spell(2, LEAVE, true, "2026-03-09", "2026-03-14"),
		spell(3, HOLIDAY, false, "2026-03-16", "2026-04-16"),
		spell(4, SICK, true, "2026-03-20", "2026-03-21"),
	};

	(void)state;
	assert_int_equal(absence_in_a_row(s, 4, day("2026-03-14"), day("2026-03-16")), 14);
	assert_false(absence_is_long(14));
	assert_int_equal(absence_in_a_row(s, 4, day("2026-03-13"), day("2026-03-17")), 15);
	assert_true(absence_is_long(15));
	assert_int_equal(absence_in_a_row(s, 0, day("2026-03-13"), day("2026-03-17")), 4);
}

static void
fault_is(const char *since, const char *until, const char *field)
{
	struct arena *a = arena_make();
	struct day none = { 0 };
	const struct absence_fault *f = absence_fault(a, since == NULL ? none : day(since),
	    until == NULL ? none : day(until), day("2026-02-01"), day("2026-08-01"));

	if (field == NULL)
		assert_null(f);
	else
		assert_string_equal(f->field, field);
	arena_drop(a);
}

static void
absence_lies_within_its_element_and_ends_after_it_began(void **state)
{
	(void)state;
	fault_is("2026-02-01", "2026-02-02", NULL);
	fault_is("2026-07-31", "2026-08-01", NULL);
	fault_is(NULL, "2026-02-02", "fra");
	fault_is("2026-02-01", NULL, "til");
	fault_is("2026-01-31", "2026-02-02", "fra");
	fault_is("2026-08-01", "2026-08-02", "fra");
	fault_is("2026-03-06", "2026-03-06", "til");
	fault_is("2026-03-06", "2026-03-05", "til");
	fault_is("2026-07-31", "2026-08-02", "til");
}

static void
R_TID_03_absence_of_many_elements_is_read_each_by_itself(void **state)
{
	const struct day since = day("2026-01-01"), until = day("2027-02-01"),
	                 was = day("2027-01-01");
	const struct absence_row rows[] = {
		{ 3, ABSENCE_SPELL, 1, 1, true, since, until, .was_fraction = 0 },
		{ 5, ABSENCE_MOVE, 0, 0, false, since, until, since, was, 100, 100 },
		{ 5, ABSENCE_POST, 9, 0, false, day("2027-02-01"), day("2027-02-11"),
		    .was_fraction = 0 },
		{ 5, ABSENCE_SPELL, 2, 1, true, day("2026-03-01"), day("2026-04-16"),
		    .was_fraction = 0 },
		{ 5, ABSENCE_SPELL, 3, 2, false, day("2026-06-01"), day("2026-06-11"),
		    .was_fraction = 0 },
		{ 8, ABSENCE_SPELL, 4, 1, true, day("2026-03-01"), day("2026-03-02"),
		    .was_fraction = 0 },
	};
	struct arena *a = arena_make();
	struct absence_standing s = absence_standing_of(a, rows, 6, 5, since, until);

	(void)state;
	assert_int_equal(s.counted, 45);
	assert_int_equal(s.limit, 36);
	assert_int_equal(s.made_up, 40);
	assert_int_equal(s.missing, 5);
	s = absence_standing_of(a, rows, 6, 8, since, was);
	assert_int_equal(s.counted, 1);
	assert_false(s.over);
	s = absence_standing_of(a, rows, 6, 4, since, was);
	assert_int_equal(s.counted, 0);
	s = absence_standing_of(a, rows, 6, 9, since, was);
	assert_int_equal(s.counted, 0);
	s = absence_standing_of(a, NULL, 0, 5, since, was);
	assert_int_equal(s.counted, 0);
	assert_int_equal(absence_row_kind_of("SPELL"), ABSENCE_SPELL);
	assert_int_equal(absence_row_kind_of("MOVE"), ABSENCE_MOVE);
	assert_int_equal(absence_row_kind_of("POST"), ABSENCE_POST);
	arena_drop(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(T_040_R_TID_02_a_half_year_is_180_days_and_the_limit_18),
		cmocka_unit_test(T_040_R_TID_01_a_year_is_360_days_and_the_limit_36),
		cmocka_unit_test(T_040_18_of_180_are_allowed),
		cmocka_unit_test(T_040_R_TID_03_19_of_180_are_all_made_up_and_to_the_month_s_end),
		cmocka_unit_test(T_040_two_months_leave_of_a_year_prolong_by_two_months),
		cmocka_unit_test(T_040_R_TID_04_ill_on_friday_and_well_on_wednesday_is_five_days),
		cmocka_unit_test(
		    T_040_T_046_half_a_year_at_80_per_cent_takes_seven_and_a_half_months),
		cmocka_unit_test(T_040_T_046_below_half_of_full_time_is_warned_of),
		cmocka_unit_test(R_TID_04_a_day_is_a_day_at_any_month_s_end),
		cmocka_unit_test(R_TID_04_one_more_day_never_counts_less),
		cmocka_unit_test(overlapping_absence_is_counted_once),
		cmocka_unit_test(
		    T_045_R_TID_05_an_elective_course_counts_a_mandatory_one_and_holiday_do_not),
		cmocka_unit_test(what_counts_lies_over_what_does_not),
		cmocka_unit_test(R_TID_02_days_outside_the_element_are_another_element_s),
		cmocka_unit_test(R_TID_01_pieces_that_touch_are_one_absence),
		cmocka_unit_test(R_ATT_10_an_agreement_that_prolongs_by_all_of_it_makes_up_for_it),
		cmocka_unit_test(R_TID_07_two_weeks_in_a_row_are_not_long_and_a_day_more_is),
		cmocka_unit_test(absence_lies_within_its_element_and_ends_after_it_began),
		cmocka_unit_test(R_ATT_10_part_time_is_no_prolongation),
		cmocka_unit_test(R_TID_03_absence_of_many_elements_is_read_each_by_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
