/* SPDX-License-Identifier: MPL-2.0
 *
 * Every doctor of the department with plan and talks, what is overdue first (R-PLA-07).
 */
#include <stdlib.h>

#include "talk.h"

enum { LACKS = 6 };

static bool
lacks_of(struct request *req, const struct talk_overview *o, struct overview_row *r)
{
	struct arena *a = req->arena;
	bool kbu = stage_is_kbu(o->stage), late = false;
	struct day due = plan_due(kbu, o->since);
	const char **lacks = arena_array(a, LACKS, sizeof *lacks);
	uint32_t held = (uint32_t)o->held, needed = talks_needed(o->since, o->until);

	if (o->status == NULL && day_compare(due, req->today) < 0) {
		lacks[r->nlacks++] = arena_format(a, "Plan skulle være sendt %s", day_text(a, due));
		late = true;
	}
	if (held < needed) {
		struct day talk = talk_due(kbu, o->since, o->until, held);

		if (day_compare(talk, req->today) < 0) {
			lacks[r->nlacks++] =
			    arena_format(a, "Samtale skulle være holdt %s", day_text(a, talk));
			late = true;
		} else
			r->next = arena_format(a, "senest %s", day_text(a, talk));
	}
	if (!day_is_none(o->next_on))
		r->next = arena_format(a, "planlagt %s", day_text(a, o->next_on));
	if (o->sent_at.s != 0 && plan_is_stale(moment_day(o->sent_at), o->last_held))
		lacks[r->nlacks++] = "Planen er fra før sidste samtale";
	if (o->waiting)
		lacks[r->nlacks++] = "Venter på svar her";
	if (o->doubts > 0)
		lacks[r->nlacks++] = "Tvivl om gennemførelse følges op";
	r->lacks = lacks;
	return late;
}

static struct overview_row
row_of(struct request *req, const struct talk_overview *o)
{
	struct arena *a = req->arena;
	enum plan_state state = plan_state_of(o->status);
	struct url talks = url_of(a, "/vejleder/laeger/%u/samtaler", o->doctor);
	struct overview_row r = { .name = o->name,
		.stage = stage_is_kbu(o->stage) ? "KBU" : o->stage,
		.talks = url_with(a, talks, "delforloeb", arena_format(a, "%u", o->element)),
		.plan = url_of(a, "/vejleder/laeger/%u/uddannelsesplan", o->doctor),
		.since = o->since,
		.last = day_add(o->until, -1),
		.main_supervisor = o->main_live ? o->main_name : NULL,
		.plan_title = plan_title(state),
		.plan_mark = plan_mark(state),
		.next = "" };

	r.late = lacks_of(req, o, &r);
	r.has_next = r.next[0] != '\0';
	return r;
}

/* Overdue, then waiting for something, then the rest; each by name, as they came. */
static int
rank(const struct overview_row *r)
{
	return r->late ? 0 : r->nlacks > 0 ? 1 : 2;
}

void
talk_overview_show(struct request *req, const struct subject *who)
{
	struct overview_view v = { .head = head_of(req, who, "Samtaler og planer"),
		.here = approve_here(req, who),
		.named = subject_role(who) == ROLE_HOVEDVEJLEDER };
	struct talk_overview *found = NULL;
	struct overview_row *rows, *sorted;
	size_t n = 0;

	if (talk_overview(req->db, who, &found, &n) != DB_ONE)
		n = 0;
	rows = arena_array(req->arena, n, sizeof *rows);
	sorted = arena_array(req->arena, n, sizeof *sorted);
	for (size_t i = 0; i < n; i++) {
		rows[i] = row_of(req, &found[i]);
		v.nlate += rows[i].late;
		v.nlone += rows[i].main_supervisor == NULL;
	}
	for (int wanted = 0; wanted < 3; wanted++)
		for (size_t i = 0; i < n; i++)
			if (rank(&rows[i]) == wanted)
				sorted[v.n++] = rows[i];
	v.rows = sorted;
	overview_page(reply_html(req, 200), &v);
}
