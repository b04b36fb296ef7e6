/* SPDX-License-Identifier: MPL-2.0
 *
 * One request: approve it, or send it back with a reason.
 */
#include "approve.h"
#include "chain.h"
#include "queries/card_give.h"
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

/* Is nothing missing but cards, for which a merit note may stand? */
static bool
lacks_only_cards(const struct card_goal_view *v)
{
	for (size_t i = 0; i < v->nwants; i++)
		if (!v->wants[i].met && !v->wants[i].by_card)
			return false;
	return v->missing != NULL;
}

const struct merit_choice *
merits_to_use(struct request *req, const struct subject *who, uint32_t doctor,
    const struct competency_view *goal, const struct form *form, size_t *n)
{
	struct merits_instead *rows;
	struct merit_choice *out;

	*n = 0;
	if (!lacks_only_cards(goal->cards) || subject_role(who) != ROLE_TUTOR ||
	    strcmp(goal->goal->approver_rule, "TUTOR") != 0 ||
	    merits_instead(req->db, who, doctor, &rows, n) != DB_ONE)
		return NULL;
	out = arena_array(req->arena, *n, sizeof *out);
	for (size_t i = 0; i < *n; i++)
		out[i] = (struct merit_choice){ rows[i].id,
			markup_of_lines(
			    req->arena, rows[i].note == NULL ? "Se meritbrevet." : rows[i].note),
			rows[i].by_name, moment_day(rows[i].at),
			form_has(form, "merit", arena_format(req->arena, "%u", rows[i].id)) };
	return out;
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
	if (form == NULL && r.now != id && strcmp(r.now_status, "REQUESTED") == 0) {
		/* the doctor has put the request right, or asked again */
		reply_see(req, url_of(a, "/vejleder/anmodninger/%u", r.now));
		return;
	}
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
	v.merits =
	    v.open && v.may ? merits_to_use(req, who, r.doctor, v.goal, form, &v.nmerits) : NULL;
	v.reason = field_of(form, "grund", "Hvad mangler der?",
	    "Kun nødvendigt, når du sender tilbage eller godkender en del. Lægen, UAO og hovedvejleder kan se det; det sendes ikke til styrelsen.");
	fill_asked(&v, id);
	request_page(reply_html(req, status), &v);
}

void
request(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* Something that the goal needs is missing: said at the field (T-062, T-063). */
static bool
is_missing(struct request *req, const struct subject *who, const struct form *form,
    const struct request_reached *r)
{
	const struct card_goal_view *v;

	if (!approval_may_be_given(r->approver_rule, subject_role(who)))
		return false;
	v = card_goal_view_of(
	    req, who, r->doctor, r->competency, (struct url){ 0 }, (struct url){ 0 });
	if (v->missing != NULL)
		form_refuse(form, "grund",
		    arena_format(req->arena, "Kan ikke godkendes endnu. %s", v->missing));
	return v->missing != NULL;
}

/* Nothing was added.  A double click has already done it; else somebody was faster, or the
 * request is not this person's to answer. */
static void
explain(struct request *req, const struct subject *who, const struct form *form, const char *status,
    const char *word)
{
	struct request_reached r = { 0 };
	uint32_t id = path_u32(req, "id");

	if (request_reached(req->db, who, id, &r) != DB_ONE)
		answer_not_found(req, who);
	else if (r.now == id && is_missing(req, who, form, &r))
		show(req, who, form, 422);
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
take_turn_of(struct request *req, const struct subject *who, uint32_t id, struct request_reached *r)
{
	*r = (struct request_reached){ 0 };
	if (request_reached(req->db, who, id, r) == DB_ONE)
		chain_take(req->db, r->doctor);
}

/* The merit note that the tutor chose stands in the card's place, if the approval for which it does is
 * given, and else in none. */
static enum db_outcome
approve_one(
    struct request *req, const struct subject *who, const struct form *form, const char *reason)
{
	uint32_t merit = form_u32(form, "merit", 0), id = path_u32(req, "id");
	struct request_reached r;
	enum db_outcome o;

	take_turn_of(req, who, id, &r);
	db_savepoint(req->db);
	if (merit != 0 && r.doctor != 0)
		card_merit_put(req->db, who, r.doctor, r.competency, merit);
	o = approval_decide(req->db, who, id, "APPROVED", reason);
	if (o != DB_ONE)
		db_back_to_savepoint(req->db);
	return o;
}

void
decide(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "godkend", "delvis", "returner", NULL);
	const char *reason = form_text(form, "grund", REASON_MOST);
	bool back = answer != NULL && strcmp(answer, "returner") == 0;
	bool part = answer != NULL && strcmp(answer, "delvis") == 0;
	const char *status = back ? "RETURNED"
	    : part                ? "PARTLY"
	                          : "APPROVED",
	           *word = back ? "returneret"
	    : part              ? "delvis"
	                        : "godkendt";
	uint32_t id = path_u32(req, "id");

	if ((back || part) && reason[0] == '\0')
		form_refuse(
		    form, "grund", "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	reason = reason[0] == '\0' ? NULL : reason;
	if ((back || part ? approval_decide(req->db, who, id, status, reason)
	                  : approve_one(req, who, form, reason)) == DB_ONE) {
		answer_tell(req->db, who, id, false, TOLD_SINCE(req->now));
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/vejleder/anmodninger"), "besked",
		        word));
	} else
		explain(req, who, form, status, word);
}
