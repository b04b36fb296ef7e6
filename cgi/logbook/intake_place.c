/* SPDX-License-Identifier: MPL-2.0
 *
 * Places: hospitals, departments, sections, practices.  A SHAK code has four, six or seven
 * characters, and begins with the code of what it is part of (domain 18.5).
 */
#include <stdlib.h>
#include <string.h>

#include "intake_part.h"

enum { CODE, KIND, NAME, PARENT, REGION, SINCE, UNTIL, COLUMNS };

static const struct intake_column columns[COLUMNS] = {
	[CODE] = { "kode", NULL, true, 0 },
	[KIND] = { "type", NULL, true, 0 },
	[NAME] = { "navn", NULL, true, 0 },
	[PARENT] = { "overordnet", NULL, true, 0 },
	[REGION] = { "region", NULL, true, 0 },
	[SINCE] = { "fra", NULL, false, 0 },
	[UNTIL] = { "til", NULL, false, 0 },
};

const struct intake_table intake_place_table = { "STEDER", columns, COLUMNS, { NULL, NULL } };

enum kind { SYGEHUS, AFDELING, AFSNIT, OTHERS };
static const char *const kinds[] = { "SYGEHUS", "AFDELING", "AFSNIT", "PRAKSIS",
	"SPECIALLAEGEPRAKSIS", "ANDEN", NULL };

struct draft {
	struct intake_place place;
	struct intake_subject subject;
};

/* Codes of our own have a hyphen; SHAK codes have none. */
static bool
is_shak(const char *code)
{
	return strchr(code, '-') == NULL;
}

/* The parent where the row does not say it: the beginning of the code. */
static const char *
parent_by_code(struct arena *a, const char *code, size_t kind)
{
	static const size_t length[] = { [SYGEHUS] = 0, [AFDELING] = 4, [AFSNIT] = 6 };

	return kind < OTHERS && is_shak(code) && strlen(code) > length[kind]
	    ? arena_copy(a, code, length[kind])
	    : "";
}

static void
check_shak(struct intake_subject *s, const struct intake_row *row, const char *code, size_t kind)
{
	static const size_t length[] = { [SYGEHUS] = 4, [AFDELING] = 6, [AFSNIT] = 7 };

	if (kind < OTHERS && code[0] != '\0' && is_shak(code) && strlen(code) != length[kind])
		intake_blame(s, row, CODE,
		    "En SHAK-kode for %s har %zu tegn. Vores egne koder har en bindestreg.",
		    kinds[kind], length[kind]);
}

static void
read_parent(
    struct intake_subject *s, const struct intake_row *row, size_t kind, struct intake_place *p)
{
	p->parent = intake_code(s, row, PARENT, INTAKE_CODE_MOST, false);
	if (p->parent[0] == '\0')
		p->parent = parent_by_code(s->rows->arena, p->code, kind);
	if (kind == SYGEHUS && p->parent[0] != '\0')
		intake_blame(s, row, PARENT, "Feltet skal være tomt for et sygehus.");
	else if ((kind == AFDELING || kind == AFSNIT) && p->parent[0] == '\0')
		intake_blame(s, row, PARENT, "Koden for %s mangler.",
		    kind == AFDELING ? "afdelingens sygehus" : "afsnittets afdeling");
	else if (kind < OTHERS && p->code[0] != '\0' &&
	    (strncmp(p->code, p->parent, strlen(p->parent)) != 0 ||
	        strlen(p->code) == strlen(p->parent)))
		intake_blame(
		    s, row, CODE, "Koden skal begynde med koden for det overordnede sted.");
}

static void
read_place(const struct intake_rows *rows, const struct intake_row *row, struct draft *d)
{
	struct intake_subject *s = &d->subject;
	struct intake_place *p = &d->place;
	size_t kind;

	*s = (struct intake_subject){ .rows = rows, .line = row->line };
	s->label = intake_label(rows->arena, row->value[NAME], row->value[CODE]);
	*p = (struct intake_place){ .line = row->line };
	p->code = intake_code(s, row, CODE, INTAKE_CODE_MOST, true);
	kind = intake_word(s, row, KIND, kinds, false);
	p->kind = kinds[kind];
	p->name = intake_needed(s, row, NAME, INTAKE_PLACE_NAME_MOST, "Navnet mangler.");
	if (row->value[KIND][0] != '\0') {
		check_shak(s, row, p->code, kind);
		read_parent(s, row, kind, p);
	} else
		p->parent = "";
	p->region = intake_region(s, row, REGION, true);
	p->since = intake_day(s, row, SINCE, false);
	p->until = intake_day_after(s, row, UNTIL, false);
	if (day_is_none(p->since))
		p->since = (struct day){ 1900, 1, 1 };
	if (day_is_none(p->until))
		p->until = (struct day){ 9999, 12, 31 };
	if (day_compare(p->since, p->until) >= 0)
		intake_blame(s, row, UNTIL, "Sidste dag ligger før første dag.");
}

/* By code: what a place is part of comes before it. */
static int
compare_codes(const void *a, const void *b)
{
	const struct intake_place *x = &((const struct draft *)a)->place;
	const struct intake_place *y = &((const struct draft *)b)->place;
	int c = strcmp(x->code, y->code);

	return c != 0 ? c : (x->line > y->line) - (x->line < y->line);
}

static void
blame_twice(struct draft *d, const struct draft *other)
{
	const struct intake_row row = { NULL, d->place.line };

	if (d->place.code[0] != '\0' && strcmp(d->place.code, other->place.code) == 0)
		intake_blame(&d->subject, &row, SIZE_MAX, "Koden %s står også i linje %u.",
		    intake_quoted(d->subject.rows->arena, d->place.code),
		    (unsigned)other->place.line);
}

void
intake_places(const struct intake_rows *rows, struct intake *out)
{
	struct draft *d = arena_array(rows->arena, rows->n, sizeof *d);
	struct intake_subject *s = arena_array(rows->arena, rows->n, sizeof *s);
	size_t refused = 0;

	out->places = arena_array(rows->arena, rows->n, sizeof *out->places);
	for (size_t i = 0; i < rows->n; i++)
		read_place(rows, &rows->row[i], &d[i]);
	if (rows->n > 0)
		qsort(d, rows->n, sizeof *d, compare_codes);
	for (size_t i = 0; i < rows->n; i++) {
		if (i > 0)
			blame_twice(&d[i], &d[i - 1]);
		if (i + 1 < rows->n && d[i].subject.n == 0)
			blame_twice(&d[i], &d[i + 1]);
		if (d[i].subject.n > 0)
			s[refused++] = d[i].subject;
		else
			out->places[out->nplaces++] = d[i].place;
	}
	intake_refuse_all(out, s, refused);
}
