/* SPDX-License-Identifier: MPL-2.0
 *
 * A KBU round, as the table of what was chosen shows it (domain 5.2), with who it was: two
 * posts of six months.  The table's traps: months are short Danish words, the moment of the
 * choice has no year, the draw may be missing, a practice may not have been found yet.
 */
#include "intake_kbu.h"

#include <string.h>
#include <strings.h>

#include "intake_part.h"

enum {
	CHOSEN,
	DRAW,
	REGION,
	START,
	HOSPITAL,
	DEPARTMENT,
	SPECIALTY,
	HOSPITAL2,
	DEPARTMENT2,
	SPECIALTY2,
	ROUND,
	PERSON_ID,
	CPR,
	NAME,
	EMAIL,
	MOBILE,
	AUTH_ID,
	COURSE_ID,
	NUMBER,
	PLACE,
	PLACE2,
	CODE,
	CODE2,
	COLUMNS
};

static const struct intake_column columns[COLUMNS] = {
	[CHOSEN] = { "valgt", NULL, true, 0 },
	[DRAW] = { "lodtr.", "lodtraekning", true, 0 },
	[REGION] = { "region", NULL, true, 0 },
	[START] = { "startdato", NULL, true, 0 },
	[HOSPITAL] = { "uddannelsessted", NULL, true, 0 },
	[DEPARTMENT] = { "afdeling", NULL, true, 0 },
	[SPECIALTY] = { "speciale", NULL, true, 0 },
	[HOSPITAL2] = { "uddannelsessted2", NULL, true, 0 },
	[DEPARTMENT2] = { "afdeling2", NULL, true, 0 },
	[SPECIALTY2] = { "speciale2", NULL, true, 0 },
	[ROUND] = { "runde", NULL, true, 0 },
	[PERSON_ID] = { "person_id", NULL, true, 0 },
	[CPR] = { "cpr", NULL, true, 0 },
	[NAME] = { "navn", NULL, true, 0 },
	[EMAIL] = { "email", "e-mail", true, 0 },
	[MOBILE] = { "mobil", NULL, true, 0 },
	[AUTH_ID] = { "autorisations_id", NULL, false, 0 },
	[COURSE_ID] = { "forloeb_id", "forløb_id", false, 0 },
	[NUMBER] = { "forloebsnummer", "forløbsnummer", false, 0 },
	[PLACE] = { "sted", NULL, false, 0 },
	[PLACE2] = { "sted2", NULL, false, 0 },
	[CODE] = { "specialekode", NULL, false, 0 },
	[CODE2] = { "specialekode2", NULL, false, 0 },
};

const struct intake_table intake_kbu_table = { "KBU", columns, COLUMNS, { NULL, NULL } };

static const struct intake_identity identity = { NAME, CPR, EMAIL, MOBILE, AUTH_ID };

/* Where each of the two posts is told. */
static const struct post {
	size_t hospital, department, place, code;
	const char *source_id;
} posts[] = {
	{ HOSPITAL, DEPARTMENT, PLACE, CODE, "1" },
	{ HOSPITAL2, DEPARTMENT2, PLACE2, CODE2, "2" },
};

/* --- places ------------------------------------------------------------------------------- */

static bool
is_placeholder(const char *name)
{
	static const char beginning[] = "Almen praksis i ";

	return strncasecmp(name, beginning, sizeof beginning - 1) == 0;
}

/* "Medicinsk Afdeling M, Fjordby Sygehus", or what there is of it. */
static const char *
place_name(struct arena *a, const char *hospital, const char *department)
{
	if (hospital[0] == '\0' || department[0] == '\0')
		return hospital[0] == '\0' ? department : hospital;
	return arena_format(a, "%s, %s", department, hospital);
}

static void
read_place(struct intake_subject *s, const struct intake_row *row, const struct post *post,
    bool second, struct intake_element *e)
{
	enum { HALF = (INTAKE_PLACE_NAME_MOST - 2) / 2 };
	const char *hospital = intake_text(s, row, post->hospital, HALF);
	const char *department = intake_text(s, row, post->department, HALF);
	struct arena *a = s->rows->arena;

	e->place = intake_code(s, row, post->place, INTAKE_CODE_MOST, false);
	e->place_name = place_name(a, hospital, department);
	if (e->place[0] != '\0')
		return;
	if (second && (is_placeholder(hospital) || is_placeholder(department))) {
		e->placeholder = true;
		e->place_name = is_placeholder(hospital) ? hospital : department;
		e->place = intake_placeholder_code(a, e->place_name);
	} else if (e->place_name[0] == '\0')
		intake_blame(s, row, post->place, "Stedet for %s ansættelse mangler.",
		    second ? "anden" : "første");
	else
		intake_blame(s, row, post->place,
		    "Stedets kode mangler: \"%s\" er kun et navn. Skriv SHAK-koden eller ydernummeret i "
		    "kolonnen %s.",
		    intake_quoted(a, e->place_name), columns[post->place].name);
}

static void
read_post(struct intake_subject *s, const struct intake_row *row, size_t i, struct day start,
    struct intake_element *e)
{
	const struct post *post = &posts[i];

