/* SPDX-License-Identifier: MPL-2.0
 *
 * Leaders of courses, as listed by Sundhedsstyrelsen: a person, and the role HKL for a specialty or
 * DKL for one of its courses.  Who has gone from the list loses the role, and the report says so.
 */
#include <string.h>

#include "person_make.h"
#include "queries/intake.h"
#include "secret.h"
#include "take.h"
#include "tell.h"

static const struct day forever = { 9999, 12, 31 };

static struct taken
refused(const char *why)
{
	return (struct taken){ .what = FOUND_REFUSED, .why = why };
}

/* "las-i-og-ii" of a name: lower-case letters and digits. */
static const char *
slug(struct arena *a, const char *specialty, const char *name)
{
	struct text t = { .arena = a };
	bool gap = false;

	text_puts(&t, specialty);
	text_puts(&t, "-");
	for (; *name != '\0' && t.len < 60; name++) {
		const char c = *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name;
		const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

		if (plain)
			text_add(&t, &c, 1);
		else if (!gap)
			text_puts(&t, "-");
		gap = !plain;
	}
	return t.at;
}

/* The course that somebody leads, made when it is new; 0 for none. */
static uint32_t
course_of(struct work *w, const struct intake_leader *l, uint32_t specialty)
{
	struct course_led there;
	struct diff d;
	uint32_t id;

	if (l->head)
		return 0;
	if (course_led(w->db, or_none(&specialty), l->course, &there) == DB_ONE)
		return there.id;
	if (course_led_put(w->db, slug(w->each, l->specialty, l->course), l->course,
	        or_none(&specialty)) == DB_TAKEN)
		course_led_put(w->db,
		    arena_format(w->each, "%s-%u", slug(w->each, l->specialty, l->course), l->line),
		    l->course, or_none(&specialty));
	id = db_inserted(w->db);
	diff_begin(&d, w->each);
	diff_text(&d, NULL, "name", NULL, l->course);
	work_added(w, "course_def", id, &d);
	return id;
}

static const char *
role_text(struct work *w, const struct intake_leader *l, uint32_t specialty)
{
	return l->head ? arena_format(w->each, "Hovedkursusleder, %s",
	                     known_specialty_name(&w->known, specialty))
	               : arena_format(w->each, "Delkursusleder, %s, %s",
	                     known_specialty_name(&w->known, specialty), l->course);
}

/* Whom a department made has the address that the list tells (intake/person.c): NULL, or why not. */
static const char *
confirm(struct work *w, const struct intake_leader *l, const struct person_by_number *who)
{
	const char *mobile = l->mobile == NULL ? who->mobile : l->mobile;
	struct diff d;
	uint32_t other = 0;

	if (person_change(w->db, who->id, l->name, l->email, mobile, who->auth_id, &other) !=
	    PERSON_MADE)
		return "E-mailadressen bruges af en anden bruger. Ret den i listen, eller under Brugere.";
	person_told(w->db, who->id);
	diff_begin(&d, w->each);
	diff_text(&d, NULL, "name", who->name, l->name);
	diff_text(&d, NULL, "email", who->email, l->email);
	diff_text(&d, NULL, "mobile", who->mobile, mobile);
	diff_text(&d, NULL, "unconfirmed", arena_format(w->each, "%u", who->unconfirmed), NULL);
	work_changed(w, "person", who->id, &d);
	return NULL;
}

/* Who it is: NULL, or why not. */
static const char *
find_or_make(struct work *w, const struct intake_leader *l, struct person_by_number *who, bool *new)
{
	const struct hash find = hash_keyed(KEY_CPR_FIND, l->cpr.digits, 10);
	const struct person_new p = { l->name, l->email, l->mobile, l->auth_id, &l->cpr, w->today,
		day_compare(l->since, w->today) > 0 ? l->since : w->today, true, 0 };
	struct diff d;
	uint32_t id = 0;

	*who = (struct person_by_number){ 0 };
	if (person_by_number(w->db, hash_bytes(&find), who) == DB_ONE) {
		if (who->withdrawn)
			person_back(w->db, who->id);
		return who->has_unconfirmed && l->email != NULL ? confirm(w, l, who) : NULL;
	}
	switch (person_make(w->db, &p, w->now, &id)) {
	case PERSON_MADE:
		break;
	case PERSON_EMAIL_TAKEN:
		return "E-mailadressen bruges af en anden bruger. Ret den i listen, eller under Brugere.";
	case PERSON_AUTH_ID_TAKEN:
		return "Autorisations-ID bruges af en anden bruger. Ret det i listen, eller under Brugere.";
	case PERSON_IS_THERE:
	case PERSON_NOT_STORED:
		return "Databasen svarede ikke.";
	}
	who->id = id;
	*new = true;
	diff_begin(&d, w->each);
	diff_text(&d, NULL, "name", NULL, l->name);
	diff_text(&d, NULL, "email", NULL, l->email);
	diff_text(&d, NULL, "mobile", NULL, l->mobile);
	work_added(w, "person", id, &d);
	return NULL;
}

