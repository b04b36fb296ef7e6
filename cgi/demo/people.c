/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>

#include "cpr.h"
#include "demo.h"
#include "find_words.h"
#include "queries/demo.h"
#include "secret.h"

const char demo_password[] = "logbog-demo";

static void
put_words(struct demo *d, const struct table *t, const struct sheet_row *r, uint32_t person)
{
	const char *const *words;
	size_t n = find_words(d->arena, cell(t, r, "name"), cell(t, r, "email"), &words);

	for (size_t i = 0; i < n; i++) {
		enum db_outcome outcome = word_put(d->db, words[i], person);

		if (outcome != DB_NONE)
			must(t, r, outcome);
	}
}

/* A try-out holds no number that could be somebody's (R-CPR-07). */
static struct cpr
invented_cpr(const struct table *t, const struct sheet_row *r)
{
	struct cpr cpr;

	if (!cpr_read(cell(t, r, "cpr"), &cpr) || !cpr.replacement)
		table_fatal(t, r, "not a replacement number", cell(t, r, "name"));
	return cpr;
}

static void
put_person(struct demo *d, const struct table *t, const struct sheet_row *r)
{
	const struct cpr cpr = invented_cpr(t, r);
	const struct bytes digits = { (const unsigned char *)cpr.digits, 10 };
	const struct hash find = hash_keyed(KEY_CPR_FIND, digits.at, digits.n);

	must(t, r,
	    person_put(d->db, cell(t, r, "name"), cell(t, r, "email"), cell(t, r, "mobile"),
	        cell_or_none(t, r, "auth_id"), cpr.born, "REPLACEMENT", hash_bytes(&find),
	        secret_seal(d->arena, KEY_CPR_SEAL, digits)));
	put_words(d, t, r, db_inserted(d->db));
}

static void
put_roles(struct demo *d)
{
	struct table t;

	table_open(&t, d, "roles.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];

		must(&t, r,
		    role_put(d->db, cell(&t, r, "email"), cell(&t, r, "role"),
		        cell_or_none(&t, r, "unit"), cell_or_none(&t, r, "region"),
		        cell_or_none(&t, r, "specialty"), cell_day(&t, r, "since"),
		        cell_day(&t, r, "until")));
	}
}

void
put_people(struct demo *d)
{
	const char *secret = password_hash(d->arena, demo_password);
	struct table t;

	table_open(&t, d, "people.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++)
		put_person(d, &t, &t.sheet.rows[i]);
	put_roles(d);
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];

		must(&t, r,
		    credential_put(
		        d->db, cell(&t, r, "email"), secret, cell_or_none(&t, r, "login")));
	}
}
