/* SPDX-License-Identifier: MPL-2.0
 *
 * The roles of a user: given and ended by whoever may (logbook/role_rule.h), never by oneself, and
 * never a supervisor's by the secretariat (T-001).  Choosing a role and a place are addresses, and
 * the last step is the form that gives: nothing here needs a script.
 */
#include "access.h"
#include "audit.h"
#include "log.h"
#include "office.h"
#include "tell.h"

enum { PART_MOST = 60, UNITS_SHOWN = 30 };

/* Whose roles the page is about, and the role that was chosen there. */
struct giving {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL for a page shown the first time */
	struct person_one p;
	enum role role;
	uint32_t ended; /* the role whose form was wrong */
};

static enum role_answer
answer_of(const struct giving *g, enum role role)
{
	return role_may_give(subject_role(g->who), role, g->p.person == subject_id(g->who));
}

/* --- the page --------------------------------------------------------------------------- */

static void
fill_choices(const struct giving *g, struct roles_view *v)
{
	struct arena *a = g->req->arena;
	struct role_choice *c = arena_array(a, ROLES, sizeof *c);
	struct url at = url_of(a, "/sekretariat/brugere/%u/roller", g->p.person);

	for (enum role r = ROLE_NONE + 1; r < ROLES; r++)
		if (answer_of(g, r) == ROLE_MAY)
			c[v->nchoices++] =
			    (struct role_choice){ url_with(a, at, "rolle", role_word(r)),
				    role_title(r), r == g->role };
	v->choices = c;
}

/* Any part of a place's name, as a pattern of LIKE. */
static const char *
pattern(struct arena *a, const char *typed)
{
	struct text t = { .arena = a };

	text_puts(&t, "%");
	for (; *typed != '\0'; typed++) {
		if (*typed == '%' || *typed == '_' || *typed == '\\')
			text_puts(&t, "\\");
		text_add(&t, typed, 1);
	}
	text_puts(&t, "%");
	return t.at;
}

/* The places whose names fit; or, where the form was sent, the one that was chosen. */
static void
fill_units(const struct giving *g, struct roles_view *v)
{
	struct arena *a = g->req->arena;
	const bool practice = role_tie(g->role).practice;
	const char *typed = query_text(g->req, "sted");
	struct unit_choice *c = arena_array(a, UNITS_SHOWN + 1, sizeof *c);
	struct units_found *found;
	struct unit_of_region one = { 0 };

	v->part = field_of(NULL, "sted", practice ? "Praksis" : "Afdeling",
	    "En del af navnet. Kun steder i din region kan vælges.");
	v->part.value = typed;
	v->part.most = PART_MOST;
	v->units = c;
	v->unit_fault = form_fault(g->form, "enhed");
	if (g->form != NULL) {
		if (unit_of_region(g->req->db, g->who, form_u32(g->form, "enhed", 0), practice,
		        &one) == DB_ONE)
			c[v->nunits++] = (struct unit_choice){ arena_format(a, "%u", one.id),
				one.place, "", true };
		return;
	}
	if (typed[0] == '\0' ||
	    units_found(g->req->db, g->who, practice, pattern(a, utf8_clip(a, typed, PART_MOST)),
	        UNITS_SHOWN + 1, &found, &v->nunits) != DB_ONE)
		return;
	v->asked = true;
	v->cut = v->nunits > UNITS_SHOWN;
	v->nunits -= v->cut;
	for (size_t i = 0; i < v->nunits; i++)
		c[i] = (struct unit_choice){ arena_format(a, "%u", found[i].id), found[i].place,
			found[i].code, v->nunits == 1 };
}

/* A provider has a general course, a part-course leader one of a specialty. */
static struct select
courses_of_role(const struct giving *g, uint32_t chosen)
{
	return role_tie(g->role).specialty ? course_select(g->req, "Vælg kursus", chosen)
	                                   : provided_select(g->req, g->who, "Vælg kursus", chosen);
}

