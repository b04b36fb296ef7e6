/* SPDX-License-Identifier: MPL-2.0
 *
 * The supervisors of the department, now and before; one of them: what is delegated, and the end.
 */
#include "supervisors.h"

#include "audit.h"
#include "tell.h"

static struct day
last_day(struct day until)
{
	return until.year == 9999 ? (struct day){ 0 } : day_add(until, -1);
}

/* What is to be said of a role that does not hold today; NULL of one that does. */
static const char *
state_of(struct day since, struct day until, struct day today)
{
	if (day_compare(since, until) >= 0)
		return "Trukket tilbage";
	if (day_compare(today, until) >= 0)
		return "Sluttet";
	return day_compare(today, since) < 0 ? "Kommer" : NULL;
}

/* --- the list ------------------------------------------------------------------------------- */

static struct supervisor_row
row_of(struct request *req, const struct supervisors_here *s)
{
	return (struct supervisor_row){
		.at = url_of(req->arena, "/vejleder/vejledere/%u", s->held),
		.name = s->name,
		.role = role_title(role_of_word(s->role)),
		.doctors = !s->named     ? "Alle afdelingens læger"
		    : s->doctors == NULL ? "Ingen læger nu"
		                         : s->doctors,
		.since = s->since,
		.last = last_day(s->until),
		.state = state_of(s->since, s->until, req->today),
		.waits = s->waits,
	};
}

void
supervisors(struct request *req, const struct subject *who)
{
	struct supervisors_view v = { .head = head_of(req, who, "Vejledere"),
		.here = approve_here(req, who),
		.make = url_local(req->arena, "/vejleder/vejledere/ny") };
	struct supervisors_here *here = NULL;
	struct supervisor_row *now, *before;
	size_t n = 0;

	supervisors_here(req->db, who, &here, &n);
	now = arena_array(req->arena, n, sizeof *now);
	before = arena_array(req->arena, n, sizeof *before);
	for (size_t i = 0; i < n; i++) {
		struct supervisor_row row = row_of(req, &here[i]);
		bool over = day_compare(here[i].since, here[i].until) >= 0 ||
		    day_compare(req->today, here[i].until) >= 0;

		if (over)
			before[v.nbefore++] = row;
		else
			now[v.nnow++] = row;
	}
	v.now = now;
	v.before = before;
	supervisors_page(reply_html(req, 200), &v);
}

/* --- one ------------------------------------------------------------------------------------ */

static void
fill_rows(struct request *req, const struct subject *who, uint32_t held, struct supervisor_view *v)
{
	struct delegations_of *found = NULL;
	struct delegation_row *rows;

	delegations_of(req->db, who, held, &found, &v->n);
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] =
		    (struct delegation_row){ found[i].name, found[i].by_name, found[i].ended_by,
			    found[i].since, last_day(found[i].until), found[i].live };
	v->rows = rows;
}

