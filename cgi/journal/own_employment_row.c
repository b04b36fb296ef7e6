/* SPDX-License-Identifier: MPL-2.0
 *
 * A row that the doctor adds, corrects or takes out.  A correction is a row more: the one it stands for
 * is taken out and stays.
 */
#include "own_employment.h"

#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "queries/employment_own.h"

static struct url
list_at(struct arena *a)
{
	return url_local(a, "/logbog/beskaeftigelse");
}

static void
see_list(struct request *req, const char *word)
{
	reply_see(req, url_with(req->arena, list_at(req->arena), "besked", word));
}

/* --- the form --------------------------------------------------------------------------- */

static void
fill_fields(const struct form *form, struct employment_form_view *v)
{
	v->since = field_of(form, "fra", "Første dag", "For eksempel 1.3.2026.");
	v->until =
	    field_of(form, "til", "Sidste dag", "Lad feltet stå tomt, hvis det stadig varer.");
	v->place = field_of(form, "sted", "Sygehus, praksis eller arbejdsgiver",
	    "I udlandet: skriv landet med. Kan stå tomt ved orlov og andet.");
	v->department = field_of(form, "afdeling", "Afdeling", NULL);
	v->specialty = field_of(form, "speciale", "Speciale", NULL);
	v->fraction = field_of(form, "beskaeftigelse", "Beskæftigelse i procent af fuld tid", NULL);
	v->position_no = field_of(form, "stillingsnummer", "Stillingsnummer", NULL);
	v->remarks = field_of(form, "bemaerkninger", "Bemærkninger",
	    "Orlov, deltid, udland. Ved orlov og andet: hvad det var.");
	v->since.needed = true;
	v->fraction.inputmode = "numeric";
	v->place.most = v->department.most = EMPLOYMENT_NAME_MOST;
	v->specialty.most = EMPLOYMENT_SPECIALTY_MOST;
	v->position_no.most = EMPLOYMENT_NUMBER_MOST;
	v->remarks.most = EMPLOYMENT_REMARKS_MOST;
}

static void
fill_form(
    struct request *req, const struct form *form, const char *kind, struct employment_form_view *v)
{
	struct employment_choice *kinds = arena_array(req->arena, EMPLOYMENT_KINDS, sizeof *kinds);

	for (enum employment_kind k = 0; k < EMPLOYMENT_KINDS; k++)
		kinds[k] = (struct employment_choice){ employment_word(k), employment_title(k),
			form == NULL ? strcmp(kind, employment_word(k)) == 0
			             : form_has(form, "stilling", employment_word(k)) };
	v->kinds = kinds;
	v->nkinds = EMPLOYMENT_KINDS;
	v->kind_fault = form_fault(form, "stilling");
	v->back = list_at(req->arena);
	v->once = form_once_of(req->arena, form);
	v->faults = faults_of(req->arena, form);
	fill_fields(form, v);
}

/* Days of an address, as people write them: "" for anything else. */
static const char *
day_asked_for(const struct request *req, const char *name)
{
	const char *text = query_text(req, name);
	struct day d = { 0 };

	return text != NULL && day_read(text, &d) ? day_text(req->arena, d) : "";
}

