/* SPDX-License-Identifier: MPL-2.0 */
#include "training_rule.h"

#include <string.h>

#include "absence.h"

enum { HALF_YEAR = 180, YEAR = 360, TWO = 2 };

/* At most so many of one element, and of the course. */
enum { EACH_MOST = 4, COURSE_MOST = 4 };

struct finding {
	struct arena *arena;
	const struct rule_course *course;
	struct course_fault *faults;
	size_t n;
};

static void
warn(struct finding *f, enum course_warning what, uint32_t element, const char *sentence)
{
	f->faults[f->n++] = (struct course_fault){ what, element, sentence };
}

static bool
is_kind(const struct rule_element *e, const char *kind)
{
	return strcmp(e->kind, kind) == 0;
}

/* Does it count as a place of training by itself: not a post that makes up for absence, nor one
 * for a course alone? */
static bool
is_place(const struct rule_element *e)
{
	return !is_kind(e, "REPLACEMENT") && !is_kind(e, "COURSE_ONLY");
}

/* The days in one piece at the place of element i, elements that follow one another taken together. */
static int32_t
piece(const struct rule_course *c, size_t i)
{
	struct day since = c->elements[i].since, until = c->elements[i].until;

	for (size_t k = i; k-- > 0 && c->elements[k].unit == c->elements[i].unit &&
	     day_compare(c->elements[k].until, since) == 0;)
		since = c->elements[k].since;
	for (size_t k = i + 1; k < c->n && c->elements[k].unit == c->elements[i].unit &&
	     day_compare(c->elements[k].since, until) == 0;
	     k++)
		until = c->elements[k].until;
	return days360(since, until);
}

/* All days in the specialty at the place of element i, replacement posts too. */
static int32_t
whole(const struct rule_course *c, size_t i)
{
	int32_t days = 0;

	for (size_t k = 0; k < c->n; k++)
		if (c->elements[k].unit == c->elements[i].unit &&
		    c->elements[k].specialty == c->specialty)
			days += days360(c->elements[k].since, c->elements[k].until);
	return days;
}

/* Is the place of element i met there for the first time? */
static bool
is_first_there(const struct rule_course *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (c->elements[k].unit == c->elements[i].unit &&
		    c->elements[k].specialty == c->elements[i].specialty)
			return false;
	return true;
}

/* Said only where the specialty of every place is known: a hole in the data is no breach. */
static void
find_two_places(struct finding *f)
{
	const struct rule_course *c = f->course;
	size_t places = 0;
	bool in_one_piece = false;

	if (strcmp(c->stage, "HU") != 0 || c->specialty == 0 || c->n == 0)
		return;
	for (size_t i = 0; i < c->n; i++) {
		if (c->elements[i].specialty == 0)
			return;
		if (c->elements[i].specialty != c->specialty || !is_first_there(c, i))
			continue;
		places += whole(c, i) >= YEAR;
	}
	for (size_t i = 0; i < c->n; i++)
		in_one_piece = in_one_piece ||
		    (c->elements[i].specialty == c->specialty && piece(c, i) >= YEAR);
	if (places < TWO || !in_one_piece)
		warn(f, WARN_TWO_PLACES, 0,
		    "Hoveduddannelsen skal have mindst to ansættelsessteder i specialet med mindst "
		    "12 måneder hvert sted, og mindst det ene skal være sammenhængende.");
}

static void
find_kbu(struct finding *f)
{
	const struct rule_course *c = f->course;
	const struct rule_element *first = c->n == 0 ? NULL : &c->elements[0];
	int32_t full = 0;

	if (strcmp(c->stage, "KBU") != 0 || first == NULL)
		return;
	for (size_t i = 0; i < c->n; i++)
		full += days360(c->elements[i].since, c->elements[i].until) *
		    c->elements[i].fraction / 100;
	if (full < YEAR)
		warn(f, WARN_KBU_LENGTH, 0,
		    "KBU varer 12 måneder på fuld tid: to gange seks måneder.");
	if (first->is_practice)
		warn(f, WARN_KBU_FIRST, first->id,
		    "Det første halve år af KBU er på sygehus; almen praksis kommer som nummer to.");
	else if (strcmp(c->region, "OEST") == 0 &&
	    strstr(first->specialty_code, "psykiatri") != NULL)
		warn(f, WARN_KBU_PSYCHIATRY, first->id,
		    "I Øst er psykiatri altid det andet halve år af KBU.");
	if (c->n > 1 && first->specialty != 0 && is_place(&c->elements[1]) &&
	    first->specialty == c->elements[1].specialty && first->unit != c->elements[1].unit)
		warn(f, WARN_KBU_SAME, 0,
		    "De to halve år af KBU skal være i forskellige specialer, eller på sygehus og i "
		    "almen praksis.");
}

static void
find_fraction(struct finding *f, const struct rule_element *e)
{
	if (part_time_is_low(e->fraction))
		warn(f, WARN_LOW_FRACTION, e->id,
		    arena_format(f->arena,
		        "%d %% er under halv tid. Deltid skal være mindst 50 %% (18½ time om ugen).",
		        e->fraction));
	else if (e->fraction < 100)
		warn(f, WARN_PART_TIME, e->id,
		    arena_format(f->arena,
		        "%d %%: deltid kan kun aftales ved delvis genoptagelse under barsel eller "
		        "forældreorlov, af særlige personlige grunde, eller sammen med forskning.",
		        e->fraction));
}

static void
find_of_element(struct finding *f, size_t i)
{
	const struct rule_element *e = &f->course->elements[i];

	find_fraction(f, e);
	if (is_place(e) && piece(f->course, i) < HALF_YEAR)
		warn(f, WARN_SIX_MONTHS, e->id,
		    "Delforløbet er kortere end seks sammenhængende måneder og tæller derfor ikke "
		    "uden videre. Barsel og forældreorlov er ingen afbrydelse.");
	if (e->since.dom != 1 && !is_kind(e, "COURSE_ONLY"))
		warn(f, WARN_NOT_THE_FIRST, e->id,
		    "Delforløbet begynder ikke den 1. i en måned. Det kan det kun efter barsel.");
}

const struct course_fault *
course_faults(struct arena *a, const struct rule_course *c, size_t *n)
{
	struct finding f = { .arena = a, .course = c };

	f.faults = arena_array(a, COURSE_MOST + c->n * EACH_MOST, sizeof *f.faults);
	find_two_places(&f);
	find_kbu(&f);
	for (size_t i = 0; i < c->n; i++)
		find_of_element(&f, i);
	*n = f.n;
	return f.faults;
}
