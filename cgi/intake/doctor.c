/* SPDX-License-Identifier: MPL-2.0 */
#include "doctor.h"

#include <string.h>

/* A new one can be added behind those that are there. */
static bool
courses_read(struct work *w, struct doctor *d)
{
	struct courses_held *there = NULL;
	size_t n = 0;

	if (d->id != 0 && courses_held(w->db, d->id, &there, &n) != DB_ONE)
		return false;
	d->courses = arena_array(w->each, n + INTAKE_COURSES, sizeof *d->courses);
	if (n > 0)
		memcpy(d->courses, there, n * sizeof *there);
	d->ncourses = n;
	return true;
}

bool
doctor_read(struct work *w, uint32_t id, struct doctor *d)
{
	*d = (struct doctor){ .id = id, .said.arena = w->each };
	text_puts(&d->said, "");
	if (!courses_read(w, d))
		return false;
	return id == 0 ||
	    (elements_held(w->db, id, &d->elements, &d->nelements) == DB_ONE &&
	        pins_held(w->db, id, &d->pins, &d->npins) == DB_ONE);
}

void
doctor_say(struct doctor *d, const char *format, ...)
{
	va_list more;

	va_start(more, format);
	text_puts(&d->said, d->said.len == 0 ? "" : "\n");
	text_puts(&d->said, arena_vformat(d->said.arena, format, more));
	va_end(more);
}

/* What a diff says, if it says anything. */
static void
say_diff(struct doctor *d, const struct diff *diff)
{
	if (diff->said.len > 0)
		doctor_say(d, "%s", diff->said.at);
	d->changed = d->changed || diff->any;
}

/* --- may it be stored? -------------------------------------------------------------------- */

static const char *
element_fault(struct work *w, const struct intake_element *e)
{
	const struct known_place *p = known_place(&w->known, e->place);
	const struct known_place *above;

	if (*e->specialty != '\0' && known_specialty(&w->known, e->specialty) == NULL)
		return arena_format(
		    w->each, "Specialet %s kendes ikke. Ret koden i kilden.", e->specialty);
	if (p == NULL)
		return e->placeholder
		    ? NULL
		    : arena_format(w->each,
		          "Stedet %s kendes ikke. Projektlederen indlæser steder; derefter kan rækken indlæses.",
		          e->place);
	if (strcmp(p->kind, "SYGEHUS") == 0)
		return arena_format(w->each,
		    "%s er et helt sygehus. Angiv afdelingen i kilden; den har rettighederne.",
		    p->place);
	above = p->parent == 0 ? NULL : known_place_of_id(&w->known, p->parent);
	if (strcmp(p->kind, "AFSNIT") == 0 &&
	    (above == NULL || strcmp(above->kind, "SYGEHUS") == 0))
		return arena_format(w->each,
		    "Afsnittet %s hører ikke til nogen afdeling. Projektlederen retter det i listen over steder.",
		    p->place);
	return NULL;
}

const char *
elements_fault(struct work *w, const struct intake_element *e, size_t n)
{
	const char *why = NULL;

	for (size_t i = 0; i < n && why == NULL; i++)
		why = element_fault(w, &e[i]);
	return why;
}

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

/* --- places -------------------------------------------------------------------------------- */

/* A practice that is not yet named is a place of its own until it is (R-DM-04, T-027). */
static const struct known_place *
placeholder_make(struct work *w, const struct intake_element *e, uint32_t region)
{
	const char *name = *e->place_name != '\0' ? e->place_name : e->place;
	struct known_place p = { 0, 0, region, e->place, "PLADSHOLDER", name, name, { 1900, 1, 1 },
		{ 9999, 12, 31 } };
	struct diff d;

	if (place_put(w->db, p.code, p.kind, p.name, p.place, NULL, region, p.since, p.until) !=
	    DB_ONE)
		return NULL;
	p.id = db_inserted(w->db);
	diff_begin(&d, w->each);
	diff_text(&d, NULL, "name", NULL, name);
	diff_text(&d, NULL, "kind", NULL, p.kind);
	work_added(w, "org_unit", p.id, &d);
	return known_place_add(&w->known, &p);
}