/* The role of that scope that the person has by an import; NULL without. */
static const struct leaders_held *
role_held(struct work *w, uint32_t person, const char *role, uint32_t specialty, uint32_t course)
{
	struct leaders_held *rows = NULL;
	size_t n = 0;

	leaders_held(w->db, specialty, w->today, &rows, &n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].person == person && strcmp(rows[i].role, role) == 0 &&
		    (rows[i].has_course ? rows[i].course : 0) == course)
			return &rows[i];
	return NULL;
}

static bool
give(struct work *w, const struct intake_leader *l, uint32_t person, uint32_t specialty,
    uint32_t course)
{
	const char *role = l->head ? "HKL" : "DKL";
	const struct day until = day_is_none(l->until) ? forever : l->until;
	const struct leaders_held *held = role_held(w, person, role, specialty, course);
	struct diff d;

	diff_begin(&d, w->each);
	if (held != NULL) {
		if (!diff_last_day(&d, "Rollens sidste dag", "until", held->until, until))
			return false;
		role_until_set(w->db, held->id, until, w->now);
		work_changed(w, "user_role", held->id, &d);
		return true;
	}
	role_by_run(w->db, person, role, &specialty, or_none(&course), l->since, until, w->now);
	diff_day(&d, NULL, "since", (struct day){ 0 }, l->since);
	diff_day(&d, NULL, "until", (struct day){ 0 }, until);
	work_added(w, "user_role", db_inserted(w->db), &d);
	tell_notice(w->db, person, NOTICE_ROLE_GIVEN, 0, role_text(w, l, specialty),
	    "/adgang/profil", w->now);
	return true;
}

struct taken
leader_take(struct work *w, const struct intake_leader *l)
{
	const struct known_name *s = known_specialty(&w->known, l->specialty);
	struct person_by_number who;
	const char *why;
	bool new = false, given;

	if (w->region != 0)
		return refused(
		    "Kursusledere er fælles for hele landet. Projektlederen indlæser dem.");
	if (s == NULL)
		return refused(arena_format(
		    w->each, "Specialet %s kendes ikke. Ret koden i listen.", l->specialty));
	if (!day_is_none(l->until) && day_compare(l->until, w->today) <= 0)
		return (struct taken){ FOUND_SAME, "", 0, { 0 } };
	if ((why = find_or_make(w, l, &who, &new)) != NULL)
		return refused(why);
	given = give(w, l, who.id, s->id, course_of(w, l, s->id));
	return (struct taken){ new ? FOUND_NEW
		    : given        ? FOUND_CHANGED
		                   : FOUND_SAME,
		role_text(w, l, s->id), who.id, { 0 } };
}

/* --- who has gone from the list ------------------------------------------------------------ */

static bool
is_listed(struct work *w, const struct leaders_held *h, const struct intake_leader *l, size_t n,
    uint32_t specialty)
{
	for (size_t i = 0; i < n; i++) {
		const struct known_name *s = known_specialty(&w->known, l[i].specialty);
		const struct hash find = hash_keyed(KEY_CPR_FIND, l[i].cpr.digits, 10);
		struct person_by_number who;
		struct course_led led = { 0 };

		if (s == NULL || s->id != specialty || l[i].head != (strcmp(h->role, "HKL") == 0) ||
		    person_by_number(w->db, hash_bytes(&find), &who) != DB_ONE ||
		    who.id != h->person)
			continue;
		if (l[i].head ||
		    (course_led(w->db, &specialty, l[i].course, &led) == DB_ONE && h->has_course &&
		        led.id == h->course))
			return true;
	}
	return false;
}

static void
end_one(struct work *w, const struct leaders_held *h, uint32_t specialty)
{
	const char *what = arena_format(w->each, "%s, %s",
	    strcmp(h->role, "HKL") == 0 ? "Hovedkursusleder" : "Delkursusleder",
	    known_specialty_name(&w->known, specialty));
	struct diff d;

	diff_begin(&d, w->each);
	diff_day(&d, NULL, "until", h->until,
	    day_compare(h->since, w->today) < 0 ? w->today : day_add(h->since, 1));
	role_until_set(w->db, h->id, w->today, w->now);
	work_changed(w, "user_role", h->id, &d);
	tell_notice(w->db, h->person, NOTICE_ROLE_ENDED, 0, what, "/adgang/profil", w->now);
	work_found(w, FOUND_CHANGED, 0, h->name,
	    arena_format(w->each, "Står ikke på listen mere; rollen slutter: %s", what), h->person);
}

void
leaders_end(struct work *w, const struct intake_leader *l, size_t n)
{
	for (size_t s = 0; s < w->known.nspecialties && work_row(w); s++) {
		const uint32_t specialty = w->known.specialties[s].id;
		struct leaders_held *rows = NULL;
		size_t held = 0;
		bool told = false;

		for (size_t i = 0; i < n && !told; i++)
			told = strcmp(l[i].specialty, w->known.specialties[s].code) == 0;
		if (told)
			leaders_held(w->db, specialty, w->today, &rows, &held);
		for (size_t i = 0; i < held; i++)
			if (!is_listed(w, &rows[i], l, n, specialty))
				end_one(w, &rows[i], specialty);
	}
}
