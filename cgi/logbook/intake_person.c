/* SPDX-License-Identifier: MPL-2.0
 *
 * Persons with posts: one row is one delforløb; its person and its course repeat.
 */
#include <string.h>

#include "intake_part.h"

enum {
	PERSON_ID,
	NAME,
	CPR,
	EMAIL,
	MOBILE,
	AUTH_ID,
	COURSE_ID,
	ORIGIN,
	STAGE,
	SPECIALTY,
	REGION,
	NUMBER,
	ROUND,
	DRAW,
	CHOSEN,
	FILLED,
	ADVERTISED,
	EMPLOYED,
	CLOSED,
	CANCELLED,
	ELEMENT_ID,
	PLACE,
	PLACE_NAME,
	PLACEHOLDER,
	SINCE,
	UNTIL,
	FRACTION,
	POSITION_NO,
	PLACE_SPECIALTY,
	KIND,
	COLUMNS
};

static const struct intake_column columns[COLUMNS] = {
	[PERSON_ID] = { "person_id", NULL, true, 0 },
	[NAME] = { "navn", NULL, true, 0 },
	[CPR] = { "cpr", NULL, true, 0 },
	[EMAIL] = { "email", "e-mail", true, 0 },
	[MOBILE] = { "mobil", NULL, true, 0 },
	[AUTH_ID] = { "autorisations_id", NULL, false, 0 },
	[COURSE_ID] = { "forloeb_id", "forløb_id", true, 1 },
	[ORIGIN] = { "kilde", NULL, true, 1 },
	[STAGE] = { "uddannelse", NULL, true, 1 },
	[SPECIALTY] = { "speciale", NULL, true, 1 },
	[REGION] = { "region", NULL, true, 1 },
	[NUMBER] = { "forloebsnummer", "forløbsnummer", true, 1 },
	[ROUND] = { "runde", NULL, false, 1 },
	[DRAW] = { "lodtraekning", "lodtrækning", false, 1 },
	[CHOSEN] = { "valgt", NULL, false, 1 },
	[FILLED] = { "besat", NULL, false, 1 },
	[ADVERTISED] = { "opslaaet", "opslået", false, 1 },
	[EMPLOYED] = { "ansat", NULL, false, 1 },
	[CLOSED] = { "runde_lukket", NULL, false, 1 },
	[CANCELLED] = { "annulleret", NULL, false, 1 },
	INTAKE_ELEMENT_TABLE(2),
};

const struct intake_table intake_person_table = { "PERSONER", columns, COLUMNS,
	{ "forloeb", "delforloeb" } };

static const struct intake_identity identity = { NAME, CPR, EMAIL, MOBILE, AUTH_ID };
static const struct intake_element_columns element_columns = INTAKE_ELEMENT_AT;

/* What belongs together. */
static const size_t key[] = { PERSON_ID, ORIGIN, COURSE_ID };

static void
read_stage(struct intake_subject *s, const struct intake_row *row, struct intake_course *c)
{
	static const char *const stages[] = { "KBU", "INTRO", "HU", "EVAL", NULL };
	size_t stage = intake_word(s, row, STAGE, stages, false);
	bool with = stage == 1 || stage == 2;

	c->stage = stages[stage];
	c->specialty = intake_code(s, row, SPECIALTY, INTAKE_SPECIALTY_MOST, false);
	if (row->value[STAGE][0] == '\0' || with == (row->value[SPECIALTY][0] != '\0'))
		return;
	if (with)
		intake_blame(
		    s, row, SPECIALTY, "Specialet mangler: %s er i et speciale.", c->stage);
	else
		intake_blame(s, row, SPECIALTY, "Feltet skal være tomt: %s er ikke i et speciale.",
		    c->stage);
}

static void
read_course(struct intake_subject *s, const struct intake_row *row, struct intake_course *c)
{
	*c = (struct intake_course){ .line = row->line };
	c->source_id = intake_id(s, row, COURSE_ID, INTAKE_SOURCE_ID);
	c->origin = intake_origin_read(s, row, ORIGIN);
	read_stage(s, row, c);
	c->region = intake_region(s, row, REGION, true);
	c->number = intake_text(s, row, NUMBER, INTAKE_NUMBER_MOST);
	c->round = intake_text(s, row, ROUND, INTAKE_ROUND_MOST);
	c->draw = intake_text(s, row, DRAW, INTAKE_ROUND_MOST);
	c->chosen = intake_moment(s, row, CHOSEN);
	c->filled = intake_day(s, row, FILLED, false);
	c->advertised = intake_day(s, row, ADVERTISED, false);
	c->employed = intake_day(s, row, EMPLOYED, false);
	c->closed = intake_day(s, row, CLOSED, false);
	c->cancelled = intake_yes(s, row, CANCELLED);
}

