/* SPDX-License-Identifier: MPL-2.0
 *
 * What the hash of a link holds.  That the verifier and the programs agree, and what is found
 * when somebody changes the database, is tried in tests/integration/audit.test.mjs.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "chain.h"
#include "queries/link_approval.h"
#include "queries/link_attestation.h"
#include "queries/link_card.h"
#include "queries/link_merit.h"
#include "queries/verify.h"

#define LENGTH(a) (sizeof(a) / sizeof(a)[0])

static struct arena *a;
static char folder[] = P_tmpdir "/test-chain-XXXXXX";

/* The key is 32 bytes of 'k', so that hashes can be written down. */
static int
begin(void **state)
{
	FILE *key;

	(void)state;
	a = arena_make();
	if (mkdtemp(folder) == NULL ||
	    (key = fopen(arena_format(a, "%s/chain", folder), "w")) == NULL)
		return -1;
	for (int i = 0; i < KEY_BYTES; i++)
		fputc('k', key);
	secret_open(folder);
	return fclose(key);
}

static int
end(void **state)
{
	(void)state;
	unlink(arena_format(a, "%s/chain", folder));
	rmdir(folder);
	arena_drop(a);
	return 0;
}

static const struct hash before = { "the hash of the link before it" };
static const unsigned char sixteen[16] = "sixteen bytes..";

static struct chain_approval
an_approval(void)
{
	return (struct chain_approval){
		.id = 231,
		.doctor = 17,
		.competency = 4,
		.step = 2,
		.status = "RETURNED",
		.kind = "ORDINARY",
		.element = 9,
		.has_element = true,
		.org_unit = 3,
		.has_org_unit = true,
		.rating = 5,
		.has_rating = true,
		.words = "øv mere",
		.given_by = 5,
		.by_name = "Åse Øe",
		.as_role = "VEJLEDER",
		.place = "Kirurgisk",
		.at = { 1803895200 },
	};
}

static struct chain_merit
a_merit(void)
{
	return (struct chain_merit){
		.id = 12,
		.doctor = 17,
		.note = "kursus",
		.letter = 7,
		.has_letter = true,
		.letter_sha256 = { before.bytes, sizeof before.bytes },
		.region = 1,
		.once = { sixteen, sizeof sixteen },
		.given_by = 4,
		.by_name = "Gry Holm",
		.as_role = "VUS",
		.place = "Sekretariatet",
		.at = { 1803895200 },
	};
}

static struct chain_attestation
an_attestation(void)
{
	return (struct chain_attestation){
		.id = 9,
		.doctor = 17,
		.element = 4,
		.kind = "TIME",
		.step = 2,
		.status = "APPROVED",
		.basis = "ORDINARY",
		.org_unit = 3,
		.doctor_name = "Mette Å",
		.stage = "HU",
		.course_number = "F-1",
		.position_no = "",
		.unit_place = "Kirurgisk",
		.unit_code = "6006",
		.since = { 2027, 1, 1 },
		.until = { 2028, 1, 1 },
		.fraction = 100,
		.has_fraction = true,
		.absence_days = 4,
		.has_absence_days = true,
		.absence_limit = 36,
		.has_absence_limit = true,
		.statement = "Gennemført.",
		.given_by = 5,
		.by_name = "Åse Øe",
		.as_role = "UAO",
		.place = "Kirurgisk",
		.at = { 1803895200 },
	};
}

static const char *
hex(struct hash h)
{
	return hash_hex(a, h.bytes);
}

static const char *
approval_hash(uint32_t doctor, uint32_t n, struct chain_approval row)
{
	return hex(chain_hash(doctor, n, CHAIN_APPROVAL, &before, chain_approval_columns,
	    LENGTH(chain_approval_columns), &row));
}

static const char *
merit_hash(struct chain_merit row)
{
	return hex(chain_hash(
	    17, 5, CHAIN_MERIT, &before, chain_merit_columns, LENGTH(chain_merit_columns), &row));
}

static const char *
attestation_hash(struct chain_attestation row)
{
	return hex(chain_hash(17, 5, CHAIN_ATTESTATION, &before, chain_attestation_columns,
	    LENGTH(chain_attestation_columns), &row));
}

/* Made by tests/integration/chain.mjs, which knows nothing of this code. */
static void
a_link_and_a_head_hash_as_they_always_did(void **state)
{
	(void)state;
	assert_string_equal(approval_hash(17, 5, an_approval()),
	    "37f43b638446c464292df73553622237f62cbcd8dd6964fbf1bf1629c218fc61");
	assert_string_equal(merit_hash(a_merit()),
	    "eb5bd4ad300b1b9d974f112f2453463e59c696753401e816a8d71719cb97c079");
	assert_string_equal(attestation_hash(an_attestation()),
	    "1da24831069e47c5648f02baa54e34af01c8efff3dc85eb013888b07d42690e4");
	assert_string_equal(hex(chain_seal(17, 5, &before)),
	    "2b3002b376afb1f863b0872305127b11c650ab6e83e218e9a0db71c416a1483d");
}

static void
the_place_in_the_chain_is_in_the_hash(void **state)
{
	const struct chain_approval row = an_approval();
	const char *h = approval_hash(17, 5, row);
	struct hash other = before;

	(void)state;
	assert_string_not_equal(approval_hash(18, 5, row), h);
	assert_string_not_equal(approval_hash(17, 6, row), h);
	other.bytes[31] ^= 1;
	assert_string_not_equal(hex(chain_hash(17, 5, CHAIN_APPROVAL, &other,
	                            chain_approval_columns, LENGTH(chain_approval_columns), &row)),
	    h);
	assert_string_not_equal(hex(chain_hash(17, 5, CHAIN_MERIT, &before, chain_approval_columns,
	                            LENGTH(chain_approval_columns), &row)),
	    h);
}

