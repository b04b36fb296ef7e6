/* SPDX-License-Identifier: MPL-2.0
 *
 * What a doctor's courses of training ask for, held against what the doctor has.  The statements that
 * read it ask the view reach, as the doctor too.
 */
#include "courses.h"

#include <string.h>

#include "gate.h"
#include "permission.h"
#include "queries/course_list.h"
#include "reply.h"
#include "role.h"
#include "training_words.h"

/* What was read, and where its pages lie. */
struct reading {
	struct db *db;
	struct arena *arena;
	const struct subject *who;
	const struct course_places *places;
	struct course_needs *needs;
	struct course_states *states;
	struct course_equals *equals;
	size_t nneeds, nstates, nequals;
	bool *used; /* of the states: it stands in a row */
};

static bool
read_all(struct reading *r, uint32_t doctor)
{
	struct db *db = r->db;

	if (course_needs(db, r->who, doctor, &r->needs, &r->nneeds) != DB_ONE ||
	    course_states(db, r->who, doctor, &r->states, &r->nstates) != DB_ONE ||
	    course_equals(db, subject_today(r->who), &r->equals, &r->nequals) != DB_ONE)
		return false;
	r->used = arena_array(r->arena, r->nstates, sizeof *r->used);
	return true;
}

static size_t
state_index(const struct reading *r, uint32_t course)
{
	size_t i = 0;

	while (i < r->nstates && r->states[i].course != course)
		i++;
	return i;
}

static bool
is_done(const struct reading *r, uint32_t course)
{
	size_t i = state_index(r, course);

	return i < r->nstates &&
	    course_is_done(course_state_of(r->states[i].status, r->states[i].kind));
}

/* The course that counts as that one and is done, or else one that has come some way; n for none
 * (R-KUR-01). */
static size_t
equal_index(const struct reading *r, uint32_t course)
{
	size_t found = r->nstates;

	for (size_t i = 0; i < r->nequals; i++) {
		size_t s = state_index(r, r->equals[i].course);

		if (r->equals[i].counts_as != course || s == r->nstates)
			continue;
		if (found == r->nstates || is_done(r, r->equals[i].course))
			found = s;
	}
	return found;
}

/* The latest step, as far as there is one. */
static void
fill_state(const struct reading *r, const struct course_states *s, struct course_line *l)
{
	struct arena *a = r->arena;

	l->state = course_state_of(s->status, s->kind);
	l->record = s->record;
	l->of = s->course;
	l->on = moment_day(s->at);
	l->by = s->by_name;
	l->role = role_title(role_of_word(s->as_role));
	l->role_brief = role_short(role_of_word(s->as_role));
	l->place = s->place;
	l->run = s->run;
	l->words = s->words;
	l->has_absent = s->has_absent;
	l->absent = s->absent;
	l->held_on = s->held_on;
	l->file = s->has_file ? s->file : 0;
	l->file_name = s->file_name;
	l->file_pages = s->has_file_pages ? s->file_pages : 0;
	l->reset_reason = s->reset_reason;
	l->was_reset = s->was_reset;
	if (s->struck_by != NULL)
		l->struck =
		    arena_format(a, "Godkendt %s af %s, %s", day_text(a, moment_day(s->struck_at)),
		        s->struck_by, role_title(role_of_word(s->struck_role)));
}

static void
finish(struct course_line *l)
{
	l->title = course_state_title(l->state);
	l->mark = course_mark(l->state);
}

static bool
needed_is_done(const struct reading *r, const char *code)
{
	for (size_t i = 0; code != NULL && i < r->nneeds; i++)
		if (strcmp(r->needs[i].code, code) == 0) {
			size_t e = equal_index(r, r->needs[i].course);

			return is_done(r, r->needs[i].course) ||
			    (e < r->nstates && is_done(r, r->states[e].course));
		}
	return true;
}

static const char *
name_of(const struct reading *r, const char *code)
{
	for (size_t i = 0; code != NULL && i < r->nneeds; i++)
		if (strcmp(r->needs[i].code, code) == 0)
			return r->needs[i].name;
	return code;
}

