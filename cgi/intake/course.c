/* SPDX-License-Identifier: MPL-2.0
 *
 * A course of training as it is told, and the lists that it carries.
 */
#include "doctor.h"

#include <string.h>

/* --- may it be stored? -------------------------------------------------------------------- */

const char *
course_fault(struct work *w, const struct intake_course *c)
{
	const struct known_name *region = known_region(&w->known, c->region);

	if (region == NULL)
		return arena_format(
		    w->each, "Regionen %s kendes ikke. Ret koden i kilden.", c->region);
	if (w->region != 0 && region->id != w->region)
		return arena_format(w->each,
		    "Forløbet hører til %s. Det sekretariat eller projektlederen indlæser det.",
		    region->name);
	if (*c->specialty != '\0' && known_specialty(&w->known, c->specialty) == NULL)
		return arena_format(
		    w->each, "Specialet %s kendes ikke. Ret koden i kilden.", c->specialty);
	if (c->n == 0 && !c->cancelled)
		return "Forløbet har ingen ansættelser. Ret det i kilden.";
	return elements_fault(w, c->elements, c->n);
}

/* --- lists --------------------------------------------------------------------------------- */

/* Is it a list for courses of that stage and specialty?  "Intern medicin" is the common part of
 * every specialty "Intern medicin: …" (R-DM-03); those who are employed for evaluation use the
 * list of KBU (R-FOR-06). */
static bool
is_for(const struct known_list *l, const char *stage, const char *specialty)
{
	const size_t n = strlen(l->specialty);

	if (strcmp(l->stage, stage) != 0 &&
	    !(strcmp(stage, "EVAL") == 0 && strcmp(l->stage, "KBU") == 0))
		return false;
	if (n == 0)
		return *specialty == '\0' || strcmp(l->stage, "KBU") == 0;
	return strncmp(l->specialty, specialty, n) == 0 &&
	    (specialty[n] == '\0' || specialty[n] == ':');
}

static void
pin(struct work *w, struct doctor *d, uint32_t course, const struct known_list *l,
    struct day basis_day)
{
	const char *basis = curriculum_basis_word(l->basis);
	struct diff diff;

	if (pin_back(w->db, course, l->offered.id, basis, basis_day) == DB_NONE)
		pin_put(w->db, course, l->offered.id, d->id, basis, basis_day);
	diff_begin(&diff, w->each);
	diff_number(&diff, NULL, "curriculum", 0, l->offered.id);
	work_added(w, "course_curriculum", course, &diff);
	doctor_say(d, "Målbeskrivelse: %s", l->name);
	d->changed = true;
}

/* The versions of one list, from at on, that could bind; how many lists were looked at. */
static size_t
pin_one(struct work *w, struct doctor *d, uint32_t course, const struct intake_course *c,
    const char *specialty, size_t at)
{
	const struct known *k = &w->known;
	struct list_offered *offered = arena_array(w->each, k->nlists, sizeof *offered);
	struct day day = { 0 };
	size_t n = 0, i;
	uint32_t id;

	for (i = at; i < k->nlists && strcmp(k->lists[i].specialty, k->lists[at].specialty) == 0;
	     i++)
		if (is_for(&k->lists[i], c->stage, specialty))
			offered[n++] = k->lists[i].offered;
	id = n == 0 ? 0 : list_that_binds(offered, n, c, &day);
	for (size_t j = at; j < i; j++)
		if (id != 0 && k->lists[j].offered.id == id)
			pin(w, d, course, &k->lists[j], day);
	return i - at;
}

/* A course that has its lists keeps them, whatever is published later (R-MAL-01). */
static void
pin_lists(struct work *w, struct doctor *d, uint32_t course, const struct intake_course *c)
{
	const struct known_name *s =
	    *c->specialty == '\0' ? NULL : known_specialty(&w->known, c->specialty);

	for (size_t i = 0; i < d->npins; i++)
		if (d->pins[i].course == course && day_is_none(d->pins[i].left_on))
			return;
	for (size_t i = 0; i < w->known.nlists;)
		i += pin_one(w, d, course, c, s == NULL ? "" : s->name, i);
}

/* --- courses ------------------------------------------------------------------------------- */

struct courses_held *
doctor_course(const struct doctor *d, enum intake_origin origin, const char *source_id)
{
	for (size_t i = 0; i < d->ncourses; i++) {
		struct courses_held *c = &d->courses[i];

		if (c->source_id != NULL && strcmp(c->source, intake_origin_word(origin)) == 0 &&
		    strcmp(c->source_id, source_id) == 0)
			return c;
	}
	return NULL;
}

static void
span_add(struct courses_held *c, struct day since, struct day until)
{
	if (day_is_none(c->since) || day_compare(since, c->since) < 0)
		c->since = since;
	if (day_is_none(c->until) || day_compare(until, c->until) > 0)
		c->until = until;
}

void
course_span(const struct doctor *d, struct courses_held *c, const struct intake_element *e,
    size_t n, struct day begun_by)
{
	const struct courses_held was = *c;

	c->since = c->until = (struct day){ 0 };
	for (size_t i = 0; i < n; i++)
		span_add(c, e[i].since, e[i].until);
	for (size_t i = 0; i < d->nelements; i++) {
		const struct elements_held *h = &d->elements[i];
		bool told = false;

		for (size_t j = 0; j < n && h->source_id != NULL && !told; j++)
			told = strcmp(h->source_id, e[j].source_id) == 0;
		if (h->course == c->id && !told && day_is_none(h->cancelled) &&
		    !element_is_dropped(h, e, n, begun_by))
			span_add(c, h->since, h->until);
	}
	if (day_is_none(c->since))
		*c = was;
}

