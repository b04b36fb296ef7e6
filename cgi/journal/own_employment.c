/* SPDX-License-Identifier: MPL-2.0
 *
 * The page, and the signature.
 */
#include "own_employment.h"

#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "queries/employment_own.h"

static const char *
explanation_name(struct arena *a, size_t gap)
{
	return arena_format(a, "forklaring%zu", gap + 1);
}

static void
fill_explanations(struct request *req, const struct form *form, const struct employment_list *list,
    struct own_employment_view *v)
{
	struct arena *a = req->arena;
	struct field *fields = arena_array(a, list->ngaps, sizeof *fields);

	for (size_t i = 0; i < list->ngaps; i++) {
		const struct employment_gap *g = &list->gaps[i];

		fields[i] = field_of(form, explanation_name(a, i),
		    arena_format(a, "Hvad lavede du fra %s til %s?", day_text(a, g->since),
		        day_text(a, day_add(g->until, -1))),
		    "Det kommer til at stå i oversigten som en række.");
		fields[i].most = EMPLOYMENT_REMARKS_MOST;
		if (form == NULL && g->logged != NULL) {
			fields[i].value = g->logged;
			fields[i].hint =
			    "Foreslået ud fra logbogen: ret det, hvis det ikke passer. Det kommer til at stå i oversigten som en række.";
		}
	}
	v->explanations = fields;
	v->nexplanations = list->ngaps;
}

static void
fill_signing(struct request *req, const struct form *form, const struct employment_list *list,
    struct own_employment_view *v)
{
	v->may_sign = list->n > 0 && !list->is_current;
	v->sign = url_local(req->arena, "/logbog/beskaeftigelse/underskriv");
	v->once = form_once_of(req->arena, form);
	v->shown = hash_hex(req->arena, list->hash.bytes);
	v->faults = faults_of(req->arena, form);
	fill_explanations(req, form, list, v);
}

void
own_employment_show(
    struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	const struct employment_places places = { url_local(req->arena, "/logbog/beskaeftigelse"),
		url_local(req->arena, "/udskrift/beskaeftigelse") };
	const struct employment_list *list =
	    employment_list_of(req->db, subject_id(who), req->today);
	struct own_employment_view v = { .head = head_of(req, who, "Lægelig beskæftigelse") };

	v.head.notice = notice_of(req, "gemt", "Rækken er gemt.", "udgaaet", "Rækken er taget ud.",
	    "underskrevet", "Oversigten er underskrevet.", "bemaerket", "Bemærkningen er gemt.",
	    "logbogens", "Bemærkningen er igen logbogens.", NULL);
	v.list = employment_view_of(req, list, &places);
	if (list != NULL)
		fill_signing(req, form, list, &v);
	own_employment_page(reply_html(req, status), &v);
}

void
own_employment(struct request *req, const struct subject *who)
{
	own_employment_show(req, who, NULL, 200);
}

/* --- the signature ---------------------------------------------------------------------- */

/* What each gap was; a fault at its field where nothing is said. */
static const char **
read_explanations(struct request *req, const struct form *form, const struct employment_list *list)
{
	const char **words = arena_array(req->arena, list->ngaps, sizeof *words);

	for (size_t i = 0; i < list->ngaps; i++) {
		const char *name = explanation_name(req->arena, i);

		words[i] = form_line(form, name, EMPLOYMENT_REMARKS_MOST);
		if (words[i][0] == '\0')
			form_refuse(form, name,
			    "Skriv, hvad du lavede i perioden, eller tilføj en række for den.");
		if (cpr_is_meant(words[i]) || url_holds_cpr(words[i]))
			form_refuse(form, name, "Her må ikke stå et CPR-nummer.");
	}
	return words;
}

/* The list with a row for each gap; NULL when the database failed. */
static const struct employment_list *
explain(struct request *req, const struct subject *who, const struct employment_list *list,
    const char *const *words)
{
	for (size_t i = 0; i < list->ngaps; i++)
		if (employment_add(req->db, who, list->gaps[i].since, list->gaps[i].until,
		        employment_word(EMPLOYMENT_OTHER), "", "", "", NULL, "", words[i], NULL,
		        (struct bytes){ 0 }) != DB_ONE)
			return NULL;
	return list->ngaps == 0 ? list : employment_list_of(req->db, subject_id(who), req->today);
}

static bool
sign(struct request *req, const struct subject *who, const struct employment_list *list,
    const struct form_once *once)
{
	if (list == NULL ||
	    employment_sign(
	        req->db, who, list->json, hash_bytes(&list->hash), form_once_bytes(once)) != DB_ONE)
		return false;
	audit(req->db, who, "sign employment", "employment_signed", db_inserted(req->db), "");
	return true;
}

static void
see_signed(struct request *req)
{
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/logbog/beskaeftigelse"), "besked",
	        "underskrevet"));
}

void
own_employment_sign(struct request *req, const struct subject *who, const struct form *form)
{
	const struct employment_list *list =
	    employment_list_of(req->db, subject_id(who), req->today);
	struct employment_signed_of_form before = { 0 };
	struct form_once once;
	const char **words;

	if (!form_once_read(form, &once) || list == NULL) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	if (employment_signed_of_form(req->db, who, form_once_bytes(&once), &before) == DB_ONE) {
		see_signed(req);
		return;
	}
	if (strcmp(form_line(form, "vist", 64), hash_hex(req->arena, list->hash.bytes)) != 0) {
		answer_error(req, who, 409, "Oversigten er ændret, siden du så den",
		    "Der er ikke skrevet under. Gå tilbage, genindlæs siden, og læs den igennem igen.");
		return;
	}
	words = read_explanations(req, form, list);
	if (list->n == 0 || form_wrong(form))
		own_employment_show(req, who, form, 422);
	else if (sign(req, who, explain(req, who, list, words), &once))
		see_signed(req);
	else
		answer_error(req, who, 409, "Der er ikke skrevet under",
		    "Det er sendt to gange på én gang. Gå tilbage til Lægelig beskæftigelse, og se, om det står der.");
}
