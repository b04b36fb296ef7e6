/* SPDX-License-Identifier: MPL-2.0
 *
 * One cell of a report's table: found in a row it does not know, written as text.
 */
#ifndef CELL_H
#define CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "report.h"

/* The member that the column names, inside row i; what it points to has the column's type. */
const void *cell_at(const struct table *, size_t row, const struct column *);

/* Is it SQL's NULL: a has_NAME that is false, a text without address, no day, no moment? */
bool cell_is_null(const struct table *, size_t row, const struct column *);

/* As people write it: 01.03.2027, "ja", 12; "" for NULL.  Text is borrowed as it stands. */
const char *cell_text(struct arena *, const struct table *, size_t row, const struct column *);

/* The value of the table's group column in that row; "" for NULL or where there is none. */
const char *cell_group(const struct table *, size_t row);

/* Does a new group begin at that row? */
bool cell_group_begins(const struct table *, size_t row);

/* Text as it may be shown to a person: control characters and the invisible ones that turn
 * the direction of text (U+202A-202E, U+2066-2069) become U+FFFD, as on the pages; so do
 * U+FFFE and U+FFFF, which no XML may hold.  Line breaks and tabs stay.  The same pointer
 * when there is nothing to replace; "" for NULL. */
const char *shown_text(struct arena *, const char *);

#endif
