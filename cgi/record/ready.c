/* SPDX-License-Identifier: MPL-2.0 */
#include "ready.h"

#include <string.h>

#include "attestation_rule.h"
#include "employment_list.h"
#include "queries/ready.h"
#include "research_rule.h"

static const char *const stages[SENDING_KINDS] = {
	[SENDING_PRACTICE] = "KBU", [SENDING_SPECIALIST] = "HU"
};

enum { DISTANT_MONTHS = 12 };

/* --- which training --------------------------------------------------------------------- */

/* Of that stage, the latest that has begun; else the next.  It stands for all that are one training with it. */
static const struct ready_courses *
course_of(const struct ready_courses *rows, size_t n, enum sending_kind kind, struct day today)
{
	const struct ready_courses *found = NULL;

	for (size_t i = 0; i < n; i++) {
		if (strcmp(rows[i].stage, stages[kind]) != 0)
			continue;
		found = &rows[i];
		if (day_compare(found->begins, today) <= 0)
			break;
	}
	return found;
}

static bool
is_within_reach(struct db *db, const struct subject *who, uint32_t doctor)
{
	struct ready_reach reach = { 0 };

	return doctor != 0 &&
	    (subject_is_own(who, doctor) || ready_reach(db, who, doctor, &reach) == DB_ONE);
}

/* The kind of the latest training first. */
static size_t
kinds_of(const struct ready_courses *rows, size_t n, enum sending_kind kinds[SENDING_KINDS])
{
	bool seen[SENDING_KINDS] = { false };
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		const enum sending_kind k =
		    strcmp(rows[i].stage, "KBU") == 0 ? SENDING_PRACTICE : SENDING_SPECIALIST;

		if (!seen[k])
			kinds[found++] = k;
		seen[k] = true;
	}
	return found;
}

/* --- facts ------------------------------------------------------------------------------ */

static struct ready_element
element_of(const struct ready_elements *e)
{
	return (struct ready_element){ .place = e->place,
		.since = e->since,
		.until = e->until,
		.timed = e->timed,
		.premature = e->timed &&
		    attestation_is_premature(
		        attestation_signed_on(e->paper_signed, e->at), e->until),
		.placeholder = e->placeholder,
		.before = e->earlier };
}

/* The training ends with its course, or with an element that was moved beyond it. */
static bool
fill_elements(struct db *db, uint32_t doctor, struct ready *r)
{
	struct ready_elements *rows;
	struct ready_element *elements;

	if (ready_elements(db, doctor, r->course, r->before, &rows, &r->facts.nelements) != DB_ONE)
		return false;
	elements = arena_array(db_arena(db), r->facts.nelements, sizeof *elements);
	for (size_t i = 0; i < r->facts.nelements; i++) {
		elements[i] = element_of(&rows[i]);
		if (!elements[i].before && day_compare(elements[i].until, r->facts.until) > 0)
			r->facts.until = elements[i].until;
	}
	r->facts.elements = elements;
	return true;
}

static bool
fill_goals(struct db *db, uint32_t doctor, struct ready *r)
{
	struct ready_goals g = { 0 };

	if (ready_goals(db, doctor, r->course, r->before, &g) != DB_ONE)
		return false;
	r->facts.goals = (size_t)g.goals;
	r->facts.goals_met = (size_t)g.met;
	r->facts.earlier = (size_t)g.earlier;
	r->facts.earlier_met = (size_t)g.earlier_met;
	r->waiting = g.waiting;
	return true;
}

static bool
fill_courses(struct db *db, uint32_t doctor, struct ready *r)
{
	struct ready_things *rows;
	struct ready_thing *courses;
	size_t n;

	if (ready_things(db, doctor, r->course, r->before, r->facts.today, &rows, &n) != DB_ONE)
		return false;
	courses = arena_array(db_arena(db), n, sizeof *courses);
	for (size_t i = 0; i < n; i++)
		if (rows[i].series)
			r->facts.series = rows[i].there && !rows[i].broken;
		else
			courses[r->facts.ncourses++] =
			    (struct ready_thing){ rows[i].name, rows[i].there };
	r->facts.courses = courses;
	return true;
}

/* The overall attestation, and every part that it stands on. */
static bool
fill_research(struct db *db, uint32_t doctor, struct ready *r)
{
	struct ready_parts *rows;
	struct research_progress *parts;
	bool overall = false;
	size_t n;

	if (ready_parts(db, doctor, r->course, &rows, &n) != DB_ONE)
		return false;
	parts = arena_array(db_arena(db), n, sizeof *parts);
	for (size_t i = 0; i < n; i++) {
		parts[i] = (struct research_progress){ research_kind_of(rows[i].kind),
			research_state_of(rows[i].status, rows[i].basis), rows[i].days };
		overall = overall ||
		    (parts[i].kind == RESEARCH_OVERALL && research_is_done(parts[i].state));
	}
	r->facts.research = overall && research_overall_holds(parts, n);
	return true;
}

static bool
fill_papers(struct db *db, uint32_t doctor, const struct employment_list *list, struct ready *r)
{
	struct ready_papers p = { 0 };

	if (ready_papers(db, doctor, r->course, sending_word(r->kind), &p) != DB_ONE)
		return false;
	r->facts.agreement = p.agreement;
	r->facts.supplements = (size_t)p.supplements;
	r->facts.supplements_there =
	    (size_t)(p.supplements_there < p.supplements ? p.supplements_there : p.supplements);
	r->facts.unverified = (size_t)p.unverified;
	r->facts.sent = p.sent;
	r->facts.under_way = p.under_way;
	r->facts.employment = list->is_current;
	r->facts.gaps = list->ngaps;
	return true;
}

