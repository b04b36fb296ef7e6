/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor is found by the CPR number, which is sealed with the key of this installation, or made.  Others
 * are found by their authorisation id where they are called alike, or stand here as somebody who acted
 * elsewhere: by name alone nobody is anybody.
 */

#include "find_words.h"
#include "queries/take.h"
#include "taking.h"

static bool
put_words(struct taking *t, const char *name, const char *email)
{
	const char *const *words;
	const size_t n = find_words(t->arena, name, email == NULL ? "" : email, &words);

	for (size_t i = 0; i < n; i++)
		take_word_put(t->db, words[i], t->doctor);
	return db_failed(t->db) == DB_ONE;
}

static bool
is_free(struct taking *t, const char *email, const char *auth_id)
{
	struct take_doctor_clash *rows;
	size_t n;

	if (take_doctor_clash(t->db, email, auth_id, &rows, &n) != DB_ONE)
		return false;
	for (size_t i = 0; i < n; i++)
		blame(t,
		    rows[i].by_email
		        ? "Lægens e-mailadresse er en andens her. Ret det hos sekretariatet først."
		        : "Lægens autorisations-ID er en andens her. Ret det hos sekretariatet først.");
	return n == 0;
}

/* The unit of the last employment, whose secretariat confirms the address; NULL when there is none. */
static const char *
last_unit(const struct taking *t)
{
	const size_t n = t->kinds[JOURNAL_DELFORLOEB].n;

	return n == 0 ? NULL : text_in(t, JOURNAL_DELFORLOEB, n - 1, "place_code");
}

static bool
put_doctor(struct taking *t, struct bytes find)
{
	const struct bytes digits = { (const unsigned char *)t->cpr.digits, 10 };
	const char *unit = last_unit(t), *name = text_in(t, JOURNAL_LAEGE, 0, "name"),
	           *email = unit == NULL ? NULL : text_in(t, JOURNAL_LAEGE, 0, "email"),
	           *mobile = unit == NULL ? NULL : text_in(t, JOURNAL_LAEGE, 0, "mobile"),
	           *auth_id = text_in(t, JOURNAL_LAEGE, 0, "auth_id");

	if (!is_free(t, email, auth_id))
		return false;
	if (take_doctor_put(t->db, name, email, mobile, auth_id, t->cpr.born,
	        t->cpr.replacement ? "REPLACEMENT" : "REAL", find,
	        secret_seal(t->arena, KEY_CPR_SEAL, digits), t->today, unit, t->now) != DB_ONE)
		return false;
	t->doctor = db_inserted(t->db);
	return put_words(t, name, email);
}

static bool
take_doctor(struct taking *t)
{
	const struct hash find = hash_keyed(KEY_CPR_FIND, t->cpr.digits, 10);
	struct take_doctor_here here = { 0 };

	switch (take_doctor_here(t->db, hash_bytes(&find), &here)) {
	case DB_ONE:
		break;
	case DB_NONE:
		return put_doctor(t, hash_bytes(&find));
	case DB_TAKEN:
	case DB_AGAIN:
	case DB_DOWN:
		return false;
	}
	t->doctor = here.id;
	if (here.gone != NULL)
		return blame(t,
		    "Lægens CPR-nummer hører her til en person, der er lagt sammen med en anden eller taget ud.");
	return day_compare(t->cpr.born, here.born) == 0 ||
	    blame(t, "Lægen er her med en anden fødselsdato. Ret det hos sekretariatet først.");
}

/* --- who else is named ------------------------------------------------------------------------- */

static uint32_t
put_person(struct taking *t, const char *name)
{
	static const unsigned char nobody[10] = "0000000000";
	struct hash find;

	secret_random(find.bytes, sizeof find.bytes); /* no number is ever found under it */
	if (take_person_put(t->db, name, hash_bytes(&find),
	        secret_seal(t->arena, KEY_CPR_SEAL, (struct bytes){ nobody, sizeof nobody }),
	        t->now) != DB_ONE)
		return 0;
	return db_inserted(t->db);
}

/* 0 when nobody here is called alike under that id. */
static uint32_t
known_person(struct taking *t, const char *auth_id, const char *name)
{
	struct take_person_here here = { 0 };
	struct take_person_elsewhere *before;
	size_t n = 0;

	if (take_person_here(t->db, t->doctor, auth_id, name, &here) == DB_ONE)
		return here.id;
	take_person_elsewhere(t->db, auth_id, name, &before, &n);
	return n == 0 ? 0 : before[0].id;
}

static bool
take_person(struct taking *t, size_t i)
{
	const char *name = text_in(t, JOURNAL_PERSONER, i, "name"),
	           *auth_id = text_in(t, JOURNAL_PERSONER, i, "auth_id");
	uint32_t id = 0;

	t->stuck = JOURNAL_PERSONER;
	t->stuck_row = i;
	if (i == 0)
		id = t->doctor;
	else if (auth_id != NULL)
		id = known_person(t, auth_id, name);
	t->persons[i] = id != 0 ? id : put_person(t, name);
	return t->persons[i] != 0 &&
	    take_person_named(t->db, t->doctor, t->persons[i], name, auth_id) == DB_ONE;
}

bool
take_who(struct taking *t)
{
	t->persons = arena_array(t->arena, t->kinds[JOURNAL_PERSONER].n, sizeof *t->persons);
	return take_doctor(t);
}

bool
take_persons(struct taking *t)
{
	for (size_t i = 0; i < t->kinds[JOURNAL_PERSONER].n; i++)
		if (!take_person(t, i))
			return false;
	return true;
}