static void
fill_form(const struct giving *g, struct roles_view *v)
{
	const struct role_tie tie = role_tie(g->role);
	const bool leader = subject_role(g->who) == ROLE_PROJEKTLEDER;
	const struct form *f = g->form;

	v->role = role_word(g->role);
	v->title = role_title(g->role);
	v->wants_unit = tie.department || tie.practice;
	v->wants_course = tie.course;
	v->wants_specialty = tie.specialty && !tie.course;
	v->wants_region = tie.region && leader;
	if (v->wants_unit)
		fill_units(g, v);
	if (v->wants_specialty)
		v->specialty = specialty_select(
		    g->req, "Vælg speciale", f == NULL ? 0 : form_u32(f, "speciale", 0));
	if (v->wants_region)
		v->region =
		    region_select(g->req, "Vælg region", f == NULL ? 0 : form_u32(f, "region", 0));
	if (v->wants_course)
		v->course = courses_of_role(g, f == NULL ? 0 : form_u32(f, "kursus", 0));
	v->no_courses = v->wants_course && v->course.n == 1;
	v->specialty.fault = form_fault(f, "speciale");
	v->region.fault = form_fault(f, "region");
	v->course.fault = form_fault(f, "kursus");
	v->since = field_of(f, "fra", "Første dag", "Som 01.03.2027.");
	v->last = field_of(
	    f, "til", "Sidste dag (valgfri)", "Tom: rollen gælder, til nogen slutter den.");
	v->since.needed = true;
	if (f == NULL)
		v->since.value = day_text(g->req->arena, g->req->today);
}

/* The form that was wrong shows what is wrong with it. */
static void
mark_ended(const struct giving *g, struct roles_view *v)
{
	struct role_row *rows = arena_array(g->req->arena, v->nroles, sizeof *rows);

	for (size_t i = 0; i < v->nroles; i++) {
		rows[i] = v->roles[i];
		if (rows[i].id == g->ended) {
			rows[i].fault = form_fault(g->form, "sidste");
			rows[i].last = form_value(g->form, "sidste");
		}
	}
	v->roles = rows;
}

static void
show(const struct giving *g, unsigned status)
{
	struct request *req = g->req;
	struct arena *a = req->arena;
	struct url at = url_of(a, "/sekretariat/brugere/%u/roller", g->p.person);
	struct roles_view v = { .head =
		                    head_of(req, g->who, arena_format(a, "Roller: %s", g->p.name)),
		.name = g->p.name,
		.person = url_of(a, "/sekretariat/brugere/%u", g->p.person),
		.give = at,
		.find = at,
		.places = url_local(req->arena, "/sekretariat/steder"),
		.end = url_of(a, "/sekretariat/brugere/%u/roller/slut", g->p.person),
		.faults = faults_of(a, g->form),
		.oneself = g->p.person == subject_id(g->who),
		.by_leader = subject_role(g->who) == ROLE_PROJEKTLEDER };

	v.head.notice = notice_of(req, "givet", "Rollen er givet, og brugeren får besked.", "mail",
	    "Rollen er givet, og mailen med adgang er på vej.", "venter",
	    "Rollen er givet. Mailen med adgang sendes den første dag.", "holdt",
	    "Rollen er givet. Mailen med adgang kan ikke sendes: e-mail eller mobilnummer mangler.",
	    "slut", "Rollen er sluttet, og brugeren får besked.", "oprettet",
	    "Brugeren er oprettet. Giv nu en rolle: mailen med adgang sendes sammen med den første.",
	    "oprettet-kontrol",
	    "Brugeren er oprettet. CPR-nummeret består ikke den gamle kontrol (modulus 11), som nyere "
	    "numre heller ikke gør: se efter, om det er tastet rigtigt. Giv nu en rolle.",
	    NULL);
	v.roles = role_rows(req, g->who, g->p.person, &v.nroles, &v.before, &v.nbefore);
	if (g->ended != 0)
		mark_ended(g, &v);
	fill_choices(g, &v);
	if (g->role != ROLE_NONE)
		fill_form(g, &v);
	roles_page(reply_html(req, status), &v);
}

/* False, and answered, when there is no such person. */
static bool
begin(struct giving *g)
{
	if (person_one(g->req->db, g->who, path_u32(g->req, "doctor"), &g->p) == DB_ONE)
		return true;
	answer_not_found(g->req, g->who);
	return false;
}

