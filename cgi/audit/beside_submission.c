/* SPDX-License-Identifier: MPL-2.0 */
#include "beside_submission.h"

#include <string.h>

#include "say.h"
#include "secret.h"

static bool
is_over(const char *status)
{
	return strcmp(status, "STOPPED") == 0 || strcmp(status, "WITHDRAWN") == 0 ||
	    strcmp(status, "REJECTED") == 0;
}

static bool
is_submission_now(const struct range_submission_now *n, const struct range_submissions *last)
{
	return n->submission == last->submission && n->step == last->step &&
	    strcmp(n->status, last->status) == 0 && strcmp(n->kind, last->kind) == 0 &&
	    strcmp(n->part, last->part) == 0 &&
	    n->live == (strcmp(last->part, "MAIN") == 0 && !is_over(last->status));
}

bool
submissions_now_hold(const struct logbook *l)
{
	size_t k = 0;

	for (size_t i = 0; i < l->nsubmissions; i++) {
		const struct range_submissions *last = &l->submissions[i];

		if (i + 1 < l->nsubmissions && last[1].submission == last->submission)
			continue;
		if (k == l->nsubmission_now || !is_submission_now(&l->submission_now[k], last)) {
			say(l->doctor, "submission_now of %u is not what its rows say",
			    last->submission);
			return false;
		}
		k++;
	}
	if (k < l->nsubmission_now)
		say(l->doctor, "submission_now of %u has no story (inserted)",
		    l->submission_now[k].submission);
	return k == l->nsubmission_now;
}

/* The hash of all pieces, one after another; false when there is none. */
static bool
hash_pieces(
    struct db *db, struct arena *room, uint32_t submission, const char *what, struct hash *h)
{
	struct package_piece piece = { 0 };
	struct hashing hashing;
	uint32_t n = 0;

	sha256_begin(&hashing);
	while (package_piece(db, submission, what, n, &piece) == DB_ONE) {
		sha256_add(&hashing, piece.bytes.at, piece.bytes.n);
		arena_reset(room);
		n++;
	}
	*h = sha256_end(&hashing);
	return n > 0;
}

/* Of a journal that was taken in, the bytes lie where they were sent from. */
static bool
is_elsewhere(struct db *db, const struct range_submissions *s)
{
	struct package_piece piece;
	struct step_elsewhere taken;
	const char *what = strcmp(s->status, "BUILT") == 0 ? "PACKAGE" : "ENVELOPE";

	return package_piece(db, s->submission, what, 0, &piece) == DB_NONE &&
	    step_elsewhere(db, s->id, &taken) == DB_ONE;
}

bool
packages_hold(struct db *db, struct arena *room, const struct logbook *l, uint64_t *files)
{
	struct arena *was = db_arena(db);
	bool ok = true;

	db_use(db, room);
	for (size_t i = 0; i < l->nsubmissions && ok; i++) {
		const struct range_submissions *s = &l->submissions[i];
		const char *what = strcmp(s->status, "BUILT") == 0 ? "PACKAGE" : "ENVELOPE";
		struct hash h;

		if (s->sha256.at == NULL || is_elsewhere(db, s))
			continue;
		ok = hash_pieces(db, room, s->submission, what, &h) &&
		    s->sha256.n == sizeof h.bytes &&
		    memcmp(s->sha256.at, h.bytes, sizeof h.bytes) == 0;
		if (db_failed(db) != DB_ONE)
			ok = true; /* nothing can be said; whoever asked asks db_failed() */
		else if (!ok)
			say(l->doctor, "submission %u: the bytes of its %s were altered or removed",
			    s->submission, strcmp(what, "PACKAGE") == 0 ? "package" : "envelope");
		++*files;
	}
	db_use(db, was);
	return ok;
}
