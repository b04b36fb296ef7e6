/* SPDX-License-Identifier: MPL-2.0
 *
 * Planlagte læger: who is to begin, where, in what, where it is known from, and whether the way in
 * is on its way to them.
 */
#include "office.h"
#include "planned_find.h"

enum { PLANNED_PAGES = 1000 };

static void
fill_form(struct request *req, const struct planned_filter *f, struct planned_view *v)
{
	struct arena *a = req->arena;

	v->search = field_of(NULL, "q", "En del af navnet", NULL);
	v->search.value = f->typed;
	v->search.type = "search";
	v->region = region_select(req, "Hele landet", f->region);
	v->stage = stage_select(a, "Alle", f->stage);
	v->specialty = specialty_select(req, "Alle specialer", f->specialty);
	v->source = source_select(a, "Alle", f->source);
	v->sort = f->sort;
}

static void
fill_order(struct arena *a, const struct planned_filter *f, struct url at, struct planned_view *v)
{
	static const char *const words[] = { "fra", "navn", "sted" };
	static const char *const labels[] = { "Første dag", "Navn", "Sted" };
	struct choice *c = arena_array(a, 3, sizeof *c);

	for (size_t i = 0; i < 3; i++)
		c[i] = (struct choice){ url_with(a, at, "orden", words[i]), labels[i], 0,
			f->sort[0] == words[i][0] };
	v->sorts = c;
	v->nsorts = 3;
}

static void
fill_rows(struct request *req, const struct planned_doctors *found, struct planned_view *v)
{
	struct planned_row *rows = arena_array(req->arena, v->n, sizeof *rows);

	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct planned_row){
			.at = url_of(req->arena, "/sekretariat/brugere/%u", found[i].doctor),
			.name = found[i].name,
			.place = found[i].place == NULL ? "–" : found[i].place,
			.stage = stage_title(found[i].stage),
			.specialty = found[i].specialty == NULL ? "" : found[i].specialty,
			.source = source_title(found[i].source),
			.region = found[i].region,
			.access = planned_access(req->arena, &found[i]),
			.begins = found[i].begins,
		};
	v->rows = rows;
	v->found = v->n == 0 ? 0 : found[0].found;
	v->pages = (v->found + PAGE_ROWS - 1) / PAGE_ROWS;
}

static struct url
side_url(struct arena *a, struct url at, const char *sort, uint32_t side)
{
	return url_with(a, url_with(a, at, "orden", sort), "side", arena_format(a, "%u", side));
}

void
planned(struct request *req, const struct subject *who)
{
	const struct planned_filter f = planned_filter_of(req, who);
	struct planned_view v = { .head = head_of(req, who, "Planlagte læger"),
		.at = url_local(req->arena, "/sekretariat/planlagte-laeger"),
		.page = query_u32(req, "side", 1) };
	struct url here = planned_filter_url(req->arena, v.at, &f);
	struct planned_doctors *found;

	if (v.page == 0 || v.page > PLANNED_PAGES)
		v.page = 1;
	fill_form(req, &f, &v);
	if (planned_find(req, who, &f, (v.page - 1) * PAGE_ROWS, PAGE_ROWS, &found, &v.n) != DB_ONE)
		return;
	fill_rows(req, found, &v);
	fill_order(req->arena, &f, here, &v);
	v.back = side_url(req->arena, here, f.sort, v.page - 1);
	v.on = side_url(req->arena, here, f.sort, v.page + 1);
	v.xlsx = url_local(req->arena, "/udskrift/planlagte-laeger.xlsx");
	planned_page(reply_html(req, 200), &v);
}
