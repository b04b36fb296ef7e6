/* SPDX-License-Identifier: MPL-2.0 */
#include "research.h"

#include "gate.h"
#include "reply.h"
#include "role.h"

static const char *
mark_of(enum research_state s)
{
	switch (s) {
	case RESEARCH_NONE:
		return "none";
	case RESEARCH_REQUESTED:
		return "asked";
	case RESEARCH_WITHDRAWN:
		return "undone";
	case RESEARCH_RETURNED:
	case RESEARCH_RESET:
		return "back";
	case RESEARCH_APPROVED:
		return "ok";
	case RESEARCH_OTHER_BASIS:
	case RESEARCH_DISPENSED:
		return "merit";
	}
	return "none";
}

static const char *
half_text(struct arena *a, uint32_t half_days)
{
	return arena_format(a, half_days % 2 == 0 ? "%u" : "%u,5", half_days / 2);
}

const char *
research_days_text(struct arena *a, uint32_t half_days)
{
	return arena_format(a, "%s %s", half_text(a, half_days), half_days == 2 ? "dag" : "dage");
}

const char *
research_ground_text(struct arena *a, const char *ground, bool filed, const char *case_no)
{
	const char *title = research_ground_title(ground);

	if (title == NULL)
		return NULL;
	if (filed)
		title = arena_format(a, "%s, journaliseret i sekretariatet", title);
	return case_no == NULL ? title : arena_format(a, "%s, sagsnr. %s", title, case_no);
}

/* --- parts ------------------------------------------------------------------------------ */

static struct research_line
line_of(struct arena *a, const struct research_parts *p, const struct research_places *places)
{
	enum research_state state = research_state_of(p->status, p->basis);
	bool answered =
	    p->has_research && state != RESEARCH_REQUESTED && state != RESEARCH_WITHDRAWN;

	return (struct research_line){
		.id = p->part,
		.research = p->has_research ? p->research : 0,
		.step = p->has_step ? p->step : 0,
		.given_by = p->has_given_by ? p->given_by : 0,
		.title = p->title,
		.hint = p->hint,
		.kind = research_kind_of(p->kind),
		.state = state,
		.state_title = research_state_title(state),
		.mark = mark_of(state),
		.at = p->at,
		.by = answered ? p->by_name : NULL,
		.role = answered ? role_title(role_of_word(p->as_role)) : NULL,
		.place = p->place,
		.ground = research_ground_text(a, p->ground, p->has_filed && p->filed, p->case_no),
		.days = p->days,
		.to = places->parts.text == NULL ? (struct url){ "#" }
		                                 : url_below(a, places->parts, p->part),
		.has_to = places->parts.text != NULL,
	};
}

static bool
fill_lines(struct request *req, const struct subject *who, const struct research_places *places,
    struct research_view *v)
{
	struct research_parts *rows;
	struct research_line *lines;
	struct research_progress *progress;

	if (research_parts(req->db, who, v->doctor, v->list, &rows, &v->n) != DB_ONE)
		return false;
	lines = arena_array(req->arena, v->n, sizeof *lines);
	progress = arena_array(req->arena, v->n, sizeof *progress);
	for (size_t i = 0; i < v->n; i++) {
		lines[i] = line_of(req->arena, &rows[i], places);
		progress[i] =
		    (struct research_progress){ lines[i].kind, lines[i].state, lines[i].days };
	}
	v->lines = lines;
	v->progress = progress;
	return true;
}

const struct research_line *
research_line_of(const struct research_view *v, uint32_t part)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->lines[i].id == part)
			return &v->lines[i];
	return NULL;
}

/* --- courses, supervisors --------------------------------------------------------------- */

static bool
fill_courses(struct request *req, const struct subject *who, const struct research_places *places,
    struct research_view *v)
{
	struct research_courses *rows;
	struct research_course_line *lines;

	if (research_courses(req->db, who, v->doctor, &rows, &v->ncourses) != DB_ONE)
		return false;
	lines = arena_array(req->arena, v->ncourses, sizeof *lines);
	for (size_t i = 0; i < v->ncourses; i++) {
		lines[i] = (struct research_course_line){ rows[i].id, rows[i].name,
			research_days_text(req->arena, rows[i].half_days), rows[i].held_on,
			rows[i].certificate_name,
			url_below(req->arena, places->files, rows[i].certificate) };
		v->listed += rows[i].half_days;
	}
	v->courses = lines;
	return true;
}

static bool
fill_supervisors(struct request *req, const struct subject *who, struct research_view *v)
{
	static const struct day open = { 9999, 12, 31 };
	struct research_supervisors *rows;
	struct research_supervisor_line *lines;

	if (research_supervisors(req->db, who, v->doctor, &rows, &v->nsupervisors) != DB_ONE)
		return false;
	lines = arena_array(req->arena, v->nsupervisors, sizeof *lines);
	for (size_t i = 0; i < v->nsupervisors; i++) {
		bool is_open = day_compare(rows[i].until, open) >= 0;

		lines[i] = (struct research_supervisor_line){ rows[i].id, rows[i].name,
			rows[i].by_name, rows[i].place, rows[i].since,
			is_open ? (struct day){ 0 } : day_add(rows[i].until, -1), rows[i].live,
			rows[i].later };
		v->has_supervisor = v->has_supervisor || rows[i].live;
	}
	v->supervisors = lines;
	return true;
}

