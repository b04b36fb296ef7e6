/* SPDX-License-Identifier: MPL-2.0
 *
 * The description of the files, written once as Markdown beside the examples, shown as a page: as
 * much of Markdown as it uses.
 */
#ifndef ABOUT_H
#define ABOUT_H

#include "import.h"

struct about_cell {
	const char *text;
	const char
	    *title; /* of its column; NULL for the first of a row, which is what it is about */
};
struct about_row {
	const struct about_cell *cells;
	size_t n;
};
/* One of the four is there. */
struct about_block {
	const char *heading, *paragraph, *code; /* NULL: not this */
	bool top;         /* a heading of the first order below the page's own */
	bool list, table; /* rows; a table's first holds its headings */
	const struct about_row *rows;
	size_t n;
};
struct about_view {
	struct frame frame;
	struct url back;
	const struct about_block *blocks;
	size_t n;
};
void about_page(struct html *, const struct about_view *);

#endif
