/* SPDX-License-Identifier: MPL-2.0
 *
 * Text as a cell of a sheet may hold it.
 */
#ifndef XLSX_TEXT_H
#define XLSX_TEXT_H

#include "arena.h"

/* Excel's limit, in UTF-16 units. */
enum { XLSX_LONGEST = 32767 };

/* How many bytes of the text go into one cell: all, or up to the last whole character within
 * the limit. */
size_t xlsx_fits(const char *);

/* What a reader would take for a character code ("_x0041_") written so that it stays as it
 * was typed.  The same pointer when there is none. */
const char *xlsx_literal(struct arena *, const char *);

/* A name that a sheet may have: at most 31 characters, none of []:*?/\, no ' at either end,
 * not empty, and with the number appended if it is not 0 (for the second of a name). */
const char *xlsx_sheet_name(struct arena *, const char *, unsigned number);

/* Characters in the longest line. */
size_t xlsx_longest_line(const char *);

#endif