/* --- what the rules say ----------------------------------------------------------------- */

static void
judge(struct ready *r)
{
	readiness(&r->facts, r->lines);
	for (enum ready_rule i = 0; i < READY_RULES; i++) {
		r->asked += r->lines[i].state != READY_NOT_ASKED;
		r->missing += r->lines[i].state == READY_MISSING;
	}
	r->complete = readiness_is_complete(r->lines);
	r->from = readiness_from(&r->facts, r->lines);
}

/* --- of one, and of all -------------------------------------------------------------------- */

/* What every kind is read with: asked for once. */
struct reading {
	struct db *db;
	uint32_t doctor;
	struct day today;
	struct ready_courses *courses;
	size_t n;
	const struct employment_list *employment;
};

static bool
begin(struct reading *g)
{
	return ready_courses(g->db, g->doctor, &g->courses, &g->n) == DB_ONE && g->n > 0;
}

/* The same of every kind, so asked for with the first. */
static bool
read_employment(struct reading *g)
{
	if (g->employment == NULL)
		g->employment = employment_list_of(g->db, g->doctor, g->today);
	return g->employment != NULL;
}

/* Which training it is of; NULL for none of that kind. */
static struct ready *
ready_begun(const struct reading *g, enum sending_kind kind)
{
	struct ready *r = arena_take(db_arena(g->db), sizeof *r);
	const struct ready_courses *course = course_of(g->courses, g->n, kind, g->today);

	if (course == NULL)
		return NULL;
	*r = (struct ready){ .kind = kind,
		.name = course->name,
		.specialty = kind == SENDING_SPECIALIST ? course->specialty : NULL,
		.course = course->course,
		.before = course->has_before ? course->before : 0,
		.since = course->since,
		.until = course->until,
		.facts = { .kind = kind, .today = g->today, .until = course->until } };
	return r;
}

/* The rest of what was begun; NULL for nothing begun. */
static const struct ready *
ready_whole(struct reading *g, struct ready *r)
{
	if (r == NULL || !read_employment(g) || !fill_elements(g->db, g->doctor, r) ||
	    !fill_goals(g->db, g->doctor, r) || !fill_courses(g->db, g->doctor, r) ||
	    !fill_papers(g->db, g->doctor, g->employment, r) ||
	    (r->kind == SENDING_SPECIALIST && !fill_research(g->db, g->doctor, r)))
		return NULL;
	judge(r);
	return r;
}

const struct ready *
ready_to_send(struct db *db, uint32_t doctor, enum sending_kind kind, struct day today)
{
	struct reading g = { .db = db, .doctor = doctor, .today = today };

	return begin(&g) ? ready_whole(&g, ready_begun(&g, kind)) : NULL;
}

const struct ready *
ready_of(struct db *db, const struct subject *who, uint32_t doctor, enum sending_kind kind,
    struct day today)
{
	return is_within_reach(db, who, doctor) ? ready_to_send(db, doctor, kind, today) : NULL;
}

const struct ready *
ready_latest(struct db *db, const struct subject *who, uint32_t doctor, struct day today)
{
	struct reading g = { .db = db, .doctor = doctor, .today = today };
	enum sending_kind kinds[SENDING_KINDS];
	struct ready *r;

	if (!is_within_reach(db, who, doctor) || !begin(&g))
		return NULL;
	kinds_of(g.courses, g.n, kinds);
	if ((r = ready_begun(&g, kinds[0])) == NULL)
		return NULL;
	r->from = readiness_earliest(r->kind, r->until);
	r->distant = day_compare(today, day_add_months(r->from, -DISTANT_MONTHS)) < 0;
	return r->distant ? r : ready_whole(&g, r);
}

size_t
ready_all(struct db *db, const struct subject *who, uint32_t doctor, struct day today,
    const struct ready *all[SENDING_KINDS])
{
	struct reading g = { .db = db, .doctor = doctor, .today = today };
	enum sending_kind kinds[SENDING_KINDS];
	size_t n = 0, nkinds;

	if (!is_within_reach(db, who, doctor) || !begin(&g))
		return 0;
	nkinds = kinds_of(g.courses, g.n, kinds);
	for (size_t i = 0; i < nkinds; i++) {
		all[n] = ready_whole(&g, ready_begun(&g, kinds[i]));
		n += all[n] != NULL;
	}
	return n;
}

/* --- reminders -------------------------------------------------------------------------- */

/* A time that is asked for, is not attested, and may be. */
static bool
a_time_is_due(const struct ready_facts *f, bool before)
{
	for (size_t i = 0; i < f->nelements; i++) {
		const struct ready_element *e = &f->elements[i];

		if (e->before == before && !e->timed && !readiness_may_come_later(f, e) &&
		    day_compare(f->today, attestation_earliest(e->until)) >= 0)
			return true;
	}
	return false;
}

bool
ready_may_remind(const struct ready *r, enum ready_rule rule)
{
	const struct ready_line *l = &r->lines[rule];

	if (l->state != READY_MISSING || l->who == ROLE_UL || l->who == ROLE_NONE)
		return false;
	if (rule == READY_GOALS)
		return r->waiting > 0;
	if (rule == READY_TIMES || rule == READY_EARLIER_TIMES)
		return a_time_is_due(&r->facts, rule == READY_EARLIER_TIMES);
	return true;
}
