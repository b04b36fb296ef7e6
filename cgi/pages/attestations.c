/* SPDX-License-Identifier: MPL-2.0 */
#include "attestations.h"

#include <string.h>

#include "approval.h"
#include "catalogue.h"
#include "role.h"
#include "training_words.h"

static const struct {
	const char *word, *name, *title;
} kinds[ATTEST_KINDS] = {
	[ATTEST_TIME] = { "TIME", "tid", "Attestation for tid" },
	[ATTEST_GOALS] = { "GOALS", "maal", "Attestation for læringsmål" },
};

const char *
attest_kind_word(enum attest_kind k)
{
	return kinds[k].word;
}

const char *
attest_kind_name(enum attest_kind k)
{
	return kinds[k].name;
}

const char *
attest_kind_title(enum attest_kind k)
{
	return kinds[k].title;
}

enum attest_kind
attest_kind_of(const char *name)
{
	enum attest_kind k = 0;

	while (k < ATTEST_KINDS && strcmp(kinds[k].name, name) != 0)
		k++;
	return k;
}

const char *
attest_stage(struct arena *a, const char *stage, const char *specialty)
{
	return specialty == NULL ? stage_title(stage)
	                         : arena_format(a, "%s, %s", stage_title(stage), specialty);
}

/* The class of a state in the style sheet. */
static const char *
mark_of(enum attestation_state s)
{
	static const char *const marks[ATTESTATION_STATES] = {
		[ATTESTATION_NONE] = "",
		[ATTESTATION_REQUESTED] = "asked",
		[ATTESTATION_PAPER] = "asked",
		[ATTESTATION_WITHDRAWN] = "",
		[ATTESTATION_RETURNED] = "back",
		[ATTESTATION_EXCEPTION] = "asked",
		[ATTESTATION_SIGNED] = "ok",
		[ATTESTATION_VERIFIED] = "ok",
		[ATTESTATION_RESET] = "undone",
	};

	return marks[s];
}

const char *
attest_bar_sentence(struct arena *a, enum attestation_bar bar, struct day until,
    const struct absence_standing *s, int64_t due, int64_t reached)
{
	switch (bar) {
	case BAR_NONE:
		return NULL;
	case BAR_TOO_EARLY:
		return arena_format(a, "Kan tidligst attesteres %s, i ansættelsens sidste måned.",
		    day_text(a, attestation_earliest(until)));
	case BAR_ABSENCE:
		return arena_format(a,
		    "Fraværet er %d dage og over grænsen på %d. %d dage mangler at blive indhentet: en "
		    "tillægsaftale skal forlænge, eller sekretariatet skal give en undtagelse.",
		    (int)s->counted, (int)s->limit, (int)s->missing);
	case BAR_NO_GOALS:
		return "Ingen kompetencer hører til ansættelsen endnu. De kommer med, når lægen har "
		       "anmodet om dem her.";
	case BAR_GOALS:
		return arena_format(a,
		    "%lld af %lld kompetencer, der hører til ansættelsen, mangler at blive godkendt.",
		    (long long)(due - reached), (long long)due);
	}
	return NULL;
}

/* --- what is read ----------------------------------------------------------------------- */

struct read {
	struct request *req;
	uint32_t doctor;
	const struct attest_places *places;
	const struct training *training;
	struct attest_due *due;
	struct attest_story *story;
	size_t ndue, nstory;
};

static bool
is_step_of(const struct attest_story *s, uint32_t element, enum attest_kind k)
{
	return s->element == element && strcmp(s->kind, kinds[k].word) == 0;
}

static struct attest_step
step_of(const struct read *r, const struct attest_story *s, bool struck)
{
	struct arena *a = r->req->arena;
	enum attestation_state state = attestation_state_of(s->status, s->basis);
	struct attest_step step = {
		.title = attestation_title(state),
		.mark = struck ? "undone" : mark_of(state),
		.struck = struck,
		.at = s->at,
		.by = s->by_name,
		.role = role_title(role_of_word(s->as_role)),
		.place = s->place,
		.words = markup_of_lines(a, s->words),
		.has_words = s->words != NULL,
	};

	if (s->has_paper && r->places->papers.text != NULL) {
		step.paper_name = s->paper_name;
		step.paper_pages = s->has_paper_pages ? s->paper_pages : 0;
		step.paper = url_below(a, r->places->papers, s->paper);
	}
	return step;
}

/* The latest first: what was signed stands below its reset. */
static void
fill_steps(const struct read *r, uint32_t element, enum attest_kind k, struct attest_line *line)
{
	struct attest_step *steps = arena_array(r->req->arena, r->nstory, sizeof *steps);
	bool struck = false;

	for (size_t i = 0; i < r->nstory; i++) {
		const struct attest_story *s = &r->story[i];
		enum attestation_state state = attestation_state_of(s->status, s->basis);

		if (!is_step_of(s, element, k))
			continue;
		steps[line->nsteps++] = step_of(r, s, struck && attestation_stands(state));
		if (attestation_stands(state))
			struck = false;
		if (state == ATTESTATION_RESET)
			struck = true;
	}
	line->steps = steps;
}

/* A list that is not read for now (the database is down) leaves the goal without its words. */
static struct attest_goal
goal_of(const struct read *r, const struct attest_due *d, enum approval_state state)
{
	const struct curriculum_list *list = catalogue_list(r->req->db, d->curriculum);
	const struct goal *g = list == NULL ? NULL : catalogue_goal(list, d->competency);

	return g == NULL ? (struct attest_goal){ "", "", approval_title(state) }
	                 : (struct attest_goal){ g->number, g->title, approval_title(state) };
}