/* The department that the rights go by, and the section within it. */
struct where {
	uint32_t unit, section;
};

static struct where
where_of(struct work *w, const struct intake_element *e, uint32_t region)
{
	const struct known_place *p = known_place(&w->known, e->place);

	if (p == NULL && (p = placeholder_make(w, e, region)) == NULL)
		return (struct where){ 0, 0 };
	if (strcmp(p->kind, "AFSNIT") == 0)
		return (struct where){ p->parent, p->id };
	return (struct where){ p->id, 0 };
}

/* --- elements ------------------------------------------------------------------------------ */

static const char *
element_text(struct work *w, uint32_t unit, struct day since, struct day until)
{
	return arena_format(w->each, "%s, %s–%s", known_place_name(&w->known, unit),
	    day_text(w->each, since), day_text(w->each, day_add(until, -1)));
}

static struct elements_held *
element_held(const struct doctor *d, uint32_t course, const char *source_id)
{
	for (size_t i = 0; i < d->nelements; i++) {
		struct elements_held *h = &d->elements[i];

		if (h->course == course && h->source_id != NULL &&
		    strcmp(h->source_id, source_id) == 0)
			return h;
	}
	return NULL;
}

static void
element_new(struct work *w, struct doctor *d, const struct courses_held *c,
    const struct intake_element *e, uint32_t seq, uint32_t agreement)
{
	const struct where at = where_of(w, e, c->region);
	const struct known_name *s =
	    *e->specialty == '\0' ? NULL : known_specialty(&w->known, e->specialty);
	const uint32_t specialty = s == NULL ? 0 : s->id;
	struct diff diff;
	uint32_t id;

	if (element_add(w->db, c->id, d->id, seq, at.unit, or_none(&at.section), e->since, e->until,
	        e->fraction, e->position_no, e->kind, or_none(&specialty), e->source_id) != DB_ONE)
		return;
	id = db_inserted(w->db);
	diff_begin(&diff, w->each);
	diff_number(&diff, NULL, "org_unit", 0, at.unit);
	diff_day(&diff, NULL, "since", (struct day){ 0 }, e->since);
	diff_day(&diff, NULL, "until", (struct day){ 0 }, e->until);
	diff_number(&diff, NULL, "fraction", 0, e->fraction);
	work_added(w, "element", id, &diff);
	element_change_put(w->db, id, d->id, or_none(&agreement), or_none(&w->run), "NEW", NULL,
	    (struct day){ 0 }, (struct day){ 0 }, NULL, &at.unit, e->since, e->until, &e->fraction,
	    w->now);
	doctor_say(d, "Ny ansættelse: %s", element_text(w, at.unit, e->since, e->until));
	d->changed = true;
	if (d->fresh != c->id)
		work_tell_moved(
		    w, d->id, c->region, 0, at.unit, element_text(w, at.unit, e->since, e->until));
}

/* How an element that is there is told now. */
static void
element_diff(struct work *w, const struct elements_held *h, const struct intake_element *e,
    struct where at, struct diff *d)
{
	const char *of = known_place_name(&w->known, h->org_unit);
#define TITLE(what) arena_format(w->each, "%s, %s", of, what)

	diff_named(d, TITLE("sted"), "org_unit", h->org_unit, at.unit, of,
	    known_place_name(&w->known, at.unit));
	diff_named(d, TITLE("afsnit"), "section", h->has_section ? h->section : 0, at.section,
	    known_place_name(&w->known, h->has_section ? h->section : 0),
	    known_place_name(&w->known, at.section));
	diff_day(d, TITLE("første dag"), "since", h->since, e->since);
	diff_last_day(d, TITLE("sidste dag"), "until", h->until, e->until);
	diff_number(d, TITLE("procent af fuld tid"), "fraction", h->fraction, e->fraction);
	diff_day(d, TITLE("aflyst"), "cancelled", h->cancelled, (struct day){ 0 });
}

