/* SPDX-License-Identifier: MPL-2.0 */
#include "employment_shown.h"

static const char *
or_none(const char *text)
{
	return text[0] == '\0' ? NULL : text;
}

static struct employment_row_view
row_of_line(struct arena *a, const struct employment_line *l, const struct employment_places *p)
{
	struct employment_row_view row = { .since = l->since,
		.last = day_is_none(l->until) ? l->until : day_add(l->until, -1),
		.months = or_none(employment_months(a, l->since, l->until)),
		.title = employment_title(l->kind),
		.place = or_none(l->hospital),
		.department = or_none(l->department),
		.specialty = or_none(l->specialty),
		.position_no = or_none(l->position_no),
		.remarks = or_none(l->remarks),
		.fraction = l->fraction,
		.own = l->own != 0,
		.reworded = l->reworded,
		.logged = l->reworded ? or_none(l->logged) : NULL,
		.may_change = p->pages.text != NULL };

	if (row.may_change)
		row.change = row.own
		    ? url_below(a, p->pages, l->own)
		    : url_local(a, arena_format(a, "%s/delforloeb/%u", p->pages.text, l->element));
	return row;
}

static struct employment_row_view
row_of_gap(struct arena *a, const struct employment_gap *g, const struct employment_places *p)
{
	struct employment_row_view row = { .gap = true,
		.since = g->since,
		.last = day_add(g->until, -1),
		.months = employment_months(a, g->since, g->until),
		.logged = g->logged,
		.may_change = p->pages.text != NULL };

	if (row.may_change)
		row.change = url_with(a,
		    url_with(a, url_local(a, arena_format(a, "%s/ny", p->pages.text)), "fra",
		        day_iso(a, row.since)),
		    "til", day_iso(a, row.last));
	return row;
}

/* Each gap before the row that it lies before. */
static void
fill_rows(struct arena *a, const struct employment_list *list, const struct employment_places *p,
    struct employment_view *v)
{
	struct employment_row_view *rows = arena_array(a, list->n + list->ngaps, sizeof *rows);
	size_t gap = 0;

	for (size_t i = 0; i <= list->n; i++) {
		for (; gap < list->ngaps && list->gaps[gap].before == i; gap++)
			rows[v->n++] = row_of_gap(a, &list->gaps[gap], p);
		if (i < list->n)
			rows[v->n++] = row_of_line(a, &list->lines[i], p);
	}
	v->rows = rows;
}

static struct url
print_as(struct arena *a, const struct employment_places *p, const char *ending)
{
	return url_local(a, arena_format(a, "%s.%s", p->print.text, ending));
}

const struct employment_view *
employment_view_of(
    struct request *req, const struct employment_list *list, const struct employment_places *p)
{
	struct arena *a = req->arena;
	struct employment_view *v = arena_take(a, sizeof *v);

	*v = (struct employment_view){ .may_change = p->pages.text != NULL,
		.pdf = print_as(a, p, "pdf"),
		.xlsx = print_as(a, p, "xlsx"),
		.json = print_as(a, p, "json") };
	if (v->may_change)
		v->add = url_local(a, arena_format(a, "%s/ny", p->pages.text));
	if (list == NULL)
		return v;
	fill_rows(a, list, p, v);
	v->ngaps = list->ngaps;
	v->is_signed = list->is_signed;
	v->is_current = list->is_current;
	v->signed_at = list->signed_at;
	v->signed_by = list->signed_by;
	return v;
}
