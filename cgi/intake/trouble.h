/* SPDX-License-Identifier: MPL-2.0
 *
 * What the clock could not do, while the database was there: tried again after a while that grows
 * with each time, from a second to a quarter of an hour, and told in the log once.  It is kept in
 * the database, so that a clock that is started each minute knows of it too.
 */
#ifndef TROUBLE_H
#define TROUBLE_H

#include "engine.h"

/* Reads what there is; at the beginning of a round.  What is new since is known to those who noted
 * it. */
void trouble_read(struct engine *);
/* Is it to be left alone for now? */
bool trouble_waits(const struct engine *, const char *name);
/* It failed: in a transaction of its own.  How often by now; 0 when that could not be noted. */
uint32_t trouble_note(struct engine *, const char *name);
/* It went well: in the open transaction, and nothing when there was no trouble. */
void trouble_over(struct engine *, const char *name);

/* When something that has failed so often is tried again. */
struct moment trouble_next(uint32_t tries);

#endif
