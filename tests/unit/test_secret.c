/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "apart.h"
#include "secret.h"

static struct arena *a;
static char folder[] = P_tmpdir "/test-secret-XXXXXX";

static const char *
key_file(const char *name)
{
	return arena_format(a, "%s/%s", folder, name);
}

static int
begin(void **state)
{
	(void)state;
	a = arena_make();
	if (mkdtemp(folder) == NULL)
		return -1;
	secret_make_keys(folder);
	secret_open(folder);
	return 0;
}

static int
end(void **state)
{
	static const char *const names[] = { "cpr.find", "cpr.seal", "chain", "guess", "mail" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		unlink(key_file(names[i]));
	rmdir(folder);
	arena_drop(a);
	return 0;
}

static struct bytes
bytes(const char *s)
{
	return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

/* --- key files ------------------------------------------------------------------------ */

static void
key_files_are_made_once_for_their_owner_alone(void **state)
{
	unsigned char before[64], after[64];
	struct stat st;
	int fd = open(key_file("chain"), O_RDONLY);

	(void)state;
	assert_int_equal(read(fd, before, sizeof before), KEY_BYTES);
	close(fd);
	assert_int_equal(stat(key_file("chain"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	secret_make_keys(folder);
	fd = open(key_file("chain"), O_RDONLY);
	assert_int_equal(read(fd, after, sizeof after), KEY_BYTES);
	close(fd);
	assert_memory_equal(before, after, KEY_BYTES);
}

static void
use_nowhere(void)
{
	secret_open("/nonexistent");
	hash_keyed(KEY_GUESS, "x", 1);
}

static void
a_key_file_that_is_missing_ends_the_process_with_its_name(void **state)
{
	char said[1000];

	(void)state;
	assert_int_equal(run_apart(use_nowhere, said, sizeof said), 1);
	assert_non_null(strstr(said, "/nonexistent/guess"));
}

static size_t size_of_key;

static void
use_odd_key(void)
{
	int fd = open(key_file("guess"), O_WRONLY | O_TRUNC);

	if (write(fd, "0123456789012345678901234567890123456789", size_of_key) !=
	    (ssize_t)size_of_key)
		_exit(2);
	close(fd);
	hash_keyed(KEY_GUESS, "x", 1);
}

static void
a_key_file_of_another_size_ends_the_process(void **state)
{
	char said[1000];

	(void)state;
	for (size_of_key = 0; size_of_key <= 33; size_of_key += size_of_key == 0 ? 31 : 1) {
		int status = run_apart(use_odd_key, said, sizeof said);

		assert_int_equal(status, size_of_key == KEY_BYTES ? 0 : 1);
		assert_true((strstr(said, "guess") != NULL) == (status == 1));
	}
	unlink(key_file("guess"));
	secret_make_keys(folder);
}

/* --- tokens --------------------------------------------------------------------------- */

static void
a_token_is_43_characters_and_never_the_same(void **state)
{
	struct token one = token_make(), two = token_make();

	(void)state;
	assert_int_equal(strlen(one.text), 43);
	assert_true(token_is_well_formed(one.text));
	assert_string_not_equal(one.text, two.text);
}

static void
what_is_no_token_is_seen(void **state)
{
	static const char good[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_9";

	(void)state;
	assert_true(token_is_well_formed(good));
	assert_false(token_is_well_formed(good + 1));
	assert_false(token_is_well_formed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_9A"));
	assert_false(token_is_well_formed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/9"));
	assert_false(token_is_well_formed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=_9"));
	assert_false(token_is_well_formed(""));
	assert_false(token_is_well_formed(NULL));
}

static void
what_is_derived_depends_on_token_and_purpose_and_is_not_the_stored_hash(void **state)
{
	struct token one = token_make(), two = token_make();
	struct hash csrf = token_derive(one.text, "csrf"), again = token_derive(one.text, "csrf");
	struct hash other = token_derive(one.text, "seal"), stored = token_hash(one.text);
	struct hash foreign = token_derive(two.text, "csrf");

	(void)state;
	assert_true(secret_equal(&csrf, &again, HASH_BYTES));
	assert_false(secret_equal(&csrf, &other, HASH_BYTES));
	assert_false(secret_equal(&csrf, &foreign, HASH_BYTES));
	assert_false(secret_equal(&csrf, &stored, HASH_BYTES));
}

static void
derive_from_nothing(void)
{
	token_derive("", "csrf");
}

static void
nothing_is_derived_from_what_is_no_token(void **state)
{
	char said[500];

	(void)state;
	assert_int_equal(run_apart(derive_from_nothing, said, sizeof said), 1);
}

/* --- hashes --------------------------------------------------------------------------- */

static void
sha256_is_the_known_one(void **state)
{
	struct hash h = hash_sha256("abc", 3);

	(void)state;
	assert_string_equal(hash_hex(a, h.bytes),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_int_equal(hash_bytes(&h).n, HASH_BYTES);
}

static void
each_key_hashes_in_its_own_way(void **state)
{
	struct hash one = hash_keyed(KEY_CPR_FIND, "0101851234", 10);
	struct hash again = hash_keyed(KEY_CPR_FIND, "0101851234", 10);
	struct hash other = hash_keyed(KEY_CHAIN, "0101851234", 10);

	(void)state;
	assert_true(secret_equal(&one, &again, HASH_BYTES));
	assert_false(secret_equal(&one, &other, HASH_BYTES));
}

static struct hash
of_pieces(const char *one, const char *two)
{
	struct hashing h;

	hashing_begin(&h, KEY_CHAIN);
	hashing_add(&h, one, strlen(one));
	hashing_add(&h, two, strlen(two));
	return hashing_end(&h);
}

static void
pieces_of_a_hash_do_not_run_together(void **state)
{
	struct hash one = of_pieces("ab", "c"), two = of_pieces("a", "bc"),
	            same = of_pieces("ab", "c");
	struct hash empty = of_pieces("abc", "");

	(void)state;
	assert_true(secret_equal(&one, &same, HASH_BYTES));
	assert_false(secret_equal(&one, &two, HASH_BYTES));
	assert_false(secret_equal(&one, &empty, HASH_BYTES));
}

/* --- passwords ------------------------------------------------------------------------ */

static void
a_password_is_known_again_and_no_other(void **state)
{
	const char *stored = password_hash(a, "Blå 7 cykel"),
	           *again = password_hash(a, "Blå 7 cykel");

	(void)state;
	assert_int_equal(strncmp(stored, "$argon2id$v=19$m=19456,t=2,p=1$", 31), 0);
	assert_string_not_equal(stored, again);
	assert_true(password_is(stored, "Blå 7 cykel"));
	assert_false(password_is(stored, "Blå 7 cykel "));
	assert_false(password_is(stored, "blå 7 cykel"));
	assert_false(password_is(stored, ""));
	assert_false(password_is("", "Blå 7 cykel"));
	assert_false(password_is("!", "!"));
	password_waste("hvad som helst");
}

/* --- seals ---------------------------------------------------------------------------- */

static void
what_is_sealed_opens_under_the_same_key_only(void **state)
{
	struct bytes sealed = secret_seal(a, KEY_CPR_SEAL, bytes("0101851234")), open;

	(void)state;
	assert_int_equal(sealed.n, 24 + 16 + 10);
	assert_null(memmem(sealed.at, sealed.n, "010185", 6));
	open = secret_open_sealed(a, KEY_CPR_SEAL, sealed);
	assert_int_equal(open.n, 10);
	assert_memory_equal(open.at, "0101851234", 10);
	assert_null(secret_open_sealed(a, KEY_CHAIN, sealed).at);
}

static void
the_same_is_never_sealed_alike(void **state)
{
	struct bytes one = secret_seal(a, KEY_CPR_SEAL, bytes("x"));
	struct bytes two = secret_seal(a, KEY_CPR_SEAL, bytes("x"));

	(void)state;
	assert_memory_not_equal(one.at, two.at, one.n);
}

static void
one_bit_changed_anywhere_and_it_does_not_open(void **state)
{
	struct bytes sealed = secret_seal(a, KEY_CPR_SEAL, bytes("0101851234"));

	(void)state;
	for (size_t i = 0; i < sealed.n; i++) {
		unsigned char copy[100];

		memcpy(copy, sealed.at, sealed.n);
		copy[i] ^= 1;
		assert_null(
		    secret_open_sealed(a, KEY_CPR_SEAL, (struct bytes){ copy, sealed.n }).at);
	}
	for (size_t n = 0; n < sealed.n; n++)
		assert_null(secret_open_sealed(a, KEY_CPR_SEAL, (struct bytes){ sealed.at, n }).at);
	assert_null(secret_open_sealed(a, KEY_CPR_SEAL, (struct bytes){ 0 }).at);
}

static void
nothing_can_be_sealed_too(void **state)
{
	struct bytes sealed = secret_seal(a, KEY_CPR_SEAL, bytes(""));
	struct bytes open = secret_open_sealed(a, KEY_CPR_SEAL, sealed);

	(void)state;
	assert_non_null(open.at);
	assert_int_equal(open.n, 0);
}

static void
what_a_token_sealed_opens_with_that_token_only(void **state)
{
	struct token one = token_make(), two = token_make();
	struct bytes sealed = token_seal(a, one.text, bytes("gemt")), open;

	(void)state;
	open = token_open_sealed(a, one.text, sealed);
	assert_int_equal(open.n, 4);
	assert_memory_equal(open.at, "gemt", 4);
	assert_null(token_open_sealed(a, two.text, sealed).at);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(key_files_are_made_once_for_their_owner_alone),
		cmocka_unit_test(a_key_file_that_is_missing_ends_the_process_with_its_name),
		cmocka_unit_test(a_key_file_of_another_size_ends_the_process),
		cmocka_unit_test(a_token_is_43_characters_and_never_the_same),
		cmocka_unit_test(what_is_no_token_is_seen),
		cmocka_unit_test(
		    what_is_derived_depends_on_token_and_purpose_and_is_not_the_stored_hash),
		cmocka_unit_test(nothing_is_derived_from_what_is_no_token),
		cmocka_unit_test(sha256_is_the_known_one),
		cmocka_unit_test(each_key_hashes_in_its_own_way),
		cmocka_unit_test(pieces_of_a_hash_do_not_run_together),
		cmocka_unit_test(a_password_is_known_again_and_no_other),
		cmocka_unit_test(what_is_sealed_opens_under_the_same_key_only),
		cmocka_unit_test(the_same_is_never_sealed_alike),
		cmocka_unit_test(one_bit_changed_anywhere_and_it_does_not_open),
		cmocka_unit_test(nothing_can_be_sealed_too),
		cmocka_unit_test(what_a_token_sealed_opens_with_that_token_only),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
