/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own plan of an element: a draft that nobody else sees, and the versions that were
 * sent (R-PLA-01, R-PLA-02).
 */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

#include "chain.h"
#include "notice.h"
#include "once.h"
#include "queries/plan_own.h"
#include "queries/talk.h"
#include "tell.h"

/* --- all of them -------------------------------------------------------------------------------- */

static bool
has_draft(const struct plan_drafts *drafts, size_t n, uint32_t element)
{
	for (size_t i = 0; i < n; i++)
		if (drafts[i].element == element)
			return true;
	return false;
}

void
plan_overview(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	struct plan_overview_view v = { .head = head_of(req, who, "Uddannelsesplan"),
		.pdf = url_local(a, "/udskrift/uddannelsesplan.pdf"),
		.xlsx = url_local(a, "/udskrift/uddannelsesplan.xlsx"),
		.json = url_local(a, "/udskrift/uddannelsesplan.json") };
	const struct training_place *places = training_places_of(req, who, subject_id(who), &v.n);
	struct plan_drafts *drafts = NULL;
	struct plan_row *rows = arena_array(a, v.n, sizeof *rows);
	size_t ndrafts = 0;

	if (plan_drafts(req->db, who, &drafts, &ndrafts) != DB_ONE)
		ndrafts = 0;
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct plan_row){ places[i],
			url_of(a, "/logbog/uddannelsesplan/%u", places[i].element),
			url_with(a, url_local(a, "/logbog/samtaler"), "delforloeb",
			    arena_format(a, "%u", places[i].element)),
			has_draft(drafts, ndrafts, places[i].element) };
	v.rows = rows;
	plan_overview_page(reply_html(req, 200), &v);
}

/* --- the form ------------------------------------------------------------------------------------ */

/* What the page is made of. */
struct plan_case {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL the first time */
	const struct reached *doctor;
	const struct training_place *place;
	struct attached file;
	bool has_file;
	const char *competencies; /* ids with a space between, of what was kept or sent */
};

static bool
read_case(struct plan_case *c)
{
	uint32_t element = path_u32(c->req, "element");
	size_t n = 0;
	const struct training_place *places =
	    training_places_of(c->req, c->who, subject_id(c->who), &n);

	c->doctor = doctor_within_reach(c->req, c->who, subject_id(c->who));
	for (size_t i = 0; i < n; i++)
		if (places[i].element == element)
			c->place = &places[i];
	c->competencies = "";
	return c->doctor != NULL && c->place != NULL;
}

/* A department answers for three months after the last day. */
static bool
may_write(const struct plan_case *c)
{
	return day_compare(c->req->today, day_add_months(day_add(c->place->last, 1), 3)) < 0;
}

static bool
is_among(const char *ids, uint32_t id)
{
	for (const char *at = ids; *at != '\0';) {
		char *end = NULL;

		if (strtoul(at, &end, 10) == id)
			return true;
		at = end == at ? at + 1 : end;
	}
	return false;
}

static struct field
section(const struct form *form, const char *name, const char *label, const char *hint,
    const char *stored)
{
	struct field f = field_of(form, name, label, hint);

	f.rows = 5;
	if (form == NULL && stored != NULL)
		f.value = stored;
	return f;
}

/* What was kept last; else what was sent last, of which a new version begins. */
static struct plan_draft_of
stored_of(struct plan_case *c, bool *draft)
{
	struct plan_draft_of d = { .competencies = "" };
	struct plan_steps *steps = NULL;
	size_t n = 0;

	*draft = plan_draft_of(c->req->db, c->who, c->place->element, &d) == DB_ONE;
	if (*draft)
		return d;
	d = (struct plan_draft_of){ .competencies = "" };
	if (plan_steps(c->req->db, c->who, c->doctor->doctor, c->place->element, &steps, &n) !=
	    DB_ONE)
		return d;
	for (size_t i = 0; i < n; i++) {
		if (steps[i].has_answers)
			continue;
		d.goals = steps[i].goals;
		d.means = steps[i].means;
		d.agreements = steps[i].agreements;
		d.courses = steps[i].courses;
		d.next_steps = steps[i].next_steps;
		d.competencies = steps[i].competencies;
		return d;
	}
	return d;
}

