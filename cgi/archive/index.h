/* SPDX-License-Identifier: MPL-2.0
 *
 * indeks.json of a delivery: what there is in it, a line a logbook, and nothing of any doctor.  Its format is
 * published in schema/seed/package/archive.schema.json.
 */
#ifndef INDEX_H
#define INDEX_H

#include "book.h"
#include "secret.h"
#include "text.h"

struct index_head {
	struct moment made;
	const char *region; /* NULL: all of Denmark */
	struct day ended_before;
	size_t count;
};

void index_begin(struct text *, const struct index_head *);
/* number is 1, 2, 3 … in order. */
void index_add(
    struct text *, uint32_t number, const char *name, const struct hash *, const struct book *);
void index_end(struct text *);

#endif