/* What does not move the element: nobody has to be told. */
static void
element_diff_rest(struct work *w, const struct elements_held *h, const struct intake_element *e,
    uint32_t seq, uint32_t specialty, struct diff *d)
{
	const char *of = known_place_name(&w->known, h->org_unit);
	const uint32_t was = h->has_specialty ? h->specialty : 0;

	diff_number(d, NULL, "seq", h->seq, seq);
	diff_text(d, TITLE("stillingsnummer"), "position_no", h->position_no, e->position_no);
	diff_text(d, TITLE("slags"), "kind", h->kind, e->kind);
	diff_named(d, TITLE("speciale"), "specialty", was, specialty,
	    known_specialty_name(&w->known, was), known_specialty_name(&w->known, specialty));
#undef TITLE
}

/* Only what is not over can move (R-FOR-02). */
static bool
is_over(const struct work *w, const struct elements_held *h, const struct intake_element *e)
{
	return day_is_none(h->cancelled) && day_compare(h->until, w->today) <= 0 &&
	    day_compare(e->until, w->today) <= 0;
}

static void
element_change(struct work *w, struct doctor *d, const struct courses_held *c,
    const struct elements_held *h, const struct intake_element *e, uint32_t seq, uint32_t agreement)
{
	const struct where at = where_of(w, e, c->region);
	const struct known_name *s =
	    *e->specialty == '\0' ? NULL : known_specialty(&w->known, e->specialty);
	const uint32_t specialty = s == NULL ? 0 : s->id;
	const char *now_at = element_text(w, at.unit, e->since, e->until);
	struct diff diff;
	bool moved;

	diff_begin(&diff, w->each);
	element_diff(w, h, e, at, &diff);
	moved = diff.any;
	if (moved && is_over(w, h, e)) {
		doctor_say(
		    d, "%s er slut og ændres ikke mere", known_place_name(&w->known, h->org_unit));
		return;
	}
	element_diff_rest(w, h, e, seq, specialty, &diff);
	if (!diff.any)
		return;
	element_set(w->db, h->id, seq, at.unit, or_none(&at.section), e->since, e->until,
	    e->fraction, e->position_no, e->kind, or_none(&specialty), (struct day){ 0 });
	work_changed(w, "element", h->id, &diff);
	say_diff(d, &diff);
	if (!moved)
		return;
	element_change_put(w->db, h->id, d->id, or_none(&agreement), or_none(&w->run),
	    day_is_none(h->cancelled) ? "CHANGED" : "REVIVED", &h->org_unit, h->since, h->until,
	    &h->fraction, &at.unit, e->since, e->until, &e->fraction, w->now);
	work_tell_moved(w, d->id, c->region, h->org_unit, at.unit, now_at);
}

static void
element_cancel(struct work *w, struct doctor *d, const struct courses_held *c,
    const struct elements_held *h, uint32_t agreement)
{
	const char *text = element_text(w, h->org_unit, h->since, h->until);
	struct diff diff;

	diff_begin(&diff, w->each);
	diff_day(&diff, NULL, "cancelled", (struct day){ 0 }, w->today);
	element_set(w->db, h->id, h->seq, h->org_unit, h->has_section ? &h->section : NULL,
	    h->since, h->until, h->fraction, h->position_no, h->kind,
	    h->has_specialty ? &h->specialty : NULL, w->today);
	work_changed(w, "element", h->id, &diff);
	element_change_put(w->db, h->id, d->id, or_none(&agreement), or_none(&w->run), "CANCELLED",
	    &h->org_unit, h->since, h->until, &h->fraction, NULL, (struct day){ 0 },
	    (struct day){ 0 }, NULL, w->now);
	doctor_say(d, "Ansættelsen er aflyst: %s", text);
	d->changed = true;
	work_tell_moved(w, d->id, c->region, h->org_unit, h->org_unit,
	    arena_format(w->each, "%s, er aflyst", text));
}