static struct course_line
line_of_need(const struct reading *r, const struct course_needs *n)
{
	size_t own = state_index(r, n->course), other = equal_index(r, n->course);
	struct day today = subject_today(r->who);
	struct course_line l = { .course = n->course,
		.at = url_below(r->arena, r->places->list, n->course),
		.code = n->code,
		.name = n->name,
		.stage = n->stage,
		.kind = n->kind,
		.required = n->required,
		.regional = n->regional,
		.days = n->has_days ? n->days : 0,
		.hours = n->has_hours ? n->hours : 0,
		.basis_from = course_basis_from(n->stage, n->until) };

	if (own < r->nstates && (other == r->nstates || is_done(r, n->course))) {
		fill_state(r, &r->states[own], &l);
		r->used[own] = true;
	} else if (other < r->nstates &&
	    (own == r->nstates || is_done(r, r->states[other].course))) {
		fill_state(r, &r->states[other], &l);
		l.by_way_of = r->states[other].name;
		r->used[other] = true;
	} else if (own < r->nstates) {
		fill_state(r, &r->states[own], &l);
		r->used[own] = true;
	}
	finish(&l);
	l.due = day_add(
	    course_due(n->has_within ? n->within : 0, n->specialty, n->since, n->until), -1);
	if (course_is_done(l.state))
		return l;
	l.late = n->required && day_compare(l.due, today) < 0;
	if (strcmp(n->stage, "HU") == 0)
		l.nwarnings = course_warnings(n->has_last_part ? n->last_part : 0, n->until,
		    name_of(r, n->needs), needed_is_done(r, n->needs), today, l.warnings);
	return l;
}

static struct course_line
line_of_state(const struct reading *r, const struct course_states *s)
{
	struct course_line l = { .course = s->course,
		.at = url_below(r->arena, r->places->list, s->course),
		.code = s->code,
		.name = s->name,
		.stage = "",
		.kind = s->course_kind };

	fill_state(r, s, &l);
	finish(&l);
	return l;
}

/* --- groups --------------------------------------------------------------------------------- */

enum { SPECIALTY_GROUP = 3, REGIONAL_GROUP, OTHER_GROUP, GROUPS };

static size_t
group_of(const struct course_line *l)
{
	if (l->regional)
		return REGIONAL_GROUP;
	if (strcmp(l->kind, "GENERAL") != 0)
		return SPECIALTY_GROUP;
	return strcmp(l->stage, "KBU") == 0 ? 0 : strcmp(l->stage, "INTRO") == 0 ? 1 : 2;
}

static void
count(struct course_list *v, struct course_group *g, const struct course_line *l)
{
	bool done = course_is_done(l->state);

	if (strcmp(l->kind, "SERIES") == 0)
		v->has_series = true;
	else if (l->required && g != NULL && group_of(l) == SPECIALTY_GROUP) {
		v->parts++;
		v->parts_done += done;
	}
	v->waiting += l->state == COURSE_CLAIMED;
	v->late += l->late;
	if (!l->required)
		return;
	v->required++;
	v->done += done;
	g->required++;
	g->done += done;
}

static bool
series_is_approved(const struct course_line *lines, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(lines[i].kind, "SERIES") == 0 && course_is_done(lines[i].state))
			return true;
	return false;
}

/* A part that came after the overall approval asks nothing more; one that was reset does (R-KUR-25). */
static void
cover(struct course_line *l)
{
	if (group_of(l) != SPECIALTY_GROUP || course_is_done(l->state) || l->was_reset)
		return;
	l->covered = true;
	l->required = l->late = false;
}

static void
group_lines(
    struct course_list *v, struct arena *a, struct course_line *lines, size_t n, size_t nneeds)
{
	static const char *const headings[GROUPS][2] = {
		{ "Generelle kurser, klinisk basisuddannelse (KBU)", "kbu" },
		{ "Generelle kurser, introduktionsuddannelse", "intro" },
		{ "Generelle kurser, hoveduddannelse", "hu" },
		{ "Specialespecifikke kurser", "speciale" },
		{ "Regionens egne kurser", "region" },
		{ "Andre kurser", "andre" },
	};
	struct course_group *groups = arena_array(a, GROUPS, sizeof *groups);
	struct course_line *rows = arena_array(a, n, sizeof *rows);
	bool approved = series_is_approved(lines, nneeds);

