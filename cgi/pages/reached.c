/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor whose logbook a page shows, and the lists that the logbook holds.
 */
#include "competencies.h"

/* Does the course of list a come before that of list b: lists that were left last, then begun
 * before planned, then the later? */
static bool
comes_first(const struct doctor_reached *a, const struct doctor_reached *b, struct day today)
{
	bool begun = day_compare(a->course_since, today) <= 0;
	int since = day_compare(a->course_since, b->course_since);

	if (a->left != b->left)
		return b->left;
	if (begun != (day_compare(b->course_since, today) <= 0))
		return begun;
	return since != 0 ? since > 0 : a->curriculum < b->curriculum;
}

/* A doctor has a handful of lists: each is moved up to its place. */
static void
sort_lists(struct doctor_reached *rows, size_t n, struct day today)
{
	for (size_t i = 1; i < n; i++) {
		struct doctor_reached row = rows[i];
		size_t k = i;

		for (; k > 0 && comes_first(&row, &rows[k - 1], today); k--)
			rows[k] = rows[k - 1];
		rows[k] = row;
	}
}

/* One row a list: those of its employments lie side by side. */
static size_t
lists_of(const struct doctor_reached *rows, size_t n, struct doctor_reached *lists)
{
	size_t m = 0;

	for (size_t i = 0; i < n; i++)
		if (i == 0 || rows[i].course != rows[i - 1].course ||
		    rows[i].curriculum != rows[i - 1].curriculum)
			lists[m++] = rows[i];
	return m;
}

size_t
placed_in(const struct reached *doctor, uint32_t list, struct placed *out)
{
	size_t m = 0;

	for (size_t i = 0; i < doctor->nposts; i++) {
		const struct doctor_reached *p = &doctor->posts[i];

		if (p->curriculum == list && !day_is_none(p->post_since))
			out[m++] = (struct placed){ p->practice, p->post_since, p->post_until };
	}
	return m;
}

const struct reached *
reached_of(struct db *db, const struct subject *who, uint32_t doctor)
{
	struct doctor_reached *rows, *lists;
	struct reached *r;
	enum db_outcome o;
	size_t n;

	if (doctor == 0)
		return NULL;
	o = doctor_reached(db, who, doctor, &rows, &n);
	if (o != DB_ONE || n == 0)
		return NULL;
	r = arena_take(db_arena(db), sizeof *r);
	*r = (struct reached){ .posts = rows, .nposts = n };
	r->n = lists_of(rows, n, lists = arena_array(db_arena(db), n, sizeof *lists));
	sort_lists(lists, r->n, subject_today(who));
	r->rows = lists;
	r->doctor = lists[0].doctor;
	r->name = lists[0].name;
	r->born = lists[0].born;
	r->replacement = lists[0].replacement;
	r->region = lists[0].region;
	return r;
}

const struct reached *
doctor_within_reach(struct request *req, const struct subject *who, uint32_t doctor)
{
	return reached_of(req->db, who, doctor);
}

const struct curriculum_list *
list_asked_for(struct request *req, const struct reached *doctor)
{
	uint32_t id = query_u32(req, "liste", doctor->rows[0].curriculum);

	for (size_t i = 0; i < doctor->n; i++)
		if (doctor->rows[i].curriculum == id)
			return catalogue_list(req->db, id);
	return NULL;
}

const struct goal *
goal_asked_for(struct request *req, const struct reached *doctor, uint32_t competency,
    const struct curriculum_list **list)
{
	for (size_t i = 0; i < doctor->n; i++) {
		const struct curriculum_list *l =
		    catalogue_list(req->db, doctor->rows[i].curriculum);
		const struct goal *g = l == NULL ? NULL : catalogue_goal(l, competency);

		if (g != NULL) {
			*list = l;
			return g;
		}
	}
	return NULL;
}

bool
list_was_left(const struct reached *doctor, uint32_t list)
{
	bool left = false;

	for (size_t i = 0; i < doctor->n; i++) {
		if (doctor->rows[i].curriculum != list)
			continue;
		if (!doctor->rows[i].left)
			return false;
		left = true;
	}
	return left;
}
