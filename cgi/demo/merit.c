/* SPDX-License-Identifier: MPL-2.0 */
#include <errno.h>
#include <string.h>

#include "demo.h"
#include "log.h"
#include "merit_rule.h"
#include "queries/demo.h"
#include "queries/demo_research.h"
#include "secret.h"
#include "whole_file.h"

enum { LETTER_LARGEST = 20 * 1024 * 1024 };

/* The id of the letter of that row, 0 for none. */
static uint32_t
put_letter(const struct demo *d, const struct table *t, const struct sheet_row *r, struct moment at)
{
	const char *letter = cell_or_none(t, r, "letter");
	struct bytes bytes;
	struct hash hash;
	enum db_outcome outcome;

	if (letter == NULL)
		return 0;
	letter = arena_format(d->arena, "%s/demo/%s", d->seed, letter);
	if (!whole_file(d->arena, letter, LETTER_LARGEST, &bytes))
		fatal("%s: %s", letter, strerror(errno));
	hash = hash_sha256(bytes.at, bytes.n);
	outcome = letter_bytes_put(d->db, hash_bytes(&hash), bytes);
	if (outcome != DB_TAKEN)
		must(t, r, outcome);
	must(t, r,
	    letter_put(d->db, cell(t, r, "email"), cell(t, r, "by"), cell(t, r, "type"),
	        cell_number(t, r, "pages"), (uint32_t)bytes.n, cell(t, r, "letter_name"),
	        hash_bytes(&hash), at));
	return db_inserted(d->db);
}

/* The decision of that row, if it has a case number. */
static void
put_decision(const struct table *t, const struct sheet_row *r, uint32_t merit, struct day day)
{
	const char *case_no = cell_or_none(t, r, "case_no");
	uint32_t months;

	if (case_no == NULL)
		return;
	if (merit_type_title(cell(t, r, "ground")) == NULL)
		table_fatal(t, r, "no ground of merit", cell(t, r, "ground"));
	months = cell_or_none(t, r, "months") == NULL ? 0 : cell_number(t, r, "months");
	must(t, r,
	    demo_decision(t->demo->db, merit, cell(t, r, "ground"), cell(t, r, "reason"),
	        months == 0 ? NULL : &months, cell_or_none(t, r, "courses"), case_no, day,
	        cell(t, r, "decider"), merit_appeal));
}

enum db_outcome
put_merit(const struct table *t, const struct sheet_row *r, struct day day, struct moment at)
{
	const struct demo *d = t->demo;
	const uint32_t letter = put_letter(d, t, r, at);
	const struct curriculum_file *list;
	unsigned char once[16];
	size_t *goal, n;
	uint32_t merit;

	secret_random(once, sizeof once);
	must(t, r,
	    merit_put(d->db, cell(t, r, "email"), cell(t, r, "by"), cell_or_none(t, r, "note"),
	        letter == 0 ? NULL : &letter, (struct bytes){ once, sizeof once }, day, at));
	merit = db_inserted(d->db);
	if (cell_or_none(t, r, "goals") == NULL) {
		put_decision(t, r, merit, day);
		return DB_ONE;
	}
	list = demo_list(t, r);
	n = demo_goals(t, r, list, &goal);
	for (size_t i = 0; i < n; i++)
		must(t, r, merit_cover(d->db, merit, list->code, list->goals[goal[i]].number));
	put_decision(t, r, merit, day);
	return DB_ONE;
}

void
put_looks(struct demo *d)
{
	struct table t;

	table_open(&t, d, "looks.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		const struct day day = cell_day(&t, r, "day");

		must(&t, r,
		    look_put(d->db, cell(&t, r, "email"), cell(&t, r, "by"), cell(&t, r, "as"),
		        cell(&t, r, "page"), day, demo_moment(day, i)));
	}
}
