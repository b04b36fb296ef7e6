/* SPDX-License-Identifier: MPL-2.0
 *
 * A row of attestations.csv: what was asked, signed or sent back of an element that day.
 */
#include <errno.h>
#include <string.h>

#include "absence.h"
#include "attestation_rule.h"
#include "demo.h"
#include "log.h"
#include "queries/attest_demo.h"
#include "queries/demo.h"
#include "secret.h"
#include "whole_file.h"

enum { PAPER_LARGEST = 20 * 1024 * 1024 };

/* The id of the scan of that row, 0 for none. */
static uint32_t
put_paper(const struct demo *d, const struct table *t, const struct sheet_row *r, struct moment at)
{
	const char *paper = cell_or_none(t, r, "paper");
	struct bytes bytes;
	struct hash hash;
	enum db_outcome outcome;

	if (paper == NULL)
		return 0;
	paper = arena_format(d->arena, "%s/demo/%s", d->seed, paper);
	if (!whole_file(d->arena, paper, PAPER_LARGEST, &bytes))
		fatal("%s: %s", paper, strerror(errno));
	hash = hash_sha256(bytes.at, bytes.n);
	outcome = letter_bytes_put(d->db, hash_bytes(&hash), bytes);
	if (outcome != DB_TAKEN)
		must(t, r, outcome);
	must(t, r,
	    demo_paper_put(d->db, cell(t, r, "email"), "application/pdf", 1, (uint32_t)bytes.n,
	        "attestation for tid.pdf", hash_bytes(&hash), at));
	return db_inserted(d->db);
}

static enum db_outcome
put_asked(const struct table *t, const struct sheet_row *r, const struct demo_element *e,
    struct day day, struct moment at)
{
	const struct demo *d = t->demo;
	const uint32_t paper = put_paper(d, t, r, at), days = cell_number(t, r, "days"),
	               most = (uint32_t)absence_limit(days360(e->since, e->until));
	bool on_paper = paper != 0;

	return demo_attest_ask(d->db, e->id, cell(t, r, "kind"), on_paper ? &paper : NULL,
	    cell_or_none(t, r, "signer"), on_paper ? "uddannelsesansvarlig overlæge" : NULL,
	    on_paper ? cell_day(t, r, "signed") : (struct day){ 0 }, on_paper ? &days : NULL,
	    on_paper ? &most : NULL, day, at);
}

/* "17,18,21"; NULL for none. */
static const char *
grounds(const struct demo *d, uint32_t element)
{
	struct text t = { .arena = d->arena };
	struct demo_grounds *rows;
	size_t n;

	if (demo_grounds(d->db, element, &rows, &n) != DB_ONE)
		return NULL;
	for (size_t i = 0; i < n; i++)
		text_format(&t, "%s%u", i > 0 ? "," : "", rows[i].approval);
	return t.at;
}

static enum db_outcome
put_signed(const struct table *t, const struct sheet_row *r, const struct demo_element *e,
    struct day day, struct moment at)
{
	const struct demo *d = t->demo;
	bool time = strcmp(cell(t, r, "kind"), "TIME") == 0;
	const uint32_t days = time ? cell_number(t, r, "days") : 0,
	               most = (uint32_t)absence_limit(days360(e->since, e->until));
	const char *statement = time
	    ? attestation_time_statement(d->arena, (int32_t)days, (int32_t)most, NULL, NULL)
	    : attestation_goals_statement(d->arena, e->due);

	return demo_attest_sign(d->db, e->id, cell(t, r, "kind"), cell(t, r, "by"),
	    cell(t, r, "as"), time ? &days : NULL, time ? &most : NULL,
	    time ? NULL : grounds(d, e->id), statement, day, at);
}

void
put_attestations(struct demo *d)
{
	struct table t;

	table_open(&t, d, "attestations.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		const char *deed = cell(&t, r, "deed");
		struct day day = cell_day(&t, r, "day");
		struct moment at = demo_moment(day, i);
		struct demo_element e = { 0 };

		if (day_compare(day, d->today) >= 0)
			table_fatal(&t, r, "not in the past", cell(&t, r, "day"));
		if (demo_element(d->db, cell(&t, r, "course"), cell_number(&t, r, "element"), &e) !=
		    DB_ONE)
			table_fatal(&t, r, "no element", cell(&t, r, "course"));
		if (strcmp(deed, "ASKED") == 0)
			must(&t, r, put_asked(&t, r, &e, day, at));
		else if (strcmp(deed, "SIGNED") == 0)
			must(&t, r, put_signed(&t, r, &e, day, at));
		else if (strcmp(deed, "RETURNED") == 0)
			must(&t, r,
			    demo_attest_return(d->db, e.id, cell(&t, r, "kind"), cell(&t, r, "by"),
			        cell(&t, r, "as"), cell(&t, r, "words"), day, at));
		else
			table_fatal(&t, r, "no deed", deed);
	}
}
