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
void
doctor_say_diff(struct doctor *d, const struct diff *diff)
{
	if (diff->said.len > 0)
		doctor_say(d, "%s", diff->said.at);
	d->changed = d->changed || diff->any;
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
	doctor_say_diff(d, &diff);
}
