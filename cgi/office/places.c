/* SPDX-License-Identifier: MPL-2.0
 *
 * The search after places.  It is a POST that leads to an address, as the search after people
 * is: what may be a CPR number never becomes part of one (T-181).
 */
#include "places.h"

#include <string.h>

#include "cpr.h"
#include "like.h"
#include "text.h"

enum { PLACE_TYPED = 100, PAGES_MOST = 400 };

const char *
place_kind_title(const char *kind)
{
	static const struct {
		const char *word, *title;
	} known[] = {
		{ "SYGEHUS", "Sygehus" },
		{ "AFDELING", "Afdeling" },
		{ "AFSNIT", "Afsnit" },
		{ "PRAKSIS", "Almen praksis" },
		{ "SPECIALLAEGEPRAKSIS", "Speciallægepraksis" },
		{ "ANDEN", "Andet sted" },
		{ "PLADSHOLDER", "Praksis uden navn endnu" },
	};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strcmp(known[i].word, kind) == 0)
			return known[i].title;
	return kind;
}

struct day
place_last_day(struct day until)
{
	return until.year == 9999 ? (struct day){ 0 } : day_add(until, -1);
}

static const char *
size_of(struct arena *a, const char *kind, uint32_t n)
{
	if (strcmp(kind, "SYGEHUS") == 0)
		return arena_format(a, "%u %s", n, n == 1 ? "afdeling" : "afdelinger");
	return arena_format(a, "%u %s i dag", n, n == 1 ? "læge" : "læger");
}

static struct url
page_url(struct request *req, const char *typed, uint32_t n)
{
	struct url at = url_local(req->arena, "/sekretariat/steder");

	if (typed[0] != '\0')
		at = url_with(req->arena, at, "q", typed);
	return url_with(req->arena, at, "side", arena_format(req->arena, "%u", n));
}

static void
find(struct request *req, const struct subject *who, const char *typed, struct places_view *v)
{
	const bool all = typed[0] == '\0';
	struct places_found *found;
	struct place_row *rows;

	if (places_found(req->db, who, all && subject_role(who) == ROLE_VUS,
	        all ? "" : like_of(req->arena, "%", typed),
	        all ? "" : like_of(req->arena, "", typed), (v->page - 1) * PAGE_ROWS, PAGE_ROWS,
	        &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct place_row){
			.at = url_below(req->arena, v->at, found[i].place),
			.name = found[i].name,
			.kind = place_kind_title(found[i].kind),
			.code = found[i].code,
			.region = found[i].region,
			.leaders = found[i].leaders == NULL ? "" : found[i].leaders,
			.size = size_of(req->arena, found[i].kind, found[i].size),
			.until = place_last_day(found[i].until),
		};
	v->rows = rows;
	v->found = v->n == 0 ? 0 : found[0].found;
	v->pages = (v->found + PAGE_ROWS - 1) / PAGE_ROWS;
	v->before = page_url(req, typed, v->page - 1);
	v->after = page_url(req, typed, v->page + 1);
}

static struct places_view
view_of(struct request *req, const struct subject *who, const struct form *form)
{
	return (struct places_view){
		.head = head_of(req, who, "Steder"),
		.at = url_local(req->arena, "/sekretariat/steder"),
		.make = url_local(req->arena, "/sekretariat/steder/ny"),
		.may_make = permission_has(KEEP_REGION, subject_role(who)),
		.own = subject_role(who) == ROLE_VUS ? "din region" : NULL,
		.search = field_of(
		    form, "q", "Søg efter sted", "En del af navnet, eller begyndelsen af koden"),
		.page = 1,
	};
}

static void
fill_regions(struct request *req, const struct subject *who, struct places_view *v)
{
	struct regions_now *found;
	struct region_row *rows;

	if (regions_now(req->db, who, &found, &v->nregions) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->nregions, sizeof *rows);
	for (size_t i = 0; i < v->nregions; i++)
		rows[i] = (struct region_row){
			found[i].training_region,
			found[i].region,
			found[i].now ? (struct day){ 0 } : found[i].since,
			place_last_day(found[i].until),
		};
	v->regions = rows;
}

void
places(struct request *req, const struct subject *who)
{
	struct places_view v = view_of(req, who, NULL);
	const char *typed = query_text(req, "q");
	uint32_t side = query_u32(req, "side", 1);

	v.search.value = typed;
	v.asked = typed[0] != '\0';
	v.page = side == 0 || side > PAGES_MOST ? 1 : side;
	find(req, who, utf8_clip(req->arena, typed, PLACE_TYPED), &v);
	if (!v.asked && v.page == 1)
		fill_regions(req, who, &v);
	places_page(reply_html(req, 200), &v);
}

void
places_search(struct request *req, const struct subject *who, const struct form *form)
{
	const char *typed = form_line(form, "q", PLACE_TYPED);
	struct places_view v;

	if (cpr_is_meant(typed) || url_holds_cpr(typed))
		form_refuse(form, "q",
		    "Skriv navnet på et sted eller dets kode, ikke et CPR-nummer. Personer findes "
		    "under Brugere.");
	if (!form_wrong(form)) {
		reply_see(req, page_url(req, typed, 1));
		return;
	}
	v = view_of(req, who, form);
	v.search.value = "";
	places_page(reply_html(req, 422), &v);
}
