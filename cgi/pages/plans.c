/* SPDX-License-Identifier: MPL-2.0 */
#include "plans.h"

#include <stdlib.h>
#include <string.h>

#include "role.h"

/* --- where each element stands -------------------------------------------------------------- */

static const char *
stage_title(const char *stage)
{
	if (stage_is_kbu(stage))
		return "KBU";
	if (strcmp(stage, "INTRO") == 0)
		return "Introduktionsuddannelse";
	return strcmp(stage, "HU") == 0 ? "Hoveduddannelse" : "Evalueringsansættelse";
}

static void
fill_talks(struct training_place *p, const struct plan_elements *e, struct day today)
{
	p->held = (uint32_t)e->held;
	p->needed = talks_needed(e->since, e->until);
	p->final_held = e->final_held;
	p->next_on = e->has_next_talk ? e->next_on : (struct day){ 0 };
	if (p->held < p->needed && !p->final_held) {
		p->talk_due = talk_due(stage_is_kbu(e->stage), e->since, e->until, p->held);
		p->talk_late = day_compare(p->talk_due, today) < 0;
	}
}

static struct training_place
place_of(const struct plan_elements *e, struct day today)
{
	struct training_place p = {
		.element = e->element,
		.place = e->place,
		.stage = stage_title(e->stage),
		.since = e->since,
		.last = day_add(e->until, -1),
		.coming = day_compare(today, e->since) < 0,
		.over = day_compare(today, e->until) >= 0,
		.main_supervisor = e->main_live ? e->main_name : NULL,
		.state = plan_state_of(e->status),
		.due = plan_due(stage_is_kbu(e->stage), e->since),
	};

	p.plan = plan_title(p.state);
	p.mark = plan_mark(p.state);
	p.has_sent = p.state != PLAN_NONE;
	if (p.has_sent) {
		p.sent_at = e->sent_at;
		p.stale = plan_is_stale(moment_day(e->sent_at), e->last_held);
	}
	p.late = !p.has_sent && day_compare(p.due, today) < 0;
	fill_talks(&p, e, today);
	return p;
}

const struct training_place *
training_places_of(struct request *req, const struct subject *who, uint32_t doctor, size_t *n)
{
	struct plan_elements *rows = NULL;
	struct training_place *places;

	*n = 0;
	if (plan_elements(req->db, who, doctor, &rows, n) != DB_ONE)
		*n = 0;
	places = arena_array(req->arena, *n, sizeof *places);
	for (size_t i = 0; i < *n; i++)
		places[i] = place_of(&rows[i], req->today);
	return places;
}

const struct training_place *
training_place_asked_for(
    struct request *req, const struct form *form, const struct training_place *places, size_t n)
{
	uint32_t id =
	    form != NULL ? form_u32(form, "delforloeb", 0) : query_u32(req, "delforloeb", 0);

	for (size_t i = 0; i < n; i++)
		if (id != 0 ? places[i].element == id : !places[i].coming)
			return &places[i];
	return id == 0 && n > 0 ? &places[0] : NULL;
}

/* --- the versions of a plan ------------------------------------------------------------------- */

struct url
talk_file_url(struct arena *a, const struct subject *who, uint32_t doctor, uint32_t file)
{
	return subject_role(who) == ROLE_UL
	    ? url_of(a, "/logbog/planbilag/%u", file)
	    : url_of(a, "/vejleder/laeger/%u/planbilag/%u", doctor, file);
}

static void
fill_sections(struct arena *a, const struct plan_steps *s, struct plan_version *v)
{
	const struct {
		const char *heading, *text;
	} all[] = {
		{ "Mål for ansættelsen", s->goals },
		{ "Hvordan de nås", s->means },
		{ "Aftaler", s->agreements },
		{ "Kurser", s->courses },
		{ "Næste skridt", s->next_steps },
	};
	struct plan_section *sections = arena_array(a, sizeof all / sizeof *all, sizeof *sections);

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].text != NULL && all[i].text[0] != '\0')
			sections[v->nsections++] = (struct plan_section){ all[i].heading,
				markup_of_lines(a, all[i].text) };
	v->sections = sections;
}

static void
fill_goals(struct request *req, const struct reached *doctor, const struct plan_steps *s,
    struct plan_version *v)
{
	struct plan_goal *goals =
	    arena_array(req->arena, strlen(s->competencies) / 2 + 1, sizeof *goals);
	char *at = arena_string(req->arena, s->competencies), *rest = NULL;

	for (char *word = strtok_r(at, " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest)) {
		const struct curriculum_list *list;
		const struct goal *g =
		    goal_asked_for(req, doctor, (uint32_t)strtoul(word, NULL, 10), &list);

		if (g != NULL)
			goals[v->ngoals++] = (struct plan_goal){ g->number, g->title };
	}
	v->goals = goals;
}

static void
fill_answer(struct arena *a, const struct plan_steps *rows, size_t n, const struct plan_steps *sent,
    struct plan_version *v)
{
	for (size_t i = 0; i < n; i++) {
		if (!rows[i].has_answers || rows[i].answers != sent->id)
			continue;
		v->state = plan_state_of(rows[i].status);
		v->answer =
		    arena_format(a, "%s af %s, %s, %s.", plan_title(v->state), rows[i].by_name,
		        role_title(role_of_word(rows[i].as_role)), moment_text(a, rows[i].at));
		v->has_words = rows[i].words != NULL;
		v->words = markup_of_lines(a, rows[i].words);
	}
}

/* How many versions of that element were sent up to that step. */
static uint32_t
number_of(const struct plan_steps *rows, size_t n, const struct plan_steps *sent)
{
	uint32_t number = 0;

	for (size_t i = 0; i < n; i++)
		number += rows[i].element == sent->element && !rows[i].has_answers &&
		    rows[i].step <= sent->step;
	return number;
}

const struct plan_version *
plan_versions_of(struct request *req, const struct subject *who, const struct reached *doctor,
    uint32_t element, size_t *n)
{
	struct plan_steps *rows = NULL;
	struct plan_version *versions;
	size_t nrows = 0;
	uint32_t before = 0;

	*n = 0;
	if (plan_steps(req->db, who, doctor->doctor, element, &rows, &nrows) != DB_ONE)
		nrows = 0;
	versions = arena_array(req->arena, nrows, sizeof *versions);
	for (size_t i = 0; i < nrows; i++) {
		struct plan_version *v;

		if (rows[i].has_answers)
			continue;
		v = &versions[(*n)++];
		*v = (struct plan_version){ .id = rows[i].id,
			.element = rows[i].element,
			.number = number_of(rows, nrows, &rows[i]),
			.place = rows[i].place,
			.at = rows[i].at,
			.state = PLAN_SENT,
			.latest = rows[i].element != before };
		before = rows[i].element;
		fill_sections(req->arena, &rows[i], v);
		fill_goals(req, doctor, &rows[i], v);
		fill_answer(req->arena, rows, nrows, &rows[i], v);
		v->title = plan_title(v->state);
		v->mark = plan_mark(v->state);
		if (rows[i].has_file) {
			v->file_name = rows[i].file_name;
			v->file_pages = rows[i].file_pages;
			v->file = talk_file_url(req->arena, who, doctor->doctor, rows[i].file);
		}
	}
	return versions;
}