/* --- warnings --------------------------------------------------------------------------- */

static struct day
earlier(struct day a, struct day b)
{
	return day_is_none(a) || (!day_is_none(b) && day_compare(b, a) < 0) ? b : a;
}

/* Theory begins and ends with the courses listed; research training begins with the first of
 * anything. */
static struct research_times
times_of(const struct research_view *v)
{
	struct research_times t = { .training_since = v->since,
		.training_until = day_add(v->until, 1) };

	for (size_t i = 0; i < v->ncourses; i++) {
		struct day on = v->courses[i].held_on;

		t.theory_first = earlier(t.theory_first, on);
		t.theory_last = day_is_none(t.theory_last) || day_compare(on, t.theory_last) > 0
		    ? on
		    : t.theory_last;
	}
	t.begun = t.theory_first;
	for (size_t i = 0; i < v->n; i++) {
		if (v->lines[i].research == 0)
			continue;
		t.begun = earlier(t.begun, moment_day(v->lines[i].at));
		if (v->lines[i].kind == RESEARCH_OVERALL && research_is_done(v->lines[i].state))
			t.finished = moment_day(v->lines[i].at);
	}
	return t;
}

static void
fill_warnings(struct request *req, struct research_view *v)
{
	struct research_times times = times_of(v);
	unsigned warnings = research_warnings(&times, req->today);
	const char **said = arena_array(req->arena, 3, sizeof *said);

	for (unsigned w = RESEARCH_BEGUN_LATE; w <= RESEARCH_THEORY_LONG; w *= 2)
		if (warnings & w)
			said[v->nwarnings++] = research_warning_sentence((enum research_warning)w);
	v->warnings = said;
}

/* --- all of it -------------------------------------------------------------------------- */

const struct research_view *
research_view_of(struct request *req, const struct subject *who, uint32_t doctor,
    const struct research_places *places)
{
	struct research_training t = { 0 };
	struct research_view *v = arena_take(req->arena, sizeof *v);

	if (doctor == 0 || research_training(req->db, who, doctor, &t) != DB_ONE)
		return NULL;
	*v = (struct research_view){ .doctor = doctor,
		.list = t.list,
		.name = t.name,
		.region = t.region_name,
		.specialty = t.specialty,
		.title = t.title,
		.born = t.born,
		.since = t.since,
		.until = day_add(t.until, -1) };
	if (!fill_lines(req, who, places, v) || !fill_courses(req, who, places, v) ||
	    !fill_supervisors(req, who, v))
		return NULL;
	v->counted = arena_format(req->arena, "%s af %u dage",
	    half_text(req->arena, research_half_days(v->progress, v->n, v->listed)),
	    research_theory_days(v->progress, v->n));
	for (size_t i = 0; i < v->n; i++)
		v->overall_fell = v->overall_fell ||
		    (v->lines[i].kind == RESEARCH_OVERALL && research_is_done(v->lines[i].state) &&
		        !research_overall_holds(v->progress, v->n));
	fill_warnings(req, v);
	return v;
}

/* --- the story of one part -------------------------------------------------------------- */

static struct research_step
step_of(struct arena *a, const struct research_story *s, const struct research_places *places)
{
	enum research_state state = research_state_of(s->status, s->basis);
	struct research_step step = {
		.title = research_state_title(state),
		.mark = mark_of(state),
		.struck = s->struck_by != NULL,
		.struck_by = s->struck_by,
		.struck_at = s->struck_at,
		.struck_why = markup_of_lines(a, s->struck_why),
		.at = s->at,
		.by = s->by_name,
		.role = role_title(role_of_word(s->as_role)),
		.place = s->place,
		.own = state == RESEARCH_REQUESTED || state == RESEARCH_WITHDRAWN,
		.project = s->project,
		.venue = s->venue,
		.days = s->has_half_days ? research_days_text(a, s->half_days) : NULL,
		.ground = research_ground_text(a, s->ground, s->has_filed && s->filed, s->case_no),
		.held_on = s->held_on,
		.words = markup_of_lines(a, s->words),
		.has_words = s->words != NULL,
		.courses = markup_of_lines(a, s->courses),
		.has_courses = s->courses != NULL,
	};

	if (s->has_file) {
		step.file_name = s->file_name;
		step.file = url_below(a, places->files, s->file);
	}
	return step;
}

struct research_story_view
research_story_of(struct request *req, const struct subject *who, uint32_t doctor,
    const struct research_line *line, const struct research_places *places)
{
	struct research_story_view v = { .line = line };
	struct research_step *steps;
	struct research_story *rows;

	if (research_story(req->db, who, doctor, line->id, &rows, &v.n) != DB_ONE)
		return v;
	steps = arena_array(req->arena, v.n, sizeof *steps);
	for (size_t i = 0; i < v.n; i++)
		steps[v.n - 1 - i] = step_of(req->arena, &rows[i], places);
	v.steps = steps;
	return v;
}

void
research_file_answer(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct research_file row = { 0 };

	if (research_file(req->db, who, doctor, path_u32(req, "file"), &row) == DB_ONE)
		reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
	else
		answer_not_found(req, who);
}
