/* SPDX-License-Identifier: MPL-2.0
 *
 * Time: specialties of places, agreements and what they moved, absence.
 */
#include "demo.h"
#include "queries/demo_time.h"

static void
put_specialties(struct demo *d)
{
	struct table t;

	table_open(&t, d, "unit_specialties.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];

		must(&t, r,
		    unit_specialty_set(d->db, cell(&t, r, "unit"), cell(&t, r, "specialty")));
	}
}

static void
put_agreements(struct demo *d)
{
	struct table t;

	table_open(&t, d, "agreements.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		struct day day = cell_day(&t, r, "published");

		must(&t, r,
		    demo_agreement_put(d->db, cell(&t, r, "course"), cell(&t, r, "kind"),
		        cell(&t, r, "number"), day, cell(&t, r, "effect"), demo_moment(day, i)));
	}
	table_open(&t, d, "moves.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];

		must(&t, r,
		    demo_move_put(d->db, cell(&t, r, "course"), cell_number(&t, r, "seq"),
		        cell(&t, r, "agreement"), cell_day(&t, r, "before_since"),
		        cell_day(&t, r, "before_until"), cell_number(&t, r, "before_fraction"),
		        demo_moment(cell_day(&t, r, "day"), i)));
	}
}

static void
put_absence(struct demo *d, const struct table *t, const struct sheet_row *r, size_t i)
{
	struct day day = cell_day(t, r, "day"), out;

	must(t, r,
	    demo_absence_put(d->db, cell(t, r, "email"), cell(t, r, "type"),
	        cell_day(t, r, "since"), cell_day(t, r, "until"), cell(t, r, "by"),
	        cell(t, r, "as"), day, demo_moment(day, i)));
	if (cell_or_none(t, r, "out") == NULL)
		return;
	out = cell_day(t, r, "out");
	must(t, r, demo_absence_out(d->db, db_inserted(d->db), demo_moment(out, i)));
}

void
put_time(struct demo *d)
{
	struct table t;

	put_specialties(d);
	put_agreements(d);
	table_open(&t, d, "absences.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++)
		put_absence(d, &t, &t.sheet.rows[i], i);
}