/* How many belong to the element, and those of them that are missing. */
static void
fill_due(const struct read *r, struct attest_element *e)
{
	struct attest_line *line = &e->lines[ATTEST_GOALS];
	struct attest_goal *goals = arena_array(r->req->arena, r->ndue, sizeof *goals);

	for (size_t i = 0; i < r->ndue; i++) {
		const struct attest_due *d = &r->due[i];
		enum approval_state state = approval_state_of(d->status, "ORDINARY");

		if (d->element != e->row->element)
			continue;
		e->due++;
		if (state == APPROVAL_APPROVED)
			e->reached++;
		else
			goals[line->nmissing++] = goal_of(r, d, state);
	}
	line->missing = goals;
}

/* The days of the latest exception that was not reset since. */
static int32_t
excepted(const struct read *r, uint32_t element)
{
	for (size_t i = 0; i < r->nstory; i++) {
		const struct attest_story *s = &r->story[i];

		if (!is_step_of(s, element, ATTEST_TIME))
			continue;
		if (strcmp(s->status, "RESET") == 0)
			return 0;
		if (strcmp(s->status, "EXCEPTION") == 0)
			return (int32_t)s->absence_days;
	}
	return 0;
}

/* --- the two lines ---------------------------------------------------------------------- */

static void
fill_line(const struct read *r, uint32_t id, bool has, enum attest_kind k, struct attest_line *line)
{
	struct arena *a = r->req->arena;

	line->heading = kinds[k].title;
	line->kind = kinds[k].name;
	line->title = attestation_title(line->state);
	line->mark = mark_of(line->state);
	line->stands = attestation_stands(line->state);
	line->may_print = has && line->stands && r->places->prints != PRINTS_NONE;
	if (line->may_print)
		line->print = r->places->prints == PRINTS_OWN
		    ? url_of(a, "/udskrift/attestation/%u.pdf", id)
		    : url_of(a, "/udskrift/%u/attestation/%u.pdf", r->doctor, id);
	line->has_reason = line->has_reason && line->state == ATTESTATION_RETURNED;
}

static void
fill_time(const struct read *r, const struct attest_elements *e, struct attest_line *line)
{
	const struct training_element *t = training_element(r->training, e->element, NULL);
	struct absence_standing standing = { 0 };
	enum attestation_bar bar;

	if (t != NULL)
		standing = t->standing;
	line->state = attestation_state_of(e->time_status, e->time_basis);
	line->by = e->time_by;
	line->role = e->time_as == NULL ? NULL : role_title(role_of_word(e->time_as));
	line->on = moment_day(e->time_at);
	line->reason = markup_of_lines(r->req->arena, e->time_words);
	line->has_reason = e->time_words != NULL;
	fill_line(r, e->time_id, e->has_time_id, ATTEST_TIME, line);
	line->premature = line->stands &&
	    attestation_is_premature(attestation_signed_on(e->time_paper_on, e->time_at), e->until);
	if (e->time_changed)
		line->changed =
		    "Fravær er registreret eller taget ud, efter at tiden blev attesteret.";
	if (line->stands)
		return;
	bar = attestation_time_bar(
	    r->req->today, e->until, standing.counted, standing.missing, excepted(r, e->element));
	line->bar = attest_bar_sentence(r->req->arena, bar, e->until, &standing, 0, 0);
}

static void
fill_goals(const struct read *r, struct attest_element *v)
{
	const struct absence_standing none = { 0 };
	const struct attest_elements *e = v->row;
	struct attest_line *line = &v->lines[ATTEST_GOALS];

	line->state = attestation_state_of(e->goals_status, "ORDINARY");
	line->by = e->goals_by;
	line->role = e->goals_as == NULL ? NULL : role_title(role_of_word(e->goals_as));
	line->on = moment_day(e->goals_at);
	line->reason = markup_of_lines(r->req->arena, e->goals_words);
	line->has_reason = e->goals_words != NULL;
	fill_line(r, e->goals_id, e->has_goals_id, ATTEST_GOALS, line);
	if (e->goals_changed)
		line->changed =
		    "En kompetence, som attestationen bygger på, er nulstillet bagefter.";
	fill_due(r, v);
	if (line->stands)
		line->nmissing = 0;
	else
		line->bar = attest_bar_sentence(r->req->arena,
		    attestation_goals_bar(v->due, v->reached), e->until, &none, v->due, v->reached);
}

static struct attest_element
element_of(const struct read *r, const struct attest_elements *e)
{
	struct attest_element v = {
		.row = e,
		.place = e->place,
		.stage = attest_stage(r->req->arena, e->stage, e->specialty),
		.since = e->since,
		.until = day_add(e->until, -1),
	};

	fill_time(r, e, &v.lines[ATTEST_TIME]);
	fill_goals(r, &v);
	for (enum attest_kind k = 0; k < ATTEST_KINDS; k++)
		fill_steps(r, e->element, k, &v.lines[k]);
	return v;
}

bool
attestations_of(struct request *req, const struct subject *who, uint32_t doctor, uint32_t element,
    const struct training *training, const struct attest_places *places, struct attest_list *list)
{
	struct read r = { .req = req, .doctor = doctor, .places = places, .training = training };
	struct attest_elements *rows;
	struct attest_element *elements;

	*list = (struct attest_list){ 0 };
	if (attest_elements(req->db, who, doctor, element, &rows, &list->n) != DB_ONE ||
	    attest_due(req->db, who, doctor, element, &r.due, &r.ndue) != DB_ONE ||
	    attest_story(req->db, who, doctor, element, &r.story, &r.nstory) != DB_ONE)
		return false;
	elements = arena_array(req->arena, list->n, sizeof *elements);
	for (size_t i = 0; i < list->n; i++)
		elements[i] = element_of(&r, &rows[i]);
	list->elements = elements;
	return true;
}
