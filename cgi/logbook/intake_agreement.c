/* SPDX-License-Identifier: MPL-2.0
 *
 * Agreements and supplementary agreements: one row is one delforløb as it is to be from now on;
 * its agreement repeats.
 */
#include <stdlib.h>
#include <string.h>

#include "intake_part.h"

enum {
	ORIGIN,
	COURSE_ID,
	KIND_OF,
	NUMBER,
	PUBLISHED,
	EFFECT,
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
	[ORIGIN] = { "kilde", NULL, true, 0 },
	[COURSE_ID] = { "forloeb_id", "forløb_id", true, 0 },
	[KIND_OF] = { "aftaletype", NULL, true, 0 },
	[NUMBER] = { "aftalenummer", NULL, true, 0 },
	[PUBLISHED] = { "offentliggjort", NULL, true, 0 },
	[EFFECT] = { "virkning", NULL, false, 0 },
	INTAKE_ELEMENT_TABLE(1),
};

const struct intake_table intake_agreement_table = { "AFTALER", columns, COLUMNS,
	{ "delforloeb", NULL } };

static const struct intake_element_columns element_columns = INTAKE_ELEMENT_AT;

/* What belongs together. */
static const size_t key[] = { ORIGIN, COURSE_ID, KIND_OF, NUMBER };
enum { KEYS = sizeof key / sizeof key[0] };

static void
read_elements(struct intake_subject *s, const struct intake_row *const *row, size_t n,
    struct intake_agreement *g)
{
	if (n > INTAKE_ELEMENTS) {
		intake_blame(
		    s, row[0], NUMBER, "Aftalen har flere end %d delforløb.", (int)INTAKE_ELEMENTS);
		return;
	}
	g->elements = arena_array(s->rows->arena, n, sizeof *g->elements);
	for (size_t i = 0; i < n; i++) {
		intake_same(s, row[0], row[i], 0);
		if (!intake_element_is_none(row[i], &element_columns))
			intake_element_read(s, row[i], &element_columns, &g->elements[g->n++]);
	}
	intake_elements_order(s, g->elements, g->n);
}

static void
read_agreement(const struct intake_rows *rows, const struct intake_row *const *row, size_t n,
    struct intake_agreement *g, struct intake_subject *s)
{
	static const char *const kinds[] = { "UDDANNELSESAFTALE", "TILLAEGSAFTALE", NULL };
	static const char *const shown[] = { "Uddannelsesaftale", "Tillægsaftale" };
	const char *number = intake_label(rows->arena, row[0]->value[NUMBER], "");
	size_t kind;

	*s = (struct intake_subject){ .rows = rows, .line = row[0]->line };
	kind = intake_word(s, row[0], KIND_OF, kinds, false);
	s->label = arena_format(rows->arena, "%s %s", shown[kind], number);
	*g = (struct intake_agreement){ .kind = kinds[kind], .line = row[0]->line };
	g->course = intake_id(s, row[0], COURSE_ID, INTAKE_SOURCE_ID);
	g->origin = intake_origin_read(s, row[0], ORIGIN);
	g->number =
	    intake_needed(s, row[0], NUMBER, INTAKE_AGREEMENT_MOST, "Aftalens nummer mangler.");
	g->published = intake_day(s, row[0], PUBLISHED, true);
	g->effect = intake_text(s, row[0], EFFECT, INTAKE_EFFECT_MOST);
	if (intake_holds_cpr(g->effect))
		intake_blame(s, row[0], EFFECT, "Teksten indeholder et CPR-nummer. Slet det.");
	read_elements(s, row, n, g);
}

/* As they were published: the later one is what holds. */
static int
compare_published(const void *a, const void *b)
{
	const struct intake_agreement *x = a, *y = b;
	int c = day_compare(x->published, y->published);

	return c != 0 ? c : (x->line > y->line) - (x->line < y->line);
}

void
intake_agreements(const struct intake_rows *rows, struct intake *out)
{
	const struct intake_row **row = intake_sorted(rows, key, KEYS);
	struct intake_subject *s = arena_array(rows->arena, rows->n, sizeof *s);
	struct intake_agreement *g = arena_array(rows->arena, rows->n, sizeof *g);
	size_t refused = 0, n = 0;

	for (size_t i = 0, run; i < rows->n; i += run) {
		run = row[i]->value[NUMBER][0] == '\0'
		    ? 1
		    : intake_run(row + i, rows->n - i, key, KEYS);
		read_agreement(rows, row + i, run, &g[n], &s[refused]);
		if (s[refused].n == 0)
			n++;
		else
			refused++;
	}
	if (n > 0)
		qsort(g, n, sizeof *g, compare_published);
	out->agreements = g;
	out->nagreements = n;
	intake_refuse_all(out, s, refused);
}
