/* SPDX-License-Identifier: MPL-2.0
 *
 * "Uddannelsesforløb": courses, elements, what is warned of, agreements, and how elements moved,
 * told in words.
 */
#include "training_view.h"

#include <string.h>

#include "training_rule.h"
#include "training_words.h"

static struct day
last_of(struct day until)
{
	return day_add(until, -1);
}

struct url
time_absence_url(struct arena *a, const struct time_places *places, uint32_t element)
{
	if (places->absence.text == NULL)
		return url_of(a, "/logbog/uddannelsesforloeb/%u/fravaer", element);
	return url_with(a, places->absence, "delforloeb", arena_format(a, "%u", element));
}

/* --- how elements moved, in words ------------------------------------------------------------ */

static const char *
or_dash(const char *s)
{
	return s == NULL || s[0] == '\0' ? "–" : s;
}

static void
say(struct text *t, const char *what, const char *before, const char *after)
{
	if (strcmp(before, after) != 0)
		text_format(
		    t, "%s%s %s i stedet for %s", t->len > 0 ? ", " : "", what, after, before);
}

static const char *
change_span(struct arena *a, struct day since, struct day until, uint32_t fraction)
{
	return arena_format(
	    a, "%s – %s, %u %%", day_text(a, since), day_text(a, last_of(until)), fraction);
}

static const char *
moved_words(struct arena *a, const struct time_changes *x)
{
	struct text t = { .arena = a };

	say(&t, "sted", or_dash(x->before_place), or_dash(x->after_place));
	say(&t, "begynder", day_text(a, x->before_since), day_text(a, x->after_since));
	say(&t, "slutter", day_text(a, last_of(x->before_until)),
	    day_text(a, last_of(x->after_until)));
	say(&t, "beskæftigelse", arena_format(a, "%u %%", x->before_fraction),
	    arena_format(a, "%u %%", x->after_fraction));
	return t.len > 0 ? t.at : "ingen forskel i tid og sted";
}

static const char *
change_words(struct arena *a, const struct time_changes *x)
{
	const char *place = or_dash(x->after_place != NULL ? x->after_place : x->before_place);
	const char *words;

	if (strcmp(x->what, "NEW") == 0)
		words = arena_format(a, "%s kom til: %s", place,
		    change_span(a, x->after_since, x->after_until, x->after_fraction));
	else if (strcmp(x->what, "CANCELLED") == 0)
		words = arena_format(a, "%s faldt bort", place);
	else if (strcmp(x->what, "REVIVED") == 0)
		words = arena_format(a, "%s blev genoptaget", place);
	else
		words = arena_format(a, "%s: %s", place, moved_words(a, x));
	if (x->agreement_no == NULL)
		return words;
	return arena_format(a, "%s (%s %s)", words,
	    strcmp(x->agreement_kind, "TILLAEGSAFTALE") == 0 ? "tillægsaftale"
	                                                     : "uddannelsesaftale",
	    x->agreement_no);
}

/* --- elements -------------------------------------------------------------------------------- */

const char *
time_over_words(struct arena *a, const struct absence_standing *s)
{
	const char *over =
	    arena_format(a, "%d dage er mere end de tilladte %d.", s->counted, s->limit);
	const char *agreed = s->made_up > 0
	    ? arena_format(a, "Aftaler har forlænget med %d dage.", s->made_up)
	    : "Ingen aftale om det er registreret endnu.";

	if (!s->over)
		return NULL;
	if (s->missing == 0)
		return arena_format(a, "%s Det er indhentet. %s", over, agreed);
	return arena_format(a,
	    "%s Hele fraværet skal indhentes. %s Der mangler %d dage, så delforløbet skal "
	    "forlænges til og med %s.",
	    over, agreed, s->missing, day_text(a, last_of(s->until)));
}

static const char *
state_mark(enum element_state s)
{
	switch (s) {
	case ELEMENT_CURRENT:
		return "asked";
	case ELEMENT_ENDED:
		return "ok";
	case ELEMENT_CANCELLED:
	case ELEMENT_REPLACED:
		return "undone";
	case ELEMENT_PLANNED:
		break;
	}
	return "none";
}

static const char *const *
faults_of_element(
    struct arena *a, const struct course_fault *all, size_t nall, uint32_t element, size_t *n)
{
	const char **faults = arena_array(a, nall, sizeof *faults);

