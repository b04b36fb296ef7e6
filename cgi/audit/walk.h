/* SPDX-License-Identifier: MPL-2.0
 *
 * One doctor's chain, from its first link to its head: what is the first thing in it that is
 * not as it was added?
 */
#ifndef AUDIT_WALK_H
#define AUDIT_WALK_H

#include "logbook.h"

enum fault {
	FAULT_NONE,
	FAULT_LINK_MISSING,   /* n: no such link, but later ones */
	FAULT_LINK_STRAY,     /* n: numbered 0, or twice */
	FAULT_LINK_INSERTED,  /* n: the link after it is what belongs here */
	FAULT_LINK_MOVED,     /* n: what belongs here stands at other */
	FAULT_LINKS_SWAPPED,  /* n, other */
	FAULT_LINK_ALTERED,   /* n: its hash or its kind; the row is as it was */
	FAULT_ROWS_SWAPPED,   /* n: rows id and other have each other's content */
	FAULT_ROW_ALTERED,    /* n */
	FAULT_ROW_RENUMBERED, /* n: it is now row other */
	FAULT_ROW_GONE,       /* n: this doctor has no such row */
	FAULT_UNCLEAR,        /* n: the row or its link, or the one before it */
	FAULT_ROW_UNLINKED,   /* id, kind: the doctor's, and in none of the doctor's links */
	FAULT_END_CUT,        /* n: the last link, other: what the head says */
	FAULT_HEAD_GONE,
	FAULT_HEAD_CHANGED
};

struct found {
	enum fault fault;
	uint32_t n;           /* link */
	enum chain_kind kind; /* of its row, */
	uint32_t id;          /* and which */
	uint32_t other;
};

/* FAULT_NONE when all is well.  Marks the rows that are linked. */
struct found walk(const struct logbook *);

/* The row's kind by the database's word; false for any other. */
bool kind_read(const char *, enum chain_kind *);

#endif
