/* SPDX-License-Identifier: MPL-2.0 */
#include "demo.h"
#include "queries/demo.h"

/* What every site has may be there already. */
static void
at_most_one(const struct table *t, const struct sheet_row *row, enum db_outcome outcome)
{
	if (outcome != DB_NONE)
		must(t, row, outcome);
}

static void
put_course_defs(struct demo *d)
{
	struct table t;

	table_open(&t, d, "course_defs.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];

		must(&t, r,
		    course_def_put(d->db, cell(&t, r, "code"), cell(&t, r, "name"),
		        cell(&t, r, "kind"), cell(&t, r, "specialty")));
	}
}

void
put_places(struct demo *d)
{
	struct table regions, specialties, units;

	table_open(&regions, d, "regions.csv");
	for (size_t i = 0; i < regions.sheet.nrows; i++) {
		const struct sheet_row *r = &regions.sheet.rows[i];

		at_most_one(&regions, r,
		    region_put(d->db, cell(&regions, r, "code"), cell(&regions, r, "name")));
	}
	table_open(&specialties, d, "specialties.csv");
	for (size_t i = 0; i < specialties.sheet.nrows; i++) {
		const struct sheet_row *r = &specialties.sheet.rows[i];

		at_most_one(&specialties, r,
		    specialty_put(
		        d->db, cell(&specialties, r, "code"), cell(&specialties, r, "name")));
	}
	table_open(&units, d, "units.csv");
	for (size_t i = 0; i < units.sheet.nrows; i++) {
		const struct sheet_row *r = &units.sheet.rows[i];

		must(&units, r,
		    unit_put(d->db, cell(&units, r, "code"), cell(&units, r, "kind"),
		        cell(&units, r, "name"), cell(&units, r, "place"),
		        cell_or_none(&units, r, "parent"), cell(&units, r, "region")));
	}
	put_course_defs(d);
}
