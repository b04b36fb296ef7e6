/* SPDX-License-Identifier: MPL-2.0 */
#include "employment_list.h"

#include <string.h>

#include "queries/employment.h"
#include "training_words.h"

/* What is read of a doctor, before it is put together. */
struct heap {
	struct employment_elements *elements;
	struct employment_rows *rows;
	struct employment_remarks *remarks;
	struct employment_absences *absences;
	struct employment_moves *moves;
	size_t nelements, nrows, nremarks, nabsences, nmoves;
};

static bool
read_all(struct db *db, uint32_t doctor, struct day today, struct heap *h)
{
	return employment_elements(db, doctor, today, &h->elements, &h->nelements) == DB_ONE &&
	    employment_rows(db, doctor, &h->rows, &h->nrows) == DB_ONE &&
	    employment_remarks(db, doctor, &h->remarks, &h->nremarks) == DB_ONE &&
	    employment_absences(db, doctor, &h->absences, &h->nabsences) == DB_ONE &&
	    employment_moves(db, doctor, &h->moves, &h->nmoves) == DB_ONE;
}

/* --- remarks of an element ---------------------------------------------------------------- */

/* What kind of post it is, where its columns do not say so. */
static const char *
post_of(struct arena *a, const struct employment_elements *e, enum employment_kind kind)
{
	const bool ordinary = strcmp(e->element_kind, "ORDINARY") == 0;

	if (kind != EMPLOYMENT_OTHER)
		return ordinary ? "" : element_kind_title(e->element_kind);
	return ordinary
	    ? stage_title(e->stage)
	    : arena_format(a, "%s, %s", stage_title(e->stage), element_kind_title(e->element_kind));
}

static const char *
leave_of(struct arena *a, const struct heap *h, const struct employment_elements *e)
{
	struct employment_absence *spells = arena_array(a, h->nabsences, sizeof *spells);
	size_t n = 0;

	for (size_t i = 0; i < h->nabsences; i++)
		if (h->absences[i].element == e->id)
			spells[n++] = (struct employment_absence){ h->absences[i].title,
				h->absences[i].since, h->absences[i].until };
	return employment_leave(a, spells, n, e->since, e->until);
}

static const char *
logged_of(struct arena *a, const struct heap *h, const struct employment_elements *e,
    enum employment_kind kind)
{
	const char *post = post_of(a, e, kind), *leave = leave_of(a, h, e);

	if (post[0] == '\0' || leave[0] == '\0')
		return post[0] == '\0' ? leave : post;
	return arena_format(a, "%s. %s", post, leave);
}

/* What the doctor said of it last; NULL for nothing. */
static const char *
own_words(const struct heap *h, uint32_t element)
{
	for (size_t i = h->nremarks; i-- > 0;)
		if (h->remarks[i].element == element)
			return h->remarks[i].remarks;
	return NULL;
}

static struct employment_line
line_of_element(struct arena *a, const struct heap *h, const struct employment_elements *e)
{
	const enum employment_kind kind = employment_of_stage(e->stage);
	const char *logged = logged_of(a, h, e, kind), *own = own_words(h, e->id);

	return (struct employment_line){ .element = e->id,
		.since = e->since,
		.until = e->until,
		.kind = kind,
		.hospital = e->hospital,
		.department = e->department,
		.specialty = e->specialty,
		.position_no = e->position_no,
		.remarks = own == NULL ? logged : own,
		.fraction = e->fraction,
		.logged = logged,
		.reworded = own != NULL };
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

static void
fill_lines(struct arena *a, const struct heap *h, struct employment_list *v)
{
	struct employment_line *lines = arena_array(a, h->nelements + h->nrows, sizeof *lines);

	for (size_t i = 0; i < h->nelements; i++)
		lines[v->n++] = line_of_element(a, h, &h->elements[i]);
	for (size_t i = 0; i < h->nrows; i++)
		lines[v->n++] = line_of_row(&h->rows[i]);
	employment_sort(lines, v->n);
	v->lines = lines;
	v->own = h->nrows;
}

/* --- gaps --------------------------------------------------------------------------------- */

static const struct employment_elements *
element_of(const struct heap *h, uint32_t id)
{
	for (size_t i = 0; i < h->nelements; i++)
		if (h->elements[i].id == id)
			return &h->elements[i];
	return NULL;
}

/* A leave that lasts until the element before it is over, which the gap goes on with. */
static const char *
leave_before(struct arena *a, const struct heap *h, const struct employment_gap *g)
{
	for (size_t i = h->nabsences; i-- > 0;) {
		const struct employment_absences *x = &h->absences[i];
		const struct employment_elements *e = element_of(h, x->element);

		if (e != NULL && day_compare(e->until, g->since) == 0 &&
		    day_compare(x->until, e->until) >= 0)
			return arena_format(a, "%s siden %s", x->title, day_text(a, x->since));
	}
	return NULL;
}

/* The agreement that moved on what begins when the gap is over. */
static const char *
move_after(struct arena *a, const struct heap *h, const struct employment_gap *g)
{
	for (size_t i = h->nmoves; i-- > 0;) {
		const struct employment_moves *m = &h->moves[i];

		if (day_compare(m->since, g->until) == 0)
			return arena_format(a, "Flyttet ved aftale %s%s%s", m->number,
			    m->effect[0] == '\0' ? "" : ": ", m->effect);
	}
	return NULL;
}

static void
fill_gaps(struct arena *a, const struct heap *h, struct day today, struct employment_list *v)
{
	struct employment_gap *gaps = arena_array(a, v->n, sizeof *gaps);

	v->ngaps = employment_gaps(v->lines, v->n, today, gaps);
	for (size_t i = 0; i < v->ngaps; i++) {
		const char *leave = leave_before(a, h, &gaps[i]),
		           *move = move_after(a, h, &gaps[i]);
		const char *both = leave != NULL && move != NULL
		    ? arena_format(a, "%s. %s", leave, move)
		    : leave != NULL ? leave
		                    : move;

		gaps[i].logged = both == NULL ? NULL : utf8_clip(a, both, EMPLOYMENT_REMARKS_MOST);
	}
	v->gaps = gaps;
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
	struct heap h = { 0 };

	*v = (struct employment_list){ 0 };
	if (!read_all(db, doctor, today, &h))
		return NULL;
	fill_lines(a, &h, v);
	fill_gaps(a, &h, today, v);
	v->json = employment_json(a, v->lines, v->n);
	v->hash = hash_sha256(v->json, strlen(v->json));
	return fill_signed(db, doctor, v) ? v : NULL;
}