static void
fill_fields(struct plan_case *c, struct plan_form_view *v)
{
	struct plan_draft_of d = stored_of(c, &v->draft);

	c->competencies = d.competencies;
	v->goals = section(c->form, "maal", "Mål for ansættelsen",
	    "Hvad skal du kunne, når du går herfra? Vælg også kompetencerne nedenfor. Skriv intet om patienter.",
	    d.goals);
	v->means = section(c->form, "midler", "Hvordan du når dem",
	    "Funktioner, vagter, ambulatorium, supervision, kompetencevurderinger.", d.means);
	v->agreements = section(c->form, "aftaler", "Aftaler",
	    "Med hovedvejleder og afdeling: tid til vejledning, næste samtale.", d.agreements);
	v->courses =
	    section(c->form, "kurser", "Kurser", "Kurser i ansættelsen, og hvornår.", d.courses);
	v->next_steps = section(c->form, "naeste", "Næste skridt", NULL, d.next_steps);
	v->file = field_of(c->form, "fil", "Eller planen som fil", attached_hint(c->req->arena));
	if (c->form == NULL && d.has_file)
		c->file =
		    (struct attached){ .id = d.file, .name = d.file_name, .pages = d.file_pages };
	v->kept = c->file.id;
	v->kept_name = c->file.name;
	v->goal_fault = form_fault(c->form, "kompetence");
	v->faults = faults_of(c->req->arena, c->form);
	v->once = once_of(c->req->arena, c->form);
}

/* The goals of the doctor's lists, under their headings. */
static void
fill_groups(const struct plan_case *c, struct plan_form_view *v)
{
	struct arena *a = c->req->arena;
	const struct curriculum_list *list =
	    catalogue_list(c->req->db, c->doctor->rows[0].curriculum);
	struct plan_box_group *groups, *g = NULL;
	struct plan_box *boxes;

	if (list == NULL)
		return;
	groups = arena_array(a, list->n, sizeof *groups);
	boxes = arena_array(a, list->n, sizeof *boxes);
	for (size_t i = 0; i < list->n; i++) {
		const struct goal *goal = &list->goals[i];

		if (g == NULL || strcmp(g->heading, goal->heading) != 0) {
			g = &groups[v->ngroups++];
			*g =
			    (struct plan_box_group){ .heading = goal->heading, .boxes = &boxes[i] };
		}
		boxes[i] = (struct plan_box){ goal->id, goal->number, goal->title,
			c->form == NULL
			    ? is_among(c->competencies, goal->id)
			    : form_has(c->form, "kompetence", arena_format(a, "%u", goal->id)) };
		g->n++;
		g->ticked += boxes[i].ticked;
	}
	v->groups = groups;
}

static void
show(struct plan_case *c, unsigned status)
{
	struct arena *a = c->req->arena;
	const char *element = arena_format(a, "%u", c->place->element);
	struct plan_form_view v = {
		.head = head_of(
		    c->req, c->who, arena_format(a, "Uddannelsesplan: %s", c->place->place)),
		.at = url_of(a, "/logbog/uddannelsesplan/%u", c->place->element),
		.back = url_local(a, "/logbog/uddannelsesplan"),
		.talks = url_with(a, url_local(a, "/logbog/samtaler"), "delforloeb", element),
		.place = c->place,
		.may_write = may_write(c),
	};

	v.head.notice =
	    notice_of(c->req, "gemt", "Kladden er gemt. Kun du kan se den, til du sender.", "sendt",
	        "Planen er sendt til din hovedvejleder.", NULL);
	v.versions = plan_versions_of(c->req, c->who, c->doctor, c->place->element, &v.nversions);
	fill_fields(c, &v);
	fill_groups(c, &v);
	plan_form_page(reply_html(c->req, status), &v);
}

void
plan_write(struct request *req, const struct subject *who)
{
	struct plan_case c = { .req = req, .who = who };

	if (read_case(&c))
		show(&c, 200);
	else
		answer_not_found(req, who);
}

/* --- what is sent or kept -------------------------------------------------------------------------- */

struct plan_typed {
	const char *goals, *means, *agreements, *courses, *next_steps;
	const char *competencies;
	bool send;
};

/* The ids of what is ticked, all of them of the doctor's own lists. */
static const char *
read_goals(struct plan_case *c)
{
	struct text text = { .arena = c->req->arena };
	size_t n = 0;
	const uint32_t *ids = form_ids(c->form, "kompetence", &n);

	for (size_t i = 0; i < n && i < 300; i++) {
		const struct curriculum_list *list;

		if (goal_asked_for(c->req, c->doctor, ids[i], &list) == NULL)
			form_refuse(c->form, "kompetence",
			    "En af de valgte kompetencer hører ikke til din målbeskrivelse. Vælg kun fra listen.");
		text_format(&text, "%s%u", i == 0 ? "" : " ", ids[i]);
	}
	return text.len == 0 ? "" : text.at;
}

static struct plan_typed
read_form(struct plan_case *c)
{
	const struct form *form = c->form;
	const char *answer = form_choice(form, "svar", "gem", "send", NULL);
	struct plan_typed t = {
		.goals = form_text(form, "maal", PLAN_SECTION_MOST),
		.means = form_text(form, "midler", PLAN_SECTION_MOST),
		.agreements = form_text(form, "aftaler", PLAN_SECTION_MOST),
		.courses = form_text(form, "kurser", PLAN_SECTION_MOST),
		.next_steps = form_text(form, "naeste", PLAN_SECTION_MOST),
		.send = answer != NULL && strcmp(answer, "send") == 0,
	};

	t.competencies = read_goals(c);
	c->file = attached_of_form(
	    c->req, c->who, form, "fil", FILE_PLAN, c->doctor->doctor, &c->has_file);
	if (t.send && t.goals[0] == '\0' && !c->has_file && form_fault(form, "fil") == NULL)
		form_refuse(form, "maal", "Skriv mål for ansættelsen, eller vælg planen som fil.");
	return t;
}

