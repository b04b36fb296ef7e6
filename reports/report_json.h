/* SPDX-License-Identifier: MPL-2.0
 *
 * A report, and rows of the database, as JSON that goes into a larger document.
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include "report.h"

struct json_object;

/* What json_of writes; the caller's to put. */
struct json_object *json_document(struct arena *, const struct report *);
/* Rows of a statement, a column a member; what is not text in the database becomes 64 hex digits where it
 * is a hash.  The caller's to put. */
struct json_object *json_rows(
    struct arena *, const struct column *, size_t columns, const void *rows, size_t n, size_t size);
/* The text of it, in the arena, ending in a newline; it is put. */
struct bytes json_written(struct arena *, struct json_object *);

#endif
