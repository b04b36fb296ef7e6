/* SPDX-License-Identifier: MPL-2.0
 *
 * "Fravær": what is registered of an element, what it comes to, and the form to register more.
 */
#include <string.h>

#include "training_view.h"

static struct day
last_of(struct day until)
{
	return day_add(until, -1);
}

static bool
is_own(const struct subject *who, uint32_t doctor)
{
	return doctor == subject_id(who) && subject_role(who) == ROLE_UL;
}

static bool
is_shown(const struct training_element *e)
{
	return e->sees && day_is_none(e->row->cancelled);
}

/* --- which element -------------------------------------------------------------------------- */

/* Does a come before b for who asks for none: the present one, then the one begun last? */
static bool
comes_first(const struct training_element *a, const struct training_element *b)
{
	if ((a->state == ELEMENT_CURRENT) != (b->state == ELEMENT_CURRENT))
		return a->state == ELEMENT_CURRENT;
	if ((a->state == ELEMENT_PLANNED) != (b->state == ELEMENT_PLANNED))
		return b->state == ELEMENT_PLANNED;
	return day_compare(a->row->since, b->row->since) > 0;
}

/* The one asked for, or the first for who asks for none (0); NULL when there is none to be seen. */
static const struct training_element *
shown_of(const struct training *t, uint32_t element, const struct training_course **course)
{
	const struct training_element *found = NULL;

	for (size_t c = 0; c < t->n; c++) {
		for (size_t i = 0; i < t->courses[c].n; i++) {
			const struct training_element *e = &t->courses[c].elements[i];

			if (!is_shown(e) || (element != 0 && e->row->id != element) ||
			    (found != NULL && !comes_first(e, found)))
				continue;
			found = e;
			*course = &t->courses[c];
		}
	}
	return found;
}

const struct training_element *
absence_element(const struct subject *who, const struct training *t, uint32_t element)
{
	const struct training_course *course;
	const struct training_element *e = t == NULL ? NULL : shown_of(t, element, &course);
	enum role role = subject_role(who);

	if (e == NULL || (role != ROLE_UL && role != ROLE_UAO && role != ROLE_TUTOR))
		return NULL;
	return e;
}

static void
fill_elements(struct arena *a, const struct training *t, const struct training_element *here,
    struct absence_view *v)
{
	size_t all = 0;
	struct absence_place *rows;

	for (size_t c = 0; c < t->n; c++)
		all += t->courses[c].n;
	rows = arena_array(a, all, sizeof *rows);
	for (size_t c = 0; c < t->n; c++) {
		for (size_t i = 0; i < t->courses[c].n; i++) {
			const struct training_element *e = &t->courses[c].elements[i];

			if (is_shown(e))
				rows[v->nelements++] = (struct absence_place){
					time_absence_url(a, &v->places, e->row->id),
					arena_format(a, "%s, %s – %s", e->row->place,
					    day_text(a, e->row->since),
					    day_text(a, last_of(e->row->until))),
					e == here,
				};
		}
	}
	v->elements = rows;
}

/* --- what is registered --------------------------------------------------------------------- */

/* Newest first. */
static void
fill_rows(
    struct arena *a, const struct subject *who, const struct training *t, struct absence_view *v)
{
	struct absence_row *rows = arena_array(a, t->nabsences, sizeof *rows);

	for (size_t i = t->nabsences; i-- > 0;) {
		const struct time_absences *x = &t->absences[i];
		bool mine = subject_role(who) != ROLE_UL || x->given_by == subject_id(who);

		if (x->element != v->element)
			continue;
		rows[v->n++] = (struct absence_row){
			.since = x->since,
			.last = last_of(x->until),
			.days = absence_days(x->since, x->until),
			.title = x->title,
			.by = x->by_name,
			.role = role_short(role_of_word(x->as_role)),
			.counts = x->counts,
			.at = x->at,
			.cancelled = x->cancelled,
			.cancelled_by = x->cancelled_by,
			.may = v->may && mine && x->cancelled.s == 0,
			.out = url_local(a, arena_format(a, "%s/%u/udgaar", v->at.text, x->id)),
		};
	}
	v->rows = rows;
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
fill_parts(struct arena *a, const struct training *t, const struct absence_sum *sum,
    struct absence_view *v)
{
	struct absence_part_row *rows = arena_array(a, sum->n, sizeof *rows);

