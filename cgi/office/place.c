/* SPDX-License-Identifier: MPL-2.0
 *
 * One place: what it is part of, what it is made of, who is responsible there today, how many
 * doctors; and the last day of a practice of the own region.
 */
#include <string.h>

#include "audit.h"
#include "places.h"

static bool
is_practice(const char *kind)
{
	return strcmp(kind, "PRAKSIS") == 0 || strcmp(kind, "SPECIALLAEGEPRAKSIS") == 0 ||
	    strcmp(kind, "PLADSHOLDER") == 0;
}

static void
fill_leaders(struct request *req, const struct subject *who, struct place_view *v)
{
	struct place_leaders *found;
	struct leader_row *rows;

	if (place_leaders(req->db, who, v->place->place, &found, &v->nleaders) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->nleaders, sizeof *rows);
	for (size_t i = 0; i < v->nleaders; i++)
		rows[i] = (struct leader_row){
			url_of(req->arena, "/sekretariat/brugere/%u", found[i].person),
			found[i].name,
			role_title(role_of_word(found[i].role)),
			found[i].since,
		};
	v->leaders = rows;
}

/* Departments, each with its sections after it. */
static void
fill_parts(struct request *req, const struct subject *who, struct place_view *v)
{
	struct place_parts *found;
	struct place_row *rows;

	if (place_parts(req->db, who, v->place->place, &found, &v->nparts) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->nparts, sizeof *rows);
	for (size_t i = 0; i < v->nparts; i++)
		rows[i] = (struct place_row){
			.at = url_below(req->arena, v->places, found[i].place),
			.name = found[i].name,
			.kind = place_kind_title(found[i].kind),
			.code = found[i].code,
			.leaders = found[i].leaders == NULL ? "" : found[i].leaders,
			.size = arena_format(req->arena, "%u", found[i].doctors),
			.until = place_last_day(found[i].until),
			.below = !found[i].direct,
		};
	v->parts = rows;
}

static void
show(struct request *req, const struct subject *who, const struct place_one *p,
    const struct form *form)
{
	struct arena *a = req->arena;
	struct place_view v = {
		.head = head_of(req, who, p->name),
		.place = p,
		.kind = place_kind_title(p->kind),
		.places = url_local(a, "/sekretariat/steder"),
		.above = url_of(a, "/sekretariat/steder/%u", p->has_above ? p->above : p->place),
		.name_it = url_of(a, "/sekretariat/steder/%u/navngiv", p->place),
		.finish = url_of(a, "/sekretariat/steder/%u/slut", p->place),
		.since = p->since.year > 1900 ? p->since : (struct day){ 0 },
		.until = place_last_day(p->until),
		.has_department = strcmp(p->kind, "AFSNIT") != 0 &&
		    strcmp(p->kind, "SYGEHUS") != 0 && strcmp(p->kind, "PLADSHOLDER") != 0,
		.placeholder = p->own && strcmp(p->kind, "PLADSHOLDER") == 0,
		.may_finish = p->own && is_practice(p->kind),
		.faults = faults_of(a, form),
		.last_day = field_of(form, "sidste", "Sidste dag", "For eksempel 31.7.2027"),
	};

	v.head.notice =
	    notice_of(req, "oprettet", "Stedet er oprettet.", "slut", "Den sidste dag er gemt.",
	        "flyttet", "Lægerne er flyttet, og de har fået besked.", NULL);
	fill_leaders(req, who, &v);
	fill_parts(req, who, &v);
	place_numbers(req->db, who, p->place, &v.numbers);
	place_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
place(struct request *req, const struct subject *who)
{
	struct place_one p = { 0 };

	if (place_one(req->db, who, path_u32(req, "place"), &p) == DB_ONE)
		show(req, who, &p, NULL);
	else
		answer_not_found(req, who);
}

void
place_finish(struct request *req, const struct subject *who, const struct form *form)
{
	const struct day last = form_day(form, "sidste");
	struct place_one p = { 0 };

	if (place_one(req->db, who, path_u32(req, "place"), &p) != DB_ONE || !p.own ||
	    !is_practice(p.kind)) {
		answer_not_found(req, who);
		return;
	}
	if (day_is_none(last))
		form_refuse(form, "sidste", "Skriv den sidste dag, for eksempel 31.7.2027.");
	else if (day_compare(last, p.since) < 0)
		form_refuse(form, "sidste", "Den sidste dag er før den første. Ret datoen.");
	if (!form_wrong(form) && place_end(req->db, who, p.place, day_add(last, 1)) != DB_ONE)
		form_refuse(form, "sidste",
		    "Der er læger på stedet efter den dag. Flyt dem først, eller vælg en senere dag.");
	if (form_wrong(form)) {
		show(req, who, &p, form);
		return;
	}
	audit(req->db, who, "end place", "org_unit", p.place, day_iso(req->arena, last));
	reply_see(req,
	    url_with(req->arena, url_of(req->arena, "/sekretariat/steder/%u", p.place), "besked",
	        "slut"));
}
