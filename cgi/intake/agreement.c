/* SPDX-License-Identifier: MPL-2.0
 *
 * An agreement that was published: the course's elements are as it says from then on (R-FOR-02).
 * Each counts once, by its number (T-025); one that comes after a later one is kept, and changes
 * nothing any more.
 */
#include <string.h>

#include "doctor.h"
#include "take.h"

static struct taken
refused(const char *why)
{
	return (struct taken){ .what = FOUND_REFUSED, .why = why };
}

/* Its row; 0 when the database failed. */
static uint32_t
store(struct work *w, const struct intake_agreement *a, uint32_t course,
    const struct agreement_held *there)
{
	struct diff d;
	uint32_t id;

	diff_begin(&d, w->each);
	if (there->id != 0) {
		agreement_back(w->db, there->id, or_none(&w->run));
		diff_day(&d, NULL, "cancelled", there->cancelled, (struct day){ 0 });
		work_changed(w, "agreement", there->id, &d);
		return there->id;
	}
	if (agreement_put(w->db, course, a->kind, a->number, a->published, a->effect,
	        or_none(&w->run), w->now) != DB_ONE)
		return 0;
	id = db_inserted(w->db);
	diff_text(&d, NULL, "number", NULL, a->number);
	work_added(w, "agreement", id, &d);
	return id;
}

static bool
is_outdated(struct work *w, const struct intake_agreement *a, uint32_t course)
{
	struct agreement_latest latest;

	return agreement_latest(w->db, course, &latest) == DB_ONE &&
	    day_compare(latest.published, a->published) > 0;
}

static void
apply(struct work *w, struct doctor *d, struct courses_held *c, const struct intake_agreement *a,
    uint32_t agreement)
{
	const struct courses_held was = *c;

	course_span(d, c, a->elements, a->n, a->published);
	course_span_store(w, d, &was, c);
	elements_take(w, d, c, a->elements, a->n, a->published, agreement);
	doctor_role(w, d);
}

/* Access that has not been sent, and visibility that came with it, follow the first day. */
static void
settle_access(struct work *w, struct doctor *d)
{
	const struct day begins = doctor_begins(w, d);
	struct person_by_number p;
	struct day shown;
	struct diff diff;

	if (day_is_none(begins) || person_by_id(w->db, d->id, &p) != DB_ONE ||
	    day_is_none(p.access_due) || day_compare(p.access_due, w->today) <= 0)
		return;
	shown = day_compare(p.shown_from, p.access_due) == 0 ? begins : p.shown_from;
	diff_begin(&diff, w->each);
	diff_day(&diff, "Vises fra", "shown_from", p.shown_from, shown);
	diff_day(&diff, "Adgangsmail", "access_due", p.access_due, begins);
	if (!diff.any)
		return;
	person_days_set(w->db, d->id, shown, begins);
	work_changed(w, "person", d->id, &diff);
	doctor_say(d, "%s", diff.said.at);
}

struct taken
agreement_take(struct work *w, const struct intake_agreement *a)
{
	struct course_of_source at = { 0 };
	struct agreement_held there = { 0 };
	struct courses_held *c;
	struct doctor d;
	const char *why;
	uint32_t id;

	if (course_of_source(w->db, intake_origin_word(a->origin), a->course, &at) != DB_ONE)
		return refused(
		    "Forløbet er ikke i logbogen endnu. Aftalen følger med, når lægen indlæses.");
	if (w->region != 0 && at.region != w->region)
		return refused(arena_format(w->each,
		    "Forløbet hører til %s. Det sekretariat eller projektlederen indlæser det.",
		    known_region_name(&w->known, at.region)));
	if ((why = elements_fault(w, a->elements, a->n)) != NULL)
		return refused(why);
	if (agreement_held(w->db, at.id, a->kind, a->number, &there) == DB_ONE &&
	    day_is_none(there.cancelled))
		return (struct taken){ FOUND_SAME, "", at.doctor, { 0 } };
	if (!doctor_read(w, at.doctor, &d) || (c = doctor_course(&d, a->origin, a->course)) == NULL)
		return refused("Databasen svarede ikke.");
	doctor_say(&d, "%s %s af %s%s%s",
	    strcmp(a->kind, "TILLAEGSAFTALE") == 0 ? "Tillægsaftale" : "Uddannelsesaftale",
	    a->number, day_text(w->each, a->published), *a->effect == '\0' ? "" : ": ", a->effect);
	if (is_outdated(w, a, at.id)) {
		store(w, a, at.id, &there);
		doctor_say(&d, "En senere aftale gælder allerede; den her ændrer intet");
	} else if ((id = store(w, a, at.id, &there)) != 0) {
		apply(w, &d, c, a, id);
		settle_access(w, &d);
	}
	return (struct taken){ FOUND_CHANGED, d.said.at, at.doctor, { 0 } };
}
