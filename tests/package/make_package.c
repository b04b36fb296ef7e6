/* SPDX-License-Identifier: MPL-2.0
 *
 * Makes a package as a program of ours does, for tests: there is no request, and no page.
 *
 *	make_package SOCKET DATABASE KEYS SIGN-KEYS PERSON HELD practice|specialist|preview OUT
 *
 * PERSON is the doctor, HELD the user_role; a key to sign with is made if SIGN-KEYS has none; OUT gets the ZIP (of a preview the PDF).  Says what became of
 * it: "made SHA-256-OF-THE-MANIFEST", or the sentence that package_why has.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "package.h"
#include "secret.h"
#include "subject_make.h"

static void
write_out(const char *path, struct bytes b)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL || fwrite(b.at, 1, b.n, f) != b.n || fclose(f) != 0)
		fatal("%s cannot be written", path);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_make();
	const struct moment now = {
		1798761600
	}; /* 2027-01-01: a moment of its own, twice the same */
	const struct subject *who;
	struct package_ask ask = { .reference = "K7WQ-2M4T",
		.address = "https://logbog.example/verificer/K7WQ-2M4T" };
	struct package made;
	struct db *db;
	uint32_t doctor;

	if (argc != 9)
		fatal("make_package SOCKET DATABASE KEYS SIGN-KEYS PERSON HELD KIND OUT");
	secret_open(argv[3]);
	sign_open(argv[4]);
	if (sign_key_now() == 0)
		sign_make_key(argv[4]);
	ask.key = strcmp(argv[7], "preview") == 0 ? 0 : sign_key_now();
	ask.kind = strcmp(argv[7], "specialist") == 0 ? SENDING_SPECIALIST : SENDING_PRACTICE;
	doctor = (uint32_t)strtoul(argv[5], NULL, 10);
	who = subject_make(
	    a, 0, doctor, (uint32_t)strtoul(argv[6], NULL, 10), ROLE_UL, "", moment_day(now), now);
	db = db_make(argv[1], argv[2], "logbook-export");
	db_use(db, a);
	if (db_begin(db, DB_SNAPSHOT) != DB_ONE)
		fatal("no database");
	made = package_make(db, who, doctor, &ask);
	db_rollback(db);
	if (made.end == PACKAGE_MADE) {
		write_out(argv[8], ask.key == 0 ? made.pdf : made.zip);
		printf("made %s\n", made.manifest_sha256);
	} else
		printf("%s\n", package_why(a, &made));
	db_drop(db);
	arena_drop(a);
	return made.end == PACKAGE_MADE ? 0 : 1;
}
