/* SPDX-License-Identifier: MPL-2.0 */
#include "courses_print.h"

#include "course_report.h"
#include "courses.h"
#include "cpr.h"
#include "export.h"
#include "log.h"
#include "queries/course_print.h"
#include "queries/export.h"
#include "secret.h"

static const char *
or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

/* What is under a row in full: the basis, why not, what was struck. */
static void
fill_note(struct arena *a, const struct course_line *l, struct course_printed *p)
{
	struct text t = { .arena = a };

	if (l->struck != NULL)
		text_format(&t, "Nulstillet. %s.%s%s", l->struck,
		    l->reset_reason == NULL ? "" : " Begrundelse: ", or_empty(l->reset_reason));
	if (l->by_way_of != NULL)
		text_format(&t, "%sVed %s.", t.len == 0 ? "" : "\n", l->by_way_of);
	if (l->has_absent && l->absent > 0)
		text_format(&t, "%sFravær: %u timer.", t.len == 0 ? "" : "\n", l->absent);
	if (l->file != 0)
		text_format(&t, "%sKursusbevis: %s, kurset sluttede %s.", t.len == 0 ? "" : "\n",
		    l->file_name, day_text(a, l->held_on));
	if (l->words != NULL)
		text_format(&t, "%s%s", t.len == 0 ? "" : "\n", l->words);
	if (t.len == 0)
		return;
	p->note_label = l->title;
	p->note = t.at;
}

static struct course_printed
printed_of(struct arena *a, const struct course_group *g, const struct course_line *l)
{
	bool done = course_is_done(l->state);
	struct course_printed p = { .group = g->heading,
		.name = l->name,
		.state = l->title,
		.on = l->on,
		.by = done ? or_empty(l->by) : "",
		.role = done ? or_empty(l->role_brief) : "",
		.place = done ? or_empty(l->place) : "",
		.due = done ? (struct day){ 0 } : l->due };

	fill_note(a, l, &p);
	return p;
}

static void
fill_rows(struct arena *a, const struct course_list *list, struct course_facts *f)
{
	struct course_printed *rows = arena_array(a, list->n, sizeof *rows);

	for (size_t g = 0; g < list->ngroups; g++)
		for (size_t i = 0; i < list->groups[g].n; i++)
			rows[f->n++] = printed_of(a, &list->groups[g], &list->groups[g].rows[i]);
	f->rows = rows;
	f->required = list->required;
	f->done = list->done;
	f->broken = list->has_series && list->series == SERIES_BROKEN;
}

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	static const struct course_places nowhere = { { "/" }, { NULL }, { "/" } };
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, id);
	const struct course_list *list = NULL;
	struct doctor_on_paper paper = { 0 };
	struct course_facts f = { .printed = req->now };

	if (doctor != NULL && doctor_on_paper(req->db, who, id, &paper) == DB_ONE)
		list = course_list_of(req, who, id, &nowhere);
	if (list == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, id);
	if ((f.cpr = cpr_of(req, paper.cpr_sealed)) == NULL) {
		log_warn("the CPR number of person %u does not open under our key", id);
		answer_error(req, who, 500, "Udskriften kan ikke laves",
		    "CPR-numret kan ikke læses, og uden det må den ikke udskrives. Kontakt hjælpen.");
		return;
	}
	f.name = paper.name;
	f.auth_id = paper.auth_id;
	f.training = arena_format(a, "%s – %s, %s", day_text(a, doctor->rows[0].course_since),
	    day_text(a, day_add(doctor->rows[0].course_until, -1)), doctor->region);
	fill_rows(a, list, &f);
	deliver(req, who, course_report(a, &f),
	    arena_format(a, "Kurser %s %s", doctor->name, day_iso(a, req->today)));
}

void
own_courses(struct request *req, const struct subject *who)
{
	print(req, who, subject_id(who));
}

void
courses_of_doctor(struct request *req, const struct subject *who)
{
	print(req, who, path_u32(req, "doctor"));
}

/* --- who takes part in a hold --------------------------------------------------------------- */

static struct class_line
line_of(struct arena *a, const struct class_list *r)
{
	enum course_state s = course_state_of(r->status, r->kind);
	bool said = r->status != NULL;

	return (struct class_line){ r->name, or_empty(r->auth_id),
		said ? course_state_title(s) : "Ikke besvaret",
		said ? moment_day(r->at) : (struct day){ 0 }, or_empty(r->by_name),
		r->here && r->has_absent ? arena_format(a, "%u", r->absent) : "",
		r->here ? or_empty(r->words) : "" };
}

void
class_of_run(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	uint32_t run = path_u32(req, "hold");
	struct class_of c = { 0 };
	struct class_list *rows = NULL;
	struct class_line *lines;
	struct class_facts f = { .printed = req->now };

	if (class_of(req->db, who, run, &c) != DB_ONE ||
	    class_list(req->db, who, run, &rows, &f.n) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	lines = arena_array(a, f.n, sizeof *lines);
	for (size_t i = 0; i < f.n; i++) {
		looked_into(req, rows[i].doctor);
		lines[i] = line_of(a, &rows[i]);
	}
	f.rows = lines;
	f.course = c.course;
	f.run = c.name;
	f.place = c.place;
	f.since = c.since;
	f.last = day_add(c.until, -1);
	f.hours = c.hours;
	deliver(req, who, class_report(a, &f),
	    arena_format(a, "Deltagere %s %s", c.name, day_iso(a, req->today)));
}
