/* SPDX-License-Identifier: MPL-2.0
 *
 * The list of a doctor's competencies.
 */
#include "competencies.h"

#include <string.h>

#include "permission.h"
#include "queries/card.h"

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
	{ "returneret", "Returneret eller delvis" },
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
		return s == APPROVAL_RETURNED || s == APPROVAL_PARTLY;
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
	const struct doctor_goals *of;
	size_t filter;
	uint32_t counts[FILTERS];
	const struct placed *placed; /* the employments of the list's course */
	size_t nplaced;
	enum due due; /* DUES: whenever */
	uint32_t due_counts[DUES + 1], open[DUES];
};

const struct doctor_goals *
doctor_goals_of(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct doctor_goals *g = arena_take(req->arena, sizeof *g);

	*g = (struct doctor_goals){ 0 };
	if (competencies_now(req->db, who, doctor, &g->now, &g->nnow) != DB_ONE ||
	    card_lacks(req->db, who, doctor, &g->lacks, &g->nlacks) != DB_ONE)
		return NULL;
	return g;
}

static void
fill_counted(const struct building *b, struct goal_row *row)
{
	for (size_t i = 0; i < b->of->nlacks; i++)
		if (b->of->lacks[i].competency == row->goal->id) {
			row->have = b->of->lacks[i].have;
			row->target = b->of->lacks[i].target;
		}
}

static const struct competencies_now *
now_of(const struct building *b, uint32_t competency)
{
	return latest_of(b->of->now, b->of->nnow, competency);
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
	row.due = placement_due(g->placement, b->placed, b->nplaced, b->req->today);
	if (!approval_is_locked(row.state))
		fill_counted(b, &row);
	if (now != NULL) {
		row.on = moment_day(now->at);
		if (row.state != APPROVAL_REQUESTED && row.state != APPROVAL_WITHDRAWN)
			row.by = by_of(now);
	}
	return row;
}

static bool
is_due(const struct building *b, enum due due)
{
	return b->due == DUES || b->due == due;
}

/* Adds one goal to the group: to its counts always, to its rows when the filter lets it. */
static void
add_goal(struct building *b, struct goal_group *group, struct goal_row *rows, const struct goal *g)
{
	struct goal_row row = row_of(b, g);

	group->all++;
	group->approved += approval_is_locked(row.state);
	group->asked += row.state == APPROVAL_REQUESTED;
	b->open[row.due] += !approval_is_locked(row.state);
	for (size_t f = 0; f < FILTERS; f++)
		b->counts[f] += is_due(b, row.due) && passes(f, row.state);
	if (!passes(b->filter, row.state))
		return;
	b->due_counts[row.due]++;
	b->due_counts[DUES]++;
	if (is_due(b, row.due))
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
list_url(const struct building *b, uint32_t list, const char *filter, enum due due)
{
	struct arena *a = b->req->arena;
	struct url at = url_with(a, b->places->list, "liste", arena_format(a, "%u", list));

	if (filter[0] != '\0')
		at = url_with(a, at, "vis", filter);
	return due == DUES ? at : url_with(a, at, "hvor", due_word(due));
}

/* By employment, where the list says it of any goal. */
static void
make_dues(const struct building *b, struct competency_list *out)
{
	static const enum due order[] = { DUES, DUE_NOW, DUE_EARLIER, DUE_LATER, DUE_UNPLACED };
	struct arena *a = b->req->arena;
	struct choice *c = arena_array(a, DUES + 1, sizeof *c);
	bool placed = b->due != DUES;

	for (enum due d = DUE_EARLIER; d < DUES; d++)
		placed = placed || b->due_counts[d] > 0;
	for (size_t i = 0; placed && i < DUES + 1; i++) {
		enum due d = order[i];

		if (d == DUES || b->due_counts[d] > 0 || d == b->due)
			c[out->ndues++] =
			    (struct choice){ list_url(b, b->list->id, filters[b->filter].word, d),
				    d == DUES ? "Hele uddannelsen" : due_title(d), b->due_counts[d],
				    d == b->due };
	}
	out->dues = c;
}

/* What is still open of what was, and is, expected by now (R-KOM-09). */
static void
fill_expected(const struct building *b, struct competency_list *out)
{
	enum { SOON = 60 };

	out->open_now = b->open[DUE_NOW];
	out->open_before = b->open[DUE_EARLIER];
	out->see_now = list_url(b, b->list->id, "mangler", DUE_NOW);
	out->see_before = list_url(b, b->list->id, "mangler", DUE_EARLIER);
	for (size_t i = 0; i < b->nplaced; i++) {
		const struct placed *p = &b->placed[i];

		if (day_compare(b->req->today, p->since) < 0 ||
		    day_compare(b->req->today, p->until) >= 0)
			continue;
		out->now_until = day_add(p->until, -1);
		out->ends_soon = day_compare(day_add(b->req->today, SOON), p->until) >= 0;
	}
}

static void
make_choices(const struct building *b, const struct reached *doctor, struct competency_list *out)
{
	struct arena *a = b->req->arena;
	struct choice *f = arena_array(a, FILTERS, sizeof *f);
	struct choice *l = arena_array(a, doctor->n, sizeof *l);

	for (size_t i = 0; i < FILTERS; i++)
		f[i] = (struct choice){ list_url(b, b->list->id, filters[i].word, b->due),
			filters[i].label, b->counts[i], i == b->filter };
	out->filters = f;
	out->nfilters = FILTERS;
	for (size_t i = 0; i < doctor->n && doctor->n > 1; i++) {
		const struct curriculum_list *other =
		    catalogue_list(b->req->db, doctor->rows[i].curriculum);

		if (other != NULL)
			l[out->nlists++] = (struct choice){ list_url(b, other->id, "", DUES),
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
    const struct doctor_goals *of, const struct curriculum_list *list, const struct places *places)
{
	struct building b = { .req = req,
		.places = places,
		.of = of,
		.list = list,
		.filter = filter_asked_for(req),
		.due = due_of_word(query_text(req, "hvor")) };
	struct competency_list *out = arena_take(req->arena, sizeof *out);
	struct placed *placed = arena_array(req->arena, doctor->nposts, sizeof *placed);

	b.nplaced = placed_in(doctor, list->id, placed);
	b.placed = placed;
	out->title = b.list->title;
	out->left = list_was_left(doctor, b.list->id);
	out->version = b.list->version;
	out->demo = b.list->demo;
	make_groups(&b, out);
	make_choices(&b, doctor, out);
	make_dues(&b, out);
	fill_expected(&b, out);
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
	const struct doctor_goals *of =
	    list == NULL ? NULL : doctor_goals_of(req, who, doctor->doctor);

	return of == NULL ? NULL : competency_list_one(req, who, doctor, of, list, places);
}
