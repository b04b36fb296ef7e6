/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "research_rule.h"

enum { PARTS = 6 };

/* The parts of a region, none begun. */
static void
parts(struct research_progress p[PARTS])
{
	static const uint32_t days[PARTS] = { 3, 7, 0, 10, 0, 0 };

	for (size_t i = 0; i < PARTS; i++)
		p[i] = (struct research_progress){ (enum research_kind)i, RESEARCH_NONE, days[i] };
}

static void
R_FOS_01_twenty_days_are_148_hours_ten_of_them_theory(void **state)
{
	struct research_progress p[PARTS];

	(void)state;
	parts(p);
	assert_int_equal(RESEARCH_HOURS * 60, RESEARCH_DAYS * 444); /* 7 h 24 min a day */
	assert_int_equal(research_theory_days(p, PARTS), RESEARCH_THEORY_DAYS);
	assert_int_equal(research_theory_days(p, PARTS) + p[RESEARCH_PROJECT].days, RESEARCH_DAYS);
}

static void
R_FOS_01_days_of_a_module_count_once_it_is_approved(void **state)
{
	struct research_progress p[PARTS];

	(void)state;
	parts(p);
	assert_int_equal(research_half_days(p, PARTS, 8), 8);
	p[0].state = RESEARCH_REQUESTED;
	assert_int_equal(research_half_days(p, PARTS, 8), 8);
	p[0].state = RESEARCH_DISPENSED;
	assert_int_equal(research_half_days(p, PARTS, 8), 14);
	assert_false(research_theory_is_enough(7, 13));
	assert_true(research_theory_is_enough(7, 14));
}

static void
R_FOS_03_a_module_is_approved_by_the_provider_the_rest_by_the_supervisor(void **state)
{
	(void)state;
	assert_int_equal(research_approver(RESEARCH_MODULE), ROLE_KURSUSUDBYDER);
	for (enum research_kind k = RESEARCH_THEORY; k < RESEARCH_KINDS; k++)
		assert_int_equal(research_approver(k), ROLE_FORSKVEJLEDER);
}

static void
R_FOS_05_the_project_comes_with_a_written_product_and_is_presented_somewhere(void **state)
{
	(void)state;
	assert_int_equal(research_needs(RESEARCH_PROJECT).file, RESEARCH_MUST);
	assert_int_equal(research_needs(RESEARCH_DESCRIPTION).title, RESEARCH_MUST);
	assert_int_equal(research_needs(RESEARCH_PRESENTATION).venue, RESEARCH_MUST);
	assert_int_equal(research_needs(RESEARCH_PRESENTATION).held_on, RESEARCH_MUST);
	assert_int_equal(research_needs(RESEARCH_OVERALL).file, RESEARCH_NOT);
	assert_int_equal(research_needs(RESEARCH_KINDS).words, RESEARCH_NOT);
}

static void
days_of_a_course_are_whole_or_half(void **state)
{
	uint32_t half = 99;

	(void)state;
	assert_true(research_half_days_read("2", &half));
	assert_int_equal(half, 4);
	assert_true(research_half_days_read("1,5", &half));
	assert_int_equal(half, 3);
	assert_true(research_half_days_read("0.5", &half));
	assert_int_equal(half, 1);
	assert_true(research_half_days_read("10", &half));
	assert_int_equal(half, 20);
	for (const char **t =
	         (const char *[]){ "", "0", "10,5", "100", "1,25", "-1", "1 5", "x", "1,", NULL };
	     *t != NULL; t++)
		assert_false(research_half_days_read(*t, &half));
}

static void
T_101_overall_only_when_every_part_is_approved_or_dispensed(void **state)
{
	struct research_progress p[PARTS];

	(void)state;
	parts(p);
	assert_false(research_overall_is_possible(p, PARTS));
	p[RESEARCH_MODULE].state = RESEARCH_DISPENSED;
	assert_false(research_overall_is_possible(p, PARTS));
	p[RESEARCH_THEORY].state = RESEARCH_OTHER_BASIS;
	p[RESEARCH_DESCRIPTION].state = p[RESEARCH_PRESENTATION].state = RESEARCH_APPROVED;
	assert_false(research_overall_is_possible(p, PARTS));
	p[RESEARCH_PROJECT].state = RESEARCH_REQUESTED;
	assert_false(research_overall_is_possible(p, PARTS));
	p[RESEARCH_PROJECT].state = RESEARCH_APPROVED;
	assert_true(research_overall_is_possible(p, PARTS));
	assert_false(research_overall_is_possible(p, 0));
}

static void
R_FOS_11_an_overall_attestation_falls_with_a_part_that_is_reset(void **state)
{
	struct research_progress p[PARTS];

	(void)state;
	parts(p);
	for (size_t i = 0; i < PARTS; i++)
		p[i].state = RESEARCH_APPROVED;
	assert_true(research_overall_holds(p, PARTS));
	p[RESEARCH_PROJECT].state = RESEARCH_RESET;
	assert_false(research_overall_holds(p, PARTS));
	p[RESEARCH_PROJECT].state = RESEARCH_APPROVED;
	p[RESEARCH_OVERALL].state = RESEARCH_REQUESTED;
	assert_false(research_overall_holds(p, PARTS));
}

