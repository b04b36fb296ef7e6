/* SPDX-License-Identifier: MPL-2.0
 *
 * The lists say who goes where and when, and nothing of a logbook; that the day is kept as a row, and
 * held to the rules, is the triggers' (schema/rules/handover.sql).
 */
#include "handover.h"

#include "audit.h"
#include "handover_rule.h"
#include "queries/handover.h"

enum { SHOWN = 200 };

static const struct day open_end = { 9999, 12, 31 };

static struct day
last_of(struct day until)
{
	return day_compare(until, open_end) == 0 ? (struct day){ 0 } : day_add(until, -1);
}

/* --- the lists ------------------------------------------------------------------------------- */

static void
fill_leaving(struct request *req, const struct subject *who, struct handovers_view *v)
{
	struct handover_leaving *found = NULL;
	struct handover_row *rows;

	if (handover_leaving(req->db, who, SHOWN + 1, &found, &v->nleaving) != DB_ONE)
		v->nleaving = 0;
	v->more_leaving = v->nleaving > SHOWN;
	v->nleaving -= v->more_leaving;
	rows = arena_array(req->arena, v->nleaving, sizeof *rows);
	for (size_t i = 0; i < v->nleaving; i++)
		rows[i] = (struct handover_row){
			url_of(req->arena, "/sekretariat/overdragelser/%u", found[i].doctor),
			found[i].name,
			found[i].region,
			found[i].since,
			last_of(found[i].office_until),
		};
	v->leaving = rows;
}

static void
fill_coming(struct request *req, const struct subject *who, struct handovers_view *v)
{
	struct handover_coming *found = NULL;
	struct handover_row *rows;

	if (handover_coming(req->db, who, SHOWN + 1, &found, &v->ncoming) != DB_ONE)
		v->ncoming = 0;
	v->more_coming = v->ncoming > SHOWN;
	v->ncoming -= v->more_coming;
	rows = arena_array(req->arena, v->ncoming, sizeof *rows);
	for (size_t i = 0; i < v->ncoming; i++)
		rows[i] = (struct handover_row){
			url_of(req->arena, "/sekretariat/brugere/%u", found[i].doctor),
			found[i].name,
			found[i].region,
			found[i].since,
			last_of(found[i].office_until),
		};
	v->coming = rows;
}

void
handovers(struct request *req, const struct subject *who)
{
	struct handovers_view v = { .head = head_of(req, who, "Overdragelser") };

	v.head.notice = notice_of(req, "gemt", "Adgangens sidste dag er gemt.", NULL);
	fill_leaving(req, who, &v);
	fill_coming(req, who, &v);
	handovers_page(reply_html(req, 200), &v);
}

/* --- one doctor ------------------------------------------------------------------------------ */

/* The courses by which the secretariat has its access; 0 where the doctor does not leave it. */
static size_t
courses_of(struct request *req, const struct subject *who, struct handover_courses **rows)
{
	size_t n = 0;

	return handover_courses(req->db, who, path_u32(req, "doctor"), rows, &n) == DB_ONE ? n : 0;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct handover_view v = { .back = url_local(a, "/sekretariat/overdragelser"),
		.faults = faults_of(a, form) };
	struct handover_courses *rows;

	if (courses_of(req, who, &rows) == 0) {
		answer_not_found(req, who);
		return;
	}
	v.head = head_of(req, who, arena_format(a, "Overdragelse: %s", rows->name));
	v.at = url_below(a, v.back, path_u32(req, "doctor"));
	v.person = url_of(a, "/sekretariat/brugere/%u", path_u32(req, "doctor"));
	v.name = rows->name;
	v.region = rows->region;
	v.since = rows->since;
	v.last = last_of(rows->office_until);
	v.earliest = handover_earliest(rows->since, req->today);
	v.day = field_of(form, "til", "Sidste dag med adgang",
	    "Fx 31.01.2027. Tom, når sekretariatet fortsat skal kunne se logbogen.");
	if (form == NULL && !day_is_none(v.last))
		v.day.value = day_text(a, v.last);
	handover_page(reply_html(req, status), &v);
}

void
handover(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* The same day again adds no row. */
static bool
set(struct request *req, const struct subject *who, const struct handover_courses *rows, size_t n,
    struct day until)
{
	bool changed = false;

	for (size_t i = 0; i < n; i++) {
		if (day_compare(rows[i].office_until, until) == 0)
			continue;
		if (handover_add(req->db, who, rows[i].course, until) != DB_ONE)
			return false;
		changed = true;
	}
	if (changed)
		audit(req->db, who, "hand over", "person", path_u32(req, "doctor"),
		    day_iso(req->arena, until));
	return true;
}

void
handover_set(struct request *req, const struct subject *who, const struct form *form)
{
	struct day last = form_day(form, "til");
	struct handover_courses *rows;
	size_t n = courses_of(req, who, &rows);
	const char *fault;

	if (n == 0) {
		answer_not_found(req, who);
		return;
	}
	fault = handover_fault(req->arena, last, rows->since, req->today);
	if (!form_wrong(form) && fault != NULL)
		form_refuse(form, "til", fault);
	if (form_wrong(form))
		show(req, who, form, 422);
	else if (set(req, who, rows, n, day_is_none(last) ? open_end : day_add(last, 1)))
		reply_see(req,
		    url_with(req->arena, url_local(req->arena, "/sekretariat/overdragelser"),
		        "besked", "gemt"));
	else
		answer_error(req, who, 409, "Overdragelsen kunne ikke gemmes",
		    "Lægens forløb er ændret imens. Intet er gemt. Gå tilbage, og prøv igen.");
}
