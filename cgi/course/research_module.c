/* SPDX-License-Identifier: MPL-2.0
 *
 * The modules of research training that a course provider is asked to approve.  The list shows what
 * doctors wrote, so each of them is recorded as looked into.
 */
#include "research_course.h"

#include <string.h>

#include "queries/research_supervise.h"

enum { A_PAGE = 50 };

void
research_modules(struct request *req, const struct subject *who)
{
	struct research_modules_view v = { .head = head_of(req, who, "Forskningskurser") };
	struct research_requests *found = NULL;
	struct research_module_row *rows;

	v.head.notice = notice_of(req, "godkendt", "Kurset er godkendt.", "returneret",
	    "Anmodningen er sendt tilbage.", NULL);
	research_requests(req->db, who, A_PAGE + 1, &found, &v.n);
	v.more = v.n > A_PAGE;
	v.n -= v.more;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++) {
		looked_into(req, found[i].doctor);
		rows[i] = (struct research_module_row){ found[i].name, found[i].part,
			found[i].course, found[i].held_on, found[i].at,
			url_of(req->arena, "/kurser/forskningskurser/%u", found[i].id) };
	}
	v.rows = rows;
	research_modules_page(reply_html(req, 200), &v);
}

static const char *
answer_of(struct arena *a, const struct research_request *r)
{
	return arena_format(a, "%s af %s, %s.",
	    research_state_title(research_state_of(r->now_status, "ORDINARY")), r->now_by,
	    moment_text(a, r->now_at));
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	uint32_t id = path_u32(req, "request");
	struct research_request r = { 0 };
	struct research_module_view v = { .back = url_local(a, "/kurser/forskningskurser"),
		.faults = faults_of(a, form) };

	if (research_request(req->db, who, id, &r) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, r.doctor);
	v.head = head_of(req, who, arena_format(a, "%s: %s", r.part, r.name));
	v.to = url_of(a, "/kurser/forskningskurser/%u", id);
	v.file = url_of(a, "/kurser/forskningskurser/%u/bevis", id);
	v.file_name = r.has_file ? r.file_name : NULL;
	v.doctor = r.name;
	v.born = r.born;
	v.part = r.part;
	v.hint = r.hint;
	v.days = r.days;
	v.course = r.course;
	v.held_on = r.held_on;
	v.words = markup_of_lines(a, r.words);
	v.has_words = r.words != NULL;
	v.open = r.now == id;
	v.answered = v.open ? NULL : answer_of(a, &r);
	v.reason = field_of(form, "grund", "Hvad mangler der?",
	    "Kun nødvendigt, når du sender tilbage. Lægen kan se det.");
	research_module_page(reply_html(req, status), &v);
}

void
research_module(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
research_module_file(struct request *req, const struct subject *who)
{
	struct research_request_file row = { 0 };

	if (research_request_file(req->db, who, path_u32(req, "request"), &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, row.doctor);
	reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
}

/* Nothing was added: a double click, or what was asked was taken back. */
static void
explain(struct request *req, const struct subject *who, const char *status, const char *word)
{
	struct research_request r = { 0 };

	if (research_request(req->db, who, path_u32(req, "request"), &r) != DB_ONE)
		answer_not_found(req, who);
	else if (r.now_given_by == subject_id(who) && strcmp(r.now_status, status) == 0)
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/kurser/forskningskurser"),
		        "besked", word));
	else {
		looked_into(req, r.doctor); /* it says what somebody else answered */
		answer_error(req, who, 409, "Anmodningen er allerede besvaret",
		    arena_format(
		        req->arena, "%s Dit svar er ikke gemt.", answer_of(req->arena, &r)));
	}
}

void
research_module_decide(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "godkend", "returner", NULL);
	const char *reason = form_text(form, "grund", RESEARCH_REASON_MOST);
	bool back = answer != NULL && strcmp(answer, "returner") == 0;
	const char *status = back ? "RETURNED" : "APPROVED",
	           *word = back ? "returneret" : "godkendt";
	uint32_t id = path_u32(req, "request");

	if (back && reason[0] == '\0')
		form_refuse(
		    form, "grund", "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (research_provide(req->db, who, id, status, reason[0] == '\0' ? NULL : reason) ==
	    DB_ONE) {
		research_tell(req->db, who, id);
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/kurser/forskningskurser"),
		        "besked", word));
	} else
		explain(req, who, status, word);
}
