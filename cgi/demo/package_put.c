/* SPDX-License-Identifier: MPL-2.0
 *
 * A row of packages.csv: what a doctor ordered to be sent to the authority, or withdrew.  What is ordered is frozen
 * and carried by logbook-send, as in a site.
 */
#include <string.h>

#include "demo.h"
#include "queries/demo_package.h"
#include "secret.h"
#include "sending.h"

static enum db_outcome
order(const struct table *t, const struct sheet_row *r, struct moment at)
{
	const struct demo *d = t->demo;
	unsigned char chance[REFERENCE_BYTES], once[16];
	uint32_t id;

	secret_random(chance, sizeof chance);
	secret_random(once, sizeof once);
	must(t, r,
	    demo_package_order(d->db, cell(t, r, "email"), cell(t, r, "kind"),
	        reference_of(d->arena, chance), sending_consent_version,
	        (struct bytes){ once, sizeof once }, at));
	id = db_inserted(d->db);
	must(t, r, demo_package_ordered(d->db, id));
	if (cell_or_none(t, r, "tried") == NULL)
		return DB_ONE;
	return demo_package_later(
	    d->db, id, moment_at(cell_day(t, r, "tried"), moment_second(d->now)));
}

/* What has no day was ordered just now. */
void
put_packages(struct demo *d)
{
	struct table t;

	table_open(&t, d, "packages.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		const struct moment at = cell_or_none(&t, r, "day") == NULL
		    ? d->now
		    : demo_moment(cell_day(&t, r, "day"), i);

		if (strcmp(cell(&t, r, "deed"), "WITHDRAWN") == 0)
			must(&t, r,
			    demo_package_withdrawn(d->db, cell(&t, r, "email"), cell(&t, r, "kind"),
			        cell(&t, r, "words"), at));
		else
			must(&t, r, order(&t, r, at));
	}
}
