/* SPDX-License-Identifier: MPL-2.0 */
#include "competencies.h"

#include <stdlib.h>
#include <string.h>

#include "permission.h"

const char *
approval_mark(enum approval_state s)
{
	static const char *const marks[APPROVAL_STATES] = {
		[APPROVAL_NONE] = "none",
		[APPROVAL_REQUESTED] = "asked",
		[APPROVAL_WITHDRAWN] = "undone",
		[APPROVAL_RETURNED] = "back",
		[APPROVAL_APPROVED] = "ok",
		[APPROVAL_MERIT] = "merit",
	};

	return marks[s];
}

/* A doctor in their own logbook: as the doctor, not in another role that they hold. */
static bool
is_own(const struct subject *who, uint32_t doctor)
{
	return doctor == subject_id(who) && subject_role(who) == ROLE_UL;
}

/* Does the course of list a come before that of list b: begun before planned, then the later? */
static bool
comes_first(const struct doctor_reached *a, const struct doctor_reached *b, struct day today)
{
	bool begun = day_compare(a->course_since, today) <= 0;
	int since = day_compare(a->course_since, b->course_since);

	if (begun != (day_compare(b->course_since, today) <= 0))
		return begun;
	return since != 0 ? since > 0 : a->curriculum < b->curriculum;
}

/* A doctor has a handful of lists: each is moved up to its place. */
static void
sort_lists(struct doctor_reached *rows, size_t n, struct day today)
{
	for (size_t i = 1; i < n; i++) {
		struct doctor_reached row = rows[i];
		size_t k = i;

		for (; k > 0 && comes_first(&row, &rows[k - 1], today); k--)
			rows[k] = rows[k - 1];
		rows[k] = row;
	}
}

enum db_outcome
competencies_of(struct request *req, const struct subject *who, uint32_t doctor,
    struct competencies_now **rows, size_t *n)
{
	return is_own(who, doctor) ? competencies_own(req->db, who, rows, n)
	                           : competencies_now(req->db, who, doctor, rows, n);
}

const struct reached *
doctor_within_reach(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct doctor_reached *rows;
	struct reached *r;
	enum db_outcome o;
	size_t n;

	if (doctor == 0)
		return NULL;
	o = is_own(who, doctor) ? doctor_own(req->db, who, &rows, &n)
	                        : doctor_reached(req->db, who, doctor, &rows, &n);
	if (o != DB_ONE || n == 0)
		return NULL;
	sort_lists(rows, n, req->today);
	r = arena_take(req->arena, sizeof *r);
	*r = (struct reached){ rows[0].doctor, rows[0].name, rows[0].born, rows[0].replacement,
		rows[0].region, rows, n };
	return r;
}

const struct curriculum_list *
list_asked_for(struct request *req, const struct reached *doctor)
{
	uint32_t id = query_u32(req, "liste", doctor->rows[0].curriculum);

	for (size_t i = 0; i < doctor->n; i++)
		if (doctor->rows[i].curriculum == id)
			return catalogue_list(req->db, id);
	return NULL;
}

const struct goal *
goal_asked_for(struct request *req, const struct reached *doctor, uint32_t competency,
    const struct curriculum_list **list)
{
	for (size_t i = 0; i < doctor->n; i++) {
		const struct curriculum_list *l =
		    catalogue_list(req->db, doctor->rows[i].curriculum);
		const struct goal *g = l == NULL ? NULL : catalogue_goal(l, competency);

		if (g != NULL) {
			*list = l;
			return g;
		}
	}
	return NULL;
}

/* --- the list -------------------------------------------------------------------------- */

/* What ?vis= may ask for; the first shows all. */
static const struct filter {
	const char *word, *label;
} filters[] = {
	{ "", "Alle" },
	{ "mangler", "Mangler" },
	{ "anmodet", "Anmodet" },
	{ "returneret", "Returneret" },
	{ "godkendt", "Godkendt" },
};
enum { FILTERS = sizeof filters / sizeof filters[0] };

static bool
passes(size_t filter, enum approval_state s)
{
	switch (filter) {
	case 1:
		return !approval_is_locked(s);
	case 2:
		return s == APPROVAL_REQUESTED;
	case 3:
		return s == APPROVAL_RETURNED;
	case 4:
		return approval_is_locked(s);
	default:
		return true;
	}
}

static size_t
filter_asked_for(const struct request *req)
{
	const char *word = query_text(req, "vis");

	for (size_t i = 1; i < FILTERS; i++)
		if (strcmp(filters[i].word, word) == 0)
			return i;
	return 0;
}