static void
show_new(struct request *req, const struct subject *who, const struct form *form)
{
	struct employment_form_view v = {
		.head = head_of(req, who, "Tilføj til lægelig beskæftigelse"),
		.at = url_local(req->arena, "/logbog/beskaeftigelse/ny"),
		.is_new = true,
	};

	fill_form(req, form, "", &v);
	if (form == NULL) {
		v.since.value = day_asked_for(req, "fra");
		v.until.value = day_asked_for(req, "til");
	}
	employment_form_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

static void
fill_values(struct arena *a, const struct employment_row *r, struct employment_form_view *v)
{
	v->since.value = day_text(a, r->since);
	v->until.value = day_is_none(r->until) ? "" : day_text(a, day_add(r->until, -1));
	v->place.value = r->hospital;
	v->department.value = r->department;
	v->specialty.value = r->specialty;
	v->fraction.value = r->has_fraction ? arena_format(a, "%u", r->fraction) : "";
	v->position_no.value = r->position_no;
	v->remarks.value = r->remarks;
}

static void
show_change(struct request *req, const struct subject *who, const struct form *form,
    const struct employment_row *r)
{
	struct employment_form_view v = {
		.head = head_of(req, who, "Ret lægelig beskæftigelse"),
		.at = url_of(req->arena, "/logbog/beskaeftigelse/%u", r->id),
		.remove = url_of(req->arena, "/logbog/beskaeftigelse/%u/udgaar", r->id),
	};

	fill_form(req, form, r->kind, &v);
	if (form == NULL)
		fill_values(req->arena, r, &v);
	employment_form_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

/* --- what was typed --------------------------------------------------------------------- */

static const char *
read_line(const struct form *form, const char *name, size_t most)
{
	const char *text = form_line(form, name, most);

	if (cpr_is_meant(text) || url_holds_cpr(text))
		form_refuse(form, name, "Her må ikke stå et CPR-nummer.");
	return text;
}

static struct employment_line
read_form(struct request *req, const struct form *form)
{
	const char *kind = form_line(form, "stilling", 20);
	struct employment_line l = { .kind = employment_of_word(kind),
		.since = form_day(form, "fra"),
		.until = day_add(form_day(form, "til"), 1),
		.hospital = read_line(form, "sted", EMPLOYMENT_NAME_MOST),
		.department = read_line(form, "afdeling", EMPLOYMENT_NAME_MOST),
		.specialty = read_line(form, "speciale", EMPLOYMENT_SPECIALTY_MOST),
		.fraction = form_u32(form, "beskaeftigelse", 0),
		.position_no = read_line(form, "stillingsnummer", EMPLOYMENT_NUMBER_MOST),
		.remarks = form_text(form, "bemaerkninger", EMPLOYMENT_REMARKS_MOST) };
	struct employment_fault faults[EMPLOYMENT_FAULTS];
	size_t n;

	if (cpr_is_meant(l.remarks) || url_holds_cpr(l.remarks))
		form_refuse(form, "bemaerkninger", "Her må ikke stå et CPR-nummer.");
	if (l.kind == EMPLOYMENT_KINDS) {
		form_refuse(form, "stilling", "Vælg, hvilken slags stilling det er.");
		return l;
	}
	n = employment_faults(&l, req->today, faults);
	for (size_t i = 0; i < n; i++)
		form_refuse(form, faults[i].field, faults[i].sentence);
	return l;
}

/* Under that number of the form; instead of the row corrects, 0 for none. */
static bool
add(struct request *req, const struct subject *who, const struct employment_line *l,
    uint32_t corrects, const struct form_once *once)
{
	if (employment_add(req->db, who, l->since, l->until, employment_word(l->kind), l->hospital,
	        l->department, l->specialty, l->fraction == 0 ? NULL : &l->fraction, l->position_no,
	        l->remarks, corrects == 0 ? NULL : &corrects, form_once_bytes(once)) != DB_ONE)
		return false;
	audit(req->db, who, corrects == 0 ? "add employment" : "correct employment", "employment",
	    db_inserted(req->db), "");
	return true;
}

/* Has this form been sent before?  Then the list was answered. */
static bool
was_sent(struct request *req, const struct subject *who, const struct form_once *once)
{
	struct employment_of_form before = { 0 };

	if (employment_of_form(req->db, who, form_once_bytes(once), &before) != DB_ONE)
		return false;
	see_list(req, "gemt");
	return true;
}

static void
not_whole(struct request *req, const struct subject *who)
{
	answer_error(req, who, 400, "Formularen er ikke hel",
	    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
}

static void
was_faster(struct request *req, const struct subject *who)
{
	answer_error(req, who, 409, "Rækken er ikke gemt",
	    "Den er ændret i et andet vindue, eller der er allerede 200 rækker. Gå tilbage til Lægelig beskæftigelse, og se, hvad der står.");
}

static bool
has_room(struct request *req, const struct subject *who)
{
	const struct employment_list *list =
	    employment_list_of(req->db, subject_id(who), req->today);

	return list != NULL && list->own < EMPLOYMENT_ROWS_MOST;
}

/* --- pages ------------------------------------------------------------------------------ */

void
own_employment_new(struct request *req, const struct subject *who)
{
	show_new(req, who, NULL);
}

void
own_employment_make(struct request *req, const struct subject *who, const struct form *form)
{
	struct employment_line l;
	struct form_once once;

	if (!form_once_read(form, &once)) {
		not_whole(req, who);
		return;
	}
	if (was_sent(req, who, &once))
		return;
	l = read_form(req, form);
	if (form_wrong(form))
		show_new(req, who, form);
	else if (has_room(req, who) && add(req, who, &l, 0, &once))
		see_list(req, "gemt");
	else
		was_faster(req, who);
}

/* False after 404 was answered. */
static bool
find(struct request *req, const struct subject *who, struct employment_row *r)
{
	if (employment_row(req->db, who, path_u32(req, "line"), r) == DB_ONE)
		return true;
	answer_not_found(req, who);
	return false;
}

void
own_employment_edit(struct request *req, const struct subject *who)
{
	struct employment_row r = { 0 };

	if (find(req, who, &r))
		show_change(req, who, NULL, &r);
}

void
own_employment_change(struct request *req, const struct subject *who, const struct form *form)
{
	struct employment_row r = { 0 };
	struct employment_line l;
	struct form_once once;
	const bool whole = form_once_read(form, &once);

	if ((whole && was_sent(req, who, &once)) || !find(req, who, &r))
		return;
	if (!whole) {
		not_whole(req, who);
		return;
	}
	l = read_form(req, form);
	if (form_wrong(form))
		show_change(req, who, form, &r);
	else if (employment_take_out(req->db, who, r.id) == DB_ONE &&
	    add(req, who, &l, r.id, &once))
		see_list(req, "gemt");
	else
		was_faster(req, who);
}

void
own_employment_drop(struct request *req, const struct subject *who, const struct form *form)
{
	struct employment_row r = { 0 };

	(void)form;
	if (!find(req, who, &r))
		return;
	if (employment_take_out(req->db, who, r.id) == DB_ONE)
		audit(req->db, who, "take out employment", "employment", r.id, "");
	see_list(req, "udgaaet");
}