/* A role that is not for them to give or end, with who can: also when the form is forged. */
static bool
refused(const struct giving *g, enum role role)
{
	enum role_answer answer = answer_of(g, role);

	if (answer == ROLE_MAY)
		return false;
	log_audit("person %u as %s may not give or end %s", subject_id(g->who),
	    role_word(subject_role(g->who)), role_word(role));
	answer_error(g->req, g->who, 403,
	    arena_format(
	        g->req->arena, "%s: ikke din rolle at give eller slutte", role_title(role)),
	    role_refusal(answer));
	return true;
}

void
roles(struct request *req, const struct subject *who)
{
	struct giving g = {
		.req = req, .who = who, .role = role_of_word(query_text(req, "rolle"))
	};

	if (!begin(&g) || (g.role != ROLE_NONE && refused(&g, g.role)))
		return;
	show(&g, 200);
}

/* --- giving ----------------------------------------------------------------------------- */

struct given {
	uint32_t unit, region, specialty, course; /* 0 for none */
	struct day since, until;
};

/* A course that is led belongs to a specialty, and its leader's role with it. */
static uint32_t
specialty_of(const struct giving *g, uint32_t course)
{
	struct course_choices *rows;
	size_t n;

	if (course_choices(g->req->db, &rows, &n) == DB_ONE)
		for (size_t i = 0; i < n; i++)
			if (rows[i].id == course)
				return rows[i].specialty;
	return 0;
}

static void
read_scope(const struct giving *g, struct given *to)
{
	const struct role_tie tie = role_tie(g->role);
	const struct form *f = g->form;
	struct unit_of_region unit = { 0 };

	if (tie.department || tie.practice) {
		to->unit = form_u32(f, "enhed", 0);
		if (unit_of_region(g->req->db, g->who, to->unit, tie.practice, &unit) != DB_ONE)
			form_refuse(f, "enhed", "Find stedet i din region, og vælg det.");
	}
	if (tie.region && subject_role(g->who) == ROLE_PROJEKTLEDER &&
	    (to->region = form_u32(f, "region", 0)) == 0)
		form_refuse(f, "region", "Vælg den region, som sekretariatet har.");
	if (tie.course) {
		to->course = form_u32(f, "kursus", 0);
		if (tie.specialty && (to->specialty = specialty_of(g, to->course)) == 0)
			form_refuse(f, "kursus", "Vælg det kursus, som delkursuslederen har.");
		else if (to->course == 0)
			form_refuse(f, "kursus", "Vælg det kursus, som kursusudbyderen har.");
	} else if (tie.specialty && (to->specialty = form_u32(f, "speciale", 0)) == 0) {
		form_refuse(f, "speciale", "Vælg specialet.");
	}
}

static void
read_days(const struct giving *g, struct given *to)
{
	struct day last = form_day(g->form, "til");
	const char *fault;

	to->since = form_day(g->form, "fra");
	if (form_wrong(g->form) &&
	    (form_fault(g->form, "fra") != NULL || form_fault(g->form, "til") != NULL))
		return;
	fault = role_days_fault(role_days(to->since, last, g->req->today));
	if (fault != NULL)
		form_refuse(g->form, "fra", fault);
	to->until = day_is_none(last) ? (struct day){ 9999, 12, 31 } : day_add(last, 1);
}

static const uint32_t *
or_null(const uint32_t *n)
{
	return *n == 0 ? NULL : n;
}

/* "Tutorlæge, Lægerne ved Åen, Fjordby": what the notice says. */
static const char *
role_words(const struct giving *g, const char *role, const char *place)
{
	const char *title = role_title(role_of_word(role));

	return place[0] == '\0' ? title : arena_format(g->req->arena, "%s, %s", title, place);
}

