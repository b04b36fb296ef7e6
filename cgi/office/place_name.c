/* SPDX-License-Identifier: MPL-2.0
 *
 * The practice of doctors whose post named none (R-DM-04): their elements go from the place
 * without a name to the practice.  Each move is kept with what was before (element_change), and
 * told to the doctor, in one transaction.
 */
#include <string.h>

#include "audit.h"
#include "places.h"
#include "tell.h"

static void
fill_elements(struct request *req, const struct subject *who, const struct form *form,
    uint32_t place, struct place_name_view *v)
{
	struct placeholder_elements *found;
	struct element_choice *rows;

	if (placeholder_elements(req->db, who, place, &found, &v->nelements) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->nelements, sizeof *rows);
	for (size_t i = 0; i < v->nelements; i++)
		rows[i] = (struct element_choice){
			.id = found[i].element,
			.name = found[i].name,
			.since = found[i].since,
			.until = day_add(found[i].until, -1),
			.ticked = form_has(
			    form, "ansaettelse", arena_format(req->arena, "%u", found[i].element)),
		};
	v->elements = rows;
}

static void
fill_practices(struct request *req, const struct subject *who, const struct form *form,
    struct place_name_view *v)
{
	struct practices_named *found;
	struct practice_choice *rows;

	if (practices_named(req->db, who, &found, &v->npractices) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->npractices, sizeof *rows);
	for (size_t i = 0; i < v->npractices; i++)
		rows[i] = (struct practice_choice){
			found[i].place,
			found[i].name,
			form_has(form, "praksis", arena_format(req->arena, "%u", found[i].place)),
		};
	v->practices = rows;
}

static void
show(struct request *req, const struct subject *who, const struct place_one *p,
    const struct form *form)
{
	struct arena *a = req->arena;
	struct place_name_view v = {
		.head = head_of(req, who, "Vælg praksis"),
		.place = url_of(a, "/sekretariat/steder/%u", p->place),
		.at = url_of(a, "/sekretariat/steder/%u/navngiv", p->place),
		.make = url_with(a, url_local(a, "/sekretariat/steder/ny"), "tilbage",
		    arena_format(a, "%u", p->place)),
		.place_name = p->name,
		.faults = faults_of(a, form),
		.element_fault = form_fault(form, "ansaettelse"),
		.practice_fault = form_fault(form, "praksis"),
	};

	v.head.notice = notice_of(req, "oprettet", "Praksis er oprettet og kan vælges her.", NULL);
	fill_elements(req, who, form, p->place, &v);
	fill_practices(req, who, form, &v);
	place_name_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

/* The place of the address, when it is one without a name in the own region. */
static bool
placeholder_asked_for(struct request *req, const struct subject *who, struct place_one *p)
{
	return place_one(req->db, who, path_u32(req, "place"), p) == DB_ONE && p->own &&
	    strcmp(p->kind, "PLADSHOLDER") == 0;
}

void
place_name(struct request *req, const struct subject *who)
{
	struct place_one p = { 0 };

	if (placeholder_asked_for(req, who, &p))
		show(req, who, &p, NULL);
	else
		answer_not_found(req, who);
}

/* Whose element it is; 0 when it is none of this place any more. */
static uint32_t
doctor_of(const struct placeholder_elements *rows, size_t n, uint32_t element)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].element == element)
			return rows[i].doctor;
	return 0;
}

static bool
move(struct request *req, const struct subject *who, uint32_t element, uint32_t doctor,
    const struct place_one *to)
{
	if (element_place_note(req->db, who, element, to->place) != DB_ONE ||
	    element_place_set(req->db, who, element, to->place) != DB_ONE)
		return false;
	audit(req->db, who, "name place", "element", element, "");
	tell_notice(req->db, doctor, NOTICE_ELEMENT_CHANGED, doctor, to->name, "/logbog/oversigt",
	    subject_now(who));
	return true;
}

/* Are all of them of this place, and do all fit into the days of the practice?  Asked before
 * anything is written, so that a form that is refused has moved nobody. */
static void
check(struct request *req, const struct subject *who, const struct form *form, uint32_t place,
    const struct place_one *to, const struct placeholder_elements **rows, size_t *n)
{
	struct placeholder_elements *found = NULL;
	size_t nchosen;
	const uint32_t *chosen = form_ids(form, "ansaettelse", &nchosen);

	placeholder_elements(req->db, who, place, &found, n);
	*rows = found;
	for (size_t i = 0; i < nchosen; i++)
		if (doctor_of(found, *n, chosen[i]) == 0)
			form_refuse(form, "ansaettelse",
			    "En af lægerne er allerede flyttet. Se listen igen.");
	for (size_t i = 0; i < *n; i++)
		for (size_t k = 0; k < nchosen; k++)
			if (found[i].element == chosen[k] &&
			    (day_compare(found[i].since, to->since) < 0 ||
			        day_compare(found[i].until, to->until) > 0))
				form_refuse(form, "praksis",
				    arena_format(req->arena,
				        "Praksis er ikke åben i hele ansættelsen for %s. Vælg en anden.",
				        found[i].name));
}

void
place_name_give(struct request *req, const struct subject *who, const struct form *form)
{
	const struct placeholder_elements *rows = NULL;
	struct place_one p = { 0 }, to = { 0 };
	size_t n = 0, nchosen;
	const uint32_t *chosen = form_ids(form, "ansaettelse", &nchosen);
	uint32_t practice = form_u32(form, "praksis", 0);

	if (!placeholder_asked_for(req, who, &p)) {
		answer_not_found(req, who);
		return;
	}
	if (nchosen == 0)
		form_refuse(form, "ansaettelse", "Vælg, hvem der skal flyttes.");
	if (practice == 0 || place_one(req->db, who, practice, &to) != DB_ONE || !to.own ||
	    (strcmp(to.kind, "PRAKSIS") != 0 && strcmp(to.kind, "SPECIALLAEGEPRAKSIS") != 0))
		form_refuse(
		    form, "praksis", "Vælg en praksis. Mangler den på listen, så opret den først.");
	else
		check(req, who, form, p.place, &to, &rows, &n);
	if (form_wrong(form)) {
		show(req, who, &p, form);
		return;
	}
	for (size_t i = 0; i < nchosen; i++)
		if (!move(req, who, chosen[i], doctor_of(rows, n, chosen[i]), &to))
			return answer_error(req, who, 409, "Lægerne er ikke flyttet",
			    "Noget er ændret, siden siden blev vist. Åbn stedet igen, og vælg på ny.");
	reply_see(req,
	    url_with(req->arena, url_of(req->arena, "/sekretariat/steder/%u", to.place), "besked",
	        "flyttet"));
}
