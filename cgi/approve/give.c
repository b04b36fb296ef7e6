/* SPDX-License-Identifier: MPL-2.0
 *
 * One competency of a doctor of the department: what it is and what has happened; and approving it,
 * or a part of it, without being asked (domain 6.4).
 */
#include "card_pages.h"
#include "chain.h"

#include <string.h>

static void
fill_form(struct request *req, const struct subject *who, const struct reached *doctor,
    const struct form *form, struct doctor_view *v)
{
	struct arena *a = req->arena;
	const char *rule = v->goal->goal->approver_rule;
	struct request_reached r = { 0 };
	bool left = list_was_left(doctor, v->goal->list->id);

	v->goal_at =
	    url_of(a, "/vejleder/laeger/%u/kompetencer/%u", doctor->doctor, v->goal->goal->id);
	if (v->goal->state == APPROVAL_REQUESTED) {
		if (request_reached(req->db, who, v->goal->latest, &r) == DB_ONE)
			v->asked = url_of(a, "/vejleder/anmodninger/%u", v->goal->latest);
		v->is_asked = v->asked.text != NULL;
		return;
	}
	if (left || !approval_may_be_given_unasked(v->goal->state) ||
	    element_here(req, who, doctor->doctor, NULL) == 0)
		return;
	v->who_must =
	    approval_may_be_given(rule, subject_role(who)) ? NULL : approval_who_must(rule);
	v->may_give = v->who_must == NULL;
	v->reason = field_of(form, "grund", "Ord til lægen",
	    "Skal skrives, når kun en del godkendes: hvad mangler der?");
	v->merits = v->may_give
	    ? merits_to_use(req, who, doctor->doctor, v->goal, form, &v->nmerits)
	    : NULL;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_view v = { .faults = faults_of(req->arena, form) };
	struct places places;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	places = approve_places(req->arena, doctor->doctor);
	v.goal = competency_view_of(req, who, doctor, path_u32(req, "competency"), &places);
	if (v.goal == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.back = places.list;
	v.back_label = arena_format(req->arena, "Kompetencer: %s", doctor->name);
	v.head = head_of(
	    req, who, arena_format(req->arena, "%s %s", v.goal->goal->number, v.goal->goal->title));
	v.head.notice = notice_of(req, "godkendt", "Kompetencen er godkendt.", "delvis",
	    "En del af kompetencen er godkendt.", NULL);
	fill_form(req, who, doctor, form, &v);
	doctor_goal_page(reply_html(req, status), &v);
}

void
doctor_competency(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* Nothing was added: it is done, something is missing, or it is not this person's to give. */
static void
explain(struct request *req, const struct subject *who, const struct form *form,
    enum approval_state wanted, const char *word)
{
	uint32_t doctor = path_u32(req, "doctor"), id = path_u32(req, "competency");
	const struct reached *reached = doctor_within_reach(req, who, doctor);
	struct places places = approve_places(req->arena, doctor);
	const struct competency_view *v =
	    reached == NULL ? NULL : competency_view_of(req, who, reached, id, &places);

	if (v == NULL) {
		answer_not_found(req, who);
	} else if (v->state == wanted) {
		reply_see(req,
		    url_with(req->arena,
		        url_of(req->arena, "/vejleder/laeger/%u/kompetencer/%u", doctor, id),
		        "besked", word));
	} else if (wanted == APPROVAL_APPROVED && v->cards->missing != NULL &&
	    approval_may_be_given_unasked(v->state) &&
	    approval_may_be_given(v->goal->approver_rule, subject_role(who))) {
		form_refuse(form, "grund",
		    arena_format(req->arena, "Kan ikke godkendes endnu. %s", v->cards->missing));
		show(req, who, form, 422);
	} else {
		looked_into(req, doctor);
		answer_error(req, who,
		    approval_may_be_given(v->goal->approver_rule, subject_role(who)) ? 409 : 403,
		    "Kompetencen kan ikke godkendes her",
		    approval_may_be_given(v->goal->approver_rule, subject_role(who))
		        ? arena_format(req->arena,
		              "Den er nu: %s. Gå tilbage, og se, hvad der er sket.", v->title)
		        : approval_who_must(v->goal->approver_rule));
	}
}

/* All of it or nothing: a merit note stands in the place of a card for an approval that is given. */
static enum db_outcome
give(struct request *req, const struct subject *who, uint32_t element, uint32_t merit,
    const char *status, const char *words)
{
	uint32_t doctor = path_u32(req, "doctor"), id = path_u32(req, "competency");
	enum db_outcome o;

	if (element == 0)
		return DB_NONE;
	chain_take(req->db, doctor); /* what it stands on is read from here on, and stays */
	db_savepoint(req->db);
	if (merit != 0)
		card_merit_put(req->db, who, doctor, id, merit);
	o = approval_give(req->db, who, doctor, id, element, status, words);
	if (o != DB_ONE)
		db_back_to_savepoint(req->db);
	return o;
}

void
doctor_competency_give(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "godkend", "delvis", NULL);
	const char *words = form_text(form, "grund", REASON_MOST);
	uint32_t doctor = path_u32(req, "doctor"), id = path_u32(req, "competency");
	uint32_t element = element_here(req, who, doctor, NULL), merit = form_u32(form, "merit", 0);
	bool part = answer != NULL && strcmp(answer, "delvis") == 0;
	const char *word = part ? "delvis" : "godkendt";

	if (part && words[0] == '\0')
		form_refuse(
		    form, "grund", "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (give(req, who, element, part ? 0 : merit, part ? "PARTLY" : "APPROVED",
	        words[0] == '\0' ? NULL : words) == DB_ONE) {
		given_tell(req->db, who, doctor, id);
		reply_see(req,
		    url_with(req->arena,
		        url_of(req->arena, "/vejleder/laeger/%u/kompetencer/%u", doctor, id),
		        "besked", word));
	} else
		explain(req, who, form, part ? APPROVAL_PARTLY : APPROVAL_APPROVED, word);
}