	for (size_t i = 0; i < nneeds && approved; i++)
		cover(&lines[i]);
	v->rows = rows;
	for (size_t g = 0; g < GROUPS; g++) {
		struct course_group *group = &groups[v->ngroups];

		*group =
		    (struct course_group){ headings[g][0], headings[g][1], &rows[v->n], 0, 0, 0 };
		for (size_t i = 0; i < n; i++) {
			if ((i < nneeds ? group_of(&lines[i]) : OTHER_GROUP) != g)
				continue;
			rows[v->n++] = lines[i];
			group->n++;
			count(v, i < nneeds ? group : NULL, &lines[i]);
		}
		v->ngroups += group->n > 0;
	}
	v->groups = groups;
	v->series = series_state_of(approved, v->parts, v->parts_done, v->parts - v->parts_done);
}

const struct course_list *
course_list_read(
    struct db *db, const struct subject *who, uint32_t doctor, const struct course_places *places)
{
	struct arena *a = db_arena(db);
	struct reading r = { .db = db, .arena = a, .who = who, .places = places };
	struct course_list *v = arena_take(a, sizeof *v);
	struct course_line *lines;
	size_t n = 0;

	*v = (struct course_list){ 0 };
	if (!read_all(&r, doctor))
		return NULL;
	lines = arena_array(a, r.nneeds + r.nstates, sizeof *lines);
	for (size_t i = 0; i < r.nneeds; i++)
		lines[n++] = line_of_need(&r, &r.needs[i]);
	for (size_t i = 0; i < r.nstates; i++)
		if (!r.used[i])
			lines[n++] = line_of_state(&r, &r.states[i]);
	group_lines(v, a, lines, n, r.nneeds);
	v->may_print = places->print.text != NULL &&
	    (permission_has(PRINT_OWN, subject_role(who)) ||
	        permission_has(PRINT_OTHERS, subject_role(who)));
	if (v->may_print) {
		v->pdf = url_local(a, arena_format(a, "%s.pdf", places->print.text));
		v->xlsx = url_local(a, arena_format(a, "%s.xlsx", places->print.text));
		v->json = url_local(a, arena_format(a, "%s.json", places->print.text));
	}
	return v;
}

const struct course_list *
course_list_of(struct request *req, const struct subject *who, uint32_t doctor,
    const struct course_places *places)
{
	return course_list_read(req->db, who, doctor, places);
}

const struct course_line *
course_line_of(const struct course_list *v, uint32_t course)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->rows[i].course == course)
			return &v->rows[i];
	return NULL;
}

/* --- the story of one ----------------------------------------------------------------------- */

static struct course_step
step_of(
    struct arena *a, const struct course_story *r, bool struck, const struct course_places *places)
{
	enum course_state state = course_state_of(r->status, r->kind);
	const char *words = r->reset_reason != NULL ? r->reset_reason : r->words;

	return (struct course_step){
		.title = strcmp(r->status, "WITHDRAWN") == 0 ? "Kursusbevis trukket tilbage"
		    : state == COURSE_CLAIMED                ? "Kursusbevis sendt"
		                                             : course_state_title(state),
		.mark = strcmp(r->status, "WITHDRAWN") == 0 ? "undone" : course_mark(state),
		.at = r->at,
		.by = r->by_name,
		.role = role_title(role_of_word(r->as_role)),
		.place = r->place,
		.own = r->own,
		.struck = struck,
		.run = r->run,
		.has_absent = r->has_absent,
		.absent = r->absent,
		.held_on = r->held_on,
		.words = markup_of_lines(a, words),
		.has_words = words != NULL,
		.file_name = r->file_name,
		.file_pages = r->has_file_pages ? r->file_pages : 0,
		.file = r->has_file ? url_below(a, places->files, r->file) : url_local(a, "/"),
	};
}

const struct course_story_view *
course_story_of(struct request *req, const struct subject *who, uint32_t doctor, uint32_t course,
    const struct course_places *places)
{
	struct course_story_view *v = arena_take(req->arena, sizeof *v);
	struct course_story *rows = NULL;
	struct course_step *steps;

	*v = (struct course_story_view){ 0 };
	if (course_story(req->db, who, doctor, course, &rows, &v->n) != DB_ONE)
		return NULL;
	steps = arena_array(req->arena, v->n, sizeof *steps);
	for (size_t i = 0; i < v->n; i++)
		steps[i] = step_of(req->arena, &rows[i],
		    i > 0 && strcmp(rows[i - 1].status, "RESET") == 0, places);
	v->steps = steps;
	return v;
}

bool
certificate_file_answer(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct certificate_content row = { 0 };

	if (certificate_content(req->db, who, doctor, path_u32(req, "file"), &row) != DB_ONE) {
		answer_not_found(req, who);
		return false;
	}
	reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
	return true;
}
