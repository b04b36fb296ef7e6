/* SPDX-License-Identifier: MPL-2.0 */
#include <errno.h>
#include <string.h>

#include "demo.h"
#include "log.h"
#include "number.h"
#include "when.h"
#include "whole_file.h"

void
table_open(struct table *t, const struct demo *d, const char *name)
{
	struct sheet_faults *faults = arena_take(d->arena, sizeof *faults);
	struct bytes bytes;

	faults->arena = d->arena;
	*t = (struct table){ .demo = d };
	t->path = arena_format(d->arena, "%s/demo/%s", d->seed, name);
	if (!whole_file(d->arena, t->path, SHEET_BYTES, &bytes))
		fatal("%s: %s", t->path, strerror(errno));
	if (!sheet_read(d->arena, bytes, &t->sheet, faults))
		fatal("%s: %s", t->path, sheet_fault_text(d->arena, &faults->fault[0]));
}

void
table_fatal(const struct table *t, const struct sheet_row *row, const char *why, const char *what)
{
	fatal("%s:%u: %s: %s", t->path, row->line, why, what);
}

const char *
cell(const struct table *t, const struct sheet_row *row, const char *column)
{
	const size_t i = sheet_column(&t->sheet, column);

	if (i == t->sheet.ncolumns)
		fatal("%s: no column %s", t->path, column);
	return row->cells[i].text;
}

const char *
cell_or_none(const struct table *t, const struct sheet_row *row, const char *column)
{
	const char *s = cell(t, row, column);

	return s[0] == '\0' ? NULL : s;
}

uint32_t
cell_number(const struct table *t, const struct sheet_row *row, const char *column)
{
	const char *s = cell(t, row, column);
	uint32_t n = 0;

	if (s[0] != '\0' && !number_u32(s, &n))
		table_fatal(t, row, "no number", s);
	return n;
}

struct day
cell_day(const struct table *t, const struct sheet_row *row, const char *column)
{
	const char *s = cell(t, row, column);
	struct day day = { 9999, 12, 31 };

	if (s[0] != '\0' && !when_read(s, t->demo->today, &day))
		table_fatal(t, row, "no day", s);
	return day;
}

size_t
cell_words(const struct table *t, const struct sheet_row *row, const char *column, char parting,
    const char ***out)
{
	const char ends[] = { parting, '\0' }, *s = cell(t, row, column);
	const char **words = arena_array(t->demo->arena, strlen(s) + 1, sizeof *words);
	size_t n = 0, length;

	for (;; s += length + 1) {
		length = strcspn(s, ends);
		words[n++] = arena_copy(t->demo->arena, s, length);
		if (s[length] == '\0')
			break;
	}
	*out = words;
	return n;
}

void
must(const struct table *t, const struct sheet_row *row, enum db_outcome outcome)
{
	switch (outcome) {
	case DB_ONE:
		return;
	case DB_NONE:
		table_fatal(t, row, "does not fit", "something it names is not there, or not then");
	case DB_TAKEN:
		table_fatal(t, row, "taken", "this is there already");
	case DB_AGAIN:
	case DB_DOWN:
		break;
	}
	table_fatal(t, row, "not stored", "the database refused");
}
