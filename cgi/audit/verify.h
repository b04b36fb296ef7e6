/* SPDX-License-Identifier: MPL-2.0
 *
 * Goes through all logbooks in one snapshot, some thousands of rows at a time.
 */
#ifndef AUDIT_VERIFY_H
#define AUDIT_VERIFY_H

#include "roots.h"

/* Of one going through. */
struct tally {
	uint64_t doctors, links, letters;
	uint64_t faults;  /* lines that were said */
	uint64_t keyless; /* chains of which not even the first link holds */
};

/* Verifies all of it in the caller's transaction, against the roots too unless they are NULL.
 * False when the database failed before the end. */
bool verify(struct db *, struct roots *, struct tally *);

#endif
