/* SPDX-License-Identifier: MPL-2.0 */
#include "store_card.h"

#include "queries/card_import.h"
#include "secret.h"

static bool
store_card(struct db *db, uint32_t curriculum, uint32_t position, const struct card_plan *c)
{
	uint32_t template;

	if (card_template_publish(db, curriculum, position, c->code, c->title, c->method,
	        c->scale == CARD_FEM ? "FEM" : "GODKENDT", c->whole, c->guidance,
	        (uint32_t)c->nparts) != DB_ONE)
		return false;
	template = db_inserted(db);
	for (size_t i = 0; i < c->nparts; i++)
		if (card_part_publish(db, template, (uint32_t)i + 1, c->parts[i]) != DB_ONE)
			return false;
	for (size_t i = 0; i < c->ngoals; i++)
		if (card_goal_publish(db, template, curriculum, c->goals[i]) != DB_ONE)
			return false;
	return true;
}

static bool
store_all(struct db *db, uint32_t curriculum, const struct card_file *file,
    const struct card_need *needs, size_t n)
{
	for (size_t i = 0; i < file->ncards; i++)
		if (!store_card(db, curriculum, (uint32_t)i + 1, &file->cards[i]))
			return false;
	for (size_t i = 0; i < n; i++)
		if (card_need_publish(db, curriculum, needs[i].number, needs[i].method,
		        needs[i].target, needs[i].per_year == 0 ? NULL : &needs[i].per_year,
		        needs[i].by_card) != DB_ONE)
			return false;
	return true;
}

/* The list's goals as the pure rules take them. */
static bool
read_goals(struct db *db, uint32_t curriculum, struct card_list_goal **goals, size_t *n)
{
	struct card_list_goals *rows;

	if (card_list_goals(db, curriculum, &rows, n) != DB_ONE)
		return false;
	*goals = arena_array(db_arena(db), *n, sizeof **goals);
	for (size_t i = 0; i < *n; i++)
		(*goals)[i] =
		    (struct card_list_goal){ rows[i].number, rows[i].methods, rows[i].minimum };
	return true;
}

enum stored
card_store(
    struct db *db, struct bytes bytes, const struct card_file *file, struct sheet_faults *faults)
{
	const struct hash hash = hash_sha256(bytes.at, bytes.n);
	struct card_set_published there = { 0 };
	struct card_list_goal *goals;
	const struct card_need *needs;
	size_t ngoals, n;

	if (card_set_published(db, file->curriculum, &there) != DB_ONE) {
		if (db_failed(db) == DB_ONE)
			sheet_blame(faults, (struct sheet_place){ 1, 1, 0, NULL },
			    "Målbeskrivelsen %s er ikke udgivet.", file->curriculum);
		return STORED_NOT;
	}
	if (there.file_sha256.at != NULL)
		return there.file_sha256.n == sizeof hash.bytes &&
		        secret_equal(there.file_sha256.at, hash.bytes, sizeof hash.bytes)
		    ? STORED_BEFORE
		    : STORED_DIFFERENT;
	if (!read_goals(db, there.curriculum, &goals, &ngoals) ||
	    !card_file_needs(db_arena(db), file, goals, ngoals, &needs, &n, faults) ||
	    card_set_publish(db, there.curriculum, (uint32_t)file->ncards, hash_bytes(&hash)) !=
	        DB_ONE ||
	    !store_all(db, there.curriculum, file, needs, n))
		return STORED_NOT;
	return STORED_NEW;
}
