/* SPDX-License-Identifier: MPL-2.0
 *
 * Courses of the try-out: which there are, holds, and what became of those who took part.
 */
#include <errno.h>
#include <string.h>

#include "demo.h"
#include "log.h"
#include "queries/demo.h"
#include "queries/demo_course.h"
#include "secret.h"
#include "whole_file.h"

enum { CERTIFICATE_LARGEST = 20 * 1024 * 1024, CERTIFICATE_PAGES = 2 };

/* The number in that cell; *has is false where it is empty. */
static uint32_t
number_or_none(const struct table *t, const struct sheet_row *r, const char *column, bool *has)
{
	*has = cell_or_none(t, r, column) != NULL;
	return *has ? cell_number(t, r, column) : 0;
}

static void
put_shared(struct demo *d, const struct table *t, const struct sheet_row *r)
{
	const char **specialties;
	size_t n = cell_words(t, r, "shared", ' ', &specialties);

	for (size_t i = 0; i < n; i++)
		if (specialties[i][0] != '\0')
			must(t, r, course_shared_put(d->db, cell(t, r, "code"), specialties[i]));
}

void
put_course_defs(struct demo *d)
{
	struct table t;

	table_open(&t, d, "course_defs.csv");
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		bool has_hours, has_days;
		uint32_t hours = number_or_none(&t, r, "hours", &has_hours),
		         days = number_or_none(&t, r, "days", &has_days);

		must(&t, r,
		    course_def_put(d->db, cell(&t, r, "code"), cell(&t, r, "name"),
		        cell(&t, r, "kind"), cell_or_none(&t, r, "specialty"),
		        cell_or_none(&t, r, "region"), cell(&t, r, "stage"),
		        cell_number(&t, r, "required") != 0, has_hours ? &hours : NULL,
		        has_days ? &days : NULL));
		put_shared(d, &t, r);
	}
}

static void
put_run(struct demo *d, const struct table *t, const struct sheet_row *r, size_t nth)
{
	const struct day since = cell_day(t, r, "since");
	const struct moment at = demo_moment(day_add(since, -60), nth);
	const char **seats;
	size_t n = cell_words(t, r, "seats", ' ', &seats);
	unsigned char once[16];
	uint32_t run;

	secret_random(once, sizeof once);
	must(t, r,
	    demo_run_put(d->db, cell(t, r, "course"), cell(t, r, "name"), cell(t, r, "place"),
	        since, cell_day(t, r, "until"), cell_number(t, r, "hours"),
	        (struct bytes){ once, sizeof once }, cell(t, r, "by"), cell(t, r, "as"), at));
	run = db_inserted(d->db);
	for (size_t i = 0; i < n; i++)
		must(t, r, demo_seat_put(d->db, run, seats[i], at));
}

/* The id of the certificate of that row, 0 for none. */
static uint32_t
put_certificate(
    const struct demo *d, const struct table *t, const struct sheet_row *r, struct moment at)
{
	const char *name = cell_or_none(t, r, "file"), *path;
	struct bytes bytes;
	struct hash hash;
	enum db_outcome outcome;

	if (name == NULL)
		return 0;
	path = arena_format(d->arena, "%s/demo/%s", d->seed, name);
	if (!whole_file(d->arena, path, CERTIFICATE_LARGEST, &bytes))
		fatal("%s: %s", path, strerror(errno));
	hash = hash_sha256(bytes.at, bytes.n);
	outcome = letter_bytes_put(d->db, hash_bytes(&hash), bytes);
	if (outcome != DB_TAKEN)
		must(t, r, outcome);
	must(t, r,
	    demo_certificate_put(d->db, cell(t, r, "email"), "application/pdf", CERTIFICATE_PAGES,
	        (uint32_t)bytes.n, "Kursusbevis.pdf", hash_bytes(&hash), at));
	return db_inserted(d->db);
}

static void
put_record(struct demo *d, const struct table *t, const struct sheet_row *r, size_t nth)
{
	const struct day day = cell_day(t, r, "day");
	const struct moment at = demo_moment(day, nth);
	bool has_absent;
	uint32_t absent = number_or_none(t, r, "absent", &has_absent),
	         file = put_certificate(d, t, r, at);

	must(t, r,
	    demo_record_put(d->db, cell(t, r, "email"), cell(t, r, "course"), cell(t, r, "status"),
	        cell(t, r, "kind"), cell_or_none(t, r, "run"), has_absent ? &absent : NULL,
	        cell_or_none(t, r, "held_on") == NULL ? (struct day){ 0 }
	                                              : cell_day(t, r, "held_on"),
	        file == 0 ? NULL : &file, cell_or_none(t, r, "words"), cell(t, r, "by"),
	        cell(t, r, "as"), day, at));
}

void
put_courses(struct demo *d)
{
	struct table runs, records;

	table_open(&runs, d, "course_runs.csv");
	for (size_t i = 0; i < runs.sheet.nrows; i++)
		put_run(d, &runs, &runs.sheet.rows[i], i);
	table_open(&records, d, "course_records.csv");
	for (size_t i = 0; i < records.sheet.nrows; i++)
		put_record(d, &records, &records.sheet.rows[i], i);
}
