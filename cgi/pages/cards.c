/* SPDX-License-Identifier: MPL-2.0 */
#include "cards.h"

#include "queries/card.h"
#include "role.h"

static const char *
card_mark(enum card_state s)
{
	static const char *const marks[CARD_STATES] = {
		[CARD_NONE] = "none",
		[CARD_STARTED] = "none",
		[CARD_SENT] = "asked",
		[CARD_WITHDRAWN] = "undone",
		[CARD_RETURNED] = "back",
		[CARD_APPROVED] = "ok",
	};

	return marks[s];
}

static struct card_row
row_of(struct arena *a, const struct cards_of_doctor *r, struct url cards)
{
	enum card_state state = card_state_of(r->status);
	struct card_row row = { .code = r->code,
		.title = r->title,
		.number = r->number,
		.state = card_title(state),
		.mark = card_mark(state),
		.topic = r->topic,
		.on = r->assessed_on,
		.by = r->by_name,
		.role = role_short(role_of_word(r->as_role)),
		.place = r->place,
		.linked = cards.text != NULL };

	if (row.linked)
		row.at = url_below(a, cards, r->sheet);
	return row;
}

static const struct card_row *
rows_of(struct arena *a, const struct cards_of_doctor *rows, size_t n, struct url cards)
{
	struct card_row *out = arena_array(a, n, sizeof *out);

	for (size_t i = 0; i < n; i++)
		out[i] = row_of(a, &rows[i], cards);
	return out;
}

const struct card_row *
card_rows_of(
    struct request *req, const struct subject *who, uint32_t doctor, struct url cards, size_t *n)
{
	struct cards_of_doctor *rows;

	if (cards_of_doctor(req->db, who, doctor, &rows, n) != DB_ONE)
		*n = 0;
	return rows_of(req->arena, rows, *n, cards);
}

/* --- what a goal needs ---------------------------------------------------------------------- */

static bool
fill_wants(struct request *req, const struct subject *who, uint32_t doctor, uint32_t competency,
    struct card_goal_view *v)
{
	struct arena *a = req->arena;
	struct card_needs *rows;
	struct want_row *out;
	struct card_want *wants;

	if (card_needs(req->db, who, doctor, competency, &rows, &v->nwants) != DB_ONE)
		return false;
	out = arena_array(a, v->nwants, sizeof *out);
	wants = arena_array(a, v->nwants, sizeof *wants);
	for (size_t i = 0; i < v->nwants; i++) {
		wants[i] = (struct card_want){ rows[i].method, rows[i].target, rows[i].have,
			rows[i].instead };
		out[i] = (struct want_row){ rows[i].method, rows[i].target, rows[i].have,
			rows[i].has_per_year ? rows[i].per_year : 0, rows[i].this_year,
			rows[i].by_card, card_want_is_met(&wants[i]), rows[i].instead };
	}
	v->wants = out;
	v->missing = card_missing(a, wants, v->nwants);
	return v->nwants > 0;
}

static void
fill_entries(struct request *req, const struct subject *who, uint32_t doctor, uint32_t competency,
    struct card_goal_view *v)
{
	struct card_entries *rows;
	struct entry_row *out;

	if (card_entries(req->db, who, doctor, competency, &rows, &v->nentries) != DB_ONE)
		v->nentries = 0;
	out = arena_array(req->arena, v->nentries, sizeof *out);
	for (size_t i = 0; i < v->nentries; i++)
		out[i] = (struct entry_row){ rows[i].id, rows[i].done_on, rows[i].number,
			rows[i].method, rows[i].words };
	v->entries = out;
}

static void
fill_starts(struct request *req, uint32_t competency, struct url begin, struct card_goal_view *v)
{
	struct card_templates_of_goal *rows;
	struct card_start *out;

	if (begin.text == NULL ||
	    card_templates_of_goal(req->db, competency, &rows, &v->nstarts) != DB_ONE) {
		v->nstarts = 0;
		return;
	}
	out = arena_array(req->arena, v->nstarts, sizeof *out);
	for (size_t i = 0; i < v->nstarts; i++) {
		struct url at = url_below(req->arena, begin, rows[i].id);

		if (!rows[i].whole)
			at = url_with(req->arena, at, "kompetence",
			    arena_format(req->arena, "%u", competency));
		out[i] = (struct card_start){ at, rows[i].code, rows[i].title };
	}
	v->starts = out;
}

const struct card_goal_view *
card_goal_view_of(struct request *req, const struct subject *who, uint32_t doctor,
    uint32_t competency, struct url cards, struct url begin)
{
	struct card_goal_view *v = arena_take(req->arena, sizeof *v);
	struct cards_of_doctor *rows;

	if (!fill_wants(req, who, doctor, competency, v))
		return v;
	if (cards_of_goal(req->db, who, doctor, competency, &rows, &v->ncards) != DB_ONE)
		v->ncards = 0;
	v->cards = rows_of(req->arena, rows, v->ncards, cards);
	fill_entries(req, who, doctor, competency, v);
	fill_starts(req, competency, begin, v);
	return v;
}

