/* SPDX-License-Identifier: MPL-2.0
 *
 * A person with posts goes into the logbook.  Everything that may refuse the row is asked before
 * anything is written.
 */
#include <string.h>

#include "doctor.h"
#include "person_make.h"
#include "secret.h"
#include "take.h"
#include "tell.h"

/* The row, while it is looked at. */
struct matter {
	struct work *w;
	const struct intake_person *p;
	const struct person_told *told;
	struct person_by_number held; /* id 0: nobody yet */
	struct doctor doctor;
	const struct intake_course *course[INTAKE_COURSES]; /* what goes in now */
	size_t n;
	struct day next; /* when more is due */
	struct left {
		const struct intake_course *course;
		const char *why;
	} left[INTAKE_COURSES]; /* what others must bring in, or nobody can */
	size_t nleft;
	bool twin; /* the source's number is that of somebody with a replacement number */
};

static struct taken
refused(const char *why)
{
	return (struct taken){ .what = FOUND_REFUSED, .why = why };
}

/* --- who it is ----------------------------------------------------------------------------- */

static void
find_person(struct matter *m)
{
	const struct hash find = hash_keyed(KEY_CPR_FIND, m->p->cpr.digits, 10);

	if (person_by_number(m->w->db, hash_bytes(&find), &m->held) != DB_ONE)
		m->held = (struct person_by_number){ 0 };
}

/* The course is another person's in the logbook: refused, unless that person has a replacement
 * number that has now become a real one (R-BRU-05). */
static const char *
other_persons(struct matter *m, const struct intake_course *c, uint32_t doctor)
{
	struct person_by_number other = { 0 };

	if (person_by_id(m->w->db, doctor, &other) != DB_ONE || other.id == m->held.id)
		return NULL;
	if (!other.replacement || m->p->cpr.replacement)
		return arena_format(m->w->each,
		    "Forløbet %s hører i logbogen til %s, som har et andet CPR-nummer. "
		    "Ret det i kilden, eller lad sekretariatet finde ud af, hvem der har ret.",
		    c->source_id, other.name);
	m->twin = true;
	work_tell_office(m->w, known_region(&m->w->known, c->region)->id, NOTICE_SAME_PERSON,
	    other.id, "", arena_format(m->w->each, "/sekretariat/brugere/%u", other.id));
	return NULL;
}

/* NULL when the source's numbers are this person's or nobody's. */
static const char *
find_by_source(struct matter *m)
{
	const char *why = NULL;

	for (size_t i = 0; i < m->n && why == NULL; i++) {
		const struct intake_course *c = m->course[i];
		struct course_of_source there;

		if (course_of_source(
		        m->w->db, intake_origin_word(c->origin), c->source_id, &there) != DB_ONE)
			continue;
		if (m->w->region != 0 && there.region != m->w->region)
			return arena_format(m->w->each,
			    "Forløbet %s hører til %s. Det sekretariat eller projektlederen indlæser det.",
			    c->source_id, known_region_name(&m->w->known, there.region));
		why = other_persons(m, c, there.doctor);
	}
	return why;
}

/* --- what goes in now ---------------------------------------------------------------------- */

/* When the feed first told of it. */
static struct day
first_told(const struct matter *m, const struct intake_course *c)
{
	return day_is_none(c->told) ? m->told->first_seen : c->told;
}

/* Courses that wait for their day are left until then; one that the logbook has is changed at
 * once (R-FOR-02). */
static bool
is_due(struct matter *m, const struct intake_course *c)
{
	struct day due;

	if (!m->told->waits || doctor_course(&m->doctor, c->origin, c->source_id) != NULL)
		return true;
	due = intake_due(c, first_told(m, c));
	if (day_compare(due, m->w->today) <= 0)
		return true;
	if (!c->cancelled && (day_is_none(m->next) || day_compare(due, m->next) < 0))
		m->next = due;
	return false;
}

/* NULL, or why no course of the row can be stored; courses that others must bring in are left
 * out when there are some of one's own. */
static const char *
choose_courses(struct matter *m)
{
	const char *first = NULL;

	for (size_t i = 0; i < m->p->n && i < INTAKE_COURSES; i++) {
		const struct intake_course *c = &m->p->courses[i];
		const char *why;

		if (!is_due(m, c))
			continue;
		if ((why = course_fault(m->w, c)) == NULL) {
			m->course[m->n++] = c;
			continue;
		}
		first = first == NULL ? why : first;
		m->left[m->nleft++] = (struct left){ c, why };
	}
	return m->n == 0 ? first : NULL;
}

/* --- days ---------------------------------------------------------------------------------- */

static struct day
earlier(struct day a, struct day b)
{
	return day_is_none(a) || (!day_is_none(b) && day_compare(b, a) < 0) ? b : a;
}

