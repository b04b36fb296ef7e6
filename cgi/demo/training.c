/* SPDX-License-Identifier: MPL-2.0 */
#include <errno.h>
#include <glob.h>
#include <string.h>

#include "demo.h"
#include "log.h"
#include "queries/demo.h"
#include "store.h"
#include "store_card.h"
#include "whole_file.h"

static void
put_list(struct demo *d, const char *path)
{
	struct sheet_faults *faults = arena_take(d->arena, sizeof *faults);
	struct curriculum_file *file = arena_take(d->arena, sizeof *file);
	struct bytes bytes;

	faults->arena = d->arena;
	if (d->nlists == DEMO_LISTS)
		fatal("%s: more lists than %d", path, DEMO_LISTS);
	if (!whole_file(d->arena, path, SHEET_BYTES, &bytes))
		fatal("%s: %s", path, strerror(errno));
	if (!curriculum_read(d->arena, bytes, file, faults))
		fatal("%s: %s", path, sheet_fault_text(d->arena, &faults->fault[0]));
	switch (curriculum_store(d->db, bytes, file)) {
	case STORED_NEW:
	case STORED_BEFORE:
		d->lists[d->nlists++] = file;
		return;
	case STORED_DIFFERENT:
		fatal("%s: the database has another list of the code %s", path, file->code);
	case STORED_NOT:
		break;
	}
	fatal("%s: the database refused the list", path);
}

/* The cards of a list that is there. */
static void
put_list_cards(struct demo *d, const char *path)
{
	struct sheet_faults *faults = arena_take(d->arena, sizeof *faults);
	struct card_file file;
	struct bytes bytes;

	faults->arena = d->arena;
	if (!whole_file(d->arena, path, SHEET_BYTES, &bytes))
		fatal("%s: %s", path, strerror(errno));
	if (card_file_read(d->arena, bytes, &file, faults) &&
	    card_store(d->db, bytes, &file, faults) <= STORED_BEFORE)
		return;
	fatal("%s: %s", path,
	    faults->n > 0 ? sheet_fault_text(d->arena, &faults->fault[0])
	                  : "the database refused the cards");
}

static void
put_files(struct demo *d, const char *folder, void (*put)(struct demo *, const char *path))
{
	const char *pattern = arena_format(d->arena, "%s/%s/*.csv", d->seed, folder);
	glob_t found;

	if (glob(pattern, 0, NULL, &found) != 0)
		fatal("%s: no lists", pattern);
	for (size_t i = 0; i < found.gl_pathc; i++)
		put(d, found.gl_pathv[i]);
	globfree(&found);
}

void
put_lists(struct demo *d)
{
	put_files(d, "curricula", put_list);
	put_files(d, "curricula/kort", put_list_cards);
}

static void
put_course(struct demo *d, const struct table *t, const struct sheet_row *r)
{
	const char **lists;
	size_t n = cell_words(t, r, "lists", ' ', &lists);
	uint32_t course;

	must(t, r,
	    course_put(d->db, cell(t, r, "email"), cell(t, r, "stage"),
	        cell_or_none(t, r, "specialty"), cell(t, r, "region"), cell(t, r, "number"),
	        cell_day(t, r, "since"), cell_day(t, r, "until"), cell_day(t, r, "office_until"),
	        cell(t, r, "source")));
	course = db_inserted(d->db);
	for (size_t i = 0; i < n; i++)
		must(t, r,
		    list_put(d->db, course, lists[i], cell(t, r, "basis"),
		        cell_day(t, r, "basis_date")));
}

void
put_training(struct demo *d)
{
	struct table courses, elements;
	uint32_t seq = 0;

	table_open(&courses, d, "courses.csv");
	for (size_t i = 0; i < courses.sheet.nrows; i++)
		put_course(d, &courses, &courses.sheet.rows[i]);
	table_open(&elements, d, "elements.csv");
	for (size_t i = 0; i < elements.sheet.nrows; i++) {
		const struct sheet_row *r = &elements.sheet.rows[i];
		const char *course = cell(&elements, r, "course");

		if (i == 0 || strcmp(course, cell(&elements, r - 1, "course")) != 0)
			seq = 0;
		must(&elements, r,
		    element_put(d->db, course, ++seq, cell(&elements, r, "unit"),
		        cell_day(&elements, r, "since"), cell_day(&elements, r, "until"),
		        cell_number(&elements, r, "fraction"), cell(&elements, r, "position_no")));
	}
}
