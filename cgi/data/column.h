/* SPDX-License-Identifier: MPL-2.0
 *
 * What queryc says of each column of a row: enough to print a struct as HTML, JSON, PDF or
 * XLSX, and to hash it, without knowing it.
 */
#ifndef COLUMN_H
#define COLUMN_H

#include <stdbool.h>
#include <stddef.h>

enum column_type {
	DB_I32,    /* int32_t */
	DB_U32,    /* uint32_t */
	DB_I64,    /* int64_t */
	DB_BOOL,   /* bool */
	DB_TEXT,   /* const char *, NULL for SQL NULL */
	DB_DAY,    /* struct day, { 0 } for SQL NULL */
	DB_MOMENT, /* struct moment, { 0 } for SQL NULL; DATETIME in UTC */
	DB_BLOB    /* struct bytes, .at NULL for SQL NULL */
};

struct column {
	const char *name;
	enum column_type type;
	bool nullable; /* then a bool has_NAME stands at has, for numbers and bool */
	size_t offset;
	size_t has; /* offset of has_NAME; 0 where there is none */
};

#endif