/* Is it an element from elsewhere that is not told of any more, and had not begun by then? */
static bool
is_dropped(
    const struct elements_held *h, const struct intake_element *e, size_t n, struct day begun_by)
{
	if (h->source_id == NULL || !day_is_none(h->cancelled) ||
	    day_compare(h->since, begun_by) <= 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(e[i].source_id, h->source_id) == 0)
			return false;
	return true;
}

void
elements_take(struct work *w, struct doctor *d, const struct courses_held *c,
    const struct intake_element *e, size_t n, struct day begun_by, uint32_t agreement)
{
	uint32_t before = 0;

	for (size_t i = 0; i < d->nelements; i++) {
		const struct elements_held *h = &d->elements[i];

		if (h->course != c->id)
			continue;
		if (is_dropped(h, e, n, begun_by))
			element_cancel(w, d, c, h, agreement);
		else if (n > 0 && day_is_none(h->cancelled) &&
		    day_compare(h->since, e[0].since) < 0 &&
		    (h->source_id == NULL || strcmp(h->source_id, e[0].source_id) != 0))
			before++;
	}
	for (size_t i = 0; i < n; i++) {
		const struct elements_held *h = element_held(d, c->id, e[i].source_id);
		const uint32_t seq = before + (uint32_t)i + 1;

		if (h == NULL)
			element_new(w, d, c, &e[i], seq, agreement);
		else
			element_change(w, d, c, h, &e[i], seq, agreement);
	}
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
		    !is_dropped(h, e, n, begun_by))
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
	say_diff(d, &diff);
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

/* --- the role ------------------------------------------------------------------------------ */

static bool
is_live(const struct courses_held *c)
{
	return day_is_none(c->cancelled);
}

struct day
doctor_begins(const struct work *w, const struct doctor *d)
{
	struct day first = { 0 };

	for (size_t i = 0; i < d->ncourses; i++) {
		const struct courses_held *c = &d->courses[i];

		if (is_live(c) && day_compare(c->until, w->today) > 0 &&
		    (day_is_none(first) || day_compare(c->since, first) < 0))
			first = c->since;
	}
	return first;
}

static struct day
first_day(const struct doctor *d)
{
	struct day first = { 0 };

	for (size_t i = 0; i < d->ncourses; i++)
		if (is_live(&d->courses[i]) &&
		    (day_is_none(first) || day_compare(d->courses[i].since, first) < 0))
			first = d->courses[i].since;
	return first;
}

static void
role_new(struct work *w, struct doctor *d, struct day since)
{
	struct diff diff;

	role_by_run(w->db, d->id, "UL", NULL, NULL, since, (struct day){ 9999, 12, 31 }, w->now);
	diff_begin(&diff, w->each);
	diff_day(&diff, NULL, "since", (struct day){ 0 }, since);
	work_added(w, "user_role", db_inserted(w->db), &diff);
	d->changed = true;
}

void
doctor_role(struct work *w, struct doctor *d)
{
	const struct day since = first_day(d);
	struct own_role_held role;
	struct diff diff;

	if (day_is_none(since))
		return;
	switch (own_role_held(w->db, d->id, w->today, &role)) {
	case DB_NONE:
		role_new(w, d, since);
		return;
	case DB_ONE:
		break;
	case DB_TAKEN:
	case DB_AGAIN:
	case DB_DOWN:
		return;
	}
	/* One that has begun is not put off: access is kept (R-DM-05). */
	if (!role.by_import ||
	    (day_compare(role.since, w->today) <= 0 && day_compare(since, role.since) > 0))
		return;
	diff_begin(&diff, w->each);
	if (!diff_day(&diff, "Adgang fra", "since", role.since, since))
		return;
	role_since_set(w->db, role.id, since);
	work_changed(w, "user_role", role.id, &diff);
	say_diff(d, &diff);
}