/* From when the doctor is shown (R-UI-02). */
static struct day
shown_from(const struct matter *m)
{
	struct day shown = { 0 };

	for (size_t i = 0; i < m->n; i++) {
		const struct intake_course *c = m->course[i];
		const struct day due =
		    intake_due(c, m->told->waits ? first_told(m, c) : m->w->today);

		if (c->n > 0 && day_compare(c->elements[0].since, m->w->today) <= 0)
			return m->w->today;
		shown = earlier(shown, intake_shown_from(c, due));
	}
	return day_is_none(shown) ? m->w->today : shown;
}

static struct day
access_due(const struct matter *m)
{
	struct day due = { 0 };

	for (size_t i = 0; i < m->n; i++)
		if (!m->course[i]->cancelled)
			due = earlier(due, intake_access_due(m->course[i], m->w->today));
	return due;
}

/* --- the person ---------------------------------------------------------------------------- */

static const char *
taken_text(struct matter *m, enum person_made made, uint32_t other)
{
	struct person_by_number who = { .name = "en anden" };
	const char *what = NULL;

	switch (made) {
	case PERSON_EMAIL_TAKEN:
		what = "E-mailadressen bruges";
		break;
	case PERSON_AUTH_ID_TAKEN:
		what = "Autorisations-ID bruges";
		break;
	case PERSON_IS_THERE:
		what = "CPR-nummeret bruges";
		break;
	case PERSON_MADE:
		return NULL;
	case PERSON_NOT_STORED:
		return "Databasen svarede ikke.";
	}
	person_by_id(m->w->db, other, &who);
	return arena_format(m->w->each,
	    "%s af %s. Ret det i kilden, eller lad sekretariatet rette den bruger under Brugere.",
	    what, who.name);
}

/* Who lacks e-mail or mobile is made, and the secretariat told that the access is held back
 * (R-BRU-06, T-006). */
static void
tell_held(struct matter *m)
{
	if (m->twin || (m->p->email != NULL && m->p->mobile != NULL))
		return;
	for (size_t i = 0; i < m->n; i++)
		work_tell_office(m->w, known_region(&m->w->known, m->course[i]->region)->id,
		    NOTICE_ACCESS_HELD, m->held.id, "",
		    arena_format(m->w->each, "/sekretariat/brugere/%u", m->held.id));
	doctor_say(&m->doctor, "%s mangler: adgangen holdes tilbage",
	    m->p->email == NULL ? "E-mail" : "Mobilnummer");
}

/* NULL, or why not.  Somebody whose twin has the address gets none until the two are one. */
static const char *
make_person(struct matter *m)
{
	const struct intake_person *p = m->p;
	const struct person_new new = { p->name, m->twin ? NULL : p->email,
		m->twin ? NULL : p->mobile, m->twin ? NULL : p->auth_id, &p->cpr, shown_from(m),
		m->twin ? (struct day){ 0 } : access_due(m), true, 0 };
	uint32_t id = 0;
	const enum person_made made = person_make(m->w->db, &new, m->w->now, &id);
	struct diff d;

	if (made != PERSON_MADE)
		return taken_text(m, made, id);
	m->held.id = m->doctor.id = id;
	diff_begin(&d, m->w->each);
	diff_text(&d, NULL, "name", NULL, new.name);
	diff_text(&d, NULL, "email", NULL, new.email);
	diff_text(&d, NULL, "mobile", NULL, new.mobile);
	diff_text(&d, NULL, "auth_id", NULL, new.auth_id);
	work_added(m->w, "person", id, &d);
	tell_held(m);
	return NULL;
}

