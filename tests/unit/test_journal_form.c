/* SPDX-License-Identifier: MPL-2.0
 *
 * What a whole journal consists of: one description for the way out and the way in.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "chain.h"
#include "journal_form.h"
#include "queries/whole.h"

static void
R_ARK_04_every_kind_has_a_name_and_columns(void **state)
{
	(void)state;
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++) {
		assert_non_null(journal_kinds[k].name);
		assert_true(journal_columns(&journal_kinds[k]) > 0);
		for (enum journal_kind_no other = 0; other < k; other++)
			assert_string_not_equal(journal_kinds[k].name, journal_kinds[other].name);
	}
}

/* A member that refers is of a type that can, and what it refers to is numbered. */
static void
R_ARK_04_every_reference_is_a_member(void **state)
{
	(void)state;
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		for (const struct journal_ref *r = journal_kinds[k].refs; r->member != NULL; r++) {
			const struct column *c = journal_column(&journal_kinds[k], r->member);

			assert_non_null(c);
			assert_int_equal(
			    c->type, r->how == REF_LIST || r->how == REF_PARTS ? DB_TEXT : DB_U32);
			assert_true(
			    r->how == REF_CHAINED || journal_is_numbered(&journal_kinds[r->to]));
			if (r->how == REF_CHAINED)
				assert_non_null(journal_column(&journal_kinds[k], "kind"));
		}
}

/* What a supplement replaces stands in its order as a letter and a number (R-NUL-07). */
static void
R_ARK_04_an_item_of_a_list_is_of_its_kind(void **state)
{
	static const struct journal_ref list = { "files", REF_LIST, JOURNAL_FILER, ' ' },
	                                parts = { "attestations", REF_PARTS, JOURNAL_ATTESTATIONER,
		                                ' ' };
	static const struct {
		const struct journal_ref *of;
		const char *item;
		enum journal_kind_no to;
		uint32_t number;
	} cases[] = { { &list, "12", JOURNAL_FILER, 12 },
		{ &parts, "12", JOURNAL_ATTESTATIONER, 12 },
		{ &parts, "T9", JOURNAL_ATTESTATIONER, 9 },
		{ &parts, "K4", JOURNAL_KOMPETENCER, 4 }, { &parts, "C7", JOURNAL_KURSER, 7 },
		{ &parts, "R2", JOURNAL_FORSKNING, 2 }, { &parts, "M3", JOURNAL_MERIT, 3 },
		{ &parts, "X3", JOURNAL_KINDS, 3 }, { &parts, "K", JOURNAL_KINDS, 0 },
		{ &parts, "", JOURNAL_KINDS, 0 }, { &parts, "KK4", JOURNAL_KINDS, 0 },
		{ &list, "K4", JOURNAL_KINDS, 0 }, { &list, "123456789012", JOURNAL_KINDS, 0 } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char letter;
		uint32_t number = 0;

		assert_int_equal(journal_item(cases[i].of, cases[i].item, strlen(cases[i].item),
		                     &letter, &number),
		    cases[i].to);
		if (cases[i].to != JOURNAL_KINDS)
			assert_int_equal(number, cases[i].number);
	}
}

/* Numbers of the database leave it under no other name. */
static void
R_ARK_04_every_number_of_the_database_is_a_reference(void **state)
{
	static const char *const counts[] = { "id", "seq", "fraction", "before_fraction",
		"after_fraction", "pages", "size", "step", "rating", "months", "count",
		"absence_days", "absence_limit", "absent", "run_hours", "half_days", "version",
		"sign_key", "n", NULL };

	(void)state;
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		for (const struct column *c = journal_kinds[k].columns; c->name != NULL; c++) {
			bool known = c->type != DB_U32;

			for (const char *const *w = counts; *w != NULL; w++)
				known |= strcmp(*w, c->name) == 0;
			for (const struct journal_ref *r = journal_kinds[k].refs; r->member != NULL;
			     r++)
				known |= strcmp(r->member, c->name) == 0;
			if (!known)
				fail_msg("%s.%s", journal_kinds[k].name, c->name);
		}
}

static void
R_ARK_04_every_kind_that_is_chained_is_in_it(void **state)
{
	(void)state;
	for (enum chain_kind c = 0; c <= CHAIN_LAST; c++) {
		const enum journal_kind_no k = journal_of_word(chain_word(c));

		assert_true(k < JOURNAL_KINDS);
		assert_true(journal_is_numbered(&journal_kinds[k]));
	}
	assert_int_equal(journal_of_word(""), JOURNAL_KINDS);
	assert_int_equal(journal_of_word("NONE"), JOURNAL_KINDS);
}

/* The form is the statement's own columns. */
static void
R_ARK_04_the_form_is_what_the_statement_gives(void **state)
{
	const struct journal_kind *k = &journal_kinds[JOURNAL_ATTESTATIONER];
	const size_t n = sizeof whole_attestations_columns / sizeof whole_attestations_columns[0];

	(void)state;
	assert_int_equal(journal_columns(k), n);
	assert_int_equal(k->size, sizeof(struct whole_attestations));
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(k->columns[i].name, whole_attestations_columns[i].name);
		assert_int_equal(k->columns[i].offset, whole_attestations_columns[i].offset);
		assert_int_equal(k->columns[i].has, whole_attestations_columns[i].has);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(R_ARK_04_every_kind_has_a_name_and_columns),
		cmocka_unit_test(R_ARK_04_every_reference_is_a_member),
		cmocka_unit_test(R_ARK_04_an_item_of_a_list_is_of_its_kind),
		cmocka_unit_test(R_ARK_04_every_number_of_the_database_is_a_reference),
		cmocka_unit_test(R_ARK_04_every_kind_that_is_chained_is_in_it),
		cmocka_unit_test(R_ARK_04_the_form_is_what_the_statement_gives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
