/* SPDX-License-Identifier: MPL-2.0
 *
 * Delforløb, as persons and agreements have them.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "intake_part.h"
#include "number.h"

static const char *const kinds[] = { "ORDINARY", "REPLACEMENT", "PART_TIME", "COURSE_ONLY", NULL };

bool
intake_element_is_none(const struct intake_row *row, const struct intake_element_columns *at)
{
	return row->value[at->source_id][0] == '\0' && row->value[at->place][0] == '\0' &&
	    row->value[at->place_name][0] == '\0' && row->value[at->since][0] == '\0' &&
	    row->value[at->until][0] == '\0';
}

static uint32_t
read_fraction(struct intake_subject *s, const struct intake_row *row, size_t column)
{
	uint32_t n = 100;

	if (row->value[column][0] != '\0' &&
	    (!number_u32(row->value[column], &n) || n < 1 || n > 100)) {
		intake_blame(s, row, column,
		    "\"%s\" er ikke en ansættelsesprocent. Skriv et helt tal fra 1 til 100.",
		    intake_quoted(s->rows->arena, row->value[column]));
		return 100;
	}
	return n;
}

/* "FJORDBY" of "Almen praksis i Fjordby Kommune"; the whole, where it is called otherwise. */
static const char *
municipality(struct arena *a, const char *name)
{
	static const char before[] = "Almen praksis i ", after[] = " Kommune";
	size_t n = strlen(name), b = sizeof before - 1, e = sizeof after - 1;

	if (n > b + e && strncasecmp(name, before, b) == 0 && strcasecmp(name + n - e, after) == 0)
		return arena_copy(a, name + b, n - b - e);
	return name;
}

/* In capitals A-Z and digits, æ, ø, å as AE, OE, AA, everything else a hyphen. */
static const char *
in_capitals(struct arena *a, const char *s)
{
	static const char *const letters[][2] = { { "æ", "AE" }, { "Æ", "AE" }, { "ø", "OE" },
		{ "Ø", "OE" }, { "å", "AA" }, { "Å", "AA" }, { "é", "E" }, { "ü", "Y" } };
	struct text t = { .arena = a };

	text_puts(&t, "");
	for (size_t i; *s != '\0'; s++) {
		char c = (char)toupper((unsigned char)*s);

		for (i = 0; i < sizeof letters / sizeof letters[0]; i++)
			if (strncmp(s, letters[i][0], 2) == 0)
				break;
		if (i < sizeof letters / sizeof letters[0]) {
			text_puts(&t, letters[i][1]);
			s++;
		} else if (((unsigned char)*s & 0x80) == 0 && isalnum((unsigned char)c))
			text_add(&t, &c, 1);
		else if (t.len > 0 && t.at[t.len - 1] != '-')
			text_add(&t, "-", 1);
	}
	while (t.len > 0 && t.at[t.len - 1] == '-')
		t.at[--t.len] = '\0';
	return t.at;
}

/* The same name always has the same code, and two names hardly one: what does not fit ends in
 * a number made of the whole (FNV-1a). */
const char *
intake_placeholder_code(struct arena *a, const char *name)
{
	const char *town = in_capitals(a, municipality(a, name));
	uint32_t mix = 2166136261u;

	if (town[0] != '\0' && strlen(town) <= INTAKE_CODE_MOST - 6)
		return arena_format(a, "PLADS-%s", town);
	for (const char *p = name; *p != '\0'; p++)
		mix = (mix ^ (unsigned char)*p) * 16777619u;
	return arena_format(a, "PLADS-%.7s-%06x", town, mix & 0xffffff);
}

static void
read_place(struct intake_subject *s, const struct intake_row *row,
    const struct intake_element_columns *at, struct intake_element *e)
{
	e->placeholder = intake_yes(s, row, at->placeholder);
	e->place_name = intake_text(s, row, at->place_name, INTAKE_PLACE_NAME_MOST);
	e->place = intake_code(s, row, at->place, INTAKE_CODE_MOST, false);
	if (e->placeholder && row->value[at->place_name][0] == '\0')
		intake_blame(s, row, at->place_name,
		    "En plads, hvor praksis endnu ikke er fundet, skal have et navn, fx \"Almen praksis "
		    "i Fjordby Kommune\".");
	else if (e->placeholder && e->place[0] == '\0')
		e->place = intake_placeholder_code(s->rows->arena, e->place_name);
	else if (row->value[at->place][0] == '\0' && e->place_name[0] != '\0')
		intake_blame(s, row, at->place,
		    "Stedets kode mangler: \"%s\" er kun et navn. Skriv SHAK-koden eller ydernummeret.",
		    intake_quoted(s->rows->arena, e->place_name));
	else if (row->value[at->place][0] == '\0')
		intake_blame(s, row, at->place, "Stedets kode mangler.");
}

void
intake_element_read(struct intake_subject *s, const struct intake_row *row,
    const struct intake_element_columns *at, struct intake_element *e)
{
	*e = (struct intake_element){ .line = row->line };
	e->source_id = intake_id(s, row, at->source_id, INTAKE_SOURCE_ID);
	read_place(s, row, at, e);
	e->since = intake_day(s, row, at->since, true);
	e->until = intake_day_after(s, row, at->until, true);
	e->fraction = read_fraction(s, row, at->fraction);
	e->position_no = intake_text(s, row, at->position_no, INTAKE_NUMBER_MOST);
	e->specialty = intake_code(s, row, at->specialty, INTAKE_SPECIALTY_MOST, false);
	e->kind = kinds[intake_word(s, row, at->kind, kinds, true)];
	if (!day_is_none(e->since) && !day_is_none(e->until) &&
	    day_compare(e->since, e->until) >= 0)
		intake_blame(s, row, at->until, "Sidste dag ligger før første dag.");
}

static int
compare_elements(const void *a, const void *b)
{
	const struct intake_element *x = a, *y = b;
	int c = day_compare(x->since, y->since);

	if (c == 0)
		c = day_compare(x->until, y->until);
	return c != 0 ? c : strcmp(x->source_id, y->source_id);
}

/* Days at a course during leave, or away from the post, lie within another element. */
static bool
may_overlap(const struct intake_element *e)
{
	return strcmp(e->kind, "COURSE_ONLY") == 0;
}

static void
blame_pair(struct intake_subject *s, const struct intake_element *a, const struct intake_element *b)
{
	const struct intake_row row = { NULL, b->line };

	if (strcmp(a->source_id, b->source_id) == 0 && a->source_id[0] != '\0')
		intake_blame(s, &row, SIZE_MAX, "Delforløbet %s står to gange i samme forløb.",
		    intake_quoted(s->rows->arena, a->source_id));
	else if (!may_overlap(a) && !may_overlap(b) && day_compare(b->since, a->until) < 0 &&
	    day_compare(a->since, b->until) < 0)
		intake_blame(s, &row, SIZE_MAX,
		    "Delforløb %s (fra %s) begynder, før delforløb %s er slut. Ret datoerne.",
		    intake_quoted(s->rows->arena, b->source_id), day_text(s->rows->arena, b->since),
		    intake_quoted(s->rows->arena, a->source_id));
}

void
intake_elements_order(struct intake_subject *s, struct intake_element *e, size_t n)
{
	if (n > 0)
		qsort(e, n, sizeof *e, compare_elements);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			blame_pair(s, &e[j], &e[i]);
}
