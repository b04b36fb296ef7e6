/* SPDX-License-Identifier: MPL-2.0
 *
 * Cards, the file they come in, what is missing, and where a goal is expected.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "approval.h"
#include "card_file.h"
#include "placement.h"

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
R_KOM_13_what_may_be_done_in_each_state(void **state)
{
	(void)state;
	assert_true(approval_may_be_asked(APPROVAL_PARTLY));
	assert_true(approval_may_be_asked(APPROVAL_RESET));
	assert_false(approval_may_be_asked(APPROVAL_REQUESTED));
	assert_false(approval_may_be_asked(APPROVAL_APPROVED));
	assert_false(approval_is_locked(APPROVAL_PARTLY));
	assert_false(approval_is_locked(APPROVAL_RESET));
	assert_true(approval_may_be_given_unasked(APPROVAL_NONE));
	assert_false(approval_may_be_given_unasked(APPROVAL_REQUESTED));
	assert_false(approval_may_be_given_unasked(APPROVAL_MERIT));
	assert_int_equal(approval_state_of("PARTLY", "ORDINARY"), APPROVAL_PARTLY);
	assert_int_equal(approval_state_of("RESET", "ORDINARY"), APPROVAL_RESET);
	assert_true(card_may_be_written(CARD_RETURNED));
	assert_true(card_may_be_written(CARD_WITHDRAWN));
	assert_false(card_may_be_written(CARD_SENT));
	assert_false(card_may_be_written(CARD_APPROVED));
	assert_true(card_may_be_taken_back(CARD_SENT));
	assert_false(card_may_be_taken_back(CARD_APPROVED));
}

static void
R_KOM_03_a_card_is_approved_when_all_of_it_is(void **state)
{
	(void)state;
	assert_true(card_marks_suffice(CARD_GODKENDT, "GGG", 3));
	assert_false(card_marks_suffice(CARD_GODKENDT, "GSG", 3));
	assert_false(card_marks_suffice(CARD_GODKENDT, "GG-", 3));
	assert_false(card_marks_suffice(CARD_GODKENDT, "GG", 3));
	assert_true(card_marks_suffice(CARD_FEM, "15", 2));
	assert_false(card_marks_suffice(CARD_FEM, "1-", 2));
	assert_false(card_marks_suffice(CARD_FEM, "GG", 2));
	assert_string_equal(card_sign_title(CARD_GODKENDT, 'S'), "Skal forbedres");
	assert_string_equal(card_sign_title(CARD_FEM, '4'), "4");
	assert_string_equal(card_sign_title(CARD_FEM, '9'), "Ikke vurderet");
}

static void
T_063_what_is_missing_is_said_as_two_of_three(void **state)
{
	const struct card_want wants[] = { { "mini-CEX", 3, 2, false }, { "OSATS", 2, 2, false },
		{ "Journalaudit", 5, 0, false } };
	const struct card_want merit[] = { { "Kvalifikationskort", 1, 0, true } };

	(void)state;
	assert_string_equal(card_missing(a, wants, 3), "Mangler: mini-CEX 2/3, Journalaudit 0/5.");
	assert_null(card_missing(a, &wants[1], 1));
	assert_null(card_missing(a, NULL, 0));
	assert_null(card_missing(a, merit, 1)); /* R-KOM-07 */
}

/* --- where a goal is expected --------------------------------------------------------------- */

static const struct day today = { 2026, 11, 26 };
/* Practice, over; hospital, now; practice, to come. */
static const struct placed employments[] = {
	{ true, { 2026, 1, 1 }, { 2026, 7, 1 } },
	{ false, { 2026, 7, 1 }, { 2027, 1, 1 } },
	{ true, { 2027, 1, 1 }, { 2028, 1, 1 } },
};

static enum due
due(const char *placement)
{
	return placement_due(placement, employments, 3, today);
}

static void
R_UI_03_the_placement_tells_when_a_goal_is_due(void **state)
{
	(void)state;
	assert_int_equal(due("1"), DUE_EARLIER);
	assert_int_equal(due("2. delforløb"), DUE_NOW);
	assert_int_equal(due("3. ansættelse"), DUE_LATER);
	assert_int_equal(due("1|2"), DUE_NOW);
	assert_int_equal(due("1., 2. og 3. delforløb"), DUE_NOW);
	assert_int_equal(due("1 eller 3"), DUE_LATER);
	assert_int_equal(due("fase 1"), DUE_EARLIER);
	assert_int_equal(due("fase 2"), DUE_LATER);
	assert_int_equal(due("fase 3"), DUE_UNPLACED);
	assert_int_equal(due("hospital"), DUE_NOW);
	assert_int_equal(due("almen praksis"), DUE_LATER);
	assert_int_equal(due("hospital|praksis"), DUE_NOW);
	assert_int_equal(due("hele ansættelsen"), DUE_NOW);
	assert_int_equal(due("7"), DUE_UNPLACED);
	assert_int_equal(due(""), DUE_UNPLACED);
	assert_int_equal(due("Sengeafsnit"), DUE_UNPLACED);
	assert_int_equal(due("2. halvår"), DUE_UNPLACED);
	assert_int_equal(due("12"), DUE_UNPLACED);
	assert_int_equal(placement_due("1", NULL, 0, today), DUE_UNPLACED);
}

static void
R_UI_03_words_of_an_address_lead_back(void **state)
{
	(void)state;
	for (enum due d = 0; d < DUES; d++)
		assert_int_equal(due_of_word(due_word(d)), d);
	assert_int_equal(due_of_word("andet"), DUES);
}

