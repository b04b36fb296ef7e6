/* SPDX-License-Identifier: MPL-2.0
 *
 * What is next for the doctor, from everything that the logbook holds; the time, and each employment.
 */
#include "front.h"

#include <stdlib.h>

#include "attestations.h"
#include "courses.h"
#include "ready_shown.h"
#include "research.h"
#include "training.h"
#include "training_words.h"

enum { COURSES_TOLD = 4 };

static const char you[] = "Du", department[] = "UAO eller tutorlæge",
                  secretariat[] = "Sekretariatet",
                  provider[] = "UAO, tutorlæge eller kursusudbyder",
                  supervisor[] = "Forskningsvejleder";

void
gather_add(struct gather *g, struct url at, const char *what, const char *who, enum next_kind kind,
    struct day on)
{
	if (g->n < g->most)
		g->rows[g->n++] = (struct next_row){ at, what, who,
			next_when(g->req->arena, kind, on, g->req->today), kind, on,
			next_is_late(kind, on, g->req->today) };
}

static void
sort(struct gather *g)
{
	for (size_t i = 1; i < g->n; i++) {
		struct next_row row = g->rows[i];
		size_t k = i;

		for (; k > 0 &&
		     next_compare(row.kind, row.on, g->rows[k - 1].kind, g->rows[k - 1].on,
		         g->req->today) < 0;
		     k--)
			g->rows[k] = g->rows[k - 1];
		g->rows[k] = row;
	}
}

/* --- competencies ----------------------------------------------------------------------- */

static void
add_goals(struct gather *g, const struct competency_list *const *lists, size_t n)
{
	struct arena *a = g->req->arena;

	for (size_t i = 0; i < n; i++) {
		const struct competency_list *l = lists[i];

		if (l->open_now > 0)
			gather_add(g, l->see_now,
			    arena_format(a, "%u %s, der forventes i denne ansættelse, mangler",
			        l->open_now, l->open_now == 1 ? "kompetence" : "kompetencer"),
			    you, day_is_none(l->now_until) ? NEXT_SOME : NEXT_BY, l->now_until);
		if (l->open_before > 0)
			gather_add(g, l->see_before,
			    arena_format(a, "%u %s fra tidligere ansættelser mangler",
			        l->open_before, l->open_before == 1 ? "kompetence" : "kompetencer"),
			    you, NEXT_SOME, (struct day){ 0 });
	}
}

/* --- attestations ----------------------------------------------------------------------- */

/* Nothing for one that stands, or whose time has not come so far that anything can be said. */
static void
add_attestation(struct gather *g, const struct attest_element *e, const struct attest_line *l)
{
	struct arena *a = g->req->arena;
	struct url at = url_local(a, "/logbog/attestationer");
	const char *what = arena_format(a, "%s, %s", l->heading, e->place);
	bool over = day_compare(g->req->today, e->row->until) >= 0;
	struct day earliest = attestation_earliest(e->row->until);

	if (l->stands)
		return;
	if (l->state == ATTESTATION_REQUESTED || l->state == ATTESTATION_PAPER)
		gather_add(g, at, arena_format(a, "%s: venter på svar", what), department, NEXT_BY,
		    e->until);
	else if (l->state == ATTESTATION_RETURNED && l->bar == NULL)
		gather_add(g, at, arena_format(a, "%s: returneret, ret og anmod igen", what), you,
		    NEXT_BY, e->until);
	else if (l->bar == NULL)
		gather_add(
		    g, at, arena_format(a, "%s: anmod om den", what), you, NEXT_BY, e->until);
	else if (l->kind == attest_kind_name(ATTEST_TIME) &&
	    day_compare(g->req->today, earliest) < 0)
		gather_add(
		    g, at, arena_format(a, "%s: anmod om den", what), you, NEXT_FROM, earliest);
	else if (over)
		gather_add(g, at, arena_format(a, "%s: %s", what, l->bar), you, NEXT_BY, e->until);
}

static void
add_attestations(struct gather *g, const struct attest_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct attest_element *e = &list->elements[i];

		if (e->row->gone || day_compare(g->req->today, e->since) < 0)
			continue;
		for (enum attest_kind k = 0; k < ATTEST_KINDS; k++)
			add_attestation(g, e, &e->lines[k]);
	}
}

/* --- courses and research --------------------------------------------------------------- */

static void
add_course(struct gather *g, const struct course_line *c)
{
	struct arena *a = g->req->arena;
	enum next_kind kind = day_is_none(c->due) ? NEXT_SOME : NEXT_BY;

	if (c->state == COURSE_CLAIMED)
		gather_add(g, c->at, arena_format(a, "Kursusbevis, %s: venter på svar", c->name),
		    provider, kind, c->due);
	else if (c->state == COURSE_REFUSED)
		gather_add(g, c->at, arena_format(a, "Kursusbevis, %s: ikke godkendt", c->name),
		    you, kind, c->due);
	else
		gather_add(
		    g, c->at, arena_format(a, "Kursus, %s: mangler", c->name), you, kind, c->due);
}

