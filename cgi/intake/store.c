/* SPDX-License-Identifier: MPL-2.0 */
#include "store.h"

#include "queries/import.h"
#include "secret.h"

static enum stored
published_before(struct db *db, const struct curriculum_file *file, const struct hash *hash)
{
	struct curriculum_published there = { 0 };

	if (curriculum_published(db, file->code, &there) != DB_ONE)
		return STORED_NOT;
	if (there.file_sha256.n == sizeof hash->bytes &&
	    secret_equal(there.file_sha256.at, hash->bytes, sizeof hash->bytes))
		return STORED_BEFORE;
	return STORED_DIFFERENT;
}

static bool
store_goals(struct db *db, uint32_t curriculum, const struct curriculum_file *file)
{
	struct arena *a = db_arena(db);

	for (size_t i = 0; i < file->ngoals; i++) {
		const struct curriculum_goal *g = &file->goals[i];

		if (competency_publish(db, curriculum, (uint32_t)i + 1, g->number, g->heading,
		        g->title, g->clarification, g->strategy, curriculum_methods_text(a, g),
		        curriculum_minimum_text(a, g), g->timing, g->placement,
		        curriculum_approver_word(g->approver)) != DB_ONE)
			return false;
	}
	return true;
}

enum stored
curriculum_store(struct db *db, struct bytes bytes, const struct curriculum_file *file)
{
	const struct hash hash = hash_sha256(bytes.at, bytes.n);
	enum db_outcome outcome = curriculum_publish(db, file->code, file->title,
	    curriculum_stage_word(file->stage), file->specialty, file->version,
	    curriculum_basis_word(file->cutoff_basis), file->cutoff_date, file->source, file->demo,
	    (uint32_t)file->ngoals, hash_bytes(&hash));

	switch (outcome) {
	case DB_ONE:
		return store_goals(db, db_inserted(db), file) ? STORED_NEW : STORED_NOT;
	case DB_TAKEN:
		return published_before(db, file, &hash);
	case DB_NONE:
	case DB_AGAIN:
	case DB_DOWN:
		break;
	}
	return STORED_NOT;
}