struct building {
	struct request *req;
	const struct places *places;
	const struct curriculum_list *list;
	const struct competencies_now *now;
	size_t nnow, filter;
	uint32_t counts[FILTERS];
};

static int
by_competency(const void *key, const void *member)
{
	uint32_t id = *(const uint32_t *)key;
	const struct competencies_now *row = member;

	return (id > row->competency) - (id < row->competency);
}

static const struct competencies_now *
now_of(const struct building *b, uint32_t competency)
{
	return b->nnow == 0 ? NULL
	                    : bsearch(&competency, b->now, b->nnow, sizeof *b->now, by_competency);
}

/* Who answered; nobody where the doctor did the step themself. */
static struct signer
by_of(const struct competencies_now *now)
{
	return (struct signer){ now->by_name, role_short(role_of_word(now->as_role)) };
}

static struct goal_row
row_of(const struct building *b, const struct goal *g)
{
	const struct competencies_now *now = now_of(b, g->id);
	struct arena *a = b->req->arena;
	struct goal_row row = { .goal = g };

	row.state = now == NULL ? APPROVAL_NONE : approval_state_of(now->status, now->kind);
	row.title = approval_title(row.state);
	row.mark = approval_mark(row.state);
	row.at = url_below(a, b->places->list, g->id);
	if (now != NULL) {
		row.on = moment_day(now->at);
		if (row.state != APPROVAL_REQUESTED && row.state != APPROVAL_WITHDRAWN)
			row.by = by_of(now);
	}
	return row;
}

/* Adds one goal to the group: to its counts always, to its rows when the filter lets it. */
static void
add_goal(struct building *b, struct goal_group *group, struct goal_row *rows, const struct goal *g)
{
	struct goal_row row = row_of(b, g);

	group->all++;
	group->approved += approval_is_locked(row.state);
	group->asked += row.state == APPROVAL_REQUESTED;
	for (size_t f = 0; f < FILTERS; f++)
		b->counts[f] += passes(f, row.state);
	if (passes(b->filter, row.state))
		rows[group->n++] = row;
}

/* Goals with the same heading after one another are a group. */
static void
make_groups(struct building *b, struct competency_list *out)
{
	struct arena *a = b->req->arena;
	struct goal_group *groups = arena_array(a, b->list->n, sizeof *groups), *g = NULL;
	struct goal_row *rows = arena_array(a, b->list->n, sizeof *rows), *next = rows;

	for (size_t i = 0; i < b->list->n; i++) {
		const struct goal *goal = &b->list->goals[i];

		if (g == NULL || g->heading != goal->heading) {
			next += g == NULL ? 0 : g->n;
			g = &groups[out->ngroups++];
			*g = (struct goal_group){ .heading = goal->heading,
				.rows = next,
				.anchor = arena_format(a, "r%zu", out->ngroups) };
		}
		add_goal(b, g, next, goal);
	}
	for (size_t i = 0; i < out->ngroups; i++) {
		out->all += groups[i].all;
		out->approved += groups[i].approved;
		out->asked += groups[i].asked;
		out->shown += groups[i].n;
	}
	out->groups = groups;
}

static struct url
list_url(const struct building *b, uint32_t list, const char *filter)
{
	struct arena *a = b->req->arena;
	struct url at = url_with(a, b->places->list, "liste", arena_format(a, "%u", list));

	return filter[0] == '\0' ? at : url_with(a, at, "vis", filter);
}

static void
make_choices(const struct building *b, const struct reached *doctor, struct competency_list *out)
{
	struct arena *a = b->req->arena;
	struct choice *f = arena_array(a, FILTERS, sizeof *f);
	struct choice *l = arena_array(a, doctor->n, sizeof *l);

	for (size_t i = 0; i < FILTERS; i++)
		f[i] = (struct choice){ list_url(b, b->list->id, filters[i].word), filters[i].label,
			b->counts[i], i == b->filter };
	out->filters = f;
	out->nfilters = FILTERS;
	for (size_t i = 0; i < doctor->n && doctor->n > 1; i++) {
		const struct curriculum_list *other =
		    catalogue_list(b->req->db, doctor->rows[i].curriculum);

		if (other != NULL)
			l[out->nlists++] = (struct choice){ list_url(b, other->id, ""),
				other->title, (uint32_t)other->n, other == b->list };
	}
	out->lists = l;
}

