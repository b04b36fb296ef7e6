/* SPDX-License-Identifier: MPL-2.0
 *
 * The lists that have pages of their own, read as they read them, and put into one.  It says who and
 * which sort of thing, and nothing that stands in the logbook: so it is no look into one.
 */
#include "queue.h"

#include <string.h>

#include "attestations.h"
#include "file_rule.h"
#include "next_rule.h"
#include "permission.h"
#include "queries/attest_here.h"
#include "queries/card_give.h"
#include "queries/course_approve.h"
#include "queries/file_check.h"
#include "queries/talk_lead.h"
#include "talk_rule.h"

enum {
	AT_ONCE = 5,
	OF_A_KIND = 100,
	TALKS_MOST = 300,
	FILES_MOST = 200,
	LONG_AGO = 24 /* months, as under Attestationer */
};

struct gather {
	struct request *req;
	const struct subject *who;
	struct queue_row *rows;
	size_t n, most;
};

static void
add(struct gather *g, struct url at, const char *doctor, const char *what, const char *detail,
    struct day since)
{
	if (g->n < g->most)
		g->rows[g->n++] = (struct queue_row){ at, doctor, what, detail, since,
			next_waited(g->req->arena, since, g->req->today) };
}

static void
add_cards(struct gather *g)
{
	struct cards_waiting *rows;
	size_t n;

	if (cards_waiting(g->req->db, g->who, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		add(g, url_of(g->req->arena, "/vejleder/kort/%u", rows[i].sheet),
		    rows[i].doctor_name, "Kompetencekort", rows[i].title, moment_day(rows[i].at));
}

/* Asked for, ended without, or in the last month: as Attestationer has them. */
static void
add_attestation(struct gather *g, const struct attest_waiting *r, enum attest_kind k,
    enum attestation_state state, struct moment at)
{
	struct arena *a = g->req->arena;
	struct url to = url_of(a, "/vejleder/attestationer/%u/%s", r->element, attest_kind_name(k));
	struct day earliest = attestation_earliest(r->until);

	if (state == ATTESTATION_SIGNED || state == ATTESTATION_VERIFIED ||
	    state == ATTESTATION_PAPER)
		return;
	if (state == ATTESTATION_REQUESTED)
		add(g, to, r->name, attest_kind_title(k), "anmodet", moment_day(at));
	else if (day_compare(r->until, g->req->today) <= 0)
		add(g, to, r->name, attest_kind_title(k),
		    arena_format(a, "ansættelsen sluttede %s", day_text(a, day_add(r->until, -1))),
		    r->until);
	else if (day_compare(earliest, g->req->today) <= 0)
		add(g, to, r->name, attest_kind_title(k), "kan attesteres nu", earliest);
}

static void
add_attestations(struct gather *g)
{
	struct attest_waiting *rows;
	size_t n;

	if (attest_waiting(g->req->db, g->who, day_add_months(g->req->today, 1),
	        day_add_months(g->req->today, -LONG_AGO), OF_A_KIND, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++) {
		add_attestation(g, &rows[i], ATTEST_TIME,
		    attestation_state_of(rows[i].time_status, rows[i].time_basis), rows[i].time_at);
		add_attestation(g, &rows[i], ATTEST_GOALS,
		    attestation_state_of(rows[i].goals_status, "ORDINARY"), rows[i].goals_at);
	}
}

static void
add_papers(struct gather *g)
{
	struct attest_papers *rows;
	size_t n;

	if (attest_papers(g->req->db, g->who, OF_A_KIND, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		add(g, url_of(g->req->arena, "/vejleder/verificering/%u", rows[i].id), rows[i].name,
		    "Attestation på papir", rows[i].place, moment_day(rows[i].at));
}

static void
add_files(struct gather *g)
{
	struct files_awaiting *rows;
	size_t n;

	if (files_awaiting(g->req->db, g->who, FILES_MOST, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		add(g, url_of(g->req->arena, "/vejleder/filer/%u", rows[i].file),
		    rows[i].doctor_name,
		    arena_format(
		        g->req->arena, "Fil: %s", file_sort_title(file_sort_of(rows[i].kind))),
		    NULL, moment_day(rows[i].at));
}

static void
add_certificates(struct gather *g)
{
	struct claims_here *rows;
	size_t n;

	if (claims_here(g->req->db, g->who, OF_A_KIND, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		add(g, url_of(g->req->arena, "/vejleder/kursusbeviser/%u", rows[i].record),
		    rows[i].doctor_name, "Kursusbevis", NULL, moment_day(rows[i].at));
}

/* A talk whose day has come, or that is to be held within fourteen days, or was. */
static void
add_talk(struct gather *g, const struct talk_waiting *r)
{
	struct arena *a = g->req->arena;
	uint32_t held = (uint32_t)r->held, needed = talks_needed(r->since, r->until);
	struct day due = talk_due(stage_is_kbu(r->stage), r->since, r->until, held);

	if (r->has_planned && day_compare(r->planned_on, g->req->today) <= 0)
		add(g, url_of(a, "/vejleder/samtaler/%u", r->planned), r->name,
		    talk_title(r->planned_kind),
		    arena_format(a, "planlagt %s, mangler referat", day_text(a, r->planned_on)),
		    r->planned_on);
	else if (!r->has_planned && !r->open && !r->final_held && held < needed &&
	    day_compare(g->req->today, r->until) < 0 &&
	    day_compare(talk_in_sight(due), g->req->today) <= 0)
		add(g,
		    url_with(a, url_of(a, "/vejleder/laeger/%u/samtaler", r->doctor), "delforloeb",
		        arena_format(a, "%u", r->element)),
		    r->name, talk_title(talk_next_kind(held, needed)),
		    arena_format(a,
		        day_compare(due, g->req->today) < 0 ? "skulle være holdt %s"
		                                            : "skal holdes senest %s",
		        day_text(a, due)),
		    talk_in_sight(due));
}

static void
add_talks(struct gather *g)
{
	struct arena *a = g->req->arena;
	struct talk_waiting *rows;
	size_t n;

	if (talk_waiting(g->req->db, g->who, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct talk_waiting *r = &rows[i];

		if (r->sent_at.s != 0)
			add(g, url_of(a, "/vejleder/laeger/%u/uddannelsesplan", r->doctor), r->name,
			    "Uddannelsesplan", "sendt", moment_day(r->sent_at));
		if (r->has_draft)
			add(g, url_of(a, "/vejleder/samtaler/%u", r->draft), r->name,
			    talk_title(r->draft_kind), "referatet venter på dig",
			    moment_day(r->draft_at));
		add_talk(g, r);
	}
}

static void
sort(struct gather *g)
{
	for (size_t i = 1; i < g->n; i++) {
		struct queue_row row = g->rows[i];
		size_t k = i;

		for (; k > 0 && day_compare(row.since, g->rows[k - 1].since) < 0; k--)
			g->rows[k] = g->rows[k - 1];
		g->rows[k] = row;
	}
}

static void
count(struct request *req, struct head *h, const struct gather *g, size_t requests)
{
	struct menu_item *tabs = arena_array(req->arena, h->ntabs, sizeof *tabs);

	for (size_t i = 0; i < h->ntabs; i++) {
		size_t length = strlen(h->tabs[i].at.text);

		tabs[i] = h->tabs[i];
		if (tabs[i].here)
			tabs[i].count = (int64_t)requests;
		else
			for (size_t k = 0; k < g->n; k++)
				tabs[i].count +=
				    strncmp(g->rows[k].at.text, tabs[i].at.text, length) == 0 &&
				    g->rows[k].at.text[length] == '/';
	}
	h->tabs = tabs;
}

const struct queue *
queue_of(struct request *req, const struct subject *who, struct head *h, size_t requests)
{
	struct gather g = {
		.req = req, .who = who, .most = 5 * OF_A_KIND + FILES_MOST + TALKS_MOST
	};
	struct queue *q = arena_take(req->arena, sizeof *q);

	g.rows = arena_array(req->arena, g.most, sizeof *g.rows);
	add_cards(&g);
	if (permission_has(ATTEST, subject_role(who)))
		add_attestations(&g);
	if (permission_has(VERIFY_FILES, subject_role(who))) {
		add_papers(&g);
		add_files(&g);
		add_certificates(&g);
	}
	if (permission_has(KEEP_TALKS, subject_role(who)))
		add_talks(&g);
	count(req, h, &g, requests);
	sort(&g);
	*q = (struct queue){ g.rows, g.n < AT_ONCE ? g.n : AT_ONCE, g.n };
	return q;
}
