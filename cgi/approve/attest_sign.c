/* SPDX-License-Identifier: MPL-2.0
 *
 * The preview of an attestation, and signing it.  What is signed is what was shown: the form carries it
 * in short, and where it is no longer so the page is shown anew instead.
 */
#include "attest.h"
#include "audit.h"
#include "chain.h"
#include "secret.h"
#include "tell.h"

#include <string.h>

struct signing {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL the first time */
	enum attest_kind kind;
	uint32_t doctor;
	const struct attest_element *element;
	const struct attest_line *line;
	struct attest_time time;
	enum attestation_bar bar;
	const char *statement;
	const struct attest_goals_here *goals; /* that are due in the element */
	size_t ngoals;
	const char *ground; /* the approvals that the goals stand on: "17,18,21" */
	const char *seen;
	const char *moved; /* NULL unless something has changed since it was shown */
};

/* Everything that is signed, in 32 hex digits. */
static const char *
digest(const struct signing *s)
{
	const struct attest_elements *e = s->element->row;
	const char *all = arena_format(s->req->arena,
	    "%u|%d|%s|%s|%s|%s|%s|%s|%u|%s|%s|%s|%s|%s|%u|%s|%s", e->element, (int)s->kind,
	    e->doctor_name, e->auth_id == NULL ? "" : e->auth_id, e->stage,
	    e->specialty == NULL ? "" : e->specialty, day_iso(s->req->arena, e->since),
	    day_iso(s->req->arena, e->until), e->fraction, e->course_number, e->position_no,
	    e->place, s->time.kinds == NULL ? "" : s->time.kinds,
	    s->time.prolonged == NULL ? "" : s->time.prolonged, s->time.exception,
	    s->ground == NULL ? "" : s->ground, s->statement);
	struct hash h = hash_sha256(all, strlen(all));

	return arena_format(s->req->arena, "%.32s", hash_hex(s->req->arena, h.bytes));
}

static void
fill_time(struct signing *s)
{
	const struct attest_elements *e = s->element->row;
	const struct absence_standing *t = &s->time.standing;

	s->bar =
	    attestation_time_bar(s->req->today, e->until, t->counted, t->missing, s->time.excepted);
	s->statement =
	    attestation_time_statement(s->req->arena, t->counted, t->limit, s->time.prolonged,
	        t->missing > 0 && s->time.exception != 0 ? s->time.excepted_by : NULL);
}

static bool
read_goals(struct signing *s)
{
	struct text t = { .arena = s->req->arena };
	struct attest_goals_here *rows;

	if (attest_goals_here(s->req->db, s->who, s->element->row->element, &rows, &s->ngoals) !=
	    DB_ONE)
		return false;
	for (size_t i = 0; i < s->ngoals; i++)
		if (rows[i].has_approval)
			text_format(&t, "%s%u", t.len > 0 ? "," : "", rows[i].approval);
	s->goals = rows;
	s->ground = t.len > 0 ? t.at : "";
	s->bar = attestation_goals_bar(s->element->due, s->element->reached);
	s->statement = attestation_goals_statement(s->req->arena, s->element->due);
	return true;
}

/* False where the element is not of the own department, has not begun, or there is no such page. */
static bool
read_case(struct signing *s)
{
	struct attest_places places = { .prints = PRINTS_OF_OTHERS };
	struct attest_here here = { 0 };
	struct attest_list list;

	s->kind = strstr(s->req->route, "/tid") != NULL ? ATTEST_TIME : ATTEST_GOALS;
	if (attest_here(s->req->db, s->who, path_u32(s->req, "element"), &here) != DB_ONE ||
	    !attestations_of(
	        s->req, s->who, here.doctor, path_u32(s->req, "element"), NULL, &places, &list) ||
	    list.n == 0)
		return false;
	s->doctor = here.doctor;
	s->element = list.elements;
	s->line = &s->element->lines[s->kind];
	if (s->kind == ATTEST_TIME) {
		if (!attest_time_of(s->req, s->who, s->element->row, &s->time))
			return false;
		fill_time(s);
	} else if (!read_goals(s))
		return false;
	s->seen = digest(s);
	return true;
}

/* --- the page --------------------------------------------------------------------------- */

static void
fill_goals(const struct signing *s, struct attest_preview_view *v)
{
	struct attest_goal *goals = arena_array(s->req->arena, s->ngoals, sizeof *goals);

	for (size_t k = 0; k < s->ngoals; k++)
		goals[k] = (struct attest_goal){ s->goals[k].number, s->goals[k].title,
			approval_title(approval_state_of(s->goals[k].status, s->goals[k].kind)) };
	v->ngoals = s->ngoals;
	v->goals = goals;
}

static void
fill_absence(const struct signing *s, struct attest_preview_view *v)
{
	v->time = &s->time;
	v->kinds = markup_of_lines(s->req->arena, s->time.kinds);
	v->has_kinds = s->time.kinds != NULL;
}

