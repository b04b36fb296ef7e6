/* SPDX-License-Identifier: MPL-2.0
 *
 * Elements of a course: which may be stored, where they are, and how they come, move, go, and come
 * again.  Whoever an element moves away from or to is told.
 */
#include "doctor.h"

#include "attested.h"

#include <string.h>

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
	doctor_say_diff(d, &diff);
	if (!moved)
		return;
	element_change_put(w->db, h->id, d->id, or_none(&agreement), or_none(&w->run),
	    day_is_none(h->cancelled) ? "CHANGED" : "REVIVED", &h->org_unit, h->since, h->until,
	    &h->fraction, &at.unit, e->since, e->until, &e->fraction, w->now);
	work_tell_moved(w, d->id, c->region, h->org_unit, at.unit, now_at);
	attested_element_moved(w->db, h->id, w->now, w->today);
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
bool
element_is_dropped(
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
		if (element_is_dropped(h, e, n, begun_by))
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
