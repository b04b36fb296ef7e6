/* SPDX-License-Identifier: MPL-2.0 */
#include "cpr.h"
#include "demo.h"
#include "person_make.h"
#include "queries/demo.h"
#include "secret.h"

const char demo_password[] = "logbog-demo";

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
put_person(struct demo *d, const struct table *t, const struct sheet_row *r, struct day shown_from,
    struct day access_due)
{
	const struct cpr cpr = invented_cpr(t, r);
	const struct person_new p = {
		.name = cell(t, r, "name"),
		.email = cell_or_none(t, r, "email"),
		.mobile = cell_or_none(t, r, "mobile"),
		.auth_id = cell_or_none(t, r, "auth_id"),
		.cpr = &cpr,
		.shown_from = shown_from,
		.access_due = access_due,
	};
	uint32_t id;

	if (person_make(d->db, &p, d->now, &id) != PERSON_MADE)
		table_fatal(t, r, "cannot be put in", p.name);
}

/* Those who are to begin: they have no password yet. */
static void
put_planned(struct demo *d)
{
	struct table t;

	table_open(&t, d, "planned.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		const bool due = cell_or_none(&t, r, "access_due") != NULL;

		put_person(d, &t, r, cell_day(&t, r, "shown_from"),
		    due ? cell_day(&t, r, "access_due") : (struct day){ 0 });
	}
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
		        cell_or_none(&t, r, "specialty"), cell_or_none(&t, r, "course"),
		        cell_day(&t, r, "since"), cell_day(&t, r, "until")));
	}
}

void
put_people(struct demo *d)
{
	const char *secret = password_hash(d->arena, demo_password);
	struct table t;

	table_open(&t, d, "people.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++)
		put_person(d, &t, &t.sheet.rows[i], (struct day){ 1900, 1, 1 }, (struct day){ 0 });
	put_planned(d);
	put_roles(d);
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];

		must(&t, r,
		    credential_put(
		        d->db, cell(&t, r, "email"), secret, cell_or_none(&t, r, "login")));
	}
}
