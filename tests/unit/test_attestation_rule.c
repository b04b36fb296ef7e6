/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "attestation_rule.h"

static struct day
day(const char *iso)
{
	struct day d = { 0 };

	assert_true(day_read(iso, &d));
	return d;
}

static void
earliest(const char *last, const char *wanted)
{
	assert_int_equal(day_compare(attestation_earliest(day_add(day(last), 1)), day(wanted)), 0);
}

/* The examples of the rule. */
static void
R_ATT_09_a_month_before_the_day_after_the_last(void **state)
{
	(void)state;
	earliest("2027-08-31", "2027-08-01");
	earliest("2027-02-28", "2027-02-01");
	earliest("2027-09-14", "2027-08-15");
	earliest("2028-02-29", "2028-02-01");
	earliest("2027-12-31", "2027-12-01");
	/* 30 March + 1 day = 31 March; February has no 31st. */
	earliest("2027-03-30", "2027-02-28");
}

static void
R_ATT_02_T_041_the_day_before_is_too_early_and_the_first_day_is_not(void **state)
{
	(void)state;
	assert_true(attestation_is_premature(day("2027-07-31"), day("2027-09-01")));
	assert_false(attestation_is_premature(day("2027-08-01"), day("2027-09-01")));
	assert_false(attestation_is_premature(day("2027-09-20"), day("2027-09-01")));
}

static void
R_ATT_12_T_043_an_end_that_moved_on_makes_it_premature_one_that_moved_back_does_not(void **state)
{
	const struct day approved = day("2027-08-05");

	(void)state;
	assert_false(attestation_is_premature(approved, day("2027-09-01")));
	assert_true(attestation_is_premature(approved, day("2027-10-01")));
	assert_false(attestation_is_premature(approved, day("2027-08-01")));
}

static void
T_043_a_paper_keeps_its_own_day_and_a_signature_that_of_its_place(void **state)
{
	const struct moment at = moment_at(day("2027-08-01"), 30 * 60);

	(void)state;
	assert_int_equal(
	    day_compare(attestation_signed_on((struct day){ 0 }, at), day("2027-08-01")), 0);
	assert_int_equal(
	    day_compare(attestation_signed_on(day("2027-07-05"), at), day("2027-07-05")), 0);
}

static void
R_ATT_01_each_state_has_its_words(void **state)
{
	(void)state;
	assert_int_equal(attestation_state_of(NULL, NULL), ATTESTATION_NONE);
	assert_int_equal(attestation_state_of("REQUESTED", "ORDINARY"), ATTESTATION_REQUESTED);
	assert_int_equal(attestation_state_of("REQUESTED", "PAPER_VERIFIED"), ATTESTATION_PAPER);
	assert_int_equal(attestation_state_of("APPROVED", "ORDINARY"), ATTESTATION_SIGNED);
	assert_int_equal(attestation_state_of("APPROVED", "PAPER_VERIFIED"), ATTESTATION_VERIFIED);
	assert_int_equal(attestation_state_of("RETURNED", "PAPER_VERIFIED"), ATTESTATION_RETURNED);
	assert_int_equal(attestation_state_of("EXCEPTION", "ORDINARY"), ATTESTATION_EXCEPTION);
	assert_int_equal(attestation_state_of("RESET", "ORDINARY"), ATTESTATION_RESET);
	assert_int_equal(attestation_state_of("", "ORDINARY"), ATTESTATION_NONE);
	for (enum attestation_state s = 0; s < ATTESTATION_STATES; s++)
		assert_non_null(attestation_title(s));
}

static void
R_ATT_07_what_stands_is_neither_asked_nor_taken_back(void **state)
{
	(void)state;
	for (enum attestation_state s = 0; s < ATTESTATION_STATES; s++) {
		bool stands = s == ATTESTATION_SIGNED || s == ATTESTATION_VERIFIED;
		bool waits = s == ATTESTATION_REQUESTED || s == ATTESTATION_PAPER;

		assert_int_equal(attestation_stands(s), stands);
		assert_int_equal(attestation_may_be_withdrawn(s), waits);
		assert_int_equal(attestation_may_be_asked(s), !stands && !waits);
	}
}