/* The way in comes with the first role; the word is for the page that follows. */
static const char *
send_access(const struct giving *g, bool is_first, struct day since)
{
	if (!is_first)
		return "givet";
	if (day_compare(since, g->req->today) > 0) {
		access_due_set(g->req->db, g->who, g->p.person, since);
		return "venter";
	}
	audit(g->req->db, g->who, "send access", "person", g->p.person, "first role");
	return access_send(g->req->db, g->req->config, g->p.person, ACCESS_FIRST, g->req->now) ==
	        ACCESS_SENT
	    ? "mail"
	    : "holdt";
}

static void
see(const struct giving *g, const char *word)
{
	struct url at = url_of(g->req->arena, "/sekretariat/brugere/%u/roller", g->p.person);

	reply_see(g->req, url_with(g->req->arena, at, "besked", word));
}

static void
give(const struct giving *g, const struct given *to)
{
	struct db *db = g->req->db;
	struct role_lock lock = { 0 };
	struct role_one one = { 0 };
	uint32_t id;

	if (role_lock(db, g->who, g->p.person, &lock) != DB_ONE ||
	    role_give(db, g->who, g->p.person, role_word(g->role), or_null(&to->unit),
	        or_null(&to->region), or_null(&to->specialty), or_null(&to->course), to->since,
	        to->until) != DB_ONE) {
		form_refuse(g->form, "fra",
		    "Brugeren har allerede den rolle her i nogle af de dage. Slut den først, eller vælg andre dage.");
		show(g, 409);
		return;
	}
	id = db_inserted(db);
	if (role_one(db, g->who, g->p.person, id, &one) == DB_ONE)
		tell_notice(db, g->p.person, NOTICE_ROLE_GIVEN, 0,
		    role_words(g, one.role, one.place), "/adgang/profil", g->req->now);
	audit(db, g->who, "give role", "user_role", id, role_word(g->role));
	see(g, send_access(g, lock.held == 0, to->since));
}

void
role_give_to(struct request *req, const struct subject *who, const struct form *form)
{
	struct giving g = { .req = req,
		.who = who,
		.form = form,
		.role = role_of_word(form_value(form, "rolle")) };
	struct given to = { 0 };

	if (!begin(&g))
		return;
	if (g.role == ROLE_NONE) {
		form_refuse(form, "rolle", "Vælg først, hvilken rolle der skal gives.");
		show(&g, 422);
		return;
	}
	if (refused(&g, g.role))
		return;
	read_scope(&g, &to);
	read_days(&g, &to);
	if (form_wrong(form))
		show(&g, 422);
	else
		give(&g, &to);
}

/* --- ending ----------------------------------------------------------------------------- */

static void
end(struct giving *g, const struct role_one *r, struct day until)
{
	struct db *db = g->req->db;

	if (role_end(db, g->who, g->p.person, r->id, until) != DB_ONE) {
		answer_error(g->req, g->who, 409, "Rollen kan ikke sluttes her",
		    "Enten slutter den allerede den dag eller før, eller den hører til en anden region, "
		    "og så kan dens sekretariat slutte den. Gå tilbage, og genindlæs siden.");
		return;
	}
	tell_notice(db, g->p.person, NOTICE_ROLE_ENDED, 0, role_words(g, r->role, r->place),
	    "/adgang/profil", g->req->now);
	audit(db, g->who, "end role", "user_role", r->id, r->role);
	see(g, "slut");
}

void
role_end_of(struct request *req, const struct subject *who, const struct form *form)
{
	struct giving g = { .req = req, .who = who, .form = form };
	struct role_one r = { 0 };
	struct day until;

	if (!begin(&g))
		return;
	g.ended = form_u32(form, "id", 0);
	if (role_one(req->db, who, g.p.person, g.ended, &r) != DB_ONE) {
		answer_error(req, who, 409, "Rollen er der ikke mere",
		    "Den kan være sluttet, siden siden blev vist. Gå tilbage, og genindlæs siden.");
		return;
	}
	if (refused(&g, role_of_word(r.role)))
		return;
	until = role_ends(form_day(form, "sidste"), req->today);
	if (day_is_none(until))
		form_refuse(form, "sidste",
		    "Den sidste dag kan tidligst være i dag. Lad feltet stå tomt for at slutte rollen nu.");
	if (form_wrong(form))
		show(&g, 422);
	else
		end(&g, &r, until);
}
