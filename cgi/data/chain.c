/* SPDX-License-Identifier: MPL-2.0 */
#include "chain.h"

#include <string.h>

#include "db_inside.h"
#include "log.h"
#include "queries/link.h"

/* Why no link was added: what is sticky already, or else a fault that nothing mends. */
static enum db_outcome
refuse(struct db *db, const char *what)
{
	return db_failed(db) != DB_ONE ? db_failed(db) : db_fault(db, "chain_link", what, "");
}

/* Takes the lock of the chain and reads its end. */
static enum db_outcome
chain_hold(struct db *db, uint32_t doctor, struct chain_end *end)
{
	static const struct hash zero;

	chain_lock(db, doctor, hash_bytes(&zero));
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

enum db_outcome
chain_link(struct db *db, enum chain_kind kind, uint32_t id)
{
	struct chain_approval approval = { 0 };
	struct chain_merit merit = { 0 };
	struct chain_plan plan = { 0 };

	switch (kind) {
	case CHAIN_APPROVAL:
		if (chain_approval(db, id, &approval) != DB_ONE)
			return refuse(db, "the approval that was just added is not there");
		return link_row(
		    db, kind, approval.doctor, id, COLUMNS(chain_approval_columns), &approval);
	case CHAIN_MERIT:
		if (chain_merit(db, id, &merit) != DB_ONE)
			return refuse(db, "the merit that was just added is not there");
		return link_row(db, kind, merit.doctor, id, COLUMNS(chain_merit_columns), &merit);
	case CHAIN_PLAN:
		if (chain_plan(db, id, &plan) != DB_ONE)
			return refuse(db, "the plan that was just added is not there");
		return link_row(db, kind, plan.doctor, id, COLUMNS(chain_plan_columns), &plan);
	}
	return DB_DOWN;
}