static const char *
by_whom(struct arena *a, const char *name, const char *as, struct moment at)
{
	if (name == NULL)
		return NULL;
	return arena_format(a, "%s%s%s, %s", name, as == NULL ? "" : ", ",
	    as == NULL ? "" : role_title(role_of_word(as)), moment_text(a, at));
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	uint32_t held = path_u32(req, "held");
	struct supervisor_one s = { 0 };
	struct supervisor_view v = { .list = url_local(a, "/vejleder/vejledere"),
		.delegate = url_of(a, "/vejleder/vejledere/%u/delegation", held),
		.stop = url_of(a, "/vejleder/vejledere/%u/slut", held),
		.faults = faults_of(a, form) };

	if (supervisor_one(req->db, who, held, &s) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	v.head = head_of(req, who, s.name);
	v.head.notice = notice_of(req, "oprettet", "Vejlederen er oprettet og har fået besked.",
	    "ny",
	    "Vejlederen er oprettet. Mailen med adgang sendes, når sekretariatet har bekræftet den.",
	    "delegation", "Delegationen er gemt.", "slut",
	    "Slutdatoen er gemt, og vejlederen har fået besked.", NULL);
	v.role = role_title(role_of_word(s.role));
	v.place = s.place;
	v.since = s.since;
	v.last = last_day(s.until);
	v.state = state_of(s.since, s.until, req->today);
	v.named = s.named;
	v.over = s.over;
	v.waits = s.waits;
	v.own = s.person == subject_id(who);
	v.given = by_whom(a, s.given_by, s.given_as, s.made_at);
	v.ended = by_whom(a, s.ended_by, NULL, s.ended_at);
	fill_rows(req, who, held, &v);
	v.delegation = delegation_shown(
	    req, who, form_value(form, "omfang")[0] == '\0' ? NULL : form, s.person, held);
	if (form_value(form, "omfang")[0] == '\0')
		v.delegation.named = s.named;
	v.last_day = field_of(form, "sidste", "Sidste dag",
	    "Vejlederen kan svare til og med den dag. Det, der er godkendt, gælder stadig.");
	supervisor_page(reply_html(req, status), &v);
}

void
supervisor(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

static void
see(struct request *req, uint32_t held, const char *word)
{
	reply_see(req,
	    url_with(
	        req->arena, url_of(req->arena, "/vejleder/vejledere/%u", held), "besked", word));
}

/* It was ended by somebody else, or the day came, since the page was shown. */
static void
is_over(struct request *req, const struct subject *who)
{
	answer_error(req, who, 409, "Rollen er slut",
	    "Intet er ændret. Skal vedkommende være vejleder igen, så opret rollen på ny under Vejledere.");
}

void
supervisor_delegate(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t held = path_u32(req, "held");
	struct supervisor_one s = { 0 };
	struct delegation d;

	if (supervisor_one(req->db, who, held, &s) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (s.person == subject_id(who)) {
		answer_error(req, who, 409, "Det er din egen rolle",
		    "Intet er ændret. En anden UAO eller tutorlæge på stedet kan ændre den; du kan selv afslutte den.");
		return;
	}
	d = delegation_read(req, who, form, s.person);
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (supervisor_scope(req->db, who, held, d.named) != DB_ONE) {
		is_over(req, who);
		return;
	}
	delegation_store(req, who, held, &d);
	audit(req->db, who, "change delegation", "user_role", held,
	    d.named ? arena_format(req->arena, "named doctors: %zu", d.n) : "all doctors");
	see(req, held, "delegation");
}

/* The day after the last: today when it is to end at once. */
static struct day
read_end(struct request *req, const struct form *form)
{
	struct day last = form_day(form, "sidste");

	if (form_has(form, "hvornaar", "nu"))
		return req->today;
	if (day_is_none(last))
		form_refuse(
		    form, "sidste", "Skriv den sidste dag, eller vælg at slutte med det samme.");
	else if (day_compare(last, req->today) < 0)
		form_refuse(form, "sidste",
		    "Den sidste dag kan tidligst være i dag. Vælg at slutte med det samme, hvis det haster.");
	return day_add(last, 1);
}

void
supervisor_stop(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t held = path_u32(req, "held");
	struct supervisor_one s = { 0 };
	struct day until;

	if (supervisor_one(req->db, who, held, &s) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	until = read_end(req, form);
	if (!form_wrong(form) && !s.over && day_compare(until, s.until) >= 0)
		form_refuse(form, "sidste",
		    "Rollen slutter før den dag. Skal den vare længere, så opret den igen fra dagen efter.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (supervisor_end(req->db, who, held, until) != DB_ONE) {
		is_over(req, who);
		return;
	}
	tell_notice(req->db, s.person, NOTICE_ROLE_ENDED, 0,
	    arena_format(req->arena, "%s, %s%s", role_title(role_of_word(s.role)), s.place,
	        day_compare(until, req->today) <= 0
	            ? ""
	            : arena_format(req->arena, " (sidste dag %s)",
	                  day_text(req->arena, day_add(until, -1)))),
	    "/adgang/profil", subject_now(who));
	audit(req->db, who, "end supervisor", "user_role", held, day_iso(req->arena, until));
	see(req, held, "slut");
}