	for (size_t i = 0; i < sum->n; i++)
		rows[i] = (struct absence_part_row){ type_title(t, sum->parts[i].type),
			sum->parts[i].days, sum->parts[i].counts };
	v->parts = rows;
	v->nparts = sum->n;
}

/* --- the form ------------------------------------------------------------------------------- */

const struct absence_choice *
absence_choices(struct request *req, const struct subject *who, uint32_t course,
    const struct form *form, size_t *n)
{
	struct time_types *types = NULL;
	struct absence_choice *rows;

	*n = 0;
	time_types(req->db, who, course, &types, n);
	rows = arena_array(req->arena, *n, sizeof *rows);
	for (size_t i = 0; i < *n; i++)
		rows[i] = (struct absence_choice){ types[i].id, types[i].title,
			form_has(form, "type", arena_format(req->arena, "%u", types[i].id)),
			types[i].counts };
	return rows;
}

static void
fill_form(struct request *req, const struct subject *who, uint32_t course, const struct form *form,
    struct absence_view *v)
{
	v->types = absence_choices(req, who, course, form, &v->ntypes);
	v->type_fault = form_fault(form, "type");
	v->since_field = field_of(form, "fra", "Første dag med fravær", "For eksempel 6.3.2026.");
	v->until_field = field_of(form, "til", "Første dag tilbage",
	    "Den dag, lægen var rask eller tilbage igen. Weekender og fridage imellem tælles med.");
	v->since_field.needed = v->until_field.needed = true;
	v->faults = faults_of(req->arena, form);
}

/* --- the page ------------------------------------------------------------------------------- */

static void
fill_element(const struct training_element *e, struct arena *a, struct absence_view *v)
{
	v->shown = true;
	v->element = e->row->id;
	v->place = e->row->place;
	v->since = e->row->since;
	v->until = last_of(e->row->until);
	v->fraction = e->row->fraction;
	v->standing = e->standing;
	v->over = time_over_words(a, &e->standing);
	v->make_up_until = last_of(e->standing.until);
	v->uncounted = e->absence.uncounted;
}

static void
fill(struct request *req, const struct subject *who, const struct training *t,
    const struct training_element *e, uint32_t course, const struct form *form,
    struct absence_view *v)
{
	struct arena *a = req->arena;

	fill_element(e, a, v);
	v->may = v->may && absence_element(who, t, e->row->id) != NULL;
	v->at = v->places.absence.text == NULL ? time_absence_url(a, &v->places, e->row->id)
	                                       : v->places.absence;
	fill_elements(a, t, e, v);
	fill_rows(a, who, t, v);
	fill_parts(a, t, &e->absence, v);
	if (v->may)
		fill_form(req, who, course, form, v);
}

void
absence_show(struct request *req, const struct subject *who, uint32_t doctor, uint32_t element,
    const struct time_places *places, bool may, const struct form *form, unsigned status)
{
	const struct training *t = training_of(req->db, who, doctor);
	const struct training_course *course = NULL;
	const struct training_element *e = t == NULL ? NULL : shown_of(t, element, &course);
	struct absence_view v = { .places = *places, .may = may };

	if (t == NULL || (e == NULL && element != 0)) {
		answer_not_found(req, who);
		return;
	}
	if (!is_own(who, doctor)) {
		looked_into(req, doctor);
		v.name = t->name;
	}
	v.head = head_of(
	    req, who, v.name == NULL ? "Fravær" : arena_format(req->arena, "Fravær: %s", v.name));
	v.head.notice = notice_of(req, "registreret", "Fraværet er registreret.", "udgaaet",
	    "Fraværet er taget ud. Det kan stadig ses herunder.", NULL);
	if (e != NULL)
		fill(req, who, t, e, course->row->id, form, &v);
	absence_page(reply_html(req, status), &v);
}
