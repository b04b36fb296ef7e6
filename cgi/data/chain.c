/* SPDX-License-Identifier: MPL-2.0 */
#include "chain.h"

#include <string.h>

#include "db_inside.h"
#include "log.h"
#include "queries/link.h"
#include "queries/link_approval.h"
#include "queries/link_attestation.h"
#include "queries/link_card.h"
#include "queries/link_course_record.h"
#include "queries/link_decision.h"
#include "queries/link_employment_signed.h"
#include "queries/link_file_check.h"
#include "queries/link_merit.h"
#include "queries/link_plan.h"
#include "queries/link_research.h"
#include "queries/link_reset.h"
#include "queries/link_submission_step.h"

/* Why no link was added: what is sticky already, or else a fault that nothing mends. */
static enum db_outcome
refuse(struct db *db, const char *what)
{
	return db_failed(db) != DB_ONE ? db_failed(db) : db_fault(db, "chain_link", what, "");
}

void
chain_take(struct db *db, uint32_t doctor)
{
	static const struct hash zero;

	chain_lock(db, doctor, hash_bytes(&zero));
}

/* Takes the lock of the chain and reads its end. */
static enum db_outcome
chain_hold(struct db *db, uint32_t doctor, struct chain_end *end)
{
	chain_take(db, doctor);
	if (chain_end(db, doctor, end) != DB_ONE || end->hash.n != HASH_BYTES ||
	    end->seal.n != HASH_BYTES)
		return refuse(db, "the chain has no end");
	return DB_ONE;
}

/* The seal of the new head.  A head that was tampered with is not mended by the next link: it
 * keeps a seal that does not fit, so that the doctor can go on and the verifier sees it. */
static struct hash
seal_on(uint32_t doctor, const struct chain_end *end, const struct hash *before,
    const struct hash *hash)
{
	struct hash seal = chain_seal(doctor, end->n, before);

	if (end->n == 0 || secret_equal(end->seal.at, seal.bytes, HASH_BYTES))
		return chain_seal(doctor, end->n + 1, hash);
	log_audit("the head of doctor %u's chain was changed: run logbook-audit verify", doctor);
	memcpy(seal.bytes, end->seal.at, HASH_BYTES);
	return seal;
}

/* Locks the chain, hashes the row behind its end, adds the link, moves the head. */
static enum db_outcome
link_row(struct db *db, enum chain_kind kind, uint32_t doctor, uint32_t id,
    const struct column *columns, size_t ncolumns, const void *row)
{
	struct hash before, hash, seal;
	struct chain_end end = { 0 };

	if (chain_hold(db, doctor, &end) != DB_ONE)
		return db_failed(db);
	memcpy(before.bytes, end.hash.at, HASH_BYTES);
	hash = chain_hash(doctor, end.n + 1, kind, &before, columns, ncolumns, row);
	seal = seal_on(doctor, &end, &before, &hash);
	if (chain_add(db, doctor, end.n + 1, chain_word(kind), id, hash_bytes(&hash)) != DB_ONE)
		return refuse(db, "the next link is there already, or the row is linked");
	if (chain_move(db, doctor, end.n + 1, hash_bytes(&hash), hash_bytes(&seal)) != DB_ONE)
		return refuse(db, "the head does not move");
	return DB_ONE;
}

#define COLUMNS(c) (c), sizeof(c) / sizeof((c)[0])

/* Reads the row back, every column of it, and links it. */
#define LINK(table) \
	do { \
		struct chain_##table row = { 0 }; \
\
		if (chain_##table(db, id, &row) != DB_ONE) \
			return refuse( \
			    db, "the row of " #table " that was just added is not there"); \
		return link_row(db, kind, row.doctor, id, COLUMNS(chain_##table##_columns), &row); \
	} while (0)

enum db_outcome
chain_link(struct db *db, enum chain_kind kind, uint32_t id)
{
	switch (kind) {
	case CHAIN_APPROVAL:
		LINK(approval);
	case CHAIN_MERIT:
		LINK(merit);
	case CHAIN_RESET:
		LINK(reset);
	case CHAIN_FILE_CHECK:
		LINK(file_check);
	case CHAIN_CARD:
		LINK(card);
	case CHAIN_ATTESTATION:
		LINK(attestation);
	case CHAIN_COURSE_RECORD:
		LINK(course_record);
	case CHAIN_RESEARCH:
		LINK(research);
	case CHAIN_DECISION:
		LINK(decision);
	case CHAIN_PLAN:
		LINK(plan);
	case CHAIN_SUBMISSION_STEP:
		LINK(submission_step);
	case CHAIN_EMPLOYMENT_SIGNED:
		LINK(employment_signed);
	}
	return DB_DOWN;
}
