/* SPDX-License-Identifier: MPL-2.0
 *
 * The page of any user: who they are, which roles they hold, where they train.  What is in the
 * logbook itself stands on pages of its own, each look at which is recorded.
 */
#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "office.h"
#include "permission.h"
#include "person_rule.h"
#include "queries/help.h"
#include "queries/reset.h"
#include "secret.h"

/* --- roles ------------------------------------------------------------------------------ */

static struct role_row
role_of_row(struct arena *a, const struct person_roles *h, struct day today)
{
	enum role role = role_of_word(h->role);
	const char *as = h->given_as == NULL ? NULL : role_short(role_of_word(h->given_as));

	(void)a;
	return (struct role_row){
		.id = h->id,
		.title = role_title(role),
		.place = role == ROLE_UL && h->place[0] == '\0' ? "Egen logbog" : h->place,
		.given_by = h->given_by,
		.given_as = as,
		.ended_by = h->ended_by,
		.ended_at = h->ended_at,
		.since = h->since,
		/* one that ended before it began has no last day of its own */
		.until = day_compare(h->until, h->since) > 0 ? last_day(h->until) : h->since,
		.now = h->now,
		.later = day_compare(h->since, today) > 0 && day_compare(h->until, h->since) > 0,
	};
}

/* May who looks end it: by the table, and in their own region. */
static bool
may_end(const struct subject *who, uint32_t person, uint32_t region, const struct person_roles *h)
{
	enum role role = role_of_word(h->role);

	if (role_may_give(subject_role(who), role, person == subject_id(who)) != ROLE_MAY)
		return false;
	if (subject_role(who) != ROLE_VUS)
		return true;
	return h->has_unit_region ? h->unit_region == region
	                          : !h->has_region || h->region == region;
}

const struct role_row *
role_rows(struct request *req, const struct subject *who, uint32_t person, size_t *n,
    const struct role_row **before, size_t *nbefore)
{
	struct person_roles *held;
	struct own_region own = { 0 };
	struct role_row *now, *over;
	size_t all = 0;

	*n = *nbefore = 0;
	if (person_roles(req->db, who, person, &held, &all) != DB_ONE)
		return NULL;
	own_region(req->db, who, &own);
	now = arena_array(req->arena, all, sizeof *now);
	over = arena_array(req->arena, all, sizeof *over);
	for (size_t i = 0; i < all; i++) {
		struct role_row row = role_of_row(req->arena, &held[i], req->today);

		if (row.now || row.later) {
			row.may_end = may_end(who, person, own.region, &held[i]);
			now[(*n)++] = row;
		} else {
			over[(*nbefore)++] = row;
		}
	}
	*before = over;
	return now;
}

/* --- the page --------------------------------------------------------------------------- */

static void
fill_links(struct arena *a, const struct person_one *p, struct person_view *v)
{
	struct places places = office_places(a, p->person);

	v->people = url_local(a, "/sekretariat/brugere");
	v->show_cpr = url_of(a, "/sekretariat/brugere/%u/cpr", p->person);
	v->roles_at = url_of(a, "/sekretariat/brugere/%u/roller", p->person);
	v->move = url_of(a, "/sekretariat/brugere/%u/maalbeskrivelse", p->person);
	v->login = url_of(a, "/sekretariat/brugere/%u/login", p->person);
	v->reached = p->own && p->lists;
	v->elsewhere = p->doctor && !p->own;
	v->competencies = places.list;
	v->training = url_of(a, "/sekretariat/brugere/%u/uddannelsesforloeb", p->person);
	v->merit = url_of(a, "/sekretariat/godkend-merit/%u", p->person);
	v->research = url_of(a, "/sekretariat/brugere/%u/forskningstraening", p->person);
	v->course_list = url_of(a, "/sekretariat/brugere/%u/kurser", p->person);
	v->attestations = url_of(a, "/sekretariat/brugere/%u/attestationer", p->person);
	v->pdf = url_local(a, arena_format(a, "%s.pdf", places.print.text));
	v->xlsx = url_local(a, arena_format(a, "%s.xlsx", places.print.text));
	v->json = url_local(a, arena_format(a, "%s.json", places.print.text));
}

