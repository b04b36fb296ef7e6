/* SPDX-License-Identifier: MPL-2.0
 *
 * Once a day: how every doctor of today stands, for the secretariats' overview.  Those who read see the
 * figures of yesterday until all of today's are there.
 */
#include "absence_rows.h"
#include "clock.h"
#include "engine.h"
#include "queries/overview_clock.h"
#include "trouble_rule.h"

static struct day
asked_on(const struct overview_facts *r, enum attestation_state time, enum attestation_state goals)
{
	struct day a = { 0 }, b = { 0 };

	if (time == ATTESTATION_REQUESTED)
		a = moment_day(r->time_at);
	if (goals == ATTESTATION_REQUESTED)
		b = moment_day(r->goals_at);
	return day_is_none(a) || (!day_is_none(b) && day_compare(b, a) < 0) ? b : a;
}

static const char *
lines_of(struct arena *a, const struct plight_row *rows, size_t n)
{
	const char *words = "";

	for (size_t i = 0; i < n; i++)
		words =
		    i == 0 ? rows[i].sentence : arena_format(a, "%s\n%s", words, rows[i].sentence);
	return words;
}

/* All that says how absence stands anywhere. */
struct absences {
	const struct absence_row *rows;
	size_t n;
};

static bool
read_absences(struct engine *e, struct absences *all)
{
	struct overview_absences *found = NULL;
	struct absence_row *rows;

	if (overview_absences(e->db, e->today, &found, &all->n) != DB_ONE)
		return false;
	rows = arena_array(db_arena(e->db), all->n, sizeof *rows);
	for (size_t i = 0; i < all->n; i++)
		rows[i] = (struct absence_row){ found[i].element,
			absence_row_kind_of(found[i].what), found[i].id, found[i].type,
			found[i].counts, found[i].since, found[i].until, found[i].was_since,
			found[i].was_until, (int)found[i].was_fraction, (int)found[i].fraction };
	all->rows = rows;
	return true;
}

/* Doubt is not among them: it is between the doctor and the department (talk_reach). */
static void
put(struct engine *e, const struct overview_facts *r, const struct absences *absences)
{
	struct arena *a = db_arena(e->db);
	const enum attestation_state time = attestation_state_of(r->time_status, r->time_basis),
	                             goals = attestation_state_of(r->goals_status, "ORDINARY");
	const struct plight_facts facts = { .since = r->since,
		.until = r->until,
		.course_since = r->course_since,
		.course_until = r->course_until,
		.goals = r->goals,
		.approved = r->approved,
		.waiting = r->waiting,
		.oldest = moment_day(r->oldest),
		.attests = true,
		.time = time,
		.attest_goals = goals,
		.asked = asked_on(r, time, goals),
		.tells_main = true,
		.has_main = r->has_main,
		.sees_absence = true,
		.absence = absence_standing_of(
		    a, absences->rows, absences->n, r->element, r->since, r->until) };
	size_t n;
	const struct plight_row *rows = plights_of(a, &facts, e->today, &n);

	overview_put(e->db, r->element, r->doctor, r->region,
	    r->has_specialty ? &r->specialty : NULL, r->stage, r->org_unit,
	    day_compare(e->today, r->until) < 0, r->goals, r->approved, r->waiting,
	    n == 0 ? 0 : rows[0].weight, lines_of(a, rows, n), e->now);
}

void
overview_count(struct engine *e, struct day after)
{
	struct overview_facts *rows = NULL;
	struct absences absences;
	size_t n = 0;

	(void)after;
	if (overview_facts(e->db, e->today, &rows, &n) != DB_ONE || !read_absences(e, &absences))
		return;
	overview_empty(e->db);
	for (size_t i = 0; i < n; i++)
		put(e, &rows[i], &absences);
}
