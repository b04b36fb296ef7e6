/* SPDX-License-Identifier: MPL-2.0
 *
 * Bytes that grow to many millions: in memory of their own, which nothing is copied in while they grow
 * and which a library can write to by a path.  No disk is touched.
 */
#ifndef SPOOL_H
#define SPOOL_H

#include <stdbool.h>

#include "arena.h"
#include "text.h"

struct spool;

/* Empty; let go with the arena, or before by spool_drop.  NULL when the system has no room. */
struct spool *spool_make(struct arena *);
/* Adds to its end; false when there is no room. */
bool spool_add(struct spool *, const void *, size_t n);
/* A path by which this process opens it: written through it, the spool is what was written. */
const char *spool_path(const struct spool *);
/* What is in it, valid until the spool is let go; false when there is no room. */
bool spool_read(struct spool *, struct bytes *);
/* Could one be made that holds so many bytes and some more? */
bool spool_has_room(struct arena *, size_t n);
/* Gives its memory back; NULL is fine. */
void spool_drop(struct spool *);

#endif
