/* SPDX-License-Identifier: MPL-2.0
 *
 * Course leaders, as the health authority lists them: who leads the courses of a specialty, or
 * one of them.
 */
#include <stdlib.h>
#include <string.h>

#include "intake_part.h"

enum { NAME, CPR, EMAIL, MOBILE, AUTH_ID, ROLE, SPECIALTY, COURSE, SINCE, UNTIL, COLUMNS };

static const struct intake_column columns[COLUMNS] = {
	[NAME] = { "navn", NULL, true, 0 },
	[CPR] = { "cpr", NULL, true, 0 },
	[EMAIL] = { "email", "e-mail", true, 0 },
	[MOBILE] = { "mobil", NULL, true, 0 },
	[AUTH_ID] = { "autorisations_id", NULL, false, 0 },
	[ROLE] = { "rolle", NULL, true, 0 },
	[SPECIALTY] = { "speciale", NULL, true, 0 },
	[COURSE] = { "kursus", NULL, true, 0 },
	[SINCE] = { "fra", NULL, true, 0 },
	[UNTIL] = { "til", NULL, false, 0 },
};

const struct intake_table intake_leader_table = { "KURSUSLEDERE", columns, COLUMNS,
	{ NULL, NULL } };

static const struct intake_identity identity = { NAME, CPR, EMAIL, MOBILE, AUTH_ID };

struct draft {
	struct intake_leader leader;
	struct intake_subject subject;
};

static void
read_course(struct intake_subject *s, const struct intake_row *row, struct intake_leader *l)
{
	static const char *const roles[] = { "Hovedkursusleder", "Delkursusleder", NULL };

	l->head = intake_word(s, row, ROLE, roles, false) == 0;
	l->specialty = intake_code(s, row, SPECIALTY, INTAKE_SPECIALTY_MOST, true);
	l->course = intake_text(s, row, COURSE, INTAKE_COURSE_NAME_MOST);
	if (row->value[ROLE][0] == '\0')
		return;
	if (l->head && row->value[COURSE][0] != '\0')
		intake_blame(s, row, COURSE,
		    "Feltet skal være tomt: en hovedkursusleder leder alle specialets kurser.");
	else if (!l->head && row->value[COURSE][0] == '\0')
		intake_blame(s, row, COURSE, "Navnet på delkurset mangler.");
}

static void
read_leader(const struct intake_rows *rows, const struct intake_row *row, struct draft *d)
{
	struct intake_subject *s = &d->subject;
	struct intake_leader *l = &d->leader;
	struct intake_who who;

	*s = (struct intake_subject){ .rows = rows, .line = row->line };
	s->label = intake_label(rows->arena, row->value[NAME], "");
	who = intake_who(s, row, &identity);
	*l = (struct intake_leader){ .name = who.name,
		.email = who.email,
		.mobile = who.mobile,
		.auth_id = who.auth_id,
		.cpr = who.cpr,
		.line = row->line };
	read_course(s, row, l);
	l->since = intake_day(s, row, SINCE, true);
	l->until = intake_day_after(s, row, UNTIL, false);
	if (!day_is_none(l->until) && day_compare(l->since, l->until) >= 0)
		intake_blame(s, row, UNTIL, "Sidste dag ligger før første dag.");
}

static int
compare(const void *a, const void *b)
{
	const struct intake_leader *x = &(*(struct draft *const *)a)->leader;
	const struct intake_leader *y = &(*(struct draft *const *)b)->leader;
	int c = strcmp(x->cpr.digits, y->cpr.digits);

	if (c == 0)
		c = x->head - y->head;
	if (c == 0)
		c = strcmp(x->specialty, y->specialty);
	if (c == 0)
		c = strcmp(x->course, y->course);
	if (c == 0)
		c = day_compare(x->since, y->since);
	return c != 0 ? c : (x->line > y->line) - (x->line < y->line);
}

static bool
are_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* What cannot both be: b is the later of two rows about one person. */
static void
blame_pair(const struct draft *da, struct draft *db)
{
	const struct intake_leader *a = &da->leader, *b = &db->leader;
	const struct intake_row row = { NULL, b->line };

	if (strcmp(a->name, b->name) != 0 || !are_same(a->email, b->email) ||
	    !are_same(a->mobile, b->mobile) || !are_same(a->auth_id, b->auth_id))
		intake_blame(&db->subject, &row, SIZE_MAX,
		    "Samme CPR-nummer har et andet navn, en anden e-mail, et andet mobilnummer eller et "
		    "andet autorisations-id i linje %u.",
		    (unsigned)a->line);
	if (a->head == b->head && strcmp(a->specialty, b->specialty) == 0 &&
	    strcmp(a->course, b->course) == 0 &&
	    (day_is_none(a->until) || day_compare(b->since, a->until) < 0))
		intake_blame(&db->subject, &row, SIZE_MAX,
		    "Den samme rolle for det samme kursus står også i linje %u.",
		    (unsigned)a->line);
}

static void
blame_pairs(struct arena *a, struct draft *d, size_t n)
{
	struct draft **at = arena_array(a, n, sizeof *at);

	for (size_t i = 0; i < n; i++)
		at[i] = &d[i];
	if (n > 0)
		qsort(at, n, sizeof *at, compare);
	for (size_t i = 1, last = 0; i < n; i++) {
		const char *digits = at[i]->leader.cpr.digits;

		if (digits[0] != '\0' && strcmp(at[last]->leader.cpr.digits, digits) == 0)
			blame_pair(at[last], at[i]);
		if (at[i]->subject.n == 0 || strcmp(at[last]->leader.cpr.digits, digits) != 0)
			last = i;
	}
}

void
intake_leaders(const struct intake_rows *rows, struct intake *out)
{
	struct draft *d = arena_array(rows->arena, rows->n, sizeof *d);
	struct intake_subject *s = arena_array(rows->arena, rows->n, sizeof *s);
	size_t refused = 0;

	out->leaders = arena_array(rows->arena, rows->n, sizeof *out->leaders);
	for (size_t i = 0; i < rows->n; i++)
		read_leader(rows, &rows->row[i], &d[i]);
	blame_pairs(rows->arena, d, rows->n);
	for (size_t i = 0; i < rows->n; i++)
		if (d[i].subject.n > 0)
			s[refused++] = d[i].subject;
		else
			out->leaders[out->nleaders++] = d[i].leader;
	intake_refuse_all(out, s, refused);
}
