/* SPDX-License-Identifier: MPL-2.0
 *
 * Inside sheet.c and sheet_record.c only: one record of a CSV file, cell by cell.
 */
#ifndef SHEET_RECORD_H
#define SHEET_RECORD_H

#include "sheet.h"

/* What is read, and how far. */
struct reader {
	struct arena *arena;
	struct sheet *sheet;
	struct sheet_faults *faults;
	const char *at, *end;
	uint32_t line, row; /* of what is read next */
	size_t room;        /* for rows */
	const struct sheet_limit *limit;
};

/* A record as it stands in the file; cells beyond SHEET_COLUMNS are counted, not kept. */
struct record {
	struct sheet_cell cells[SHEET_COLUMNS];
	size_t n, filled; /* filled: up to the last cell that is not empty */
	uint32_t line, row;
	bool broken; /* a quotation mark went wrong; where cells end is a guess */
};

/* Is it the end of the file or of the line? */
bool record_at_line_end(const struct reader *);

/* Past LF, CRLF, or the CR of old: one line. */
void record_pass_line_end(struct reader *);

/* The record that begins here, and past its line end.  Columns are named by the sheet's
 * header as far as it is known. */
void record_read(struct reader *, struct record *);

/* The text tidied at both ends, or NULL and a fault when it is not text. */
const char *record_text(struct reader *, const char *, size_t n, struct sheet_place);

#endif