/* The rows of one course. */
static void
read_elements(struct intake_subject *s, const struct intake_row *const *row, size_t n,
    struct intake_course *c)
{
	if (n > INTAKE_ELEMENTS) {
		intake_blame(s, row[0], COURSE_ID, "Forløbet har flere end %d delforløb.",
		    (int)INTAKE_ELEMENTS);
		return;
	}
	c->elements = arena_array(s->rows->arena, n, sizeof *c->elements);
	for (size_t i = 0; i < n; i++) {
		intake_same(s, row[0], row[i], 1);
		if (!intake_element_is_none(row[i], &element_columns))
			intake_element_read(s, row[i], &element_columns, &c->elements[c->n++]);
	}
	if (c->n == 0 && !c->cancelled)
		intake_blame(s, row[0], ELEMENT_ID, "Forløbet har ingen delforløb.");
	intake_elements_order(s, c->elements, c->n);
}

static size_t
count_courses(const struct intake_row *const *row, size_t n)
{
	size_t courses = 0;

	for (size_t i = 0; i < n && courses <= INTAKE_COURSES;
	     i += intake_run(row + i, n - i, key, 3))
		courses++;
	return courses;
}

/* The rows of one person, course by course. */
static void
read_courses(struct intake_draft *d, const struct intake_row *const *row, size_t n)
{
	struct intake_person *p = &d->person;
	size_t courses = count_courses(row, n);

	if (courses > INTAKE_COURSES) {
		intake_blame(&d->subject, row[0], PERSON_ID, "Personen har flere end %d forløb.",
		    (int)INTAKE_COURSES);
		return;
	}
	p->courses = arena_array(d->subject.rows->arena, courses, sizeof *p->courses);
	for (size_t i = 0, run; i < n; i += run) {
		run = intake_run(row + i, n - i, key, 3);
		read_course(&d->subject, row[i], &p->courses[p->n]);
		read_elements(&d->subject, row + i, run, &p->courses[p->n++]);
	}
}

/* Rows are sorted by course, so the first in the file need not be the first here. */
static const struct intake_row *
first_of(const struct intake_row *const *row, size_t n)
{
	const struct intake_row *first = row[0];

	for (size_t i = 1; i < n; i++)
		if (row[i] < first)
			first = row[i];
	return first;
}

static void
read_person(const struct intake_rows *rows, const struct intake_row *const *row, size_t n,
    struct intake_draft *d)
{
	const struct intake_row *first = first_of(row, n);
	struct intake_subject *s = &d->subject;
	struct intake_who who;

	*s = (struct intake_subject){ .rows = rows, .line = first->line };
	s->label = intake_label(rows->arena, first->value[NAME], first->value[PERSON_ID]);
	who = intake_who(s, first, &identity);
	d->person = (struct intake_person){ .name = who.name,
		.email = who.email,
		.mobile = who.mobile,
		.auth_id = who.auth_id,
		.cpr = who.cpr,
		.line = first->line };
	d->person.source_id = intake_id(s, first, PERSON_ID, INTAKE_SOURCE_ID);
	for (size_t i = 0; i < n; i++)
		intake_same(s, first, row[i], 0);
	read_courses(d, row, n);
}

void
intake_persons(const struct intake_rows *rows, struct intake *out)
{
	const struct intake_row **row = intake_sorted(rows, key, 3);
	struct intake_draft *d = arena_array(rows->arena, rows->n, sizeof *d);
	size_t n = 0;

	for (size_t i = 0, run; i < rows->n; i += run) {
		run = row[i]->value[PERSON_ID][0] == '\0'
		    ? 1
		    : intake_run(row + i, rows->n - i, key, 1);
		read_person(rows, row + i, run, &d[n++]);
	}
	intake_persons_settle(rows->arena, d, n, out);
}
