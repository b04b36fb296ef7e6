/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "trouble_rule.h"

static struct arena *arena;
static const struct day today = { 2026, 11, 26 };

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

/* A doctor in the middle of it, of whom there is nothing to say. */
static struct plight_facts
well(void)
{
	return (struct plight_facts){ .since = day("2026-05-01"),
		.until = day("2027-05-01"),
		.course_since = day("2026-05-01"),
		.course_until = day("2028-05-01"),
		.goals = 100,
		.approved = 30,
		.attests = true,
		.tells_main = true,
		.has_main = true };
}

static void
is_one(const struct plight_facts *f, enum plight what, const char *sentence)
{
	size_t n;
	const struct plight_row *rows = plights_of(arena, f, today, &n);

	assert_int_equal(n, 1);
	assert_int_equal(rows[0].what, what);
	assert_string_equal(rows[0].sentence, sentence);
}

static void
nothing_is_said_of_who_does_well(void **state)
{
	struct plight_facts f = well();
	size_t n;

	(void)state;
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
}

static void
requests_that_wait_are_told_with_the_days_of_the_oldest(void **state)
{
	struct plight_facts f = well();

	(void)state;
	f.waiting = 1;
	f.oldest = day("2026-11-03");
	is_one(&f, PLIGHT_WAITS, "1 anmodning har ventet på svar i 23 dage");
	f.waiting = 4;
	f.oldest = day("2026-11-25");
	is_one(&f, PLIGHT_WAITS, "4 anmodninger venter på svar, den ældste i 1 dag");
	f.oldest = today;
	is_one(&f, PLIGHT_WAITS, "4 anmodninger venter på svar, den ældste siden i dag");
}

static void
R_ATT_09_time_is_told_of_a_month_before_it_can_be_attested_and_while_it_can(void **state)
{
	struct plight_facts f = well();
	size_t n;

	(void)state;
	f.until = day("2027-01-26");
	is_one(&f, PLIGHT_ATTEST, "Attestation for tid kan gives fra 26.12.2026");
	f.until = day("2027-01-27");
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
	f.until = day("2026-12-26");
	is_one(&f, PLIGHT_ATTEST, "Attestation for tid kan gives nu");
	f.until = day("2026-12-27");
	is_one(&f, PLIGHT_ATTEST, "Attestation for tid kan gives fra 27.11.2026");
	f.until = day("2027-02-01");
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
	f.until = day("2026-12-26");
	f.time = ATTESTATION_SIGNED;
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
}

static void
an_element_that_ended_without_attestation_presses_most(void **state)
{
	struct plight_facts f = well();
	const struct plight_row *rows;
	size_t n;

	(void)state;
	f.until = day("2026-11-01");
	is_one(&f, PLIGHT_UNATTESTED, "Sluttede 31.10.2026 uden attestation for tid og læringsmål");
	f.time = ATTESTATION_VERIFIED;
	is_one(&f, PLIGHT_UNATTESTED, "Sluttede 31.10.2026 uden attestation for læringsmål");
	f.time = ATTESTATION_RESET;
	f.attest_goals = ATTESTATION_SIGNED;
	is_one(&f, PLIGHT_UNATTESTED, "Sluttede 31.10.2026 uden attestation for tid");
	f.time = ATTESTATION_REQUESTED;
	f.asked = day("2026-11-20");
	f.waiting = 2;
	f.oldest = day("2026-01-01");
	rows = plights_of(arena, &f, today, &n);
	assert_int_equal(n, 3);
	assert_int_equal(rows[0].what, PLIGHT_UNATTESTED);
	assert_int_equal(rows[1].what, PLIGHT_WAITS);
	assert_int_equal(rows[2].what, PLIGHT_ASKED);
	assert_string_equal(rows[2].sentence, "Attestation har ventet på svar i 6 dage");
	/* Who does not attest is not told. */
	f.attests = false;
	is_one(&f, PLIGHT_WAITS, "2 anmodninger venter på svar, den ældste i 329 dage");
}