static struct url
print_url(const struct building *b, const char *ending)
{
	struct arena *a = b->req->arena;
	struct url at = url_local(a, arena_format(a, "%s%s", b->places->print.text, ending));

	return url_with(a, at, "liste", arena_format(a, "%u", b->list->id));
}

const struct competency_list *
competency_list_one(struct request *req, const struct subject *who, const struct reached *doctor,
    const struct curriculum_list *list, const struct places *places)
{
	struct building b = {
		.req = req, .places = places, .list = list, .filter = filter_asked_for(req)
	};
	struct competency_list *out = arena_take(req->arena, sizeof *out);
	struct competencies_now *now;

	if (competencies_of(req, who, doctor->doctor, &now, &b.nnow) != DB_ONE)
		return NULL;
	b.now = now;
	out->title = b.list->title;
	out->version = b.list->version;
	out->demo = b.list->demo;
	make_groups(&b, out);
	make_choices(&b, doctor, out);
	out->may_print = permission_has(PRINT_OWN, subject_role(who)) ||
	    permission_has(PRINT_OTHERS, subject_role(who));
	out->pdf = print_url(&b, ".pdf");
	out->xlsx = print_url(&b, ".xlsx");
	out->json = print_url(&b, ".json");
	return out;
}

const struct competency_list *
competency_list_of(struct request *req, const struct subject *who, const struct reached *doctor,
    const struct places *places)
{
	const struct curriculum_list *list = list_asked_for(req, doctor);

	return list == NULL ? NULL : competency_list_one(req, who, doctor, list, places);
}

/* --- the story of one ------------------------------------------------------------------ */

static struct story_step
step_of(struct arena *a, const struct competency_story *r, const struct places *places)
{
	enum approval_state state = approval_state_of(r->status, r->kind);
	struct story_step s = {
		.title = approval_title(state),
		.mark = approval_mark(state),
		.at = r->at,
		.by = r->by_name,
		.role = role_title(role_of_word(r->as_role)),
		.place = r->place,
		.own = state == APPROVAL_REQUESTED || state == APPROVAL_WITHDRAWN,
		.rating = r->has_rating ? r->rating : 0,
		.has_words = r->words != NULL,
		.has_merit_note = r->merit_note != NULL,
	};

	s.words = markup_of_lines(a, r->words);
	s.merit_note = markup_of_lines(a, r->merit_note);
	if (r->has_letter) {
		s.letter_name = r->letter_name;
		s.letter_pages = r->letter_pages;
		s.letter = url_below(a, places->letters, r->letter);
	}
	return s;
}

/* "mini-CEX=3|OSATS=2" as lines that people read: "mini-CEX: 3". */
static struct markup
minimum_of(struct arena *a, const char *minimum)
{
	char *lines = arena_take(a, 2 * strlen(minimum) + 1), *to = lines;

	for (const char *p = minimum; *p != '\0'; p++) {
		if (*p == '=') {
			*to++ = ':';
			*to++ = ' ';
		} else {
			*to++ = *p == '|' ? '\n' : *p;
		}
	}
	*to = '\0';
	return markup_of_lines(a, lines);
}

const struct competency_view *
competency_view_of(struct request *req, const struct subject *who, const struct reached *doctor,
    uint32_t competency, const struct places *places)
{
	struct arena *a = req->arena;
	struct competency_view *v = arena_take(a, sizeof *v);
	struct competency_story *rows;
	struct story_step *steps;
	size_t n;

	if ((v->goal = goal_asked_for(req, doctor, competency, &v->list)) == NULL ||
	    competency_story(req->db, who, doctor->doctor, competency, &rows, &n) != DB_ONE)
		return NULL;
	v->clarification = markup_of_lines(a, v->goal->clarification);
	v->strategy = markup_of_lines(a, v->goal->strategy);
	v->methods = markup_of_lines(a, v->goal->methods);
	v->minimum = minimum_of(a, v->goal->minimum);
	steps = arena_array(a, n, sizeof *steps);
	for (size_t i = 0; i < n; i++)
		steps[n - 1 - i] = step_of(a, &rows[i], places);
	v->steps = steps;
	v->n = n;
	if (n > 0) {
		v->state = approval_state_of(rows[n - 1].status, rows[n - 1].kind);
		v->latest = rows[n - 1].id;
		v->step = rows[n - 1].step;
	}
	v->title = approval_title(v->state);
	v->mark = approval_mark(v->state);
	return v;
}
