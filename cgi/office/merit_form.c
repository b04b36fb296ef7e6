/* SPDX-License-Identifier: MPL-2.0 */
#include "merit_form.h"

#include <string.h>

#include "courses.h"
#include "merit_decision.h"
#include "queries/decision_office.h"
#include "secret.h"

/* --- what it is made of ----------------------------------------------------------------- */

/* The list that the form is for, or that the address asks for, or the present one. */
static const struct curriculum_list *
list_of(const struct merit_case *c)
{
	uint32_t id = c->form == NULL ? 0 : form_u32(c->form, "liste", 0);

	if (id == 0)
		return list_asked_for(c->req, c->doctor);
	for (size_t i = 0; i < c->doctor->n; i++)
		if (c->doctor->rows[i].curriculum == id)
			return catalogue_list(c->req->db, id);
	return NULL;
}

static const char *
once_make(struct arena *a)
{
	unsigned char bytes[16];
	struct text t = { .arena = a };

	secret_random(bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		text_format(&t, "%02x", bytes[i]);
	return t.at;
}

/* What the rules of merit look at in the doctor's training. */
static bool
training_read(struct merit_case *c)
{
	struct decision_training t = { 0 };

	if (decision_training(c->req->db, c->who, c->doctor->doctor, &t) != DB_ONE)
		return false;
	c->decision.region = t.region;
	c->decision.warned = c->decision.checked = "";
	c->decision.facts.kbu_open = t.kbu_open;
	c->decision.facts.has_main_training = t.main_training;
	c->decision.facts.general_practice = t.general_practice;
	return true;
}

/* What the training asks for; its addresses are not shown here. */
static const struct course_list *
courses_of(const struct merit_case *c)
{
	const struct course_places nowhere = { url_local(c->req->arena, "/"),
		url_local(c->req->arena, "/"), url_local(c->req->arena, "/") };

	return course_list_of(c->req, c->who, c->doctor->doctor, &nowhere);
}

bool
merit_case_read(struct merit_case *c)
{
	struct competencies_now *now;

	c->doctor = doctor_within_reach(c->req, c->who, path_u32(c->req, "doctor"));
	if (c->doctor == NULL || (c->list = list_of(c)) == NULL ||
	    competencies_now(c->req->db, c->who, c->doctor->doctor, &now, &c->nnow) != DB_ONE ||
	    !training_read(c))
		return false;
	c->now = now;
	c->courses = courses_of(c);
	c->once = c->form == NULL ? once_make(c->req->arena) : form_value(c->form, "once");
	return true;
}

enum approval_state
merit_case_state(const struct merit_case *c, uint32_t competency)
{
	const struct competencies_now *row = latest_of(c->now, c->nnow, competency);

	if (competency == c->taken)
		return APPROVAL_APPROVED;
	return row == NULL ? APPROVAL_NONE : approval_state_of(row->status, row->kind);
}

/* --- the page --------------------------------------------------------------------------- */

static struct merit_goal_box
box_of(const struct merit_case *c, const struct goal *g)
{
	enum approval_state state = merit_case_state(c, g->id);
	bool locked = !merit_may_cover(state);

	return (struct merit_goal_box){
		g->id,
		g->number,
		g->title,
		state == APPROVAL_NONE || state == APPROVAL_WITHDRAWN ? NULL
		                                                      : approval_title(state),
		approval_mark(state),
		locked,
		!locked &&
		    form_has(c->form, "kompetence", arena_format(c->req->arena, "%u", g->id)),
	};
}

/* Short lists stand open; of long ones the groups where something is ticked, so that note and
 * letter are not a long way down. */
enum { STANDS_OPEN = 30 };

static void
fill_groups(const struct merit_case *c, struct merit_form_view *v)
{
	struct arena *a = c->req->arena;
	struct merit_goal_group *groups = arena_array(a, c->list->n, sizeof *groups), *g = NULL;
	struct merit_goal_box *boxes = arena_array(a, c->list->n, sizeof *boxes);

	for (size_t i = 0; i < c->list->n; i++) {
		const struct goal *goal = &c->list->goals[i];

		if (g == NULL || strcmp(g->heading, goal->heading) != 0) {
			g = &groups[v->ngroups++];
			*g = (struct merit_goal_group){ .heading = goal->heading,
				.goals = &boxes[i] };
		}
		boxes[i] = box_of(c, goal);
		g->n++;
		g->ticked += boxes[i].ticked;
		g->locked += boxes[i].locked;
		g->open = g->ticked > 0 || c->list->n <= STANDS_OPEN;
	}
	v->groups = groups;
}

/* Where the doctor has several lists: the form of each; not when something has been typed, which
 * the way there would lose. */
static void
fill_lists(const struct merit_case *c, struct merit_form_view *v)
{
	struct arena *a = c->req->arena;
	struct choice *choices = arena_array(a, c->doctor->n, sizeof *choices);

	for (size_t i = 0; c->form == NULL && i < c->doctor->n && c->doctor->n > 1; i++) {
		uint32_t id = c->doctor->rows[i].curriculum;
		const struct curriculum_list *l = catalogue_list(c->req->db, id);

		if (l != NULL)
			choices[v->nlists++] =
			    (struct choice){ url_with(a, v->at, "liste", arena_format(a, "%u", id)),
				    l->title, (uint32_t)l->n, l == c->list };
	}
	v->lists = choices;
}

static void
fill_fields(const struct merit_case *c, struct merit_form_view *v)
{
	v->note = field_of(c->form, "notat", "Notat",
	    "Ses af lægen, på udskriften af kompetencer og af Styrelsen for "
	    "Patientsikkerhed. Højst 10.000 tegn.");
	v->note.rows = 6;
	v->letter = field_of(c->form, "meritbrev", "Meritbrev", attached_hint(c->req->arena));
	v->goal_fault = form_fault(c->form, "kompetence");
	v->faults = faults_of(c->req->arena, c->form);
	if (!c->has_letter || c->letter.id == 0)
		return;
	v->letter.label = "Et andet meritbrev i stedet";
	v->kept = c->letter.id;
	v->kept_name = c->letter.name;
	v->kept_pages = c->letter.pages;
}

void
merit_case_show(const struct merit_case *c, unsigned status)
{
	struct arena *a = c->req->arena;
	struct merit_form_view v = {
		.head =
		    head_of(c->req, c->who, arena_format(a, "Godkend merit: %s", c->doctor->name)),
		.at = url_of(a, "/sekretariat/godkend-merit/%u", c->doctor->doctor),
		.person = url_of(a, "/sekretariat/brugere/%u", c->doctor->doctor),
		.name = c->doctor->name,
		.title = c->list->title,
		.version = c->list->version,
		.list = c->list->id,
		.once = c->once,
		.decision = decision_fields_of(c),
	};

	fill_groups(c, &v);
	fill_lists(c, &v);
	fill_fields(c, &v);
	merit_form_page(reply_html(c->req, status), &v);
}

void
merit_form(struct request *req, const struct subject *who)
{
	struct merit_case c = { .req = req, .who = who };

	if (!merit_case_read(&c)) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, c.doctor->doctor);
	merit_case_show(&c, 200);
}
