/* SPDX-License-Identifier: MPL-2.0 */
#include "intake_rule.h"

#include <string.h>

/* The first day of the first element; none where there is no element. */
static struct day
start_of(const struct intake_course *c)
{
	return c->n > 0 ? c->elements[0].since : (struct day){ 0 };
}

static struct day
first_of_month(struct day d)
{
	if (!day_is_none(d))
		d.dom = 1;
	return d;
}

static struct day
first_of_next_month(struct day d)
{
	return day_add_months(first_of_month(d), 1);
}

/* The look of the 1st takes what it sees that night. */
static struct day
first_from(struct day seen)
{
	return seen.dom == 1 ? seen : first_of_next_month(seen);
}

static struct day
kbu_due(struct day start, struct day first_seen)
{
	struct day first = first_of_month(start);

	if (day_is_none(start))
		return first_from(first_seen);
	if (start.month >= 8 && start.month <= 10)
		return (struct day){ start.year, 5, 1 };
	if (start.month >= 2 && start.month <= 4)
		return (struct day){ (int16_t)(start.year - 1), 11, 1 };
	return day_compare(first, first_seen) < 0 ? first_from(first_seen) : first;
}

struct day
intake_due(const struct intake_course *c, struct day first_seen)
{
	if (strcmp(c->stage, "KBU") == 0)
		return kbu_due(start_of(c), first_seen);
	if (strcmp(c->stage, "INTRO") == 0 || day_is_none(c->closed))
		return first_from(first_seen);
	return first_of_next_month(c->closed);
}

struct day
intake_shown_from(const struct intake_course *c, struct day due)
{
	return strcmp(c->stage, "KBU") == 0 || c->n == 0 ? due : start_of(c);
}

struct day
intake_access_due(const struct intake_course *c, struct day today)
{
	struct day start = start_of(c);

	return day_compare(start, today) < 0 ? today : start;
}

/* --- which list binds ------------------------------------------------------------------------ */

/* The day of the basis, or of the next that is known, in the order in which they come to be:
 * filled, advertised, employed, begun, and round again. */
static struct day
day_of(const struct intake_course *c, enum curriculum_basis basis)
{
	const struct day days[] = { c->filled, c->advertised, c->employed, start_of(c) };
	size_t first = 0;

	switch (basis) {
	case CURRICULUM_BESAT:
		first = 0;
		break;
	case CURRICULUM_OPSLAAET:
		first = 1;
		break;
	case CURRICULUM_ANSAT:
		first = 2;
		break;
	case CURRICULUM_PAABEGYNDT:
		first = 3;
		break;
	}
	for (size_t i = 0; i < 4; i++)
		if (!day_is_none(days[(first + i) % 4]))
			return days[(first + i) % 4];
	return (struct day){ 0 };
}

uint32_t
list_that_binds(
    const struct list_offered *list, size_t n, const struct intake_course *c, struct day *day)
{
	const struct list_offered *best = NULL;

	*day = (struct day){ 0 };
	for (size_t i = 0; i < n; i++) {
		struct day held = day_of(c, list[i].basis);

		if (day_is_none(held) || day_compare(held, list[i].cutoff) < 0)
			continue;
		if (best != NULL && day_compare(list[i].cutoff, best->cutoff) <= 0)
			continue;
		best = &list[i];
		*day = held;
	}
	return best == NULL ? 0 : best->id;
}