static void
show(const struct signing *s, unsigned status)
{
	struct arena *a = s->req->arena;
	struct attest_line *line = arena_take(a, sizeof *line);
	struct attest_preview_view v = {
		.head = head_of(s->req, s->who,
		    arena_format(
		        a, "%s: %s", attest_kind_title(s->kind), s->element->row->doctor_name)),
		.queue = url_local(a, "/vejleder/attestationer"),
		.at = url_of(a, "/vejleder/attestationer/%u/%s", s->element->row->element,
		    attest_kind_name(s->kind)),
		.element = s->element,
		.line = line,
		.of_time = s->kind == ATTEST_TIME,
		.statement = s->statement,
		.signer = subject_name(s->who),
		.role = role_title(subject_role(s->who)),
		.here = approve_here(s->req, s->who),
		.today = s->req->today,
		.seen = s->seen,
		.moved = s->moved,
		.faults = faults_of(a, s->form),
	};

	*line = *s->line;
	line->bar = line->stands ? NULL
	                         : attest_bar_sentence(a, s->bar, s->element->row->until,
	                               &s->time.standing, s->element->due, s->element->reached);
	v.may_sign = !line->stands && s->bar == BAR_NONE && line->state != ATTESTATION_PAPER &&
	    !s->element->row->gone;
	v.may_return = line->state == ATTESTATION_REQUESTED;
	v.reason = field_of(s->form, "grund", "Hvad mangler der?", "Lægen kan se det.");
	if (v.of_time)
		fill_absence(s, &v);
	else
		fill_goals(s, &v);
	looked_into(s->req, s->doctor);
	attest_preview_page(reply_html(s->req, status), &v);
}

void
attest_preview(struct request *req, const struct subject *who)
{
	struct signing s = { .req = req, .who = who };

	if (read_case(&s))
		show(&s, 200);
	else
		answer_not_found(req, who);
}

/* --- answering -------------------------------------------------------------------------- */

static void
see(const struct signing *s, const char *word)
{
	reply_see(s->req,
	    url_with(s->req->arena, url_local(s->req->arena, "/vejleder/attestationer"), "besked",
	        word));
}

static enum db_outcome
sign(const struct signing *s)
{
	uint32_t element = s->element->row->element;

	if (s->kind == ATTEST_GOALS)
		return attest_sign_goals(s->req->db, s->who, element, s->ground, s->statement);
	return attest_sign_time(s->req->db, s->who, element, (uint32_t)s->time.standing.counted,
	    (uint32_t)s->time.standing.limit, s->time.kinds, s->time.prolonged,
	    s->time.exception == 0 ? NULL : &s->time.exception, s->statement);
}

static void
tell(const struct signing *s, bool back)
{
	audit(s->req->db, s->who, back ? "return attestation" : "attest", "element",
	    s->element->row->element, attest_kind_word(s->kind));
	tell_notice(s->req->db, s->doctor, back ? NOTICE_ATTEST_RETURNED : NOTICE_ATTEST_GIVEN, 0,
	    arena_format(s->req->arena, "%s, %s", s->element->place,
	        s->kind == ATTEST_TIME ? "tid" : "læringsmål"),
	    "/logbog/attestationer", s->req->now);
}

/* A double click has signed it already; else somebody was faster. */
static void
explain(const struct signing *s, bool back, const char *word)
{
	const struct attest_line *l = s->line;
	bool mine = l->nsteps > 0 && strcmp(l->steps[0].by, subject_name(s->who)) == 0;

	if (mine && (back ? l->state == ATTESTATION_RETURNED : l->stands)) {
		see(s, word);
		return;
	}
	looked_into(s->req, s->doctor);
	answer_error(s->req, s->who, 409, "Det kunne ikke gøres",
	    arena_format(s->req->arena,
	        "%s: %s%s%s. Dit svar er ikke gemt. Gå tilbage til Attestationer.", l->heading,
	        l->title, l->by == NULL ? "" : " af ", l->by == NULL ? "" : l->by));
}

static void
give(struct signing *s)
{
	if (s->line->stands || s->line->state == ATTESTATION_PAPER) {
		explain(s, false, "attesteret");
		return;
	}
	if (s->bar != BAR_NONE) {
		show(s, 422);
		return;
	}
	if (strcmp(form_value(s->form, "vist"), s->seen) != 0) {
		s->moved =
		    "Oplysningerne er ændret, siden du så dem. Se dem igennem igen, før du attesterer.";
		show(s, 409);
		return;
	}
	if (sign(s) == DB_ONE) {
		tell(s, false);
		see(s, "attesteret");
	} else if (read_case(s))
		explain(s, false, "attesteret");
}

static void
send_back(struct signing *s)
{
	const char *reason = form_needed(s->form, "grund", ATTESTATION_WORDS_MOST,
	    "Skriv, hvad der mangler, så lægen ved, hvad der skal til.");

	if (form_wrong(s->form))
		show(s, 422);
	else if (attest_return(s->req->db, s->who, s->element->row->element,
	             attest_kind_word(s->kind), reason) == DB_ONE) {
		tell(s, true);
		see(s, "returneret");
	} else if (read_case(s))
		explain(s, true, "returneret");
}

/* One at a time for each doctor: what is read of competencies and attestations stays until it is
 * signed, and of two clicks the second waits here. */
static void
take_turn(struct request *req, const struct subject *who)
{
	struct attest_here here = { 0 };

	if (attest_here(req->db, who, path_u32(req, "element"), &here) == DB_ONE)
		chain_take(req->db, here.doctor);
}

void
attest_answer(struct request *req, const struct subject *who, const struct form *form)
{
	struct signing s = { .req = req, .who = who, .form = form };
	const char *answer;

	take_turn(req, who);
	if (!read_case(&s)) {
		answer_not_found(req, who);
		return;
	}
	answer = form_choice(form, "svar", "attester", "returner", NULL);
	if (answer == NULL)
		show(&s, 422);
	else if (strcmp(answer, "returner") == 0)
		send_back(&s);
	else
		give(&s);
}
