/* SPDX-License-Identifier: MPL-2.0
 *
 * The remarks of an element: what the logbook says of it, until the doctor says it otherwise.  What was said
 * stays, taken out, when it is said anew or left to the logbook again.
 */
#include "own_employment.h"

#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "queries/employment_own.h"

static const struct employment_line *
line_of(const struct employment_list *list, uint32_t element)
{
	for (size_t i = 0; list != NULL && element != 0 && i < list->n; i++)
		if (list->lines[i].element == element)
			return &list->lines[i];
	return NULL;
}

/* The element of the path, as it stands in one's own overview; NULL after 404 was answered. */
static const struct employment_line *
find(struct request *req, const struct subject *who)
{
	const struct employment_line *l = line_of(
	    employment_list_of(req->db, subject_id(who), req->today), path_u32(req, "element"));

	if (l == NULL)
		answer_not_found(req, who);
	return l;
}

static void
show(struct request *req, const struct subject *who, const struct employment_line *l,
    const struct form *form)
{
	struct own_remark_view v = { .head = head_of(req, who, "Bemærkning til ansættelsen"),
		.back = url_local(req->arena, "/logbog/beskaeftigelse"),
		.at = url_of(req->arena, "/logbog/beskaeftigelse/delforloeb/%u", l->element),
		.once = form_once_of(req->arena, form),
		.place = l->department[0] == '\0'
		    ? l->hospital
		    : arena_format(req->arena, "%s, %s", l->hospital, l->department),
		.logged = l->logged[0] == '\0' ? NULL : l->logged,
		.since = l->since,
		.last = day_add(l->until, -1),
		.remarks = field_of(form, "bemaerkninger", "Bemærkninger",
		    "Orlov, deltid, udland. Det står i oversigten i stedet for logbogens bemærkning."),
		.reworded = l->reworded,
		.faults = faults_of(req->arena, form) };

	v.remarks.most = EMPLOYMENT_REMARKS_MOST;
	if (form == NULL)
		v.remarks.value = l->remarks;
	own_remark_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
own_remark(struct request *req, const struct subject *who)
{
	const struct employment_line *l = find(req, who);

	if (l != NULL)
		show(req, who, l, NULL);
}

/* --- keeping it ------------------------------------------------------------------------- */

static void
see_list(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/logbog/beskaeftigelse"), "besked", word));
}

static const char *
read_remarks(const struct form *form)
{
	const char *text = form_text(form, "bemaerkninger", EMPLOYMENT_REMARKS_MOST);

	if (cpr_is_meant(text) || url_holds_cpr(text))
		form_refuse(form, "bemaerkninger", "Her må ikke stå et CPR-nummer.");
	return text;
}

/* Nothing that the doctor said stands for what the logbook says. */
static void
leave_to_logbook(struct request *req, const struct subject *who, const struct employment_line *l)
{
	if (employment_remark_take_out(req->db, who, l->element) == DB_ONE)
		audit(req->db, who, "leave remark to logbook", "element", l->element, "");
	see_list(req, "logbogens");
}

static void
keep(struct request *req, const struct subject *who, const struct employment_line *l,
    const char *words, const struct form_once *once)
{
	employment_remark_take_out(req->db, who, l->element);
	if (employment_remark_add(req->db, who, l->element, words, form_once_bytes(once)) !=
	    DB_ONE) {
		answer_error(req, who, 409, "Bemærkningen er ikke gemt",
		    "Den er sendt to gange på én gang. Gå tilbage til Lægelig beskæftigelse, og se, hvad der står.");
		return;
	}
	audit(req->db, who, "say remark", "element", l->element, "");
	see_list(req, "bemaerket");
}

void
own_remark_keep(struct request *req, const struct subject *who, const struct form *form)
{
	const struct employment_line *l = find(req, who);
	struct employment_remark_of_form before = { 0 };
	struct form_once once;
	const char *words;

	if (l == NULL)
		return;
	if (!form_once_read(form, &once)) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	if (employment_remark_of_form(req->db, who, form_once_bytes(&once), &before) == DB_ONE) {
		see_list(req, "bemaerket");
		return;
	}
	words = read_remarks(form);
	if (form_wrong(form))
		show(req, who, l, form);
	else if (form_has(form, "logbogens", "1") || strcmp(words, l->logged) == 0)
		leave_to_logbook(req, who, l);
	else
		keep(req, who, l, words, &once);
}
