/* SPDX-License-Identifier: MPL-2.0
 *
 * The list of a doctor's competencies.
 */
#include "competencies.h"

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
		[APPROVAL_PARTLY] = "part",
		[APPROVAL_RESET] = "reset",
	};

	return marks[s];
}

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

static const struct competencies_now *
now_of(const struct building *b, uint32_t competency)
{
	return latest_of(b->now, b->nnow, competency);
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
				doctor->rows[i].left
				    ? arena_format(a, "%s, version %s (flyttet fra)", other->title,
				          other->version)
				    : other->title,
				(uint32_t)other->n, other == b->list };
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
	out->left = list_was_left(doctor, b.list->id);
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
