/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>

#include "parse.h"

/* The one member that is not of a column. */
static bool
is_number_of_doctor(enum journal_kind_no k, const char *member)
{
	return k == JOURNAL_LAEGE && strcmp(member, "cpr") == 0;
}

static void
check_row(struct taking *t, enum journal_kind_no k, size_t i)
{
	struct json_object *row = t->kinds[k].row[i];

	if (!json_object_is_type(row, json_type_object)) {
		blame_row(t, k, i, "her skal stå et objekt.");
		return;
	}
	for (const struct column *c = journal_kinds[k].columns; c->name != NULL; c++)
		member_fits(t, k, i, c);
	json_object_object_foreach(row, key, value)
	{
		(void)value;
		if (journal_column(&journal_kinds[k], key) == NULL && !is_number_of_doctor(k, key))
			blame_row(t, k, i, "%s kendes ikke.",
			    utf8_has_control(key, strlen(key)) ? "…"
			                                       : utf8_clip(t->arena, key, 60));
	}
}

static void
read_kind(struct taking *t, enum journal_kind_no k)
{
	const char *name = arena_format(t->arena, "data/%s.json", journal_kinds[k].name);
	const struct packed *p = take_packed(t, name);
	struct read_rows *r = &t->kinds[k];
	struct json_object *all;

	if (p == NULL) {
		blame(t, "%s mangler i ZIP-filen.", name);
		return;
	}
	if ((all = parse(t, p)) == NULL)
		return;
	if (!json_object_is_type(all, json_type_array)) {
		blame(t, "%s: her skal stå en liste.", name);
		return;
	}
	r->n = json_object_array_length(all);
	r->row = arena_array(t->arena, r->n + 1, sizeof *r->row);
	r->id = arena_array(t->arena, r->n + 1, sizeof *r->id);
	for (size_t i = 0; i < r->n; i++) {
		r->row[i] = json_object_array_get_idx(all, i);
		check_row(t, k, i);
	}
}

static void
read_number(struct taking *t)
{
	const char *cpr;

	if (t->kinds[JOURNAL_LAEGE].n != 1) {
		blame(t, "data/laege.json: her skal stå én læge.");
		return;
	}
	cpr = parse_text(json_object_object_get(t->kinds[JOURNAL_LAEGE].row[0], "cpr"));
	if (cpr == NULL || !cpr_read(cpr, &t->cpr))
		blame(t, "data/laege.json: cpr er ikke et CPR-nummer.");
	else if (strcmp(text_in(t, JOURNAL_LAEGE, 0, "born"), day_iso(t->arena, t->cpr.born)) != 0)
		blame(t, "data/laege.json: born passer ikke til CPR-nummeret.");
}

bool
take_read(struct taking *t)
{
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		read_kind(t, k);
	if (t->nfaults == 0)
		read_number(t);
	return t->nfaults == 0;
}

const char *
text_in(const struct taking *t, enum journal_kind_no k, size_t row, const char *member)
{
	return parse_text(json_object_object_get(t->kinds[k].row[row], member));
}

uint32_t
number_in(const struct taking *t, enum journal_kind_no k, size_t row, const char *member)
{
	uint32_t n = 0;

	parse_number(json_object_object_get(t->kinds[k].row[row], member), &n);
	return n;
}
