/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctors whose research training one supervises, and what one of them has handed in.  The list
 * says how many parts wait and are approved, and nothing that the doctors wrote: it is no look.
 */
#include "research_course.h"

#include <string.h>

#include "chain.h"
#include "queries/research_supervise.h"

static struct research_places
places_of(struct arena *a, uint32_t doctor)
{
	return (struct research_places){ url_of(a, "/kurser/forskningstraening/%u/del", doctor),
		url_of(a, "/kurser/forskningstraening/%u/fil", doctor) };
}

void
research_doctors_shown(struct request *req, const struct subject *who)
{
	struct research_doctors_view v = { .head = head_of(req, who, "Mine læger") };
	struct research_doctors *found = NULL;
	struct research_doctor_row *rows;

	v.head.notice = notice_of(
	    req, "godkendt", "Delen er godkendt.", "returneret", "Delen er sendt tilbage.", NULL);
	research_doctors(req->db, who, &found, &v.n);
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++) {
		rows[i] = (struct research_doctor_row){ found[i].name, found[i].since,
			day_add(found[i].until, -1), found[i].waiting, found[i].done,
			url_of(req->arena, "/kurser/forskningstraening/%u", found[i].doctor),
			found[i].part_title, { "#" } };
		if (found[i].has_part)
			rows[i].waits_to = url_below(req->arena,
			    places_of(req->arena, found[i].doctor).parts, found[i].part);
	}
	v.rows = rows;
	research_doctors_page(reply_html(req, 200), &v);
}

/* The doctor's research training when it is supervised by who asks; the look is noted. */
static const struct research_view *
supervised(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct research_places places = places_of(req->arena, doctor);
	const struct research_view *r = research_view_of(req, who, doctor, &places);

	if (r != NULL)
		looked_into(req, doctor);
	return r;
}

void
research_doctor(struct request *req, const struct subject *who)
{
	struct research_doctor_view v = { .back =
		                              url_local(req->arena, "/kurser/forskningstraening"),
		.research = supervised(req, who) };

	if (v.research == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.head =
	    head_of(req, who, arena_format(req->arena, "Forskningstræning: %s", v.research->name));
	research_doctor_page(reply_html(req, 200), &v);
}

void
research_doctor_file(struct request *req, const struct subject *who)
{
	if (supervised(req, who) == NULL)
		answer_not_found(req, who);
	else
		research_file_answer(req, who, path_u32(req, "doctor"));
}

/* --- one part --------------------------------------------------------------------------- */

/* The supervisor answers for all but modules; the overall attestation comes after every part. */
static void
fill_answer(struct research_answer_view *v)
{
	bool own = research_approver(v->line->kind) == ROLE_FORSKVEJLEDER;

	v->may_answer = own && v->line->state == RESEARCH_REQUESTED;
	if (v->line->kind == RESEARCH_OVERALL &&
	    !research_overall_is_possible(v->research->progress, v->research->n))
		v->hindrance = "Den samlede attestation kan gives, når alle dele er godkendt "
		               "eller dispenseret.";
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	uint32_t doctor = path_u32(req, "doctor"), part = path_u32(req, "part");
	struct research_places places = places_of(a, doctor);
	struct research_answer_view v = { .research = supervised(req, who),
		.faults = faults_of(a, form) };

	if (v.research == NULL || (v.line = research_line_of(v.research, part)) == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.head = head_of(req, who, v.line->title);
	v.doctor = v.research->name;
	v.back = url_of(a, "/kurser/forskningstraening/%u", doctor);
	v.to = url_of(a, "/kurser/forskningstraening/%u/del/%u", doctor, part);
	v.story = research_story_of(req, who, doctor, v.line, &places);
	v.shows_courses = v.line->kind == RESEARCH_THEORY;
	v.reason = field_of(form, "grund", "Hvad mangler der?",
	    "Kun nødvendigt, når du sender tilbage. Lægen kan se det.");
	fill_answer(&v);
	research_answer_page(reply_html(req, status), &v);
}

void
research_doctor_part(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* Nothing was added: answered already, by oneself (a double click) or by another. */
static void
explain(struct request *req, const struct subject *who, uint32_t step, const char *word)
{
	const struct research_view *r = supervised(req, who);
	const struct research_line *l =
	    r == NULL ? NULL : research_line_of(r, path_u32(req, "part"));
	enum research_state wanted =
	    strcmp(word, "godkendt") == 0 ? RESEARCH_APPROVED : RESEARCH_RETURNED;

	if (l == NULL)
		answer_not_found(req, who);
	else if (l->state == wanted && l->research > step && l->given_by == subject_id(who))
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/kurser/forskningstraening"),
		        "besked", word));
	else
		answer_error(req, who, 409, "Delen kan ikke besvares nu",
		    arena_format(req->arena,
		        "Den er %s. Dit svar er ikke gemt. Gå tilbage til lægen, og se, hvad der er sket.",
		        l->state == RESEARCH_REQUESTED ? "anmodet igen, eller en anden del mangler"
		                                       : l->state_title));
}

void
research_doctor_decide(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "godkend", "returner", NULL);
	const char *reason = form_text(form, "grund", RESEARCH_REASON_MOST);
	uint32_t asked = form_u32(form, "anmodning", 0);
	bool back = answer != NULL && strcmp(answer, "returner") == 0;
	const char *word = back ? "returneret" : "godkendt";

	if (back && reason[0] == '\0')
		form_refuse(
		    form, "grund", "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (supervised(req, who) == NULL) {
		answer_not_found(req, who);
		return;
	}
	chain_take(req->db, path_u32(req, "doctor")); /* no part is reset meanwhile */
	if (research_decide(req->db, who, path_u32(req, "doctor"), asked,
	        back ? "RETURNED" : "APPROVED", reason[0] == '\0' ? NULL : reason) == DB_ONE) {
		research_tell(req->db, who, asked);
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/kurser/forskningstraening"),
		        "besked", word));
	} else
		explain(req, who, asked, word);
}
