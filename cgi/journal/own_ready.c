/* SPDX-License-Identifier: MPL-2.0 */
#include "own_ready.h"

#include <string.h>

#include "audit.h"
#include "queries/ready_remind.h"

static struct url
ready_at(struct arena *a)
{
	return url_local(a, "/logbog/dokumentation");
}

void
own_ready(struct request *req, const struct subject *who)
{
	struct own_ready_view v = { .head = head_of(req, who, "Dokumentation"),
		.places = { url_local(req->arena, "/logbog"),
		    url_local(req->arena, "/logbog/dokumentation/mind"), true } };
	const struct ready *all[SENDING_KINDS];

	v.head.notice =
	    notice_of(req, "mindet", "De er mindet om det i deres indbakke.", "sekretariatet",
	        "Der er ingen anden at minde, så sekretariatet er mindet om det i sin indbakke.",
	        "allerede", "De er mindet om det inden for den sidste uge.", "ingen",
	        "Der er ingen at minde. Ring til sekretariatet.", NULL);
	v.n = ready_all(req->db, who, subject_id(who), req->today, all);
	v.sections = ready_sections(req, who, subject_id(who), &v.places, all, v.n);
	if (!send_section_of(req, who, all, v.n, &v.send))
		return;
	own_ready_page(reply_html(req, 200), &v);
}

/* --- reminding -------------------------------------------------------------------------- */

struct reminding {
	struct request *req;
	const struct subject *who;
	const struct ready *ready;
	enum ready_rule rule;
};

/* Those whose turn it is; DB_NONE where there is nobody. */
static enum db_outcome
tell(const struct reminding *m)
{
	struct db *db = m->req->db;
	const char *what = readiness_title(m->rule);

	switch ((int)m->rule) {
	case READY_GOALS:
		return remind_supervisors(db, m->who, what);
	case READY_TIMES:
		return remind_attesters(db, m->who, m->ready->course, what);
	case READY_EARLIER_TIMES:
		return remind_attesters(db, m->who, m->ready->before, what);
	case READY_COURSES:
		return remind_providers(db, m->who, what);
	case READY_SERIES:
		return remind_leaders(db, m->who, m->ready->course, what);
	case READY_RESEARCH:
		return remind_research(db, m->who, what);
	case READY_UNVERIFIED:
		return remind_present(db, m->who, what);
	default:
		return DB_NONE;
	}
}

/* What the page says afterwards. */
static const char *
remind(const struct reminding *m)
{
	struct request *req = m->req;

	if (reminder_add(req->db, m->who, readiness_word(m->rule)) != DB_ONE)
		return "allerede";
	audit(req->db, m->who, "remind of documentation", "reminder", db_inserted(req->db), "");
	if (tell(m) == DB_ONE)
		return "mindet";
	if (remind_office(req->db, m->who, m->ready->course, readiness_title(m->rule)) != DB_ONE)
		return "ingen";
	return m->ready->lines[m->rule].who == ROLE_VUS ? "mindet" : "sekretariatet";
}

void
own_ready_remind(struct request *req, const struct subject *who, const struct form *form)
{
	const enum sending_kind kind = sending_of_word(form_line(form, "slags", 20));
	struct reminding m = { req, who, NULL, readiness_of_word(form_line(form, "krav", 20)) };

	if (kind < SENDING_KINDS && m.rule < READY_RULES)
		m.ready = ready_of(req->db, who, subject_id(who), kind, subject_today(who));
	if (m.ready == NULL || !ready_may_remind(m.ready, m.rule)) {
		answer_error(req, who, 409, "Der er intet at minde om",
		    "Det er på plads nu, eller det er endnu ikke deres tur. Gå tilbage til Dokumentation, og genindlæs siden.");
		return;
	}
	reply_see(req, url_with(req->arena, ready_at(req->arena), "besked", remind(&m)));
}
