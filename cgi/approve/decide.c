/* SPDX-License-Identifier: MPL-2.0
 *
 * One request: approve it, or send it back with a reason.
 */
#include "approve.h"
#include "tell.h"

#include <string.h>

static const char *
answer_of(struct arena *a, const struct request_reached *r)
{
	enum approval_state state = approval_state_of(r->now_status, "ORDINARY");

	return arena_format(a, "%s af %s, %s, %s.", approval_title(state), r->now_by,
	    role_title(role_of_word(r->now_as)), moment_text(a, r->now_at));
}

/* The doctor's own rating and words stand in the step that asked. */
static void
fill_asked(struct request_view *v, uint32_t id)
{
	if (!v->open || v->goal->n == 0 || v->goal->latest != id)
		return;
	v->rating = v->goal->steps[0].rating;
	v->words = v->goal->steps[0].words;
	v->has_words = v->goal->steps[0].has_words;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct request_view v = { .queue = url_local(a, "/vejleder/anmodninger"),
		.faults = faults_of(a, form) };
	uint32_t id = path_u32(req, "id");
	struct request_reached r = { 0 };
	const struct reached *doctor;
	struct places places;

	if (request_reached(req->db, who, id, &r) != DB_ONE ||
	    (doctor = doctor_within_reach(req, who, r.doctor)) == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, r.doctor);
	places = approve_places(a, r.doctor);
	if ((v.goal = competency_view_of(req, who, doctor, r.competency, &places)) == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.head =
	    head_of(req, who, arena_format(a, "%s %s", v.goal->goal->number, v.goal->goal->title));
	v.doctor = doctor->name;
	v.at = url_of(a, "/vejleder/anmodninger/%u", id);
	v.list = places.list;
	v.open = r.now == id;
	v.may = approval_may_be_given(r.approver_rule, subject_role(who));
	v.who_must = v.may ? NULL : approval_who_must(r.approver_rule);
	v.answered = v.open ? NULL : answer_of(a, &r);
	v.reason = field_of(form, "grund", "Hvad mangler der?",
	    "Kun nødvendigt, når du sender tilbage. Lægen, UAO og hovedvejleder kan se det; det sendes ikke til styrelsen.");
	fill_asked(&v, id);
	request_page(reply_html(req, status), &v);
}

void
request(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* Nothing was added.  A double click has already done it; else somebody was faster, or the
 * request is not this person's to answer. */
static void
explain(struct request *req, const struct subject *who, const char *status, const char *word)
{
	struct request_reached r = { 0 };
	uint32_t id = path_u32(req, "id");

	if (request_reached(req->db, who, id, &r) != DB_ONE)
		answer_not_found(req, who);
	else if (r.now == id)
		answer_error(req, who, 403, "Du kan ikke godkende denne kompetence",
		    approval_who_must(r.approver_rule) == NULL
		        ? "Gå tilbage til anmodningerne."
		        : approval_who_must(r.approver_rule));
	else if (r.now_given_by == subject_id(who) && strcmp(r.now_status, status) == 0)
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/vejleder/anmodninger"), "besked",
		        word));
	else {
		looked_into(req, r.doctor); /* it says what somebody else answered */
		answer_error(req, who, 409, "Anmodningen er allerede besvaret",
		    arena_format(req->arena,
		        "%s Dit svar er ikke gemt. Gå tilbage til anmodningerne.",
		        answer_of(req->arena, &r)));
	}
}

void
decide(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "godkend", "returner", NULL);
	const char *reason = form_text(form, "grund", REASON_MOST);
	bool back = answer != NULL && strcmp(answer, "returner") == 0;
	const char *status = back ? "RETURNED" : "APPROVED",
	           *word = back ? "returneret" : "godkendt";

	if (back && reason[0] == '\0')
		form_refuse(
		    form, "grund", "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (approval_decide(req->db, who, path_u32(req, "id"), status,
	        reason[0] == '\0' ? NULL : reason) == DB_ONE) {
		answer_tell(req->db, who, path_u32(req, "id"), false, TOLD_SINCE(req->now));
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/vejleder/anmodninger"), "besked",
		        word));
	} else
		explain(req, who, status, word);
}
