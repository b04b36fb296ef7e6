/* SPDX-License-Identifier: MPL-2.0 */
#include "training.h"

#include <string.h>

/* What is read of a doctor, before it is put together. */
struct heap {
	struct time_courses *courses;
	struct time_elements *elements;
	struct time_agreements *agreements;
	struct time_changes *changes;
	struct time_absences *absences;
	size_t ncourses, nelements, nagreements, nchanges, nabsences;
};

static bool
read_all(struct db *db, const struct subject *who, uint32_t doctor, struct heap *h)
{
	return time_courses(db, who, doctor, &h->courses, &h->ncourses) == DB_ONE &&
	    time_elements(db, who, doctor, &h->elements, &h->nelements) == DB_ONE &&
	    time_agreements(db, who, doctor, &h->agreements, &h->nagreements) == DB_ONE &&
	    time_changes(db, who, doctor, &h->changes, &h->nchanges) == DB_ONE &&
	    time_absences(db, who, doctor, &h->absences, &h->nabsences) == DB_ONE;
}

static bool
is_replacement(const struct time_elements *e)
{
	return e->cancelled.year == 0 && strcmp(e->kind, "REPLACEMENT") == 0;
}

/* Did the agreement that took it away bring another in its stead? */
static bool
was_replaced(const struct heap *h, const struct time_elements *e)
{
	for (size_t i = 0; i < h->nchanges; i++) {
		const struct time_changes *x = &h->changes[i];

		if (x->element != e->id || strcmp(x->what, "CANCELLED") != 0 || !x->has_agreement)
			continue;
		for (size_t k = 0; k < h->nchanges; k++)
			if (strcmp(h->changes[k].what, "NEW") == 0 && h->changes[k].has_agreement &&
			    h->changes[k].agreement == x->agreement)
				return true;
	}
	return false;
}

static enum element_state
state_of(const struct heap *h, const struct time_elements *e, struct day today)
{
	if (!day_is_none(e->cancelled))
		return was_replaced(h, e) ? ELEMENT_REPLACED : ELEMENT_CANCELLED;
	if (day_compare(today, e->since) < 0)
		return ELEMENT_PLANNED;
	return day_compare(today, e->until) < 0 ? ELEMENT_CURRENT : ELEMENT_ENDED;
}

/* The days by which supplementary agreements in force made the element longer. */
static int32_t
prolonged(const struct heap *h, const struct time_elements *e)
{
	int32_t by = 0;

	for (size_t i = 0; i < h->nchanges; i++) {
		const struct time_changes *x = &h->changes[i];

		if (x->element == e->id && x->has_agreement && strcmp(x->what, "CHANGED") == 0 &&
		    strcmp(x->agreement_kind, "TILLAEGSAFTALE") == 0 && x->has_before_fraction &&
		    x->has_after_fraction)
			by += absence_prolonged(days360(x->before_since, x->before_until),
			    (int)x->before_fraction, days360(x->after_since, x->after_until),
			    (int)x->after_fraction);
	}
	return by;
}

bool
training_is_one(const struct time_courses *a, const struct time_courses *b)
{
	if (a->id == b->id)
		return true;
	return day_is_none(a->cancelled) && day_is_none(b->cancelled) &&
	    strcmp(a->stage, b->stage) == 0 && a->has_specialty == b->has_specialty &&
	    (!a->has_specialty || a->specialty == b->specialty);
}

static const struct time_courses *
course_row(const struct heap *h, uint32_t id)
{
	for (size_t i = 0; i < h->ncourses; i++)
		if (h->courses[i].id == id)
			return &h->courses[i];
	return NULL;
}

static bool
is_of_one(const struct heap *h, uint32_t a, uint32_t b)
{
	const struct time_courses *x = course_row(h, a), *y = course_row(h, b);

	return x != NULL && y != NULL && training_is_one(x, y);
}

/* The days of the replacement posts of the same training that begin when the element is over. */
static int32_t
replaced(const struct heap *h, const struct time_elements *e)
{
	int32_t days = 0;

	for (size_t i = 0; i < h->nelements; i++) {
		const struct time_elements *r = &h->elements[i];

		if (is_replacement(r) && day_compare(r->since, e->until) >= 0 &&
		    is_of_one(h, r->course, e->course))
			days += days360(r->since, r->until);
	}
	return days;
}

