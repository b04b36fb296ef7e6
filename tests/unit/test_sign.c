/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "sign.h"

static struct arena *a;
static char folder[] = P_tmpdir "/test-sign-XXXXXX";

static const char *
file(const char *name)
{
	return arena_format(a, "%s/%s", folder, name);
}

static int
begin(void **state)
{
	(void)state;
	a = arena_make();
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
end(void **state)
{
	static const char *const names[] = { "sign.1", "sign.1.pub", "sign.2", "sign.2.pub", "m",
		"s" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		unlink(file(names[i]));
	rmdir(folder);
	arena_drop(a);
	return 0;
}

static struct bytes
bytes(const char *s)
{
	return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

static void
no_key_is_no_key(void **state)
{
	const struct signature s = { { 0 } };

	(void)state;
	sign_open(folder);
	assert_int_equal(sign_key_now(), 0);
	assert_int_equal(sign_proves(1, bytes("x"), &s), SIGN_NO_KEY);
	assert_null(sign_public_pem(a, 1));
}

static void
what_is_signed_is_proved_and_nothing_else(void **state)
{
	struct signature s;

	(void)state;
	assert_int_equal(sign_make_key(folder), 1);
	assert_int_equal(sign_key_now(), 1);
	s = sign_bytes(1, bytes("manifest"));
	assert_int_equal(sign_proves(1, bytes("manifest"), &s), SIGN_FITS);
	assert_int_equal(sign_proves(1, bytes("manifesT"), &s), SIGN_DIFFERS);
	assert_int_equal(sign_proves(1, bytes("manifest "), &s), SIGN_DIFFERS);
	s.bytes[5] ^= 1;
	assert_int_equal(sign_proves(1, bytes("manifest"), &s), SIGN_DIFFERS);
}

static void
a_new_key_signs_and_the_old_one_goes_on_proving(void **state)
{
	struct signature old = sign_bytes(1, bytes("manifest")), new;

	(void)state;
	assert_int_equal(sign_make_key(folder), 2);
	assert_int_equal(sign_key_now(), 2);
	new = sign_bytes(2, bytes("manifest"));
	assert_int_equal(sign_proves(1, bytes("manifest"), &old), SIGN_FITS);
	assert_int_equal(sign_proves(2, bytes("manifest"), &new), SIGN_FITS);
	assert_int_equal(sign_proves(2, bytes("manifest"), &old), SIGN_DIFFERS);
}

static void
only_the_owner_reads_the_secret_and_anybody_the_public_key(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(stat(file("sign.1"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_size, 32);
	assert_int_equal(stat(file("sign.1.pub"), &st), 0);
	assert_true((st.st_mode & 0400) != 0);
}

static void
put(const char *name, const void *p, size_t n)
{
	FILE *f = fopen(file(name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static int
openssl(uint32_t key)
{
	return system(arena_format(a,
	    "openssl pkeyutl -verify -pubin -inkey %s/sign.%u.pub -rawin -in %s/m -sigfile %s/s >/dev/null 2>&1",
	    folder, key, folder, folder));
}

static void
openssl_alone_proves_it(void **state)
{
	const struct signature s = sign_bytes(2, bytes("manifest"));

	(void)state;
	put("m", "manifest", 8);
	put("s", s.bytes, sizeof s.bytes);
	assert_int_equal(openssl(2), 0);
	assert_int_not_equal(openssl(1), 0);
	put("m", "manifesT", 8);
	assert_int_not_equal(openssl(2), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_key_is_no_key),
		cmocka_unit_test(what_is_signed_is_proved_and_nothing_else),
		cmocka_unit_test(a_new_key_signs_and_the_old_one_goes_on_proving),
		cmocka_unit_test(only_the_owner_reads_the_secret_and_anybody_the_public_key),
		cmocka_unit_test(openssl_alone_proves_it),
	};

	return cmocka_run_group_tests_name("sign", tests, begin, end);
}
