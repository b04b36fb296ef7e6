/* SPDX-License-Identifier: MPL-2.0
 *
 * The kinds of things that a logbook holds, each a statement of whole.sql and a file of its own.
 */
#ifndef WHOLE_DATA_H
#define WHOLE_DATA_H

#include "column.h"
#include "db.h"
#include "subject.h"

struct whole_kind {
	const char *name, *title; /* "data/kompetencer.json" */
	const struct column *columns;
	size_t ncolumns, size; /* size of a row */
	enum db_outcome (*read)(struct db *, const struct subject *, void **rows, size_t *n);
};

extern const struct whole_kind whole_kinds[];
extern const size_t whole_nkinds;

#endif