/* --- one card ------------------------------------------------------------------------------- */

static bool
is_own(enum card_state s)
{
	return s == CARD_STARTED || s == CARD_SENT || s == CARD_WITHDRAWN;
}

static const char *
goals_of(struct request *req, uint32_t template, uint32_t competency)
{
	struct text t = { .arena = req->arena };
	struct card_goals *goals;
	size_t n;

	if (card_goals(req->db, template, &goals, &n) != DB_ONE)
		return "";
	for (size_t i = 0; i < n; i++)
		if (competency == 0 || goals[i].competency == competency)
			text_puts(&t,
			    arena_format(req->arena, "%s%s %s", t.len == 0 ? "" : ", ",
			        goals[i].number, goals[i].title));
	return t.at == NULL ? "" : t.at;
}

/* The ratings side by side. */
static void
fill_parts(struct request *req, struct card_view *v, const char *own, const char *given)
{
	struct card_parts *parts;
	struct card_part_row *out;
	size_t n;

	if (card_parts(req->db, v->template, &parts, &n) != DB_ONE)
		n = 0;
	out = arena_array(req->arena, n, sizeof *out);
	for (size_t i = 0; i < n; i++)
		out[i] = (struct card_part_row){ parts[i].title,
			own == NULL ? "" : card_sign_title(v->scale, own[i]),
			given == NULL ? "" : card_sign_title(v->scale, given[i]) };
	v->parts = out;
	v->nparts = n;
	v->has_own = own != NULL;
	v->has_given = given != NULL;
}

static void
fill_steps(struct arena *a, struct card_view *v, const struct card_steps *rows, size_t n)
{
	struct card_step_row *out = arena_array(a, n, sizeof *out);

	for (size_t i = 0; i < n; i++) {
		const struct card_steps *r = &rows[n - 1 - i];
		enum card_state s = card_state_of(r->status);

		out[i] = (struct card_step_row){ card_title(s), card_mark(s), r->at, r->by_name,
			role_title(role_of_word(r->as_role)), r->place, is_own(s),
			markup_of_lines(a, r->words), r->words != NULL && s == CARD_RETURNED };
	}
	v->steps = out;
	v->nsteps = n;
}

/* What the doctor wrote last, and what the assessor did. */
static void
fill_latest(struct request *req, struct card_view *v, const struct card_steps *rows, size_t n)
{
	const struct card_steps *own = NULL, *given = NULL, *last = &rows[n - 1];
	struct arena *a = req->arena;

	for (size_t i = 0; i < n; i++)
		*(is_own(card_state_of(rows[i].status)) ? &own : &given) = &rows[i];
	v->state = card_state_of(last->status);
	v->state_title = card_title(v->state);
	v->mark = card_mark(v->state);
	v->on = last->assessed_on;
	v->topic = last->topic;
	v->place = last->place;
	v->observer = last->assessor_known;
	v->unknown_observer = last->assessor_name != NULL;
	if (v->unknown_observer)
		v->observer = last->assessor_title == NULL
		    ? last->assessor_name
		    : arena_format(a, "%s, %s", last->assessor_name, last->assessor_title);
	v->element = last->element;
	v->assessor = last->has_assessor ? last->assessor : 0;
	v->assessor_name = last->assessor_name;
	v->assessor_title = last->assessor_title;
	v->marks = own == NULL ? NULL : own->marks;
	v->words = own == NULL ? NULL : own->words;
	v->own_words = markup_of_lines(a, v->words);
	v->has_own_words = v->words != NULL;
	if (given != NULL && v->state != CARD_APPROVED && v->state != CARD_RETURNED)
		given = NULL;
	v->given_words = markup_of_lines(a, given == NULL ? NULL : given->words);
	v->has_given_words = given != NULL && given->words != NULL;
	fill_parts(req, v, v->marks, given == NULL ? NULL : given->marks);
}

const struct card_view *
card_view_of(struct request *req, const struct subject *who, uint32_t doctor, uint32_t sheet)
{
	struct card_view *v = arena_take(req->arena, sizeof *v);
	struct card_template_one t = { 0 };
	struct card_steps *rows;
	size_t n;

	if (card_steps(req->db, who, doctor, sheet, &rows, &n) != DB_ONE || n == 0 ||
	    card_template_one(req->db, rows[0].template, &t) != DB_ONE)
		return NULL;
	*v = (struct card_view){ .sheet = sheet,
		.template = t.id,
		.code = t.code,
		.title = t.title,
		.method = t.method,
		.guidance = markup_of_lines(req->arena, t.guidance),
		.has_guidance = t.guidance[0] != '\0',
		.scale = card_scale_of(t.scale),
		.competency = rows[0].has_competency ? rows[0].competency : 0 };
	v->goals = goals_of(req, t.id, v->competency);
	fill_latest(req, v, rows, n);
	fill_steps(req->arena, v, rows, n);
	return v;
}
