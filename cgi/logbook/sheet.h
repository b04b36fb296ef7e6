/* SPDX-License-Identifier: MPL-2.0
 *
 * Reading an import file: CSV as of RFC 4180, parted by semicolon or comma, in UTF-8 with or
 * without a byte order mark, as Excel's "CSV UTF-8" writes it.  Before the header row a file
 * may hold lines "# key: value".  No I/O: bytes in, cells or reasons out, all in an arena.
 *
 * Reading is strict and goes on to the end: every fault of the file is told, up to
 * SHEET_FAULTS, so that it can be put right in one go.  The reasons are Danish sentences.
 */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "text.h"

enum {
	SHEET_FAULTS = 100,
	SHEET_BYTES = 8 * 1024 * 1024,
	SHEET_ROWS = 100000,
	SHEET_COLUMNS = 64,
};

/* Where in the file.  Lines are the file's, counted from 1; rows are what a spreadsheet
 * numbers (a cell with line breaks is one row of several lines); columns count from 1, and
 * 0 is the row as a whole.  field is the column's heading, or NULL. */
struct sheet_place {
	uint32_t line, row, column;
	const char *field;
};

struct sheet_fault {
	struct sheet_place at;
	const char *what;
};

/* { .arena = a } is none. */
struct sheet_faults {
	struct arena *arena;
	size_t n;
	bool more; /* there were more than SHEET_FAULTS */
	struct sheet_fault fault[SHEET_FAULTS];
};

/* text is valid UTF-8 without control characters, tidied at both ends; NULL where the cell
 * has a fault that has been told already, so that nobody tells another. */
struct sheet_cell {
	const char *text;
	uint32_t line;
};

/* As many cells as the header row has. */
struct sheet_row {
	struct sheet_cell *cells;
	uint32_t line, row;
};

/* A line "# key: value" before the header row; the key in lower case. */
struct sheet_note {
	const char *key, *value;
	struct sheet_place at;
};

struct sheet {
	struct sheet_note *notes;
	size_t nnotes;
	const char **header; /* ncolumns names, in lower case */
	size_t ncolumns;
	uint32_t header_line, header_row;
	struct sheet_row *rows; /* in the file's order, without empty ones */
	size_t nrows;
	char separator; /* ';' or ',', found in the header row */
};

/* The most that a file may hold. */
struct sheet_limit {
	size_t bytes, rows;
};

/* Reads the whole file into s, up to SHEET_BYTES and SHEET_ROWS.  True when faults has none; false leaves in s what could be
 * read (rows with a wrong number of fields are not there), for the caller's own checks. */
bool sheet_read(struct arena *, struct bytes, struct sheet *s, struct sheet_faults *);
/* The same for files that are larger, or smaller. */
bool sheet_read_within(struct arena *, struct bytes, const struct sheet_limit *, struct sheet *s,
    struct sheet_faults *);

/* The column with that heading (lower case), from 0; s->ncolumns if there is none. */
size_t sheet_column(const struct sheet *s, const char *name);

/* Where the cell of that column (from 0) of the row is. */
struct sheet_place sheet_place(const struct sheet *s, const struct sheet_row *, size_t column);

/* One fault more, or only the note that there were more. */
void sheet_blame(struct sheet_faults *, struct sheet_place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* In the order of the file. */
void sheet_sort_faults(struct sheet_faults *);

/* "Linje 14, kolonne 3 (titel): Titlen mangler."  Where the spreadsheet's number of the row
 * is not the line's, it is told too. */
const char *sheet_fault_text(struct arena *, const struct sheet_fault *);

#endif