	*n = 0;
	for (size_t i = 0; i < nall; i++)
		if (all[i].element == element)
			faults[(*n)++] = all[i].sentence;
	return faults;
}

static struct time_element_row
element_row_of(struct arena *a, const struct training_element *t, const struct time_places *places,
    const struct course_fault *faults, size_t nfaults)
{
	const struct time_elements *e = t->row;
	bool gone = !day_is_none(e->cancelled);
	struct time_element_row r = {
		.place = e->place,
		.section = e->section,
		.kind = strcmp(e->kind, "ORDINARY") == 0 ? NULL : element_kind_title(e->kind),
		.specialty = e->specialty_name,
		.position_no = e->position_no[0] == '\0' ? NULL : e->position_no,
		.state = element_state_title(t->state),
		.mark = state_mark(t->state),
		.since = e->since,
		.until = last_of(e->until),
		.fraction = e->fraction,
		.sees = t->sees && !gone,
		.gone = gone,
		.cancelled = e->cancelled,
	};

	if (r.sees) {
		r.standing =
		    arena_format(a, "%d af højst %d dage", t->standing.counted, t->standing.limit);
		r.over = time_over_words(a, &t->standing);
		r.absence = time_absence_url(a, places, e->id);
	}
	r.faults = faults_of_element(a, faults, nfaults, e->id, &r.nfaults);
	return r;
}

/* --- courses --------------------------------------------------------------------------------- */

/* What the rules look at: elements that are to be, of the whole training. */
static const struct course_fault *
faults_of_course(
    struct arena *a, const struct training *all, const struct training_course *t, size_t *n)
{
	static const struct course_fault nothing;
	size_t nelements;
	const struct training_element *const *elements = training_elements(a, all, t, &nelements);
	struct rule_element *e = arena_array(a, nelements, sizeof *e);
	struct rule_course c = { .stage = t->row->stage,
		.specialty = t->row->has_specialty ? t->row->specialty : 0,
		.region = t->row->region_code,
		.elements = e };

	for (size_t i = 0; i < nelements; i++) {
		const struct time_elements *x = elements[i]->row;

		e[c.n++] = (struct rule_element){ x->id, x->org_unit, x->place, x->since, x->until,
			(int)x->fraction, x->kind, x->has_specialty ? x->specialty : 0,
			x->specialty_code == NULL ? "" : x->specialty_code,
			strcmp(x->place_kind, "PRAKSIS") == 0 };
	}
	if (day_is_none(t->row->cancelled))
		return course_faults(a, &c, n);
	*n = 0;
	return &nothing;
}

static void
fill_agreements(struct arena *a, const struct training_course *t, struct time_course_view *v)
{
	struct time_agreement_row *rows = arena_array(a, t->nagreements, sizeof *rows);

	for (size_t i = 0; i < t->nagreements; i++)
		rows[i] = (struct time_agreement_row){
			strcmp(t->agreements[i]->kind, "TILLAEGSAFTALE") == 0 ? "Tillægsaftale"
			                                                      : "Uddannelsesaftale",
			t->agreements[i]->number,
			t->agreements[i]->effect,
			t->agreements[i]->published,
		};
	v->agreements = rows;
	v->nagreements = t->nagreements;
}

/* Newest first. */
static void
fill_changes(struct arena *a, const struct training *all, const struct training_course *t,
    struct time_course_view *v)
{
	struct time_change_row *rows = arena_array(a, all->nchanges, sizeof *rows);

	for (size_t i = all->nchanges; i-- > 0;) {
		const struct training_course *of = NULL;

		if (training_element(all, all->changes[i].element, &of) != NULL && of == t)
			rows[v->nchanges++] = (struct time_change_row){ all->changes[i].at,
				change_words(a, &all->changes[i]) };
	}
	v->changes = rows;
}

static void
fill_lists(struct arena *a, const struct time_lists *lists, size_t n, uint32_t course,
    const struct time_places *places, struct time_course_view *v)
{
	struct time_list_row *rows = arena_array(a, n, sizeof *rows);

	for (size_t i = 0; i < n; i++)
		if (lists[i].course == course)
			rows[v->nlists++] = (struct time_list_row){
				url_with(a, places->list, "liste",
				    arena_format(a, "%u", lists[i].curriculum)),
				lists[i].title,
				lists[i].version,
				lists[i].left,
			};
	v->lists = rows;
}