static void
behind_is_a_quarter_of_the_whole_behind_the_time(void **state)
{
	struct plight_facts f = well();
	size_t n;

	(void)state;
	assert_false(plight_is_behind(24, 0));
	assert_true(plight_is_behind(25, 0));
	assert_false(plight_is_behind(40, 16));
	assert_true(plight_is_behind(40, 15));
	f.course_since = day("2025-11-26");
	f.course_until = day("2028-05-26");
	f.approved = 12;
	is_one(
	    &f, PLIGHT_BEHIND, "Bagud: 40 % af tiden er gået, 12 % af kompetencerne er godkendt");
	f.goals = 0;
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
}

static void
who_has_no_main_supervisor_is_told_to_who_can_make_one(void **state)
{
	struct plight_facts f = well();
	size_t n;

	(void)state;
	f.has_main = false;
	is_one(&f, PLIGHT_NO_MAIN, "Ingen hovedvejleder");
	f.tells_main = false;
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
}

static void
R_TID_02_absence_is_told_near_the_limit_and_R_TID_03_above_it_until_it_is_made_up(void **state)
{
	struct plight_facts f = well();
	size_t n;

	(void)state;
	f.sees_absence = true;
	f.absence = absence_stand(26, 360, 0, 0, f.until);
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
	f.absence = absence_stand(27, 360, 0, 0, f.until);
	is_one(&f, PLIGHT_ABSENCE, "Fravær nær grænsen: 27 af højst 36 dage");
	f.absence = absence_stand(37, 360, 0, 0, f.until);
	is_one(&f, PLIGHT_ABSENCE,
	    "Fravær over 10 %: 37 dage skal indhentes, og ingen aftale dækker dem");
	f.absence = absence_stand(37, 360 + 60, 60, 0, f.until);
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
	/* The secretariat has let it be, or it stands; or who asks may not see it. */
	f.absence = absence_stand(37, 360, 0, 0, f.until);
	f.time = ATTESTATION_EXCEPTION;
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
	f.time = ATTESTATION_NONE;
	f.sees_absence = false;
	plights_of(arena, &f, today, &n);
	assert_int_equal(n, 0);
}

static void
R_KOM_14_doubt_presses_more_when_its_day_has_come(void **state)
{
	struct plight_facts f = well();
	const struct plight_row *rows;
	size_t n;

	(void)state;
	f.waiting = 1;
	f.oldest = day("2026-07-01");
	f.doubt = day("2026-11-27");
	rows = plights_of(arena, &f, today, &n);
	assert_int_equal(n, 2);
	assert_int_equal(rows[0].what, PLIGHT_WAITS);
	assert_string_equal(rows[1].sentence, "Tvivl om gennemførelse følges op 27.11.2026");
	f.doubt = today;
	rows = plights_of(arena, &f, today, &n);
	assert_int_equal(rows[0].what, PLIGHT_DOUBT);
	assert_string_equal(rows[0].sentence, "Tvivl om gennemførelse følges op 26.11.2026");
	f.doubt = day("2026-11-25");
	rows = plights_of(arena, &f, today, &n);
	assert_string_equal(
	    rows[0].sentence, "Tvivl om gennemførelse skulle være fulgt op 25.11.2026");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_said_of_who_does_well),
		cmocka_unit_test(requests_that_wait_are_told_with_the_days_of_the_oldest),
		cmocka_unit_test(
		    R_ATT_09_time_is_told_of_a_month_before_it_can_be_attested_and_while_it_can),
		cmocka_unit_test(an_element_that_ended_without_attestation_presses_most),
		cmocka_unit_test(behind_is_a_quarter_of_the_whole_behind_the_time),
		cmocka_unit_test(
		    R_TID_02_absence_is_told_near_the_limit_and_R_TID_03_above_it_until_it_is_made_up),
		cmocka_unit_test(R_KOM_14_doubt_presses_more_when_its_day_has_come),
		cmocka_unit_test(who_has_no_main_supervisor_is_told_to_who_can_make_one),
	};
	int failed;

	arena = arena_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_drop(arena);
	return failed;
}
