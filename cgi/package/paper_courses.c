/* SPDX-License-Identifier: MPL-2.0 */
#include "course_report.h"
#include "courses.h"
#include "paper.h"

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

const struct report *
paper_courses(const struct paper *p)
{
	static const struct course_places nowhere = { { "/" }, { NULL }, { "/" } };
	const struct reached *doctor = reached_of(p->db, p->who, p->doctor);
	const struct course_list *list = course_list_read(p->db, p->who, p->doctor, &nowhere);
	struct course_facts f = {
		.name = p->name, .cpr = p->cpr, .auth_id = p->auth_id, .printed = p->printed
	};

	if (doctor == NULL || list == NULL)
		return NULL;
	f.training =
	    arena_format(p->arena, "%s – %s, %s", day_text(p->arena, doctor->rows[0].course_since),
	        day_text(p->arena, day_add(doctor->rows[0].course_until, -1)), doctor->region);
	fill_rows(p->arena, list, &f);
	return course_report(p->arena, &f);
}
