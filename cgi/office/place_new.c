/* SPDX-License-Identifier: MPL-2.0
 *
 * A practice of the own region, made by hand; or one that has no name yet.
 */
#include <string.h>

#include "audit.h"
#include "places.h"

enum { NAME_MOST = 120, TOWN_MOST = 80, CODE_MOST = 20 };

static void
fill_kinds(const struct form *form, struct place_new_view *v)
{
	static const char *const words[] = { "PRAKSIS", "SPECIALLAEGEPRAKSIS", "PLADSHOLDER" };

	for (size_t i = 0; i < 3; i++)
		v->kinds[i] = (struct kind_choice){ words[i], place_kind_title(words[i]),
			form_has(form, "slags", words[i]) || (form == NULL && i == 0) };
}

static void
show(struct request *req, const struct subject *who, const struct form *form, uint32_t back_to)
{
	struct arena *a = req->arena;
	struct place_new_view v = {
		.head = head_of(req, who, "Opret praksis"),
		.places = url_local(a, "/sekretariat/steder"),
		.at = url_local(a, "/sekretariat/steder/ny"),
		.back_to = back_to,
		.faults = faults_of(a, form),
		.kind_fault = form_fault(form, "slags"),
		.name = field_of(form, "navn", "Navn",
		    "Praksissens navn. Er den ikke kendt endnu, så for eksempel: Almen praksis"),
		.town = field_of(form, "by", "By eller kommune", NULL),
		.code = field_of(form, "kode", "Ydernummer eller SOR-kode (valgfri)",
		    "Den samme kode som i importen, så den samme praksis ikke oprettes to gange"),
	};

	v.name.needed = v.town.needed = true;
	v.name.most = NAME_MOST;
	v.town.most = TOWN_MOST;
	v.code.most = CODE_MOST;
	fill_kinds(form, &v);
	place_new_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
place_new(struct request *req, const struct subject *who)
{
	show(req, who, NULL, query_u32(req, "tilbage", 0));
}

static void
check_code(const struct form *form, const char *code)
{
	static const char allowed[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

	if (code[strspn(code, allowed)] != '\0')
		form_refuse(form, "kode", "Koden må kun bestå af bogstaver, tal og bindestreg.");
}

/* To the place; or back to where somebody waits for it. */
static void
answer_made(struct request *req, uint32_t place, uint32_t back_to)
{
	struct url at = back_to != 0 ? url_of(req->arena, "/sekretariat/steder/%u/navngiv", back_to)
	                             : url_of(req->arena, "/sekretariat/steder/%u", place);

	reply_see(req, url_with(req->arena, at, "besked", "oprettet"));
}

/* A place without a code gets one of ours: the letters of this request, which the log has too. */
void
place_make(struct request *req, const struct subject *who, const struct form *form)
{
	const char *kind =
	    form_choice(form, "slags", "PRAKSIS", "SPECIALLAEGEPRAKSIS", "PLADSHOLDER", NULL);
	const char *name = form_needed(form, "navn", NAME_MOST, "Skriv navnet.");
	const char *town = form_needed(form, "by", TOWN_MOST, "Skriv byen eller kommunen.");
	const char *code = form_line(form, "kode", CODE_MOST);
	const uint32_t back_to = form_u32(form, "tilbage", 0);
	uint32_t id;

	check_code(form, code);
	if (code[0] == '\0')
		code = arena_format(req->arena, "EGEN-%s", req->reference);
	if (!form_wrong(form) &&
	    place_add(req->db, who, code, kind, name,
	        arena_format(req->arena, "%s, %s", name, town)) == DB_TAKEN)
		form_refuse(form, "kode",
		    "Der er allerede et sted med den kode. Søg efter koden under Steder.");
	if (form_wrong(form)) {
		show(req, who, form, back_to);
		return;
	}
	id = db_inserted(req->db);
	audit(req->db, who, "make place", "org_unit", id, kind);
	answer_made(req, id, back_to);
}