static void
R_ATT_10_absence_above_the_limit_needs_what_makes_up_for_it(void **state)
{
	const struct day today = day("2027-08-20"), until = day("2027-09-01");

	(void)state;
	/* T-042: 19 of 180, nothing made up */
	assert_int_equal(attestation_time_bar(today, until, 19, 19, 0), BAR_ABSENCE);
	assert_int_equal(attestation_time_bar(today, until, 18, 0, 0), BAR_NONE);
	assert_int_equal(attestation_time_bar(today, until, 19, 0, 0), BAR_NONE);
	/* An exception covers the days that were told of then, and no more. */
	assert_int_equal(attestation_time_bar(today, until, 19, 19, 19), BAR_NONE);
	assert_int_equal(attestation_time_bar(today, until, 20, 20, 19), BAR_ABSENCE);
	/* Too early is said first. */
	assert_int_equal(attestation_time_bar(day("2027-07-31"), until, 19, 19, 0), BAR_TOO_EARLY);
}

static void
R_ATT_22_goals_not_while_one_is_open(void **state)
{
	(void)state;
	assert_int_equal(attestation_goals_bar(0, 0), BAR_NO_GOALS);
	assert_int_equal(attestation_goals_bar(33, 32), BAR_GOALS);
	assert_int_equal(attestation_goals_bar(33, 33), BAR_NONE);
}

static void
R_ATT_03_the_sentence_says_how_the_absence_stands(void **state)
{
	struct arena *a = arena_make();

	(void)state;
	assert_string_equal(attestation_time_statement(a, 1, 18, "aftale 7", "VUS"),
	    "Uddannelseselementet er gennemført i den angivne periode. Fraværet er 1 dag og inden for "
	    "grænsen på 18 dage (10 %).");
	assert_string_equal(attestation_time_statement(a, 60, 36, "aftale 7 af 01.03.2027", NULL),
	    "Uddannelseselementet er gennemført i den angivne periode. Fraværet er 60 dage og over "
	    "grænsen på 36 dage (10 %). Det er indhentet: aftale 7 af 01.03.2027.");
	assert_string_equal(attestation_time_statement(a, 19, 18, NULL, "Hanne, 01.03.2027"),
	    "Uddannelseselementet er gennemført i den angivne periode. Fraværet er 19 dage og over "
	    "grænsen på 18 dage (10 %). Undtagelse givet af Hanne, 01.03.2027.");
	assert_string_equal(attestation_paper_statement(a, 12, 18, NULL, 12),
	    attestation_time_statement(a, 12, 18, NULL, NULL));
	assert_string_equal(attestation_paper_statement(a, 12, 18, NULL, 1),
	    "Uddannelseselementet er gennemført i den angivne periode. Fraværet er 12 dage og inden for "
	    "grænsen på 18 dage (10 %). I logbogen var der registreret 1 dag. Forskellen er set og "
	    "godtaget ved verificeringen.");
	assert_string_equal(attestation_goals_statement(a, 33),
	    "Alle 33 kompetencer, der hører til uddannelseselementet, er godkendt.");
	arena_drop(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_ATT_09_a_month_before_the_day_after_the_last),
		cmocka_unit_test(
		    R_ATT_02_T_041_the_day_before_is_too_early_and_the_first_day_is_not),
		cmocka_unit_test(
		    R_ATT_12_T_043_an_end_that_moved_on_makes_it_premature_one_that_moved_back_does_not),
		cmocka_unit_test(T_043_a_paper_keeps_its_own_day_and_a_signature_that_of_its_place),
		cmocka_unit_test(R_ATT_01_each_state_has_its_words),
		cmocka_unit_test(R_ATT_07_what_stands_is_neither_asked_nor_taken_back),
		cmocka_unit_test(R_ATT_10_absence_above_the_limit_needs_what_makes_up_for_it),
		cmocka_unit_test(R_ATT_22_goals_not_while_one_is_open),
		cmocka_unit_test(R_ATT_03_the_sentence_says_how_the_absence_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
