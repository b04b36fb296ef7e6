/* SPDX-License-Identifier: MPL-2.0
 *
 * A supervisor whom a department has made, and whom the secretariat is to confirm: without a password.
 */
#include "cpr.h"
#include "demo.h"
#include "person_make.h"
#include "queries/demo.h"

static void
put_one(struct demo *d, const struct table *t, const struct sheet_row *r)
{
	struct unit_of_code unit = { 0 };
	struct cpr cpr;
	struct person_new p = {
		.name = cell(t, r, "name"),
		.email = cell(t, r, "email"),
		.mobile = cell(t, r, "mobile"),
		.cpr = &cpr,
		.shown_from = cell_day(t, r, "since"),
		.access_due = cell_day(t, r, "since"),
	};
	uint32_t id;

	if (!cpr_read(cell(t, r, "cpr"), &cpr) || !cpr.replacement)
		table_fatal(t, r, "not a replacement number", p.name);
	if (unit_of_code(d->db, cell(t, r, "unit"), &unit) != DB_ONE)
		table_fatal(t, r, "no such place", cell(t, r, "unit"));
	p.unconfirmed = unit.id;
	if (person_make(d->db, &p, d->now, &id) != PERSON_MADE)
		table_fatal(t, r, "cannot be put in", p.name);
	must(t, r,
	    role_given_put(
	        d->db, id, cell(t, r, "role"), unit.id, p.shown_from, cell(t, r, "by"), d->now));
}

void
put_unconfirmed(struct demo *d)
{
	struct table t;

	table_open(&t, d, "unconfirmed.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++)
		put_one(d, &t, &t.sheet.rows[i]);
}