/* The course as told, over what is there. */
static struct courses_held
course_of(struct work *w, const struct intake_course *c, const struct courses_held *there)
{
	const struct known_name *s =
	    *c->specialty == '\0' ? NULL : known_specialty(&w->known, c->specialty);
	struct courses_held now = there == NULL ? (struct courses_held){ 0 } : *there;

	now.stage = c->stage;
	now.has_specialty = s != NULL;
	now.specialty = s == NULL ? 0 : s->id;
	now.region = known_region(&w->known, c->region)->id;
	now.number = c->number;
	now.source = intake_origin_word(c->origin);
	now.source_id = c->source_id;
	now.round = c->round;
	now.draw = c->draw;
	now.chosen = c->chosen;
	now.filled = c->filled;
	now.advertised = c->advertised;
	now.employed = c->employed;
	return now;
}

static void
course_diff(
    struct work *w, const struct courses_held *was, const struct courses_held *is, struct diff *d)
{
	const uint32_t old = was->has_specialty ? was->specialty : 0;
	const uint32_t new = is->has_specialty ? is->specialty : 0;

	diff_text(d, "Uddannelse", "stage", was->stage, is->stage);
	diff_named(d, "Speciale", "specialty", old, new, known_specialty_name(&w->known, old),
	    known_specialty_name(&w->known, new));
	diff_named(d, "Region", "region", was->region, is->region,
	    known_region_name(&w->known, was->region), known_region_name(&w->known, is->region));
	diff_text(d, "Forløbsnummer", "number", was->number, is->number);
	diff_day(d, "Forløbet begynder", "since", was->since, is->since);
	diff_last_day(d, "Forløbets sidste dag", "until", was->until, is->until);
	diff_text(d, "Runde", "round", was->round, is->round);
	diff_text(d, "Lodtrækningsnummer", "draw", was->draw, is->draw);
	diff_moment(d, "Valgt", "chosen", was->chosen, is->chosen);
	diff_day(d, "Besat", "filled", was->filled, is->filled);
	diff_day(d, "Opslået", "advertised", was->advertised, is->advertised);
	diff_day(d, "Ansat", "employed", was->employed, is->employed);
	diff_day(d, "Forløbet er aflyst", "cancelled", was->cancelled, is->cancelled);
}

static void
course_store(struct work *w, const struct courses_held *c)
{
	course_set(w->db, c->id, c->stage, c->has_specialty ? &c->specialty : NULL, c->region,
	    c->number, c->since, c->until, c->round, c->draw, c->chosen, c->filled, c->advertised,
	    c->employed, c->cancelled);
}

void
course_span_store(
    struct work *w, struct doctor *d, const struct courses_held *was, const struct courses_held *is)
{
	struct diff diff;

	diff_begin(&diff, w->each);
	course_diff(w, was, is, &diff);
	if (!diff.any)
		return;
	course_store(w, is);
	work_changed(w, "training_course", is->id, &diff);
	doctor_say_diff(d, &diff);
}

static void
course_new(struct work *w, struct doctor *d, const struct intake_course *c)
{
	struct courses_held now = course_of(w, c, NULL);
	const struct courses_held none = { .number = "", .round = "", .draw = "" };
	struct diff diff;

	course_span(d, &now, c->elements, c->n, w->today);
	if (course_add(w->db, d->id, now.stage, now.has_specialty ? &now.specialty : NULL,
	        now.region, now.number, now.since, now.until, now.source, now.source_id, now.round,
	        now.draw, now.chosen, now.filled, now.advertised, now.employed,
	        (struct day){ 0 }) != DB_ONE)
		return;
	now.id = db_inserted(w->db);
	diff_begin(&diff, w->each);
	course_diff(w, &none, &now, &diff);
	work_added(w, "training_course", now.id, &diff);
	d->courses[d->ncourses++] = now;
	d->changed = d->grew = true;
	d->fresh = now.id;
	doctor_say(d, "Nyt forløb: %s %s, %s–%s, %s", now.stage, now.number,
	    day_text(w->each, now.since), day_text(w->each, day_add(now.until, -1)),
	    known_region_name(&w->known, now.region));
	pin_lists(w, d, now.id, c);
	elements_take(w, d, &now, c->elements, c->n, w->today, 0);
}

void
course_take(struct work *w, struct doctor *d, const struct intake_course *c)
{
	struct courses_held *there = doctor_course(d, c->origin, c->source_id), was;
	const size_t n = c->cancelled ? 0 : c->n;

	if (there == NULL) {
		if (!c->cancelled)
			course_new(w, d, c);
		return;
	}
	was = *there;
	*there = course_of(w, c, &was);
	if (!c->cancelled) {
		there->cancelled = (struct day){ 0 };
		course_span(d, there, c->elements, n, w->today);
	} else if (day_is_none(was.cancelled)) {
		there->cancelled = w->today;
	}
	course_span_store(w, d, &was, there);
	if (!c->cancelled)
		pin_lists(w, d, there->id, c);
	elements_take(w, d, there, c->elements, n, w->today, 0);
}