/* --- the file ------------------------------------------------------------------------------- */

#define HEAD "# curriculum: demo\nart;kort;titel;metode;skala;maal;gaelder;antal;om_aaret\n"

static struct sheet_faults *faults;

static bool
read_file(const char *text, struct card_file *file)
{
	faults = arena_take(a, sizeof *faults);
	faults->arena = a;
	return card_file_read(
	    a, (struct bytes){ (const unsigned char *)text, strlen(text) }, file, faults);
}

static void
a_whole_file_is_read(void **state)
{
	struct card_file f;

	(void)state;
	assert_true(read_file(HEAD "KORT;K1;Det syge barn;mini-CEX;FEM;3|4;ALLE;;\n"
	                           "VEJLEDNING;K1;Se to børn;;;;;;\n"
	                           "DELMAAL;K1;Hører efter;;;;;;\n"
	                           "TAELLER;;;Procedurer;;4;;125;25\n",
	    &f));
	assert_int_equal(f.ncards, 1);
	assert_string_equal(f.cards[0].code, "K1");
	assert_int_equal(f.cards[0].scale, CARD_FEM);
	assert_true(f.cards[0].whole);
	assert_int_equal(f.cards[0].ngoals, 2);
	assert_int_equal(f.cards[0].nparts, 1);
	assert_string_equal(f.cards[0].guidance, "Se to børn");
	assert_int_equal(f.counters[0].target, 125);
	assert_int_equal(f.counters[0].per_year, 25);
}

static void
refused(const char *rows, const char *why)
{
	struct card_file f;

	assert_false(read_file(arena_format(a, "%s%s", HEAD, rows), &f));
	for (size_t i = 0; i < faults->n; i++)
		if (strstr(faults->fault[i].what, why) != NULL)
			return;
	fail_msg("%s: %s", why, faults->n == 0 ? "no fault" : faults->fault[0].what);
}

static void
what_is_wrong_with_a_file_is_said(void **state)
{
	struct card_file f;

	(void)state;
	refused("KORT;K1;T;M;;1;;;\n", "ingen delmål");
	refused("DELMAAL;K9;T;;;;;;\n", "række før denne");
	refused("KORT;K1;T;M;SJOV;1;;;\nDELMAAL;K1;T;;;;;;\n", "Skriv GODKENDT eller FEM");
	refused("ANDET;K1;T;M;;1;;;\n", "Skriv KORT");
	refused("TAELLER;;;M;;1;;0;\n", "tal fra 1 til 999");
	refused("KORT;K1;;M;;1;;;\n", "skal udfyldes");
	refused("KORT;K1;T;M;;1;;;\nKORT;k1;T;M;;1;;;\nDELMAAL;K1;T;;;;;;\n", "står to gange");
	assert_false(read_file("art;kort\nKORT;K1\n", &f));
	assert_false(read_file("", &f));
}

static void
R_KOM_02_what_a_goal_needs_comes_of_list_and_file(void **state)
{
	static const struct card_list_goal goals[] = {
		{ "3", "mini-CEX\nOSATS", "mini-CEX=3|OSATS=2" },
		{ "4", "Kvalifikationskort", "" },
	};
	const struct card_need *needs;
	struct card_file f;
	size_t n;

	(void)state;
	assert_true(read_file(HEAD "KORT;K1;T;mini-CEX;;3;;;\nDELMAAL;K1;a;;;;;;\n"
	                           "KORT;K2;T;Kvalifikationskort;;4;;;\nDELMAAL;K2;a;;;;;;\n"
	                           "TAELLER;;;Procedurer;;4;;125;25\n",
	    &f));
	assert_true(card_file_needs(a, &f, goals, 2, &needs, &n, faults));
	assert_int_equal(n, 4);
	assert_string_equal(needs[0].method, "mini-CEX");
	assert_int_equal(needs[0].target, 3);
	assert_true(needs[0].by_card);
	assert_int_equal(needs[1].target, 2);
	assert_false(needs[1].by_card);
	assert_int_equal(needs[2].target, 1); /* a card without a minimum: one of it (T-062) */
	assert_true(needs[2].by_card);
	assert_int_equal(needs[3].target, 125);
	assert_int_equal(needs[3].per_year, 25);
}

static void
a_file_must_fit_its_list(void **state)
{
	static const struct card_list_goal goals[] = { { "3", "mini-CEX", "" } };
	const struct card_need *needs;
	struct card_file f;
	size_t n;

	(void)state;
	assert_true(read_file(HEAD "KORT;K1;T;OSATS;;3|9;;;\nDELMAAL;K1;a;;;;;;\n", &f));
	assert_false(card_file_needs(a, &f, goals, 1, &needs, &n, faults));
	assert_int_equal(faults->n, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_KOM_13_what_may_be_done_in_each_state),
		cmocka_unit_test(R_KOM_03_a_card_is_approved_when_all_of_it_is),
		cmocka_unit_test(T_063_what_is_missing_is_said_as_two_of_three),
		cmocka_unit_test(R_UI_03_the_placement_tells_when_a_goal_is_due),
		cmocka_unit_test(R_UI_03_words_of_an_address_lead_back),
		cmocka_unit_test(a_whole_file_is_read),
		cmocka_unit_test(what_is_wrong_with_a_file_is_said),
		cmocka_unit_test(R_KOM_02_what_a_goal_needs_comes_of_list_and_file),
		cmocka_unit_test(a_file_must_fit_its_list),
	};

	return cmocka_run_group_tests_name("card", tests, begin, end);
}
