/* SPDX-License-Identifier: MPL-2.0
 *
 * Hospitals, departments, sections, practices, as a list of codes tells them.  A placeholder whose
 * code comes with a practice is that practice from then on (R-DM-04).
 */
#include <string.h>

#include "queries/intake.h"
#include "take.h"

/* A place as the list has it. */
static struct known_place
place_of(
    struct work *w, const struct intake_place *p, const struct known_place *above, uint32_t region)
{
	struct known_place now = { 0, above == NULL ? 0 : above->id, region, p->code, p->kind,
		p->name, p->name, p->since, p->until };

	if (above != NULL)
		now.place =
		    utf8_clip(w->each, arena_format(w->each, "%s, %s", p->name, above->place), 300);
	if (day_is_none(now.since))
		now.since = (struct day){ 1900, 1, 1 };
	if (day_is_none(now.until))
		now.until = (struct day){ 9999, 12, 31 };
	return now;
}

static void
place_new(struct work *w, const struct intake_place *p, struct known_place *now)
{
	struct diff d;

	if (place_put(w->db, now->code, now->kind, now->name, now->place, or_none(&now->parent),
	        now->region, now->since, now->until) != DB_ONE)
		return;
	now->id = db_inserted(w->db);
	known_place_add(&w->known, now);
	diff_begin(&d, w->each);
	diff_text(&d, NULL, "name", NULL, now->name);
	diff_text(&d, NULL, "kind", NULL, now->kind);
	work_added(w, "org_unit", now->id, &d);
	work_found(
	    w, FOUND_NEW, p->line, now->place, arena_format(w->each, "Kode %s", now->code), 0);
}

static void
place_change(struct work *w, const struct intake_place *p, struct known_place *there,
    struct known_place *now)
{
	struct diff d;

	diff_begin(&d, w->each);
	diff_text(&d, "Navn", "name", there->name, now->name);
	diff_text(&d, "Skrives", "place", there->place, now->place);
	diff_text(&d, "Slags", "kind", there->kind, now->kind);
	diff_named(&d, "Del af", "parent", there->parent, now->parent,
	    known_place_name(&w->known, there->parent), known_place_name(&w->known, now->parent));
	diff_named(&d, "Region", "region", there->region, now->region,
	    known_region_name(&w->known, there->region), known_region_name(&w->known, now->region));
	diff_day(&d, "Fra", "since", there->since, now->since);
	diff_last_day(&d, "Til", "until", there->until, now->until);
	if (!d.any) {
		work_found(w, FOUND_SAME, p->line, now->place, "", 0);
		return;
	}
	now->id = there->id;
	place_set(w->db, now->id, now->kind, now->name, now->place, or_none(&now->parent),
	    now->region, now->since, now->until);
	places_below_set(w->db, now->id);
	places_far_below_set(w->db, now->id);
	work_changed(w, "org_unit", now->id, &d);
	work_found(w, FOUND_CHANGED, p->line, now->place, d.said.at, 0);
	there->parent = now->parent;
	there->region = now->region;
	there->kind = arena_string(w->keep, now->kind);
	there->name = arena_string(w->keep, now->name);
	there->place = arena_string(w->keep, now->place);
	there->since = now->since;
	there->until = now->until;
}

/* A place that was changed here and refused there is known as the database has it. */
static void
take_back(struct work *w, const struct intake_place *p)
{
	known_read(w->db, w->keep, &w->known);
	work_found(
	    w, FOUND_REFUSED, p->line, p->name, w->by_hand ? TAKE_REFUSED_SHOWN : TAKE_REFUSED, 0);
}

/* False: not yet, what it is part of is not known. */
static bool
take_one(struct work *w, const struct intake_place *p)
{
	const struct known_name *region = known_region(&w->known, p->region);
	struct known_place *there = known_place(&w->known, p->code), now;
	const struct known_place *above =
	    *p->parent == '\0' ? NULL : known_place(&w->known, p->parent);

	if (region == NULL) {
		work_found(w, FOUND_REFUSED, p->line, p->name,
		    arena_format(
		        w->each, "Regionen %s kendes ikke. Ret koden i listen.", p->region),
		    0);
		return true;
	}
	if (w->region != 0 &&
	    (region->id != w->region || (there != NULL && there->region != w->region))) {
		work_found(w, FOUND_REFUSED, p->line, p->name,
		    arena_format(w->each,
		        "Stedet hører til %s. Det sekretariat eller projektlederen indlæser det.",
		        region->id != w->region ? region->name
		                                : known_region_name(&w->known, there->region)),
		    0);
		return true;
	}
	if (*p->parent != '\0' && above == NULL)
		return false;
	now = place_of(w, p, above, region->id);
	if (there == NULL)
		place_new(w, p, &now);
	else
		place_change(w, p, there, &now);
	return true;
}

void
places_take(struct work *w, const struct intake_place *p, size_t n)
{
	bool *done = arena_array(w->keep, n, sizeof *done), moved;
	struct work_mark m;

	do {
		moved = false;
		for (size_t i = 0; i < n; i++) {
			if (done[i] || !work_row(w))
				continue;
			work_mark(w, &m);
			done[i] = take_one(w, &p[i]);
			if (work_was_refused(w, &m,
			        arena_format(w->each, "%s (linje %u)", p[i].name, p[i].line)))
				take_back(w, &p[i]);
			moved = moved || done[i];
		}
	} while (moved && db_failed(w->db) == DB_ONE);
	for (size_t i = 0; i < n && work_row(w); i++)
		if (!done[i])
			work_found(w, FOUND_REFUSED, p[i].line, p[i].name,
			    arena_format(w->each,
			        "Stedet skal være del af %s, som ikke kendes. Ret koden i listen.",
			        p[i].parent),
			    0);
}
