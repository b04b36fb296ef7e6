/* SPDX-License-Identifier: MPL-2.0
 *
 * What the parts of the workbook renderer share.
 */
#ifndef XLSX_H
#define XLSX_H

#include <xlsxwriter.h>

#include "cell.h"

struct book {
	struct arena *arena;
	struct arena *scratch; /* of one row */
	const struct report *report;
	lxw_workbook *to;
	lxw_format *head, *text, *day, *moment, *number, *strong;
	bool failed;
};

/* A sheet that is being written, row by row. */
struct page {
	struct book *book;
	lxw_worksheet *to;
	lxw_row_t row;
	size_t columns;
	size_t *width;
	const char **rest; /* of each column: what a cell could not hold */
	bool more;
};

/* --- cells of the present row: xlsx_cell.c -------------------------------------------------- */

/* Text as it stands, in a given look. */
void write_text(struct page *, size_t column, const char *, lxw_format *);
/* Text as people may see it (shown_text). */
void write_shown(struct page *, size_t column, const char *);
void write_moment(struct page *, size_t column, struct moment);
void
write_cell(struct page *, size_t column, const struct table *, size_t row, const struct column *);
/* The next row; before it the rest of texts that were too long for a cell, in rows of their
 * own. */
void end_row(struct page *);

/* --- the private folder: xlsx_file.c -------------------------------------------------------- */

/* A new folder for this process alone, below $TMPDIR; NULL when there is no room. */
char *folder_make(struct arena *);
/* A whole file into the arena; false for an empty one. */
bool file_read(struct arena *, const char *path, struct bytes *out);
/* The folder is gone, with the files in it. */
void folder_remove(struct arena *, const char *folder);

#endif
