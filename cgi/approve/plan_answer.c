/* SPDX-License-Identifier: MPL-2.0
 *
 * A doctor's plans, this department's and earlier ones, and the answer to what was sent (R-PLA-02).
 */
#include <string.h>

#include "notice.h"
#include "queries/talk.h"
#include "talk.h"
#include "tell.h"

/* A plan is answered by those who see its element: the earlier departments' are for reading. */
static bool
may_answer(const struct training_place *places, size_t n, const struct plan_version *v)
{
	for (size_t i = 0; i < n; i++)
		if (places[i].element == v->element)
			return v->latest && v->state == PLAN_SENT;
	return false;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	uint32_t id = path_u32(req, "doctor");
	const struct reached *doctor = doctor_within_reach(req, who, id);
	size_t n = 0;
	const struct training_place *places = training_places_of(req, who, id, &n);
	struct plans_of_view v = { .back = url_of(a, "/vejleder/laeger/%u/samtaler", id),
		.at = url_of(a, "/vejleder/laeger/%u/uddannelsesplan", id),
		.pdf = url_of(a, "/udskrift/%u/uddannelsesplan.pdf", id),
		.xlsx = url_of(a, "/udskrift/%u/uddannelsesplan.xlsx", id),
		.json = url_of(a, "/udskrift/%u/uddannelsesplan.json", id) };
	const struct plan_version *versions;
	struct plan_answer_row *rows;

	if (doctor == NULL || n == 0) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, id);
	v.head = head_of(req, who, arena_format(a, "Uddannelsesplan: %s", doctor->name));
	v.head.notice = notice_of(
	    req, "godkendt", "Planen er godkendt.", "returneret", "Planen er sendt tilbage.", NULL);
	versions = plan_versions_of(req, who, doctor, 0, &v.n);
	rows = arena_array(a, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] =
		    (struct plan_answer_row){ &versions[i], may_answer(places, n, &versions[i]) };
	v.rows = rows;
	v.reason =
	    field_of(form, "grund", "Hvad mangler der?", "Kun nødvendigt, når du sender tilbage.");
	v.faults = faults_of(a, form);
	plans_of_page(reply_html(req, status), &v);
}

void
plans_of_one(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
talk_file_of_one(struct request *req, const struct subject *who)
{
	talk_file_show(req, who, path_u32(req, "doctor"));
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena,
	        url_of(req->arena, "/vejleder/laeger/%u/uddannelsesplan", path_u32(req, "doctor")),
	        "besked", word));
}

/* Nothing was added: a double click has done it, or somebody was faster, or a new version came. */
static void
explain(struct request *req, const struct subject *who, uint32_t plan, const char *status,
    const char *word)
{
	struct plan_answered now = { 0 };

	if (plan_answered(req->db, who, path_u32(req, "doctor"), plan, &now) != DB_ONE)
		answer_not_found(req, who);
	else if (now.has_answers && now.answers == plan && now.now_given_by == subject_id(who) &&
	    strcmp(now.now_status, status) == 0)
		see(req, word);
	else {
		looked_into(req, path_u32(req, "doctor"));
		answer_error(req, who, 409, "Planen er ændret eller besvaret",
		    arena_format(req->arena,
		        "%s af %s, %s. Dit svar er ikke gemt. Gå tilbage til planen, og se den igen.",
		        plan_title(plan_state_of(now.now_status)), now.now_by,
		        moment_text(req->arena, now.now_at)));
	}
}

void
plan_decide(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "godkend", "returner", NULL);
	const char *reason = form_text(form, "grund", REASON_MOST);
	bool back = answer != NULL && strcmp(answer, "returner") == 0;
	const char *status = back ? "RETURNED" : "APPROVED",
	           *word = back ? "returneret" : "godkendt";
	uint32_t plan = form_u32(form, "plan", 0), doctor = path_u32(req, "doctor");
	struct plan_answered now = { 0 };

	if (back && reason[0] == '\0')
		form_refuse(
		    form, "grund", "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (plan_answer(req->db, who, doctor, plan, status, reason[0] == '\0' ? NULL : reason) ==
	        DB_ONE &&
	    plan_answered(req->db, who, doctor, plan, &now) == DB_ONE) {
		talk_tell_doctor(req->db, who, now.element,
		    notice_word(back ? NOTICE_PLAN_RETURNED : NOTICE_PLAN_APPROVED),
		    url_of(req->arena, "/logbog/uddannelsesplan/%u", now.element).text,
		    TOLD_SINCE(req->now));
		see(req, word);
	} else
		explain(req, who, plan, status, word);
}
