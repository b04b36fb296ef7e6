/* SPDX-License-Identifier: MPL-2.0
 *
 * people KEYS N PASSWORD: SQL that makes the table bench_person of N people with invented
 * birth dates and CPR numbers, hashed and sealed under the keys in the folder KEYS, and the
 * table bench_password of the one password that all who log in have.  Same N, same people.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "day.h"
#include "log.h"
#include "secret.h"

enum { A_STATEMENT = 1000, DATES = 14000, STEP = 37 };

/* Born from 1960 to 1998.  Of the people with one birth date each has a serial number of
 * its own; its first digit tells the century. */
static void
print_person(struct arena *a, unsigned i, const char *end)
{
	struct day born = day_add((struct day){ 1960, 1, 1 }, (int)(i * STEP % DATES));
	unsigned serial = i / DATES * 11 + i % 11 + 100;
	const char *digits =
	    arena_format(a, "%02d%02d%02d%04u", born.dom, born.month, born.year % 100, serial);
	struct hash find = hash_keyed(KEY_CPR_FIND, digits, 10);
	struct bytes sealed =
	    secret_seal(a, KEY_CPR_SEAL, (struct bytes){ (const unsigned char *)digits, 10 });

	printf("(%u,'%s','%s',0x%s,0x", i, day_iso(a, born), digits, hash_hex(a, find.bytes));
	for (size_t k = 0; k < sealed.n; k++)
		printf("%02x", sealed.at[k]);
	printf(")%s\n", end);
}

int
main(int argc, char **argv)
{
	unsigned n = argc == 4 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;
	struct arena *a = arena_make();

	if (n < 1 || n > 1000000)
		fatal("usage: people KEYS N PASSWORD");
	secret_open(argv[1]);
	puts("CREATE OR REPLACE TABLE bench_person (id INT UNSIGNED NOT NULL PRIMARY KEY,"
	     " born DATE NOT NULL, digits CHAR(10) NOT NULL, cpr_find BINARY(32) NOT NULL,"
	     " cpr_sealed VARBINARY(64) NOT NULL);");
	for (unsigned i = 1; i <= n; i++) {
		if (i % A_STATEMENT == 1)
			puts("INSERT INTO bench_person VALUES");
		print_person(a, i, i % A_STATEMENT == 0 || i == n ? ";" : ",");
		arena_reset(a);
	}
	puts(
	    "CREATE OR REPLACE TABLE bench_password (word VARCHAR(200) NOT NULL, hash VARCHAR(200) NOT NULL);");
	printf("INSERT INTO bench_password VALUES ('%s', '%s');\n", argv[3],
	    password_hash(a, argv[3]));
	arena_drop(a);
	return ferror(stdout) || fflush(stdout) != 0;
}
