/* SPDX-License-Identifier: MPL-2.0
 *
 * Rows of a CSV file.  What is wrong with the shape of the file (headings, number of fields,
 * characters that are no text) refuses it whole: nobody can know what else was lost.
 */
#include <string.h>

#include "intake_part.h"

struct intake_row *
intake_row_add(struct intake_rows *rows, uint32_t line)
{
	struct intake_row *row, *grown;

	if (rows->n == rows->room) {
		rows->room = rows->room * 2 + 64;
		grown = arena_array(rows->arena, rows->room, sizeof *grown);
		if (rows->n > 0)
			memcpy(grown, rows->row, rows->n * sizeof *grown);
		rows->row = grown;
	}
	row = &rows->row[rows->n++];
	row->line = line;
	row->value = arena_array(rows->arena, rows->table->n, sizeof *row->value);
	for (size_t i = 0; i < rows->table->n; i++)
		row->value[i] = "";
	return row;
}

size_t
intake_column_of(const struct intake_table *t, const char *name)
{
	size_t i = 0;

	while (i < t->n && strcmp(t->columns[i].name, name) != 0 &&
	    (t->columns[i].also == NULL || strcmp(t->columns[i].also, name) != 0))
		i++;
	return i;
}

/* Which column of the form each of the file's is. */
static void
match_header(
    const struct sheet *s, struct intake_rows *rows, size_t *which, struct sheet_faults *faults)
{
	struct sheet_place top = { s->header_line, s->header_row, 0, NULL };

	for (size_t i = 0; i < s->ncolumns; i++) {
		struct sheet_place at = top;

		at.column = (uint32_t)i + 1;
		which[i] = intake_column_of(rows->table, s->header[i]);
		if (which[i] == rows->table->n)
			sheet_blame(faults, at,
			    "Kolonnen \"%s\" kendes ikke. Se, hvilke der kan være, i beskrivelsen "
			    "af filen.",
			    intake_quoted(rows->arena, s->header[i]));
		else if (rows->column[which[i]] != 0)
			sheet_blame(faults, at, "Kolonnen \"%s\" findes to gange.",
			    rows->table->columns[which[i]].name);
		else
			rows->column[which[i]] = at.column;
	}
	for (size_t i = 0; i < rows->table->n; i++)
		if (rows->table->columns[i].must && rows->column[i] == 0)
			sheet_blame(
			    faults, top, "Kolonnen \"%s\" mangler.", rows->table->columns[i].name);
}

bool
intake_rows_of_csv(struct bytes b, struct intake_rows *rows, struct sheet_faults *faults)
{
	static const struct sheet_limit limit = { INTAKE_BYTES, INTAKE_ROWS };
	struct sheet s;
	size_t which[SHEET_COLUMNS];

	sheet_read_within(rows->arena, b, &limit, &s, faults);
	for (size_t i = 0; i < s.nnotes; i++)
		sheet_blame(
		    faults, s.notes[i].at, "Linjer med # hører ikke til i denne fil. Slet linjen.");
	if (s.ncolumns > 0)
		match_header(&s, rows, which, faults);
	if (faults->n > 0)
		return false;
	for (size_t i = 0; i < s.nrows; i++) {
		struct intake_row *row = intake_row_add(rows, s.rows[i].line);

		for (size_t j = 0; j < s.ncolumns; j++)
			row->value[which[j]] = s.rows[i].cells[j].text;
	}
	return true;
}
