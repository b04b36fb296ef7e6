/* SPDX-License-Identifier: MPL-2.0 */
#include "demo.h"
#include "queries/demo.h"

/* Since when the doctors of a specialty have the logbook, as this try-out has it. */
static void
put_electronic(struct demo *d)
{
	struct table t;

	table_open(&t, d, "electronic.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];

		must(&t, r,
		    specialty_electronic(
		        d->db, cell(&t, r, "specialty"), cell_day(&t, r, "electronic_from")));
	}
}

void
put_places(struct demo *d)
{
	struct table units;

	put_electronic(d);
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