/* Does the licence wait for it, and has it not come? */
static bool
is_open(const struct course_line *c)
{
	return c->required && !c->covered && !course_is_done(c->state);
}

/* Those due first; how many more there are. */
static uint32_t
add_courses(struct gather *g, const struct course_list *list)
{
	struct gather all = { g->req, arena_array(g->req->arena, list->n, sizeof *all.rows), 0,
		list->n };

	for (size_t i = 0; i < list->n; i++)
		if (is_open(&list->rows[i]))
			add_course(&all, &list->rows[i]);
	sort(&all);
	for (size_t i = 0; i < all.n; i++)
		if ((i < COURSES_TOLD || all.rows[i].late) && g->n < g->most)
			g->rows[g->n++] = all.rows[i];
		else
			return (uint32_t)(all.n - i);
	return 0;
}

static void
add_research(struct gather *g, const struct research_view *v)
{
	struct arena *a = g->req->arena;
	struct url at = url_local(a, "/logbog/forskningstraening");
	uint32_t missing = 0, asked = 0;

	for (size_t i = 0; i < v->n; i++) {
		missing += !research_is_done(v->lines[i].state);
		asked += v->lines[i].state == RESEARCH_REQUESTED;
	}
	if (asked > 0)
		gather_add(g, at,
		    arena_format(a, "Forskningstræning: %u %s venter på svar", asked,
		        asked == 1 ? "del" : "dele"),
		    supervisor, NEXT_BY, v->until);
	if (missing > asked)
		gather_add(g, at,
		    arena_format(a, "Forskningstræning: %u af %u dele mangler", missing - asked,
		        (uint32_t)v->n),
		    you, NEXT_BY, v->until);
}

/* --- time ------------------------------------------------------------------------------- */

static const char *
absence_words(struct arena *a, const struct absence_standing *s)
{
	return arena_format(a, "%d af højst %d dage", (int)s->counted, (int)s->limit);
}

static void
add_absence(struct gather *g, const struct training *t)
{
	struct arena *a = g->req->arena;

	for (size_t c = 0; c < t->n; c++)
		for (size_t i = 0; i < t->courses[c].n; i++) {
			const struct training_element *e = &t->courses[c].elements[i];
			const struct absence_standing *s = &e->standing;

			if (!e->sees || e->state == ELEMENT_CANCELLED ||
			    e->state == ELEMENT_REPLACED)
				continue;
			if (s->missing > 0)
				gather_add(g,
				    url_of(a, "/logbog/uddannelsesforloeb/%u/fravaer", e->row->id),
				    arena_format(a, "Fravær, %s: %d dage skal indhentes",
				        e->row->place, (int)s->missing),
				    secretariat, NEXT_SOME, (struct day){ 0 });
			else if (e->state == ELEMENT_CURRENT &&
			    next_absence_is_near(s->counted, s->limit))
				gather_add(g,
				    url_of(a, "/logbog/uddannelsesforloeb/%u/fravaer", e->row->id),
				    arena_format(a, "Fravær, %s: %s er brugt", e->row->place,
				        absence_words(a, s)),
				    you, NEXT_BY, day_add(e->row->until, -1));
		}
}

/* Of the whole training that the course is of: the time of its rows, an interruption between them not counted. */
static struct next_time
time_of(const struct training *t, const struct time_courses *row, struct day today)
{
	struct next_time all = { 0 };

	for (size_t c = 0; c < t->n; c++) {
		const struct time_courses *r = t->courses[c].row;
		struct next_time own;

		if (!training_is_one(r, row))
			continue;
		own = next_time(r->since, r->until, today);
		all.gone += own.gone;
		all.all += own.all;
	}
	return all;
}

static void
fill_times(struct request *req, const struct training *t, struct front_more *v)
{
	struct arena *a = req->arena;
	struct front_time *times = arena_array(a, t->n, sizeof *times);

	for (size_t c = 0; c < t->n; c++) {
		const struct time_courses *row = t->courses[c].row;

		if (!day_is_none(row->cancelled) || day_compare(req->today, row->since) < 0 ||
		    day_compare(req->today, row->until) >= 0)
			continue;
		times[v->ntimes].title = attest_stage(a, row->stage, row->specialty_name);
		times[v->ntimes].time = time_of(t, row, req->today);
		times[v->ntimes].words = next_time_words(a, times[v->ntimes].time);
		v->ntimes++;
	}
	v->times = times;
}

