/* SPDX-License-Identifier: MPL-2.0 */
#include "employment_list.h"

#include <string.h>

#include "queries/employment.h"
#include "training_words.h"

/* What there is to say of an element besides its columns. */
static const char *
remarks_of(struct arena *a, const struct employment_elements *e, enum employment_kind kind)
{
	const bool ordinary = strcmp(e->element_kind, "ORDINARY") == 0;

	if (kind != EMPLOYMENT_OTHER)
		return ordinary ? "" : element_kind_title(e->element_kind);
	return ordinary
	    ? stage_title(e->stage)
	    : arena_format(a, "%s, %s", stage_title(e->stage), element_kind_title(e->element_kind));
}

static struct employment_line
line_of_element(struct arena *a, const struct employment_elements *e)
{
	const enum employment_kind kind = employment_of_stage(e->stage);

	return (struct employment_line){ .since = e->since,
		.until = e->until,
		.kind = kind,
		.hospital = e->hospital,
		.department = e->department,
		.specialty = e->specialty,
		.position_no = e->position_no,
		.remarks = remarks_of(a, e, kind),
		.fraction = e->fraction };
}

static struct employment_line
line_of_row(const struct employment_rows *r)
{
	return (struct employment_line){ .own = r->id,
		.since = r->since,
		.until = r->until,
		.kind = employment_of_word(r->kind),
		.hospital = r->hospital,
		.department = r->department,
		.specialty = r->specialty,
		.position_no = r->position_no,
		.remarks = r->remarks,
		.fraction = r->has_fraction ? r->fraction : 0 };
}

static bool
fill_lines(struct db *db, uint32_t doctor, struct day today, struct employment_list *v)
{
	struct arena *a = db_arena(db);
	struct employment_elements *elements;
	struct employment_rows *rows;
	struct employment_line *lines;
	size_t nelements;

	if (employment_elements(db, doctor, today, &elements, &nelements) != DB_ONE ||
	    employment_rows(db, doctor, &rows, &v->own) != DB_ONE)
		return false;
	lines = arena_array(a, nelements + v->own, sizeof *lines);
	for (size_t i = 0; i < nelements; i++)
		lines[v->n++] = line_of_element(a, &elements[i]);
	for (size_t i = 0; i < v->own; i++)
		lines[v->n++] = line_of_row(&rows[i]);
	employment_sort(lines, v->n);
	v->lines = lines;
	return true;
}

static bool
fill_signed(struct db *db, uint32_t doctor, struct employment_list *v)
{
	struct employment_latest s = { 0 };

	switch (employment_latest(db, doctor, &s)) {
	case DB_ONE:
		v->is_signed = true;
		v->signed_at = s.at;
		v->signed_by = s.by_name;
		v->is_current =
		    s.sha256.n == HASH_BYTES && memcmp(s.sha256.at, v->hash.bytes, HASH_BYTES) == 0;
		return true;
	case DB_NONE:
		return true;
	case DB_TAKEN:
	case DB_AGAIN:
	case DB_DOWN:
		break;
	}
	return false;
}

const struct employment_list *
employment_list_of(struct db *db, uint32_t doctor, struct day today)
{
	struct arena *a = db_arena(db);
	struct employment_list *v = arena_take(a, sizeof *v);
	struct employment_gap *gaps;

	*v = (struct employment_list){ 0 };
	if (!fill_lines(db, doctor, today, v))
		return NULL;
	gaps = arena_array(a, v->n, sizeof *gaps);
	v->ngaps = employment_gaps(v->lines, v->n, today, gaps);
	v->gaps = gaps;
	v->json = employment_json(a, v->lines, v->n);
	v->hash = hash_sha256(v->json, strlen(v->json));
	return fill_signed(db, doctor, v) ? v : NULL;
}