static void
T_100_a_dispensation_needs_a_file_or_a_case_number(void **state)
{
	(void)state;
	assert_int_equal(research_evidence(true, "26/1234", false), RESEARCH_EVIDENCE_FINE);
	assert_int_equal(research_evidence(false, "", true), RESEARCH_EVIDENCE_FINE);
	assert_int_equal(research_evidence(false, "", false), RESEARCH_EVIDENCE_NO_FILE);
	assert_int_equal(research_evidence(false, "26/1234", false), RESEARCH_EVIDENCE_NO_FILE);
	assert_int_equal(research_evidence(true, "", false), RESEARCH_EVIDENCE_NO_CASE);
	assert_null(research_evidence_fault(RESEARCH_EVIDENCE_FINE));
	assert_non_null(strstr(research_evidence_fault(RESEARCH_EVIDENCE_NO_FILE), "Vedhæft"));
	assert_non_null(strstr(research_evidence_fault(RESEARCH_EVIDENCE_NO_CASE), "sagsnummer"));
}

static struct day
on(const char *text)
{
	struct day d = { 0 };

	assert_true(day_read(text, &d));
	return d;
}

static void
R_FOS_02_begun_within_two_years_finished_half_a_year_before_the_end(void **state)
{
	struct research_times t = { .training_since = on("2024-03-01"),
		.training_until = on("2029-03-01") };

	(void)state;
	assert_int_equal(research_warnings(&t, on("2026-03-01")), 0);
	assert_int_equal(research_warnings(&t, on("2026-03-02")), RESEARCH_BEGUN_LATE);
	t.begun = on("2026-03-01");
	assert_int_equal(research_warnings(&t, on("2028-09-01")), 0);
	assert_int_equal(research_warnings(&t, on("2028-09-02")), RESEARCH_FINISHED_LATE);
	t.finished = on("2028-09-01");
	assert_int_equal(research_warnings(&t, on("2029-02-01")), 0);
	t.finished = on("2028-09-02");
	t.begun = on("2026-03-02");
	assert_int_equal(
	    research_warnings(&t, on("2029-02-01")), RESEARCH_BEGUN_LATE | RESEARCH_FINISHED_LATE);
}

static void
R_FOS_02_theory_within_twelve_months_as_a_rule(void **state)
{
	struct research_times t = { .training_since = on("2024-03-01"),
		.training_until = on("2029-03-01"),
		.begun = on("2025-01-10"),
		.theory_first = on("2025-01-10"),
		.theory_last = on("2026-01-10") };

	(void)state;
	assert_int_equal(research_warnings(&t, on("2026-02-01")), 0);
	t.theory_last = on("2026-01-11");
	assert_int_equal(research_warnings(&t, on("2026-02-01")), RESEARCH_THEORY_LONG);
	assert_non_null(strstr(research_warning_sentence(RESEARCH_THEORY_LONG), "12 måneder"));
}

static void
states_are_read_and_say_what_may_follow(void **state)
{
	(void)state;
	assert_int_equal(research_state_of(NULL, NULL), RESEARCH_NONE);
	assert_int_equal(research_state_of("APPROVED", "ORDINARY"), RESEARCH_APPROVED);
	assert_int_equal(research_state_of("APPROVED", "OTHER_BASIS"), RESEARCH_OTHER_BASIS);
	assert_int_equal(research_state_of("APPROVED", "DISPENSATION_FULL"), RESEARCH_DISPENSED);
	assert_int_equal(research_state_of("APPROVED", "DISPENSATION_PARTIAL"), RESEARCH_DISPENSED);
	assert_int_equal(research_state_of("RESET", "ORDINARY"), RESEARCH_RESET);
	assert_true(research_may_be_asked(RESEARCH_RESET));
	assert_true(research_may_be_asked(RESEARCH_RETURNED));
	assert_false(research_may_be_asked(RESEARCH_REQUESTED));
	assert_false(research_may_be_asked(RESEARCH_DISPENSED));
	assert_true(research_may_be_withdrawn(RESEARCH_REQUESTED));
	assert_false(research_may_be_withdrawn(RESEARCH_APPROVED));
	assert_false(research_is_done(RESEARCH_RESET));
	assert_int_equal(research_kind_of("OVERALL"), RESEARCH_OVERALL);
	assert_int_equal(research_kind_of("overall"), RESEARCH_KINDS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_FOS_01_twenty_days_are_148_hours_ten_of_them_theory),
		cmocka_unit_test(R_FOS_01_days_of_a_module_count_once_it_is_approved),
		cmocka_unit_test(
		    R_FOS_02_begun_within_two_years_finished_half_a_year_before_the_end),
		cmocka_unit_test(R_FOS_02_theory_within_twelve_months_as_a_rule),
		cmocka_unit_test(
		    R_FOS_03_a_module_is_approved_by_the_provider_the_rest_by_the_supervisor),
		cmocka_unit_test(
		    R_FOS_05_the_project_comes_with_a_written_product_and_is_presented_somewhere),
		cmocka_unit_test(R_FOS_11_an_overall_attestation_falls_with_a_part_that_is_reset),
		cmocka_unit_test(days_of_a_course_are_whole_or_half),
		cmocka_unit_test(T_100_a_dispensation_needs_a_file_or_a_case_number),
		cmocka_unit_test(T_101_overall_only_when_every_part_is_approved_or_dispensed),
		cmocka_unit_test(states_are_read_and_say_what_may_follow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
