/* SPDX-License-Identifier: MPL-2.0 */
#include "person_make.h"

#include "find_words.h"
#include "queries/person.h"
#include "secret.h"

static bool
put_words(struct db *db, uint32_t person, const char *name, const char *email)
{
	const char *const *words;
	size_t n = find_words(db_arena(db), name, email == NULL ? "" : email, &words);

	for (size_t i = 0; i < n; i++)
		person_word_put(db, words[i], person);
	return db_failed(db) == DB_ONE;
}

static uint32_t
who_it_is(const struct person_held_by *row)
{
	return row->has_merged_into ? row->merged_into : row->id;
}

/* Who stands in the way; PERSON_MADE when nobody does. */
static enum person_made
taken(struct db *db, struct bytes find, const char *email, const char *auth_id, uint32_t but,
    uint32_t *id)
{
	struct person_held_by *rows = NULL;
	size_t n = 0;

	if (person_held_by(db, find, email, auth_id, &rows, &n) != DB_ONE)
		return PERSON_NOT_STORED;
	for (size_t i = 0; i < n; i++) {
		if (rows[i].id == but)
			continue;
		*id = who_it_is(&rows[i]);
		if (rows[i].by_cpr)
			return PERSON_IS_THERE;
		return rows[i].by_email ? PERSON_EMAIL_TAKEN : PERSON_AUTH_ID_TAKEN;
	}
	return PERSON_MADE;
}

enum person_made
person_make(struct db *db, const struct person_new *p, struct moment now, uint32_t *id)
{
	const struct bytes digits = { (const unsigned char *)p->cpr->digits, 10 };
	const struct hash find = hash_keyed(KEY_CPR_FIND, digits.at, digits.n);
	enum person_made made = taken(db, hash_bytes(&find), p->email, p->auth_id, 0, id);
	enum db_outcome o;

	if (made != PERSON_MADE)
		return made;
	o = person_put(db, p->name, p->email, p->mobile, p->auth_id, p->cpr->born,
	    p->cpr->replacement ? "REPLACEMENT" : "REAL", hash_bytes(&find),
	    secret_seal(db_arena(db), KEY_CPR_SEAL, digits), p->shown_from,
	    p->by_import ? "IMPORT" : "HAND", p->access_due,
	    p->unconfirmed != 0 ? &p->unconfirmed : NULL, now);
	if (o == DB_TAKEN) /* by another in this very moment */
		return taken(db, hash_bytes(&find), p->email, p->auth_id, 0, id);
	if (o != DB_ONE)
		return PERSON_NOT_STORED;
	*id = db_inserted(db);
	return put_words(db, *id, p->name, p->email) ? PERSON_MADE : PERSON_NOT_STORED;
}

enum person_made
person_contact_free(
    struct db *db, uint32_t person, const char *email, const char *auth_id, uint32_t *other)
{
	static const struct hash nobody;

	return taken(db, hash_bytes(&nobody), email, auth_id, person, other);
}

enum person_made
person_change(struct db *db, uint32_t person, const char *name, const char *email,
    const char *mobile, const char *auth_id, uint32_t *other)
{
	enum person_made made = person_contact_free(db, person, email, auth_id, other);

	if (made != PERSON_MADE)
		return made;
	if (person_contact_set(db, person, name, email, mobile, auth_id) != DB_ONE)
		return PERSON_NOT_STORED;
	person_words_forget(db, person);
	return put_words(db, person, name, email) ? PERSON_MADE : PERSON_NOT_STORED;
}