	*e = (struct intake_element){ .source_id = post->source_id,
		.fraction = 100,
		.position_no = "",
		.kind = "ORDINARY",
		.line = row->line };
	read_place(s, row, post, i == 1, e);
	e->since = day_add_months(start, i == 0 ? 0 : 6);
	e->until = day_add_months(start, i == 0 ? 6 : 12);
	e->specialty = intake_code(s, row, post->code, INTAKE_SPECIALTY_MOST, false);
}

/* --- the course -------------------------------------------------------------------------------- */

static const char *
read_round(struct intake_subject *s, const struct intake_row *row)
{
	const char *round = row->value[ROUND];

	if (strlen(round) == 6 && strspn(round, "0123456789") == 4 && round[4] == '-' &&
	    (round[5] == '1' || round[5] == '2'))
		return round;
	intake_blame(
	    s, row, ROUND, "Runden skal skrives som 2027-1 (forår) eller 2026-2 (efterår).");
	return "";
}

static struct day
read_start(struct intake_subject *s, const struct intake_row *row)
{
	struct day start = { 0 };

	if (row->value[START][0] == '\0')
		intake_blame(s, row, START, "Datoen mangler.");
	else if (!kbu_day(row->value[START], &start))
		intake_blame(s, row, START,
		    "\"%s\" er ikke en dato. Skriv den som 1. feb 27 eller 2027-02-01.",
		    intake_quoted(s->rows->arena, row->value[START]));
	return start;
}

static struct moment
read_chosen(struct intake_subject *s, const struct intake_row *row, struct day start)
{
	struct moment m = { 0 };

	if (row->value[CHOSEN][0] != '\0' && !day_is_none(start) &&
	    !kbu_moment(row->value[CHOSEN], start, &m))
		intake_blame(s, row, CHOSEN,
		    "\"%s\" er ikke et tidspunkt før startdatoen. Skriv det som 10. okt 13:20.",
		    intake_quoted(s->rows->arena, row->value[CHOSEN]));
	return m;
}

static void
read_course(struct intake_subject *s, const struct intake_row *row, const char *person,
    struct intake_course *c)
{
	struct arena *a = s->rows->arena;
	struct day start = read_start(s, row);

	*c = (struct intake_course){ .origin = INTAKE_BASISLAEGE,
		.stage = "KBU",
		.specialty = "",
		.n = 2,
		.line = row->line };
	c->round = read_round(s, row);
	c->source_id = intake_text(s, row, COURSE_ID, INTAKE_SOURCE_ID);
	if (c->source_id[0] == '\0')
		c->source_id = arena_format(a, "%s/%s", c->round, person);
	c->number = intake_text(s, row, NUMBER, INTAKE_NUMBER_MOST);
	if (c->number[0] == '\0')
		c->number = arena_format(a, "KBU %s", c->round);
	c->region = intake_region(s, row, REGION, true);
	c->draw = intake_text(s, row, DRAW, INTAKE_ROUND_MOST);
	c->chosen = read_chosen(s, row, start);
	if (c->chosen.s != 0)
		c->filled = moment_day(c->chosen);
	c->elements = arena_array(a, c->n, sizeof *c->elements);
	for (size_t i = 0; i < c->n; i++)
		read_post(s, row, i, start, &c->elements[i]);
}

static void
read_person(const struct intake_rows *rows, const struct intake_row *row, struct intake_draft *d)
{
	enum { BEFORE_ID = 7 }; /* "2027-1/" */
	struct intake_subject *s = &d->subject;
	struct intake_person *p = &d->person;
	struct intake_who who;

	*s = (struct intake_subject){ .rows = rows, .line = row->line };
	s->label = intake_label(rows->arena, row->value[NAME], row->value[PERSON_ID]);
	who = intake_who(s, row, &identity);
	*p = (struct intake_person){ .name = who.name,
		.email = who.email,
		.mobile = who.mobile,
		.auth_id = who.auth_id,
		.cpr = who.cpr,
		.n = 1,
		.line = row->line };
	p->source_id = intake_id(s, row, PERSON_ID, INTAKE_SOURCE_ID - BEFORE_ID);
	p->courses = arena_array(rows->arena, 1, sizeof *p->courses);
	read_course(s, row, p->source_id, p->courses);
}

void
intake_kbu(const struct intake_rows *rows, struct intake *out)
{
	static const size_t key[] = { PERSON_ID };
	const struct intake_row **row = intake_sorted(rows, key, 1);
	struct intake_draft *d = arena_array(rows->arena, rows->n, sizeof *d);

	for (size_t i = 0; i < rows->n; i++) {
		read_person(rows, row[i], &d[i]);
		if (i > 0 && row[i]->value[PERSON_ID][0] != '\0' &&
		    strcmp(row[i - 1]->value[PERSON_ID], row[i]->value[PERSON_ID]) == 0)
			intake_blame(&d[i].subject, row[i], PERSON_ID,
			    "Samme person-id står også i linje %u.", (unsigned)row[i - 1]->line);
	}
	intake_persons_settle(rows->arena, d, rows->n, out);
}
