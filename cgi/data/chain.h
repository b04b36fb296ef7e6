/* SPDX-License-Identifier: MPL-2.0
 *
 * The chain over everything that is added to a doctor's logbook.  Each link holds the keyed
 * hash of the link before it and of every column of one row; the key lies outside the
 * database, so that whoever owns the database can break the chain but not mend it.  The
 * head's seal shows when the end was cut off.  queryc writes the call of chain_link into
 * every statement that adds to a chained table; no handler can forget it.
 */
#ifndef CHAIN_H
#define CHAIN_H

#include <stdint.h>

#include "db.h"
#include "secret.h"

enum chain_kind {
	CHAIN_APPROVAL,
	CHAIN_MERIT,
	CHAIN_RESET,
	CHAIN_FILE_CHECK,
	CHAIN_CARD,
	CHAIN_ATTESTATION,
	CHAIN_COURSE_RECORD,
	CHAIN_RESEARCH,
	CHAIN_DECISION,
	CHAIN_PLAN,
	CHAIN_EMPLOYMENT_SIGNED,
	CHAIN_SUBMISSION_STEP,
	CHAIN_LAST = CHAIN_SUBMISSION_STEP
};

/* Takes the lock of a doctor's chain until the transaction ends.  Who reads what holds in a logbook
 * and writes on the strength of it takes it before reading, so that of two one waits and reads what
 * the other has written.  What fails is sticky. */
void chain_take(struct db *, uint32_t doctor);

/* Links the row of that id, just inserted in this transaction, to its doctor's chain.
 * DB_ONE, or a sticky outcome.  A head that was tampered with is not mended: the link is added
 * and the seal stays wrong.  Where the next link is there already, nothing can be added. */
enum db_outcome chain_link(struct db *, enum chain_kind, uint32_t id);

/* The hash of link n: before is the hash of link n - 1, all zero for the first. */
struct hash chain_hash(uint32_t doctor, uint32_t n, enum chain_kind, const struct hash *before,
    const struct column *, size_t columns, const void *row);
/* The seal of a head. */
struct hash chain_seal(uint32_t doctor, uint32_t n, const struct hash *end);
/* "APPROVAL", "MERIT", …: the database's word. */
const char *chain_word(enum chain_kind);

#endif