static void
see(const struct plan_case *c, const char *word)
{
	struct arena *a = c->req->arena;

	reply_see(c->req,
	    url_with(
	        a, url_of(a, "/logbog/uddannelsesplan/%u", c->place->element), "besked", word));
}

static void
refuse_late(const struct plan_case *c)
{
	answer_error(c->req, c->who, 409, "Planen kunne ikke gemmes",
	    "Ansættelsen er slut eller ændret, eller planen er ændret i et andet vindue. Intet er gemt. Gå tilbage, genindlæs siden, og prøv igen.");
}

/* The same once more changes nothing, and is kept all the same. */
static void
keep(struct plan_case *c, const struct plan_typed *t)
{
	struct plan_draft_of kept = { 0 };
	struct db *db = c->req->db;
	enum db_outcome o =
	    plan_draft_put(db, c->who, c->place->element, t->goals, t->means, t->agreements,
	        t->courses, t->next_steps, t->competencies, c->has_file ? &c->file.id : NULL);

	if (o == DB_ONE || plan_draft_of(db, c->who, c->place->element, &kept) == DB_ONE)
		see(c, "gemt");
	else
		refuse_late(c);
}

/* One at a time for each doctor: of two clicks the second waits here, and then finds what the first
 * has sent. */
static void
send(struct plan_case *c, const struct plan_typed *t, struct bytes once)
{
	struct plan_of_form sent = { 0 };
	struct db *db = c->req->db;

	chain_take(db, c->doctor->doctor);
	if (plan_of_form(db, c->who, once, &sent) == DB_ONE) {
		see(c, "sendt");
		return;
	}
	if (plan_send(db, c->who, c->place->element, t->goals, t->means, t->agreements, t->courses,
	        t->next_steps, t->competencies, c->has_file ? &c->file.id : NULL, once) != DB_ONE) {
		refuse_late(c);
		return;
	}
	plan_draft_over(db, c->who, c->place->element);
	talk_tell_department(db, c->who, c->place->element, notice_word(NOTICE_PLAN_SENT),
	    url_of(c->req->arena, "/vejleder/laeger/%u/uddannelsesplan", c->doctor->doctor).text,
	    false, TOLD_SINCE(c->req->now));
	see(c, "sendt");
}

void
plan_keep(struct request *req, const struct subject *who, const struct form *form)
{
	struct plan_case c = { .req = req, .who = who, .form = form };
	struct bytes once = once_read(req->arena, form);
	struct plan_of_form sent = { 0 };
	struct plan_typed t;

	if (!read_case(&c)) {
		answer_not_found(req, who);
		return;
	}
	if (once.at != NULL && plan_of_form(req->db, who, once, &sent) == DB_ONE) {
		see(&c, "sendt");
		return;
	}
	t = read_form(&c);
	if (once.at == NULL)
		form_refuse(form, "maal", "Formularen er ikke hel. Send den igen.");
	if (c.has_file && !attached_store(req, who, FILE_PLAN, c.doctor->doctor, &c.file)) {
		answer_not_found(req, who);
		return;
	}
	if (form_wrong(form))
		show(&c, 422);
	else if (!may_write(&c))
		refuse_late(&c);
	else if (t.send)
		send(&c, &t, once);
	else
		keep(&c, &t);
}

void
plan_file(struct request *req, const struct subject *who)
{
	talk_file_show(req, who, subject_id(who));
}

/* --- talks ------------------------------------------------------------------------------------------- */

static void
show_talks(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct talks_view v = { .head = head_of(req, who, "Samtaler") };

	if (!talks_view_fill(
	        req, who, form, subject_id(who), url_local(a, "/logbog/samtaler"), &v)) {
		answer_not_found(req, who);
		return;
	}
	v.head.notice = notice_of(req, "planlagt", "Samtalen er planlagt.", NULL);
	v.plan = url_local(a, "/logbog/uddannelsesplan");
	if (v.place != NULL)
		v.plan = url_below(a, v.plan, v.place->element);
	talks_own_page(reply_html(req, status), &v);
}

void
talks_own(struct request *req, const struct subject *who)
{
	show_talks(req, who, NULL, 200);
}

void
talks_own_plan(struct request *req, const struct subject *who, const struct form *form)
{
	if (!talk_plan(req, who, form, subject_id(who), url_local(req->arena, "/logbog/samtaler")))
		show_talks(req, who, form, 422);
}
