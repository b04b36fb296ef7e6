/* SPDX-License-Identifier: MPL-2.0
 *
 * A row of employment.csv: what a doctor added to the overview of medical employment, or that it was signed.
 */
#include <string.h>

#include "demo.h"
#include "employment_list.h"
#include "log.h"
#include "queries/demo_employment.h"
#include "secret.h"

static enum db_outcome
put_row(const struct table *t, const struct sheet_row *r, uint32_t doctor, struct bytes once,
    struct moment at)
{
	const uint32_t fraction = cell_number(t, r, "fraction");

	return demo_employment_put(t->demo->db, doctor, cell_day(t, r, "since"),
	    cell_day(t, r, "until"), cell(t, r, "kind"), cell(t, r, "hospital"),
	    cell(t, r, "department"), cell(t, r, "specialty"), fraction == 0 ? NULL : &fraction,
	    cell(t, r, "remarks"), once, at);
}

static enum db_outcome
put_signature(const struct table *t, const struct sheet_row *r, uint32_t doctor, struct bytes once,
    struct day day, struct moment at)
{
	const struct employment_list *list = employment_list_of(t->demo->db, doctor, day);

	if (list == NULL || list->ngaps > 0)
		table_fatal(t, r, "not to be signed", cell(t, r, "email"));
	return demo_employment_sign(
	    t->demo->db, doctor, list->json, hash_bytes(&list->hash), once, at);
}

void
put_employment(struct demo *d)
{
	struct table t;

	table_open(&t, d, "employment.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		const struct day day = cell_day(&t, r, "day");
		const struct moment at = demo_moment(day, i);
		struct demo_employed doctor = { 0 };
		unsigned char once[16];
		struct bytes number = { once, sizeof once };

		secret_random(once, sizeof once);
		if (demo_employed(d->db, cell(&t, r, "email"), &doctor) != DB_ONE)
			table_fatal(&t, r, "nobody", cell(&t, r, "email"));
		if (strcmp(cell(&t, r, "deed"), "SIGNED") == 0)
			must(&t, r, put_signature(&t, r, doctor.id, number, day, at));
		else
			must(&t, r, put_row(&t, r, doctor.id, number, at));
	}
}