/* Makes the value of a column another one. */
static void
change(const struct column *c, void *row)
{
	unsigned char *at = (unsigned char *)row + c->offset;
	const char *text = "something else";
	const struct bytes bytes = { sixteen, 3 };

	if (c->type == DB_TEXT)
		memcpy(at, &text, sizeof text);
	else if (c->type == DB_BLOB)
		memcpy(at, &bytes, sizeof bytes);
	else
		at[0] ^= 1;
	if (c->has != 0)
		((unsigned char *)row)[c->has] = 1;
}

static void
every_column_is_in_the_hash(void **state)
{
	const char *approval = approval_hash(17, 5, an_approval()), *merit = merit_hash(a_merit());

	(void)state;
	for (size_t i = 0; i < LENGTH(chain_approval_columns); i++) {
		struct chain_approval row = an_approval();

		change(&chain_approval_columns[i], &row);
		assert_string_not_equal(approval_hash(17, 5, row), approval);
	}
	for (size_t i = 0; i < LENGTH(chain_attestation_columns); i++) {
		struct chain_attestation row = an_attestation();

		change(&chain_attestation_columns[i], &row);
		assert_string_not_equal(attestation_hash(row), attestation_hash(an_attestation()));
	}
	for (size_t i = 0; i < LENGTH(chain_merit_columns); i++) {
		struct chain_merit row = a_merit();

		change(&chain_merit_columns[i], &row);
		assert_string_not_equal(merit_hash(row), merit);
	}
}

static void
nothing_and_empty_and_nought_differ(void **state)
{
	struct chain_approval none = an_approval(), empty = an_approval();
	struct chain_merit no_letter = a_merit(), no_bytes = a_merit();

	(void)state;
	none.words = NULL;
	empty.words = "";
	assert_string_not_equal(approval_hash(17, 5, none), approval_hash(17, 5, empty));
	empty = none;
	none.rating = 0;
	none.has_rating = false;
	empty.rating = 0;
	assert_string_not_equal(approval_hash(17, 5, none), approval_hash(17, 5, empty));
	no_letter.letter_sha256 = (struct bytes){ 0 };
	no_bytes.letter_sha256 = (struct bytes){ sixteen, 0 };
	assert_string_not_equal(merit_hash(no_letter), merit_hash(no_bytes));
}

/* What is behind has_ does not count when there is nothing. */
static void
a_number_that_is_not_there_has_no_value(void **state)
{
	struct chain_approval one = an_approval(), other = an_approval();

	(void)state;
	one.has_merit = other.has_merit = false;
	other.merit = 9;
	assert_string_equal(approval_hash(17, 5, one), approval_hash(17, 5, other));
}

static void
a_word_cannot_move_to_the_next_column(void **state)
{
	struct chain_approval one = an_approval(), other = an_approval();

	(void)state;
	one.by_name = "Åse Øe";
	one.as_role = "VEJLEDER";
	other.by_name = "Åse ØeVEJ";
	other.as_role = "LEDER";
	assert_string_not_equal(approval_hash(17, 5, one), approval_hash(17, 5, other));
}

static void
assert_same_columns(const struct column *chained, const struct column *read, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(chained[i].name, read[i].name);
		assert_int_equal(chained[i].type, read[i].type);
		assert_int_equal(chained[i].nullable, read[i].nullable);
	}
}

/* The verifier's statements read what the chain's read, and one column more. */
static void
the_verifier_reads_the_columns_that_were_chained(void **state)
{
	(void)state;
	assert_int_equal(LENGTH(range_approvals_columns), LENGTH(chain_approval_columns) + 1);
	assert_int_equal(LENGTH(range_merits_columns), LENGTH(chain_merit_columns) + 1);
	assert_int_equal(LENGTH(range_cards_columns), LENGTH(chain_card_columns) + 1);
	assert_same_columns(chain_card_columns, range_cards_columns, LENGTH(chain_card_columns));
	assert_same_columns(
	    chain_approval_columns, range_approvals_columns, LENGTH(chain_approval_columns));
	assert_same_columns(chain_merit_columns, range_merits_columns, LENGTH(chain_merit_columns));
	assert_int_equal(LENGTH(range_attestations_columns), LENGTH(chain_attestation_columns) + 1);
	assert_same_columns(chain_attestation_columns, range_attestations_columns,
	    LENGTH(chain_attestation_columns));
}

static void
a_seal_holds_doctor_number_and_hash(void **state)
{
	struct hash other = before;
	const char *seal = hex(chain_seal(17, 5, &before));

	(void)state;
	other.bytes[0] ^= 1;
	assert_string_not_equal(hex(chain_seal(18, 5, &before)), seal);
	assert_string_not_equal(hex(chain_seal(17, 6, &before)), seal);
	assert_string_not_equal(hex(chain_seal(17, 5, &other)), seal);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_and_a_head_hash_as_they_always_did),
		cmocka_unit_test(the_place_in_the_chain_is_in_the_hash),
		cmocka_unit_test(every_column_is_in_the_hash),
		cmocka_unit_test(nothing_and_empty_and_nought_differ),
		cmocka_unit_test(a_number_that_is_not_there_has_no_value),
		cmocka_unit_test(a_word_cannot_move_to_the_next_column),
		cmocka_unit_test(the_verifier_reads_the_columns_that_were_chained),
		cmocka_unit_test(a_seal_holds_doctor_number_and_hash),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
