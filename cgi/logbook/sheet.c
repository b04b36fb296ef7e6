/* SPDX-License-Identifier: MPL-2.0 */
#include "sheet.h"

#include <ctype.h>
#include <string.h>

#include "sheet_record.h"

struct sheet_place
sheet_place(const struct sheet *s, const struct sheet_row *row, size_t column)
{
	if (column >= s->ncolumns)
		return (struct sheet_place){ row->line, row->row, 0, NULL };
	return (struct sheet_place){ row->cells[column].line, row->row, (uint32_t)column + 1,
		s->header[column] };
}

size_t
sheet_column(const struct sheet *s, const char *name)
{
	size_t i = 0;

	while (i < s->ncolumns && strcmp(s->header[i], name) != 0)
		i++;
	return i;
}

static const char *
lower(struct arena *a, const char *s)
{
	char *copy = text_tidy_line(a, s);

	for (char *p = copy; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return copy;
}

/* --- before the header row ---------------------------------------------------------- */

/* Is it a line with nothing but separators and spaces? */
static bool
is_empty_line(const struct reader *r)
{
	const char *p = r->at;

	while (p < r->end && strchr(" \t;,", *p) != NULL && *p != '\0')
		p++;
	return p == r->end || *p == '\n' || *p == '\r';
}

static bool
is_note_line(const struct reader *r)
{
	size_t left = (size_t)(r->end - r->at);

	return (left > 0 && r->at[0] == '#') || (left > 1 && r->at[0] == '"' && r->at[1] == '#');
}

/* The note's text: as it stands without the separators that a spreadsheet fills the row up
 * with, or unquoted if the spreadsheet put it within marks. */
static const char *
note_text(struct reader *r, struct record *rec)
{
	const char *from = r->at;
	size_t n;

	if (*from == '"') {
		record_read(r, rec);
		if (rec->filled > 1 && !rec->broken) {
			sheet_blame(r->faults, (struct sheet_place){ rec->line, rec->row, 2, NULL },
			    "Linjen har mere end ét felt. Hele linjen skal stå i første kolonne.");
			return NULL;
		}
		return rec->cells[0].text;
	}
	rec->line = r->line;
	rec->row = r->row++;
	while (!record_at_line_end(r))
		r->at++;
	n = (size_t)(r->at - from);
	while (n > 0 && (from[n - 1] == ';' || from[n - 1] == ','))
		n--;
	record_pass_line_end(r);
	return record_text(r, from, n, (struct sheet_place){ rec->line, rec->row, 0, NULL });
}

static void
add_note(struct reader *r, size_t *room)
{
	struct sheet *s = r->sheet;
	struct record rec = { .n = 0 };
	const char *text = note_text(r, &rec), *colon;
	struct sheet_place at = { rec.line, rec.row, 0, NULL };
	struct sheet_note *grown;

	if (text == NULL)
		return;
	if ((colon = strchr(text, ':')) == NULL) {
		sheet_blame(r->faults, at, "Linjen skal have formen \"# nøgle: værdi\".");
		return;
	}
	at.field = lower(r->arena, arena_copy(r->arena, text + 1, (size_t)(colon - text) - 1));
	if (s->nnotes == *room) {
		*room = *room * 2 + 16;
		grown = arena_array(r->arena, *room, sizeof *grown);
		if (s->nnotes > 0)
			memcpy(grown, s->notes, s->nnotes * sizeof *grown);
		s->notes = grown;
	}
	s->notes[s->nnotes++] =
	    (struct sheet_note){ at.field, text_tidy_line(r->arena, colon + 1), at };
}

static void
read_notes(struct reader *r)
{
	size_t room = 0;

	while (r->at < r->end && (is_note_line(r) || is_empty_line(r))) {
		if (is_note_line(r)) {
			add_note(r, &room);
			continue;
		}
		while (!record_at_line_end(r))
			r->at++;
		record_pass_line_end(r);
		r->row++;
	}
}

/* --- the header row and the rows ---------------------------------------------------- */

/* A semicolon outside quotation marks decides; a comma only where there is none. */
static char
find_separator(const struct reader *r)
{
	bool quoted = false;

	for (const char *p = r->at; p < r->end && (quoted || (*p != '\n' && *p != '\r')); p++) {
		if (*p == '"')
			quoted = !quoted;
		else if (*p == ';' && !quoted)
			return ';';
	}
	return ',';
}

static void
name_column(struct reader *r, const struct record *rec, size_t i)
{
	struct sheet *s = r->sheet;
	struct sheet_place at = { rec->cells[i].line, rec->row, (uint32_t)i + 1, NULL };
	const char *name = rec->cells[i].text;

	name = name == NULL ? "" : lower(r->arena, name);
	if (rec->cells[i].text != NULL && name[0] == '\0')
		sheet_blame(r->faults, at, "Kolonnen har ingen overskrift.");
	else if (name[0] != '\0' && sheet_column(s, name) < s->ncolumns)
		sheet_blame(r->faults, at, "Overskriften \"%s\" findes to gange.",
		    utf8_clip(r->arena, name, 60));
	s->header[s->ncolumns++] = name;
}

/* False when there is no header row to read the rest by. */
static bool
read_header(struct reader *r)
{
	struct sheet *s = r->sheet;
	struct record rec;

	s->header_line = r->line;
	s->header_row = r->row;
	if (r->at == r->end) {
		sheet_blame(r->faults, (struct sheet_place){ r->line, r->row, 0, NULL },
		    "Filen har ingen række med overskrifter.");
		return false;
	}
	s->separator = find_separator(r);
	record_read(r, &rec);
	if (rec.filled > SHEET_COLUMNS) {
		sheet_blame(r->faults, (struct sheet_place){ rec.line, rec.row, 0, NULL },
		    "Filen har flere end %d kolonner.", (int)SHEET_COLUMNS);
		return false;
	}
	s->header = arena_array(r->arena, rec.filled, sizeof *s->header);
	for (size_t i = 0; i < rec.filled; i++)
		name_column(r, &rec, i);
	return !rec.broken;
}

static void
add_row(struct reader *r, const struct record *rec)
{
	struct sheet *s = r->sheet;
	struct sheet_row *row;

	if (s->nrows == r->room) {
		r->room = r->room * 2 + 64;
		row = arena_array(r->arena, r->room, sizeof *row);
		if (s->nrows > 0)
			memcpy(row, s->rows, s->nrows * sizeof *row);
		s->rows = row;
	}
	row = &s->rows[s->nrows++];
	row->line = rec->line;
	row->row = rec->row;
	row->cells = arena_array(r->arena, s->ncolumns, sizeof *row->cells);
	memcpy(row->cells, rec->cells, s->ncolumns * sizeof *row->cells);
}

static void
read_rows(struct reader *r)
{
	struct sheet *s = r->sheet;
	struct record rec;

	while (r->at < r->end && !r->faults->more) {
		struct sheet_place at = { r->line, r->row, 0, NULL };

		record_read(r, &rec);
		if (rec.filled == 0 || rec.broken)
			continue;
		if (s->nrows == r->limit->rows) {
			sheet_blame(
			    r->faults, at, "Filen har flere end %zu rækker.", r->limit->rows);
			return;
		}
		if (rec.n < s->ncolumns || rec.filled > s->ncolumns)
			sheet_blame(r->faults, at,
			    "Rækken har %zu felter, men overskriften har %zu. Tekst med "
			    "\"%c\" eller "
			    "linjeskift skal stå i anførselstegn.",
			    rec.n, s->ncolumns, s->separator);
		else
			add_row(r, &rec);
	}
}

bool
sheet_read(struct arena *a, struct bytes b, struct sheet *s, struct sheet_faults *faults)
{
	static const struct sheet_limit limit = { SHEET_BYTES, SHEET_ROWS };

	return sheet_read_within(a, b, &limit, s, faults);
}

bool
sheet_read_within(struct arena *a, struct bytes b, const struct sheet_limit *limit, struct sheet *s,
    struct sheet_faults *faults)
{
	struct reader r = {
		.arena = a, .sheet = s, .faults = faults, .line = 1, .row = 1, .limit = limit
	};
	struct sheet_place top = { 1, 1, 0, NULL };

	*s = (struct sheet){ .separator = ';' };
	r.at = b.n == 0 ? "" : (const char *)b.at;
	r.end = r.at + b.n;
	if (b.n > limit->bytes) {
		sheet_blame(faults, top, "Filen er større end %zu MB.", limit->bytes / 1024 / 1024);
		return false;
	}
	if (b.n >= 2 && (memcmp(r.at, "\xff\xfe", 2) == 0 || memcmp(r.at, "\xfe\xff", 2) == 0)) {
		sheet_blame(
		    faults, top, "Filen er gemt som UTF-16. Gem den som \"CSV UTF-8\" i Excel.");
		return false;
	}
	if (b.n >= 3 && memcmp(r.at, "\xef\xbb\xbf", 3) == 0)
		r.at += 3;
	read_notes(&r);
	if (read_header(&r))
		read_rows(&r);
	return faults->n == 0;
}