/* The last day of the training that is begun last, or of the next; none where there is no course. */
static struct day
last_day(const struct training *t, struct day today)
{
	const struct training_course *now = NULL;

	for (size_t c = 0; t != NULL && c < t->n; c++) {
		const struct training_course *x = &t->courses[c];

		if (day_is_none(x->row->cancelled) &&
		    (now == NULL || day_compare(x->row->since, today) <= 0))
			now = x;
	}
	return now == NULL ? (struct day){ 0 } : day_add(training_until(t, now), -1);
}

static struct front_element
element_of(struct request *req, const struct training *t, const struct attest_element *e)
{
	struct arena *a = req->arena;
	const struct training_element *x = training_element(t, e->row->element, NULL);
	const struct attest_line *time = &e->lines[ATTEST_TIME], *goals = &e->lines[ATTEST_GOALS];
	struct front_element f = { .place = e->place,
		.since = e->since,
		.last = e->until,
		.time = next_time(e->row->since, e->row->until, req->today),
		.due = e->due,
		.reached = e->reached,
		.attest_time = time->title,
		.attest_time_mark = time->mark,
		.attest_goals = goals->title,
		.attest_goals_mark = goals->mark,
		.absence_at = url_of(a, "/logbog/uddannelsesforloeb/%u/fravaer", e->row->element) };

	f.time_words = next_time_words(a, f.time);
	if (x == NULL)
		return f;
	f.state = element_state_title(x->state);
	if (x->sees && x->state != ELEMENT_PLANNED) {
		f.absence = absence_words(a, &x->standing);
		f.absence_near = next_absence_is_near(x->standing.counted, x->standing.limit);
	}
	return f;
}

static void
fill_elements(struct request *req, const struct training *t, const struct attest_list *list,
    struct front_more *v)
{
	struct front_element *rows = arena_array(req->arena, list->n, sizeof *rows);

	for (size_t i = 0; i < list->n; i++)
		if (!list->elements[i].row->gone)
			rows[v->nelements++] = element_of(req, t, &list->elements[i]);
	v->elements = rows;
}

/* --- documentation ---------------------------------------------------------------------- */

/* Of the latest training after which there is something to send. */
static void
fill_ready(struct request *req, const struct subject *who, struct front_more *v)
{
	const struct ready *r = ready_latest(req->db, who, subject_id(who), req->today);

	v->ready_at = url_local(req->arena, "/logbog/dokumentation");
	if (r != NULL)
		v->ready = ready_brief(req->arena, r);
}

/* --- all of it -------------------------------------------------------------------------- */

const struct front_more *
front_more_of(struct request *req, const struct subject *who,
    const struct competency_list *const *lists, size_t n)
{
	struct arena *a = req->arena;
	const struct attest_places scans = { url_local(a, "/logbog/attestationer/fil"),
		PRINTS_NONE };
	const struct course_places at = { url_local(a, "/logbog/kurser"),
		url_local(a, "/udskrift/kurser"), url_local(a, "/logbog/kursusbevis") };
	const struct research_places parts = { url_local(a, "/logbog/forskningstraening/del"),
		url_local(a, "/logbog/forskningstraening/fil") };
	const struct training *t = training_of(req->db, who, subject_id(who));
	const struct course_list *courses = course_list_of(req, who, subject_id(who), &at);
	const struct research_view *research = research_view_of(req, who, subject_id(who), &parts);
	struct front_more *v = arena_take(a, sizeof *v);
	const struct front_plans plans = front_plans_of(req, who);
	struct attest_list attestations;
	struct gather g = { .req = req };

	*v = (struct front_more){ .courses = at.list,
		.attestations = url_local(a, "/logbog/attestationer"),
		.training = url_local(a, "/logbog/uddannelsesforloeb"),
		.last = last_day(t, req->today) };
	if (!attestations_of(req, who, subject_id(who), 0, t, &scans, &attestations))
		return v;
	g.most = 2 * n + 3 * attestations.n + (courses == NULL ? 0 : courses->n) + 2 +
	    FRONT_PLANS * plans.nplaces + plans.ntalks;
	g.rows = arena_array(a, g.most, sizeof *g.rows);
	add_goals(&g, lists, n);
	add_attestations(&g, &attestations);
	add_plans(&g, &plans);
	if (courses != NULL)
		v->courses_left = add_courses(&g, courses);
	if (research != NULL)
		add_research(&g, research);
	if (t != NULL) {
		add_absence(&g, t);
		fill_times(req, t, v);
	}
	sort(&g);
	fill_elements(req, t, &attestations, v);
	fill_ready(req, who, v);
	v->next = g.rows;
	v->nnext = g.n;
	return v;
}
