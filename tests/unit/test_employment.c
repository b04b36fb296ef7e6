/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "employment.h"

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(iso[0] == '\0' || day_read(iso, &d));
	return d;
}

static struct employment_line
line(const char *since, const char *until)
{
	return (struct employment_line){ .since = day(since),
		.until = day(until),
		.kind = EMPLOYMENT_LOCUM,
		.hospital = "Sygehus",
		.department = "",
		.specialty = "",
		.position_no = "",
		.remarks = "",
		.fraction = 100 };
}

static void
words_and_kinds_belong_together(void **state)
{
	(void)state;
	for (enum employment_kind k = 0; k < EMPLOYMENT_KINDS; k++) {
		assert_int_equal(employment_of_word(employment_word(k)), k);
		assert_non_null(employment_title(k));
	}
	assert_int_equal(employment_of_word("NONE"), EMPLOYMENT_KINDS);
	assert_int_equal(employment_of_stage("INTRO"), EMPLOYMENT_INTRO);
	assert_int_equal(employment_of_stage("EVAL"), EMPLOYMENT_OTHER);
}

static void
rows_stand_in_the_order_of_time(void **state)
{
	struct employment_line l[] = { line("2027-03-01", ""), line("2026-01-01", "2026-09-01"),
		line("2027-03-01", "2027-04-01"), line("2025-01-01", "2026-01-01") };

	(void)state;
	employment_sort(l, 4);
	assert_int_equal(day_compare(l[0].since, day("2025-01-01")), 0);
	assert_int_equal(day_compare(l[1].since, day("2026-01-01")), 0);
	assert_false(day_is_none(l[2].until));
	assert_true(day_is_none(l[3].until));
}

static void
more_than_a_month_that_nothing_covers_is_a_gap(void **state)
{
	struct employment_line l[] = { line("2026-01-01", "2026-02-01"),
		line("2026-03-01", "2026-04-01"), line("2026-05-02", "2026-08-01") };
	struct employment_gap gaps[3];

	(void)state;
	/* February is a month and no more; April and a day is. */
	assert_int_equal(employment_gaps(l, 3, day("2026-09-01"), gaps), 1);
	assert_int_equal(gaps[0].before, 2);
	assert_int_equal(day_compare(gaps[0].since, day("2026-04-01")), 0);
	assert_int_equal(day_compare(gaps[0].until, day("2026-05-02")), 0);
	/* After the last until today. */
	assert_int_equal(employment_gaps(l, 3, day("2026-09-02"), gaps), 2);
	assert_int_equal(gaps[1].before, 3);
	assert_int_equal(employment_gaps(l, 0, day("2026-09-02"), gaps), 0);
}

static void
rows_that_overlap_or_go_on_leave_no_gap(void **state)
{
	struct employment_line l[] = { line("2026-01-01", "2027-01-01"),
		line("2026-03-01", "2026-04-01"), line("2027-01-10", "2027-02-01") };
	struct employment_gap gaps[3];

	(void)state;
	assert_int_equal(employment_gaps(l, 3, day("2027-02-10"), gaps), 0);
	l[1].until = (struct day){ 0 };
	assert_int_equal(employment_gaps(l, 2, day("2030-01-01"), gaps), 0);
}

static void
months_are_told_to_half_a_month(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	assert_string_equal(employment_months(a, day("2026-02-01"), day("2026-08-01")), "6");
	assert_string_equal(employment_months(a, day("2026-02-01"), day("2026-09-16")), "7,5");
	assert_string_equal(employment_months(a, day("2026-02-01"), (struct day){ 0 }), "");
	arena_drop(a);
}

