/* SPDX-License-Identifier: MPL-2.0
 *
 * What UAO and tutor have to attest, the most urgent first: what ended without, what was asked, what
 * can be signed now; and what was signed too early for the element as it is now, or on other absence.
 */
#include "attest.h"

#include <string.h>

enum { A_PAGE = 100, LONG_AGO = 24 /* months; older ones come when they are asked for */ };

enum group { OVERDUE, ASKED, DUE, PREMATURE, CHANGED, GROUPS };
_Static_assert((int)GROUPS == (int)ATTEST_GROUPS, "one of each on the page");

struct sorting {
	struct request *req;
	struct attest_task *tasks[GROUPS];
	size_t n[GROUPS];
};

static bool
stands(const char *status)
{
	return status != NULL && strcmp(status, "APPROVED") == 0;
}

static bool
is_asked(const char *status)
{
	return status != NULL && strcmp(status, "REQUESTED") == 0;
}

static void
add(struct sorting *s, enum group g, const struct attest_waiting *r, enum attest_kind k,
    const char *when)
{
	s->tasks[g][s->n[g]++] = (struct attest_task){
		.at = url_of(s->req->arena, "/vejleder/attestationer/%u/%s", r->element,
		    attest_kind_name(k)),
		.name = r->name,
		.what = k == ATTEST_TIME ? "Tid" : "Læringsmål",
		.since = r->since,
		.until = day_add(r->until, -1),
		.when = when,
	};
}

static void
sort_one(struct sorting *s, const struct attest_waiting *r, enum attest_kind k, const char *status,
    struct moment at)
{
	struct arena *a = s->req->arena;
	struct day on = attestation_signed_on(r->paper_on, r->time_at);

	if (stands(status)) {
		const char *when = arena_format(a, "attesteret %s", day_text(a, on));

		if (k == ATTEST_TIME && attestation_is_premature(on, r->until))
			add(s, PREMATURE, r, k, when);
		if (k == ATTEST_TIME && r->time_changed)
			add(s, CHANGED, r, k, when);
		return;
	}
	if (day_compare(r->until, s->req->today) <= 0)
		add(s, OVERDUE, r, k,
		    is_asked(status) ? arena_format(a, "anmodet %s", day_text(a, moment_day(at)))
		                     : "mangler");
	else if (is_asked(status))
		add(s, ASKED, r, k, arena_format(a, "anmodet %s", day_text(a, moment_day(at))));
	else if (day_compare(attestation_earliest(r->until), s->req->today) <= 0)
		add(s, DUE, r, k, "kan attesteres nu");
}

static void
fill_groups(struct sorting *s, struct attest_queue_view *v)
{
	static const char *const headings[GROUPS][2] = {
		[OVERDUE] = { "Ansættelsen er slut",
		    "Lægen kan ikke bruge ansættelsen, før den er attesteret." },
		[ASKED] = { "Anmodet", NULL },
		[DUE] = { "Sidste måned", "Kan attesteres, også uden anmodning." },
		[PREMATURE] = { "For tidlig",
		    "Delforløbets slutdato er flyttet efter attestation. Sekretariatet afgør, om den skal nulstilles." },
		[CHANGED] = { "Grundlag ændret",
		    "Fravær er registreret eller taget ud, efter at tiden blev attesteret. Sekretariatet afgør, om den skal nulstilles." },
	};

	for (enum group g = 0; g < GROUPS; g++) {
		v->groups[g] =
		    (struct attest_group){ headings[g][0], headings[g][1], s->tasks[g], s->n[g] };
		v->n += s->n[g];
	}
}

/* Paper that the doctor has sent in is not asked for here too: it waits under Verifikation. */
static bool
waits_as_paper(const struct attest_waiting *r)
{
	return is_asked(r->time_status) && strcmp(r->time_basis, "PAPER_VERIFIED") == 0;
}

void
attest_queue(struct request *req, const struct subject *who)
{
	struct sorting s = { .req = req };
	struct attest_queue_view v = { .head = head_of(req, who, "Attestationer"),
		.here = approve_here(req, who) };
	struct attest_waiting *rows;
	struct attest_papers *waiting;
	size_t n, npapers;

	if (attest_waiting(req->db, who, day_add_months(req->today, 1),
	        day_add_months(req->today, -LONG_AGO), A_PAGE + 1, &rows, &n) != DB_ONE ||
	    attest_papers(req->db, who, A_PAGE, &waiting, &npapers) != DB_ONE)
		return;
	v.more = n > A_PAGE;
	n -= v.more;
	for (enum group g = 0; g < GROUPS; g++)
		s.tasks[g] = arena_array(req->arena, 2 * n, sizeof **s.tasks);
	for (size_t i = 0; i < n; i++) {
		if (!waits_as_paper(&rows[i]))
			sort_one(&s, &rows[i], ATTEST_TIME, rows[i].time_status, rows[i].time_at);
		sort_one(&s, &rows[i], ATTEST_GOALS, rows[i].goals_status, rows[i].goals_at);
	}
	fill_groups(&s, &v);
	v.papers = (int64_t)npapers;
	v.verify = url_local(req->arena, "/vejleder/verificering");
	v.head.notice = notice_of(req, "attesteret", "Attestationen er givet.", "returneret",
	    "Anmodningen er sendt tilbage til lægen.", NULL);
	attest_queue_page(reply_html(req, 200), &v);
}
