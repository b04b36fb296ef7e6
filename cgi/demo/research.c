/* SPDX-License-Identifier: MPL-2.0
 *
 * research.csv: who supervises whom, courses, and what was handed in, answered and dispensed, one row
 * after another as they stand.
 */
#include <errno.h>
#include <string.h>

#include "demo.h"
#include "log.h"
#include "number.h"
#include "queries/demo.h"
#include "queries/demo_research.h"
#include "research_rule.h"
#include "secret.h"
#include "whole_file.h"

enum { FILE_LARGEST = 20 * 1024 * 1024 };

struct deed {
	const struct table *t;
	const struct sheet_row *r;
	struct db *db;
	const char *email, *by, *part;
	struct day day;
	struct moment at;
};

/* The id of the file of that row, 0 for none. */
static uint32_t
put_file(const struct deed *d, const char *kind)
{
	const struct demo *demo = d->t->demo;
	const char *path = cell_or_none(d->t, d->r, "file");
	enum db_outcome outcome;
	struct bytes bytes;
	struct hash hash;

	if (path == NULL)
		return 0;
	path = arena_format(demo->arena, "%s/demo/%s", demo->seed, path);
	if (!whole_file(demo->arena, path, FILE_LARGEST, &bytes))
		fatal("%s: %s", path, strerror(errno));
	hash = hash_sha256(bytes.at, bytes.n);
	outcome = letter_bytes_put(d->db, hash_bytes(&hash), bytes);
	if (outcome != DB_TAKEN)
		must(d->t, d->r, outcome);
	must(d->t, d->r,
	    demo_research_file(d->db, d->email, d->email, kind, 1, (uint32_t)bytes.n,
	        cell(d->t, d->r, "file"), hash_bytes(&hash), d->at));
	return db_inserted(d->db);
}

static void
put_course(const struct deed *d)
{
	uint32_t half = 0;

	if (!research_half_days_read(cell(d->t, d->r, "words"), &half))
		table_fatal(d->t, d->r, "no days of a course", cell(d->t, d->r, "words"));
	must(d->t, d->r,
	    demo_research_course(d->db, d->email, cell(d->t, d->r, "title"), d->day, half,
	        put_file(d, "CERTIFICATE"), d->at));
}

static void
put_asked(const struct deed *d)
{
	uint32_t file = put_file(d, "OTHER");
	const char *held_on = cell_or_none(d->t, d->r, "held_on");

	must(d->t, d->r,
	    demo_research_ask(d->db, d->email, d->part, d->by[0] == '\0' ? NULL : d->by,
	        cell_or_none(d->t, d->r, "title"),
	        held_on == NULL ? (struct day){ 0 } : cell_day(d->t, d->r, "held_on"),
	        cell_or_none(d->t, d->r, "venue"), cell_or_none(d->t, d->r, "words"),
	        file == 0 ? NULL : &file, d->day, d->at));
}

/* From one part, or from all that are left. */
static void
put_dispensed(const struct deed *d, bool whole)
{
	struct demo_research_parts *parts;
	size_t n = 0;

	must(d->t, d->r, demo_research_parts(d->db, d->email, d->day, &parts, &n));
	for (size_t i = 0; i < n; i++)
		if (whole || strcmp(parts[i].kind, d->part) == 0)
			must(d->t, d->r,
			    demo_research_dispense(d->db, d->email, parts[i].id, d->by,
			        whole ? "DISPENSATION_FULL" : "DISPENSATION_PARTIAL",
			        cell(d->t, d->r, "title"), cell(d->t, d->r, "venue"),
			        cell_or_none(d->t, d->r, "words"), d->day, d->at));
}

static void
put_deed(const struct deed *d, const char *deed)
{
	if (strcmp(deed, "SUPERVISE") == 0)
		must(d->t, d->r,
		    demo_research_supervise(
		        d->db, d->email, d->by, cell(d->t, d->r, "title"), d->day, d->at));
	else if (strcmp(deed, "COURSE") == 0)
		put_course(d);
	else if (strcmp(deed, "ASK") == 0)
		put_asked(d);
	else if (strcmp(deed, "APPROVED") == 0 || strcmp(deed, "RETURNED") == 0)
		must(d->t, d->r,
		    demo_research_answer(d->db, d->email, d->part, d->by, deed,
		        cell_or_none(d->t, d->r, "words"), d->day, d->at));
	else if (strcmp(deed, "DISPENSE") == 0)
		put_dispensed(d, strcmp(d->part, "*") == 0);
	else
		table_fatal(d->t, d->r, "no such deed", deed);
}

void
put_research(struct demo *demo)
{
	struct table t;

	table_open(&t, demo, "research.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		struct deed d = { &t, r, demo->db, cell(&t, r, "email"), cell(&t, r, "by"),
			cell(&t, r, "part"), cell_day(&t, r, "day"), { 0 } };

		d.at = demo_moment(d.day, i);
		if (day_compare(d.day, demo->today) >= 0)
			table_fatal(&t, r, "not in the past", d.part);
		put_deed(&d, cell(&t, r, "deed"));
	}
}