static struct time_course_view
course_view_of(struct arena *a, const struct training *all, const struct training_course *t,
    const struct time_places *places, struct day today)
{
	const struct time_courses *c = t->row;
	struct time_element_row *elements = arena_array(a, t->n, sizeof *elements);
	struct time_course_view v = {
		.title = c->specialty_name == NULL
		    ? stage_title(c->stage)
		    : arena_format(a, "%s, %s", stage_title(c->stage), c->specialty_name),
		.number = c->number,
		.region = c->region_name,
		.since = c->since,
		.until = last_of(c->until),
		.cancelled = c->cancelled,
		.is_cancelled = !day_is_none(c->cancelled),
		.over = day_compare(c->until, today) <= 0,
		.later = day_compare(c->since, today) > 0,
		.elements = elements,
		.n = t->n,
	};
	size_t nfaults;
	const struct course_fault *faults = faults_of_course(a, all, t, &nfaults);

	for (size_t i = 0; i < t->n; i++) {
		elements[i] = element_row_of(a, &t->elements[i], places, faults, nfaults);
		v.has_notes = v.has_notes || elements[i].over != NULL || elements[i].nfaults > 0;
	}
	v.faults = faults_of_element(a, faults, nfaults, 0, &v.nfaults);
	v.has_notes = v.has_notes || v.nfaults > 0;
	fill_agreements(a, t, &v);
	fill_changes(a, all, t, &v);
	return v;
}

/* Present ones, then those to come, then those that are over or will not be. */
static int
weight(const struct time_course_view *c)
{
	return c->is_cancelled ? 3 : c->over ? 2 : c->later ? 1 : 0;
}

/* A doctor has a handful of courses: each is moved up to its place; of the same weight the later
 * comes first, but of those to come the sooner. */
static void
sort_courses(struct time_course_view *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct time_course_view c = v[i];
		size_t k = i;

		for (; k > 0 &&
		     (weight(&c) < weight(&v[k - 1]) ||
		         (weight(&c) == weight(&v[k - 1]) && weight(&c) != 1));
		     k--)
			v[k] = v[k - 1];
		v[k] = c;
	}
}

const struct time_course_view *
time_courses_of(struct request *req, const struct subject *who, const struct training *t,
    const struct time_places *places, size_t *n)
{
	struct time_course_view *v = arena_array(req->arena, t->n, sizeof *v);
	struct time_lists *lists = NULL;
	size_t nlists = 0;

	time_lists(req->db, who, t->doctor, &lists, &nlists);
	for (size_t i = 0; i < t->n; i++) {
		v[i] = course_view_of(req->arena, t, &t->courses[i], places, req->today);
		fill_lists(req->arena, lists, nlists, t->courses[i].row->id, places, &v[i]);
	}
	sort_courses(v, t->n);
	*n = t->n;
	return v;
}

/* --- the page -------------------------------------------------------------------------------- */

static bool
is_own(const struct subject *who, uint32_t doctor)
{
	return doctor == subject_id(who) && subject_role(who) == ROLE_UL;
}

/* One's own logbook may be empty; somebody else's that is empty is not within reach. */
void
training_show(struct request *req, const struct subject *who, uint32_t doctor,
    const struct time_places *places)
{
	const struct training *t = training_of(req->db, who, doctor);
	struct arena *a = req->arena;
	const bool own = is_own(who, doctor);
	struct training_view v = { .places = *places };

	if (t == NULL && !own) {
		answer_not_found(req, who);
		return;
	}
	if (!own) {
		looked_into(req, doctor);
		v.name = t->name;
	}
	v.head = head_of(req, who,
	    v.name == NULL ? "Uddannelsesforløb"
	                   : arena_format(a, "Uddannelsesforløb: %s", v.name));
	if (t != NULL)
		v.courses = time_courses_of(req, who, t, places, &v.n);
	v.may_reckon = places->reckon.text != NULL;
	if ((v.may_print = places->print.text != NULL)) {
		v.pdf = url_local(a, arena_format(a, "%s.pdf", places->print.text));
		v.xlsx = url_local(a, arena_format(a, "%s.xlsx", places->print.text));
		v.json = url_local(a, arena_format(a, "%s.json", places->print.text));
	}
	training_page(reply_html(req, 200), &v);
}