static void
absence_longer_than_two_weeks_stands_in_the_remarks(void **state)
{
	struct arena *a = arena_make();
	const struct employment_absence s[] = {
		{ "Barsel", day("2025-12-01"), day("2026-01-15") },
		{ "Sygdom", day("2026-02-01"), day("2026-02-15") },
		{ "Barsel", day("2026-01-15"), day("2026-01-20") },
		{ "Barsel", day("2026-03-01"), day("2026-03-10") },
		{ "Sygdom", day("2026-07-20"), day("2026-09-01") },
		{ "Orlov", day("2026-08-01"), day("2026-10-01") },
	};

	(void)state;
	/* Within the element alone; what touches is one; fourteen days are not longer than two weeks. */
	assert_string_equal(employment_leave(a, s, 4, day("2026-01-01"), day("2026-08-01")),
	    "Barsel 01.01.2026 – 19.01.2026");
	assert_string_equal(employment_leave(a, s, 6, day("2026-07-01"), day("2026-08-10")),
	    "Sygdom 20.07.2026 – 09.08.2026");
	assert_string_equal(employment_leave(a, s, 6, day("2026-07-01"), day("2026-12-01")),
	    "Sygdom 20.07.2026 – 31.08.2026; Orlov 01.08.2026 – 30.09.2026");
	assert_string_equal(employment_leave(a, s, 0, day("2026-07-01"), day("2026-12-01")), "");
	arena_drop(a);
}

static void
fault_is(struct employment_line l, const char *field)
{
	struct employment_fault f[EMPLOYMENT_FAULTS];

	assert_int_equal(employment_faults(&l, day("2026-06-01"), f), field != NULL);
	if (field != NULL)
		assert_string_equal(f[0].field, field);
}

static void
a_row_says_when_and_where_or_what(void **state)
{
	struct employment_line l = line("2026-01-01", "2026-02-01");

	(void)state;
	fault_is(l, NULL);
	l.until = (struct day){ 0 };
	fault_is(l, NULL);
	fault_is(line("", "2026-02-01"), "fra");
	fault_is(line("2026-06-02", ""), "fra");
	fault_is(line("2026-02-01", "2026-02-01"), "til");
	l.hospital = "";
	fault_is(l, "sted");
	l.kind = EMPLOYMENT_LEAVE;
	fault_is(l, "bemaerkninger");
	l.remarks = "Barsel";
	fault_is(l, NULL);
	l.fraction = 101;
	fault_is(l, "beskaeftigelse");
}

/* Whatever is changed in a row, other bytes are signed. */
static void
the_list_that_is_signed_is_that_list_and_no_other(void **state)
{
	struct arena *a = arena_make();
	const struct employment_line was = line("2026-01-01", "2026-02-01");
	struct employment_line l[11];
	const char *json = employment_json(a, &was, 1);

	(void)state;
	assert_string_equal(json, employment_json(a, &was, 1));
	assert_non_null(strstr(json, "\"fra\":\"2026-01-01\",\"til\":\"2026-01-31\""));
	for (size_t i = 0; i < 11; i++)
		l[i] = was;
	l[0].since = day("2026-01-02");
	l[1].until = day("2026-02-02");
	l[2].kind = EMPLOYMENT_RESEARCH;
	l[3].hospital = "Andet";
	l[4].department = "M";
	l[5].specialty = "Geriatri";
	l[6].fraction = 0;
	l[7].position_no = "1";
	l[8].remarks = "Deltid";
	l[9].own = 7;
	l[10].reworded = true;
	for (size_t i = 0; i < 11; i++)
		assert_string_not_equal(json, employment_json(a, &l[i], 1));
	assert_string_not_equal(json, employment_json(a, l, 0));
	arena_drop(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_kinds_belong_together),
		cmocka_unit_test(rows_stand_in_the_order_of_time),
		cmocka_unit_test(more_than_a_month_that_nothing_covers_is_a_gap),
		cmocka_unit_test(rows_that_overlap_or_go_on_leave_no_gap),
		cmocka_unit_test(months_are_told_to_half_a_month),
		cmocka_unit_test(absence_longer_than_two_weeks_stands_in_the_remarks),
		cmocka_unit_test(a_row_says_when_and_where_or_what),
		cmocka_unit_test(the_list_that_is_signed_is_that_list_and_no_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
