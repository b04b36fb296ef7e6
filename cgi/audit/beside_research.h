/* SPDX-License-Identifier: MPL-2.0
 *
 * What stands beside the chained steps of research training: the table of latest rows that pages
 * read, and the bytes of what was handed in.
 */
#ifndef AUDIT_BESIDE_RESEARCH_H
#define AUDIT_BESIDE_RESEARCH_H

#include "logbook.h"

/* Holds research_now against the last row of each story; says the first that differs. */
bool research_now_holds(const struct logbook *);

/* Holds the bytes of each file against the sum that its step, which is in the chain, has of them;
 * says the first that differs.  room is emptied for each file. */
bool research_files_hold(struct db *, struct arena *room, const struct logbook *);

#endif
