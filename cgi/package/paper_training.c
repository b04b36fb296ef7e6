/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>

#include "paper.h"
#include "training.h"
#include "training_report.h"
#include "training_words.h"

static struct day
last_of(struct day until)
{
	return day_add(until, -1);
}

static const char *
course_title(struct arena *a, const struct time_courses *c)
{
	return arena_format(a, "%s%s%s, %s, %s – %s", stage_title(c->stage),
	    c->specialty_name == NULL ? "" : ", ",
	    c->specialty_name == NULL ? "" : c->specialty_name, c->number, day_text(a, c->since),
	    day_text(a, last_of(c->until)));
}

static struct element_printed
element_of(struct arena *a, const char *course, const struct training_element *e)
{
	bool sees = e->sees && day_is_none(e->row->cancelled);

	return (struct element_printed){
		.course = course,
		.place = e->row->place,
		.specialty = e->row->specialty_name,
		.state = strcmp(e->row->kind, "ORDINARY") == 0
		    ? element_state_title(e->state)
		    : arena_format(a, "%s, %s", element_state_title(e->state),
		          element_kind_title(e->row->kind)),
		.since = e->row->since,
		.until = last_of(e->row->until),
		.fraction = (int32_t)e->row->fraction,
		.position_no = e->row->position_no[0] == '\0' ? NULL : e->row->position_no,
		.has_absence = sees,
		.absence = sees ? e->standing.counted : 0,
		.limit = sees ? e->standing.limit : 0,
	};
}

static const char *
type_title(const struct training *t, uint32_t type)
{
	for (size_t i = 0; i < t->nabsences; i++)
		if (t->absences[i].type == type)
			return t->absences[i].title;
	return "";
}

static void
add_absences(struct arena *a, const struct training *t, const struct training_element *e,
    struct absence_printed *rows, size_t *n)
{
	const char *title = arena_format(a, "%s, %s – %s", e->row->place,
	    day_text(a, e->row->since), day_text(a, last_of(e->row->until)));

	for (size_t i = 0; i < e->absence.n; i++)
		rows[(*n)++] =
		    (struct absence_printed){ title, type_title(t, e->absence.parts[i].type),
			    e->absence.parts[i].counts ? "ja" : "nej", e->absence.parts[i].days };
}

static void
add_course(struct arena *a, const struct training *t, const struct training_course *c,
    struct training_facts *f, struct element_printed *elements,
    struct agreement_printed *agreements, struct absence_printed *absences)
{
	const char *title = course_title(a, c->row);

	for (size_t i = 0; i < c->n; i++) {
		elements[f->nelements++] = element_of(a, title, &c->elements[i]);
		f->hides = f->hides || !c->elements[i].sees;
		add_absences(a, t, &c->elements[i], absences, &f->nabsences);
	}
	for (size_t i = 0; i < c->nagreements; i++)
		agreements[f->nagreements++] = (struct agreement_printed){
			title,
			strcmp(c->agreements[i]->kind, "TILLAEGSAFTALE") == 0 ? "Tillægsaftale"
			                                                      : "Uddannelsesaftale",
			c->agreements[i]->number,
			c->agreements[i]->effect,
			c->agreements[i]->published,
		};
}

static void
fill(struct arena *a, const struct training *t, struct training_facts *f)
{
	struct element_printed *elements;
	struct agreement_printed *agreements;
	struct absence_printed *absences;
	size_t nelements = 0, nagreements = 0;

	for (size_t i = 0; i < t->n; i++) {
		nelements += t->courses[i].n;
		nagreements += t->courses[i].nagreements;
	}
	elements = arena_array(a, nelements, sizeof *elements);
	agreements = arena_array(a, nagreements, sizeof *agreements);
	absences = arena_array(a, t->nabsences, sizeof *absences);
	for (size_t i = 0; i < t->n; i++)
		add_course(a, t, &t->courses[i], f, elements, agreements, absences);
	f->elements = elements;
	f->agreements = agreements;
	f->absences = absences;
}

const struct report *
paper_training(const struct paper *p)
{
	const struct training *t = training_of(p->db, p->who, p->doctor);
	struct training_facts f = {
		.name = p->name, .cpr = p->cpr, .auth_id = p->auth_id, .printed = p->printed
	};

	if (t == NULL)
		return NULL;
	fill(p->arena, t, &f);
	return training_report(p->arena, &f);
}