/* How it is with the way in. */
static const char *
access_words(struct arena *a, const struct person_one *p)
{
	if (p->email[0] == '\0' || p->mobile[0] == '\0')
		return "Holdt tilbage: e-mail eller mobilnummer mangler";
	if (p->unconfirmed)
		return "Holdt tilbage: e-mail og mobil er ikke bekræftet";
	if (!day_is_none(p->access_due))
		return arena_format(a, "Mailen sendes %s", day_text(a, p->access_due));
	return p->access ? "Har en adgangskode" : "Har endnu ikke valgt en adgangskode";
}

static const char *
notice_for(struct request *req)
{
	return notice_of(req, "oprettet", "Brugeren er oprettet.", "kendt",
	    "CPR-nummeret hører allerede til denne bruger. Der er ikke oprettet nogen.", "flyttet",
	    "Lægen er flyttet til den anden målbeskrivelse og får besked.", NULL);
}

/* A way to the help is shown to who may give it; everybody else is told who does. */
static void
fill_help(struct request *req, const struct subject *who, uint32_t id, struct person_view *v)
{
	struct help_person p = { 0 };

	if (help_person(req->db, who, id, &p) != DB_ONE)
		return;
	v->helped = p.helped;
	v->helped_above = p.above;
	v->helped_by = p.regions;
}

/* With the whole CPR number where it is given. */
static void
show(struct request *req, const struct subject *who, const struct person_one *p, const char *cpr)
{
	enum role role = subject_role(who);
	struct person_view v = {
		.head = head_of(req, who, p->name),
		.email = p->email,
		.mobile = mobile_shown(req->arena, p->mobile),
		.auth_id = p->auth_id,
		.planned = planned_words(req->arena, p->planned, p->begins),
		.access = access_words(req->arena, p),
		.made = strcmp(p->via, "IMPORT") == 0 ? "ved import" : "manuelt",
		.made_at = p->made_at,
		.cpr_is_whole = cpr != NULL,
		.replacement = p->replacement,
		.unconfirmed = p->unconfirmed,
		.born = p->born,
	};
	struct reset_doctor held = { 0 };

	v.cpr = cpr != NULL ? cpr : cpr_masked(req->arena, p->born, p->replacement);
	fill_links(req->arena, p, &v);
	fill_help(req, who, p->person, &v);
	v.head.notice = notice_for(req);
	v.national = role == ROLE_PROJEKTLEDER;
	v.may_give =
	    (permission_has(GIVE_ROLES, role) || permission_has(GIVE_NATIONAL_ROLES, role)) &&
	    p->person != subject_id(who);
	v.may_reset = v.reached && permission_has(RESET_APPROVALS, role) &&
	    reset_doctor(req->db, who, p->person, &held) == DB_ONE;
	v.files = url_of(req->arena, "/sekretariat/brugere/%u/filer", p->person);
	v.notes = url_of(req->arena, "/sekretariat/brugere/%u/notater", p->person);
	v.reset = url_of(req->arena, "/sekretariat/brugere/%u/nulstil", p->person);
	v.may_move = v.reached && permission_has(MOVE_CURRICULUM, role);
	v.roles = role_rows(req, who, p->person, &v.nroles, &v.before, &v.nbefore);
	v.courses = course_rows(req, who, p->person, &v.ncourses);
	person_page(reply_html(req, 200), &v);
}

void
person(struct request *req, const struct subject *who)
{
	struct person_one p = { 0 };

	if (person_one(req->db, who, path_u32(req, "doctor"), &p) == DB_ONE)
		show(req, who, &p, NULL);
	else
		answer_not_found(req, who);
}

/* Audited, and told to the doctor as a look (R-GDP-04, R-GDP-05). */
void
person_show_cpr(struct request *req, const struct subject *who, const struct form *form)
{
	struct person_one p = { 0 };
	struct person_cpr row = { 0 };
	struct bytes digits;

	(void)form;
	if (person_one(req->db, who, path_u32(req, "doctor"), &p) != DB_ONE ||
	    person_cpr(req->db, who, p.person, &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	digits = secret_open_sealed(req->arena, KEY_CPR_SEAL, row.sealed);
	if (digits.at == NULL || digits.n != 10) {
		answer_error(req, who, 500, "CPR-nummeret kan ikke åbnes",
		    "Det er gemt under en anden nøgle. Kontakt hjælpen med koden herunder.");
		return;
	}
	audit(req->db, who, "show cpr", "person", p.person, "");
	if (p.doctor)
		looked_into(req, p.person);
	show(req, who, &p, cpr_text(req->arena, (const char *)digits.at));
}