static bool
same(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

/* What is known of the person, after the file.  A file that somebody has looked at holds.  A
 * feed changes only what it tells otherwise than before: what was put right by hand since, or
 * was there before the feed, stays, and is told. */
static const char *
merged(struct matter *m, const char *title, const char *before, const char *told, const char *held)
{
	if (told == NULL || same(told, held))
		return held;
	if (held == NULL || m->w->by_hand || m->held.withdrawn || m->held.has_unconfirmed)
		return told;
	if (m->told->before != NULL && !same(before, told))
		return told;
	doctor_say(&m->doctor, "%s: %s er beholdt; kilden har %s", title, held, told);
	return held;
}

/* Whom a department made has the address that the source tells, and no other: there is a way in. */
static void
confirm(struct matter *m, struct diff *d)
{
	if (!m->held.has_unconfirmed || m->p->email == NULL ||
	    person_told(m->w->db, m->held.id) != DB_ONE)
		return;
	diff_text(
	    d, NULL, "unconfirmed", arena_format(m->w->each, "%u", m->held.unconfirmed), NULL);
	doctor_say(&m->doctor, "E-mail og mobil var ikke bekræftet; det er de nu");
}

static const char *
change_person(struct matter *m)
{
	const struct intake_person none = { 0 },
	                           *b = m->told->before == NULL ? &none : m->told->before;
	const char *name = merged(m, "Navn", b->name, m->p->name, m->held.name);
	const char *email = merged(m, "E-mail", b->email, m->p->email, m->held.email);
	const char *mobile = merged(m, "Mobil", b->mobile, m->p->mobile, m->held.mobile);
	const char *auth_id =
	    merged(m, "Autorisations-ID", b->auth_id, m->p->auth_id, m->held.auth_id);
	struct diff d;
	enum person_made made;
	uint32_t other = 0;

	diff_begin(&d, m->w->each);
	diff_text(&d, "Navn", "name", m->held.name, name);
	diff_text(&d, "E-mail", "email", m->held.email, email);
	diff_text(&d, "Mobil", "mobile", m->held.mobile, mobile);
	diff_text(&d, "Autorisations-ID", "auth_id", m->held.auth_id, auth_id);
	if (d.any) {
		made = person_change(m->w->db, m->held.id, name, email, mobile, auth_id, &other);
		if (made != PERSON_MADE)
			return taken_text(m, made, other);
	}
	if (m->held.withdrawn && person_back(m->w->db, m->held.id) == DB_ONE)
		diff_text(&d, NULL, "gone", "WITHDRAWN", NULL);
	confirm(m, &d);
	if (!d.any)
		return NULL;
	work_changed(m->w, "person", m->held.id, &d);
	if (d.said.len > 0)
		doctor_say(&m->doctor, "%s", d.said.at);
	m->doctor.changed = true;
	return NULL;
}

/* When somebody who is there already is shown and gets access, after the courses have moved. */
static void
settle_days(struct matter *m)
{
	const struct day today = m->w->today, begins = doctor_begins(m->w, &m->doctor);
	struct day shown = m->held.shown_from, due = m->held.access_due;
	struct diff d;

	if (day_compare(shown, today) > 0)
		shown = shown_from(m);
	if (m->held.may_log_in || m->twin)
		due = m->held.access_due;
	else if (!day_is_none(due) || m->doctor.grew || m->held.withdrawn)
		due = day_is_none(begins) || day_compare(begins, today) > 0 ? begins : today;
	/* What is due already is on its way, and not put off till today. */
	if (!day_is_none(m->held.access_due) && !day_is_none(due) && day_compare(due, today) <= 0 &&
	    day_compare(m->held.access_due, today) <= 0)
		due = m->held.access_due;
	diff_begin(&d, m->w->each);
	diff_day(&d, "Vises fra", "shown_from", m->held.shown_from, shown);
	diff_day(&d, "Adgangsmail", "access_due", m->held.access_due, due);
	if (!d.any)
		return;
	person_days_set(m->w->db, m->held.id, shown, due);
	work_changed(m->w, "person", m->held.id, &d);
	doctor_say(&m->doctor, "%s", d.said.at);
	m->doctor.changed = true;
}

/* --- all of it ----------------------------------------------------------------------------- */

static struct taken
answer(struct matter *m, bool new)
{
	const enum found what = new ? FOUND_NEW : m->doctor.changed ? FOUND_CHANGED : FOUND_SAME;

	for (size_t i = 0; i < m->nleft; i++)
		work_found(m->w, FOUND_REFUSED, m->left[i].course->line,
		    arena_format(
		        m->w->each, "%s, forløb %s", m->p->name, m->left[i].course->source_id),
		    m->left[i].why, m->held.id);
	if (m->twin)
		doctor_say(&m->doctor,
		    "Forløbet hører til en person med erstatningsnummer. Sekretariatet "
		    "skal lægge de to sammen under Brugere; forløbet følger så med");
	return (struct taken){ what, m->doctor.said.at, m->held.id, m->next };
}

/* The rows of courses of a twin stay with the twin until the two are one. */
static void
take_courses(struct matter *m)
{
	if (m->twin)
		return;
	for (size_t i = 0; i < m->n; i++)
		course_take(m->w, &m->doctor, m->course[i]);
	doctor_role(m->w, &m->doctor);
}

static bool
all_cancelled(const struct matter *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (!m->course[i]->cancelled)
			return false;
	return true;
}

struct taken
person_take(struct work *w, const struct intake_person *p, const struct person_told *told)
{
	struct matter m = { .w = w, .p = p, .told = told };
	const char *why;
	bool new;

	find_person(&m);
	if (!doctor_read(w, m.held.id, &m.doctor))
		return refused("Databasen svarede ikke.");
	if ((why = choose_courses(&m)) != NULL || (why = find_by_source(&m)) != NULL)
		return refused(why);
	new = m.held.id == 0;
	if (m.n == 0 && !day_is_none(m.next) && new)
		return (struct taken){ FOUND_WAITING,
			arena_format(w->each, "Kommer i logbogen %s", day_text(w->each, m.next)), 0,
			m.next };
	/* Nobody comes into the logbook for a course that is not to be. */
	if (new &&all_cancelled(&m))
		return (struct taken){ FOUND_SAME, "", 0, m.next };
	if ((why = new ? make_person(&m) : change_person(&m)) != NULL)
		return refused(why);
	take_courses(&m);
	if (!new)
		settle_days(&m);
	return answer(&m, new);
}
