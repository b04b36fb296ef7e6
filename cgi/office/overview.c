/* SPDX-License-Identifier: MPL-2.0
 *
 * The figures are last night's (cgi/clock/overview.c), and the page says so.
 */
#include "overview.h"

#include <string.h>

#include "training_words.h"

enum { GROUPS_MOST = 100, PAGES_MOST = 2000 };

static const char *
stage_of(struct arena *a, const char *stage, const char *specialty)
{
	return specialty == NULL ? stage_title(stage)
	                         : arena_format(a, "%s, %s", stage_title(stage), specialty);
}

static void
fill_form(struct request *req, const struct overview_filter *f, struct overview_view *v)
{
	v->place = field_of(NULL, "sted", "Afdeling eller praksis", "En del af navnet.");
	v->place.value = f->place;
	v->place.type = "search";
	v->stage = stage_select(req->arena, "Alle", f->stage);
	v->specialty = specialty_select(req, "Alle specialer", f->specialty);
}

static void
fill_ways(struct request *req, const struct overview_filter *f, struct overview_view *v)
{
	static const char *const words[] = { "afdeling", "speciale", "trin" };
	static const char *const labels[] = { "Efter afdeling", "Efter speciale",
		"Efter uddannelsestrin" };
	struct choice *ways = arena_array(req->arena, 3, sizeof *ways);

	for (size_t i = 0; i < 3; i++) {
		struct overview_filter g = *f;

		g.by = words[i];
		ways[i] = (struct choice){ overview_filter_url(req->arena, v->at, &g), labels[i], 0,
			strcmp(f->by, words[i]) == 0 };
	}
	v->ways = ways;
	v->nways = 3;
}

/* The same, of that group alone. */
static struct overview_group
group_of(struct arena *a, const struct overview_filter *f, struct url at,
    const struct overview_groups *r)
{
	struct overview_filter g = *f;
	const char *label = r->label;

	if (f->by[0] == 'a')
		g.place = r->label;
	else if (f->by[0] == 's') {
		g.specialty = r->has_specialty ? r->specialty : 0;
		label = r->label == NULL ? "Uden speciale" : r->label;
	} else {
		g.stage = r->stage;
		label = stage_title(r->stage);
	}
	return (struct overview_group){ label, overview_filter_url(a, at, &g), r->doctors,
		r->pressed, r->waiting };
}

static void
fill_groups(struct request *req, const struct subject *who, const struct overview_filter *f,
    struct overview_view *v)
{
	struct overview_groups *found = NULL;
	struct overview_group *rows;

	if (overview_groups(req->db, who, f->by, f->stage, f->specialty, f->pattern, f->pressing,
	        GROUPS_MOST + 1, &found, &v->ngroups) != DB_ONE)
		v->ngroups = 0;
	v->more_groups = v->ngroups > GROUPS_MOST;
	v->ngroups -= v->more_groups;
	rows = arena_array(req->arena, v->ngroups, sizeof *rows);
	for (size_t i = 0; i < v->ngroups; i++)
		rows[i] = group_of(req->arena, f, v->at, &found[i]);
	v->groups = rows;
}

static void
fill_rows(struct request *req, const struct subject *who, const struct overview_filter *f,
    struct overview_view *v)
{
	struct arena *a = req->arena;
	struct overview_rows *found = NULL;
	struct overview_row *rows;

	if (overview_rows(req->db, who, f->stage, f->specialty, f->pattern, f->pressing,
	        (v->page - 1) * PAGE_ROWS, PAGE_ROWS, &found, &v->n) != DB_ONE)
		v->n = 0;
	rows = arena_array(a, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++) {
		rows[i] = (struct overview_row){
			.at = url_of(a, "/sekretariat/brugere/%u", found[i].doctor),
			.name = found[i].name,
			.place = found[i].place,
			.stage = stage_of(a, found[i].stage, found[i].specialty),
			.since = found[i].since,
			.last = day_add(found[i].until, -1),
			.here = found[i].here,
			.approved = found[i].approved,
			.goals = found[i].goals,
		};
		rows[i].words = overview_words(a, found[i].words, &rows[i].nwords);
	}
	v->rows = rows;
}

void
overview(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	const struct overview_filter f = overview_filter_of(req);
	struct overview_view v = { .head = head_of(req, who, "Overblik"),
		.at = url_local(a, "/sekretariat/overblik"),
		.xlsx = url_local(a, "/udskrift/overblik.xlsx"),
		.filter = &f,
		.page = query_u32(req, "side", 1) };
	struct overview_sum sum = { 0 };
	struct url here = overview_filter_url(a, v.at, &f);

	if (v.page == 0 || v.page > PAGES_MOST)
		v.page = 1;
	if (overview_sum(req->db, who, f.stage, f.specialty, f.pattern, f.pressing, &sum) != DB_ONE)
		return;
	v.found = sum.found;
	v.doctors = sum.doctors;
	v.pressed = sum.pressed;
	v.waiting = sum.waiting;
	v.made = sum.made;
	v.pages = (uint32_t)((sum.found + PAGE_ROWS - 1) / PAGE_ROWS);
	fill_form(req, &f, &v);
	fill_ways(req, &f, &v);
	fill_groups(req, who, &f, &v);
	fill_rows(req, who, &f, &v);
	v.back = url_with(a, here, "side", arena_format(a, "%u", v.page - 1));
	v.on = url_with(a, here, "side", arena_format(a, "%u", v.page + 1));
	overview_page(reply_html(req, 200), &v);
}