static struct absence_sum
sum_of(struct arena *a, const struct heap *h, const struct time_elements *e)
{
	struct absence_spell *s = arena_array(a, h->nabsences, sizeof *s);
	size_t n = 0;

	for (size_t i = 0; i < h->nabsences; i++) {
		const struct time_absences *x = &h->absences[i];

		if (x->element == e->id && x->cancelled.s == 0)
			s[n++] =
			    (struct absence_spell){ x->id, x->type, x->counts, x->since, x->until };
	}
	return absence_sum(a, s, n, e->since, e->until);
}

static struct training_element
element_of(struct arena *a, const struct heap *h, const struct time_elements *e, struct day today)
{
	struct training_element t = { .row = e,
		.state = state_of(h, e, today),
		.sees = e->sees_absence,
		.absence = sum_of(a, h, e) };

	if (day_is_none(e->cancelled))
		t.standing = absence_stand(t.absence.counted, days360(e->since, e->until),
		    prolonged(h, e), replaced(h, e), e->until);
	return t;
}

static struct training_course
course_of(struct arena *a, const struct heap *h, const struct time_courses *c, struct day today)
{
	struct training_element *elements = arena_array(a, h->nelements, sizeof *elements);
	const struct time_agreements **agreements =
	    arena_array(a, h->nagreements, sizeof *agreements);
	struct training_course t = { .row = c, .elements = elements, .agreements = agreements };

	for (size_t i = 0; i < h->nelements; i++)
		if (h->elements[i].course == c->id)
			elements[t.n++] = element_of(a, h, &h->elements[i], today);
	for (size_t i = 0; i < h->nagreements; i++)
		if (h->agreements[i].course == c->id)
			agreements[t.nagreements++] = &h->agreements[i];
	return t;
}

const struct training *
training_of(struct db *db, const struct subject *who, uint32_t doctor)
{
	struct arena *a = db_arena(db);
	struct training_course *courses;
	struct heap h = { 0 };
	struct training *t;

	if (doctor == 0 || !read_all(db, who, doctor, &h) || h.ncourses == 0)
		return NULL;
	courses = arena_array(a, h.ncourses, sizeof *courses);
	for (size_t i = 0; i < h.ncourses; i++)
		courses[i] = course_of(a, &h, &h.courses[i], subject_today(who));
	t = arena_take(a, sizeof *t);
	*t = (struct training){ doctor, h.courses[0].doctor_name, courses, h.ncourses, h.changes,
		h.nchanges, h.absences, h.nabsences };
	return t;
}

const struct training_element *
training_element(const struct training *t, uint32_t element, const struct training_course **course)
{
	for (size_t i = 0; t != NULL && i < t->n; i++) {
		for (size_t k = 0; k < t->courses[i].n; k++) {
			if (t->courses[i].elements[k].row->id != element)
				continue;
			if (course != NULL)
				*course = &t->courses[i];
			return &t->courses[i].elements[k];
		}
	}
	return NULL;
}

struct day
training_until(const struct training *t, const struct training_course *c)
{
	struct day until = c->row->until;

	for (size_t i = 0; i < t->n; i++)
		if (training_is_one(t->courses[i].row, c->row) &&
		    day_compare(t->courses[i].row->until, until) > 0)
			until = t->courses[i].row->until;
	return until;
}

/* Into the order of days, behind those that begin no later. */
static void
put_in_order(const struct training_element **to, size_t n, const struct training_element *e)
{
	for (; n > 0 && day_compare(to[n - 1]->row->since, e->row->since) > 0; n--)
		to[n] = to[n - 1];
	to[n] = e;
}

const struct training_element *const *
training_elements(
    struct arena *a, const struct training *t, const struct training_course *c, size_t *n)
{
	const struct training_element **elements;
	size_t most = 0;

	for (size_t i = 0; i < t->n; i++)
		most += t->courses[i].n;
	elements = arena_array(a, most, sizeof *elements);
	*n = 0;
	for (size_t i = 0; i < t->n; i++) {
		const struct training_course *x = &t->courses[i];

		for (size_t k = 0; training_is_one(x->row, c->row) && k < x->n; k++)
			if (day_is_none(x->elements[k].row->cancelled))
				put_in_order(elements, (*n)++, &x->elements[k]);
	}
	return elements;
}

const char *
element_state_title(enum element_state s)
{
	switch (s) {
	case ELEMENT_PLANNED:
		return "Planlagt";
	case ELEMENT_CURRENT:
		return "Igangværende";
	case ELEMENT_ENDED:
		return "Afsluttet";
	case ELEMENT_CANCELLED:
		return "Annulleret";
	case ELEMENT_REPLACED:
		return "Erstattet";
	}
	return "";
}
