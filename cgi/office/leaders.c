/* SPDX-License-Identifier: MPL-2.0
 *
 * Head and part-course leaders by specialty (domain 12.1), the specialties that have no head
 * course leader today, and the part courses.  The roles themselves are given on the person's
 * page.
 */
#include <ctype.h>
#include <string.h>

#include "audit.h"
#include "queries/offered.h"
#include "reference.h"

enum { NAME_MOST = 120 };

/* What is read, and what of it each specialty has. */
struct leading {
	struct specialties_all *specialties;
	struct course_leaders *leaders;
	struct courses_led *courses;
	size_t nspecialties, nleaders, ncourses;
};

static bool
read_all(struct request *req, const struct subject *who, struct leading *l)
{
	return specialties_all(req->db, subject_today(who), &l->specialties, &l->nspecialties) ==
	    DB_ONE &&
	    course_leaders(req->db, who, &l->leaders, &l->nleaders) == DB_ONE &&
	    courses_led(req->db, who, &l->courses, &l->ncourses) == DB_ONE;
}

static const char *
origin(struct arena *a, const struct course_leaders *r)
{
	if (r->given_by != NULL)
		return arena_format(a, "Givet af %s", r->given_by);
	return r->has_run ? arena_format(a, "Import nr. %u", r->run) : "Import";
}

static struct course_leader
leader_of(struct arena *a, const struct course_leaders *r)
{
	return (struct course_leader){
		.person = url_of(a, "/sekretariat/brugere/%u", r->person),
		.name = r->name,
		.role = role_title(role_of_word(r->role)),
		.course = r->course,
		.from = origin(a, r),
		.since = r->since,
		.until = r->until.year == 9999 ? (struct day){ 0 } : day_add(r->until, -1),
		.now = r->now,
	};
}

static const char *
kind_title(const char *kind)
{
	static const struct {
		const char *word, *title;
	} known[] = {
		{ "GENERAL", "Generelt kursus" },
		{ "SPECIALTY", "Specialespecifikt delkursus" },
		{ "CROSS_SPECIALTY", "Tværgående kursus" },
		{ "RESEARCH", "Forskningstræning" },
	};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strcmp(known[i].word, kind) == 0)
			return known[i].title;
	return kind;
}

/* What there is of that specialty; 0 is none. */
static struct led_specialty
led(struct arena *a, const struct leading *l, uint32_t specialty, const char *name)
{
	struct course_leader *leaders = arena_array(a, l->nleaders, sizeof *leaders);
	struct led_course *courses = arena_array(a, l->ncourses, sizeof *courses);
	struct led_specialty row = { .name = name, .leaders = leaders, .courses = courses };

	for (size_t i = 0; i < l->nleaders; i++) {
		const struct course_leaders *r = &l->leaders[i];

		if ((r->has_specialty ? r->specialty : 0) == specialty)
			leaders[row.nleaders++] = leader_of(a, r);
	}
	for (size_t i = 0; i < l->ncourses; i++) {
		const struct courses_led *c = &l->courses[i];

		if ((c->has_specialty ? c->specialty : 0) == specialty)
			courses[row.ncourses++] = (struct led_course){ c->name, c->code,
				kind_title(c->kind), c->leaders == NULL ? "" : c->leaders };
	}
	return row;
}

static bool
has_head(const struct leading *l, uint32_t specialty)
{
	for (size_t i = 0; i < l->nleaders; i++)
		if (l->leaders[i].now && l->leaders[i].has_specialty &&
		    l->leaders[i].specialty == specialty && strcmp(l->leaders[i].role, "HKL") == 0)
			return true;
	return false;
}

static void
fill(struct request *req, const struct form *form, const struct leading *l, struct leaders_view *v)
{
	struct arena *a = req->arena;
	struct led_specialty *rows = arena_array(a, l->nspecialties + 1, sizeof *rows);
	struct specialty_choice *choices = arena_array(a, l->nspecialties, sizeof *choices);
	const char **headless = arena_array(a, l->nspecialties, sizeof *headless);

	for (size_t i = 0; i <= l->nspecialties; i++) {
		const struct specialties_all *s = i == l->nspecialties ? NULL : &l->specialties[i];

		rows[v->n] = led(a, l, s == NULL ? 0 : s->specialty, s == NULL ? "" : s->name);
		v->n += rows[v->n].nleaders + rows[v->n].ncourses > 0;
		if (s == NULL || !s->live)
			continue;
		if (!has_head(l, s->specialty))
			headless[v->nheadless++] = s->name;
		choices[v->nspecialties++] = (struct specialty_choice){ s->specialty, s->name,
			form_has(form, "speciale", arena_format(a, "%u", s->specialty)) };
	}
	v->rows = rows;
	v->specialties = choices;
	v->headless = headless;
}

static void
show(struct request *req, const struct subject *who, const struct form *form)
{
	struct leaders_view v = {
		.head = head_of(req, who, "Kursusledere"),
		.at = url_local(req->arena, "/sekretariat/kursusledere"),
		.people = url_local(req->arena, "/sekretariat/brugere"),
		.faults = faults_of(req->arena, form),
		.name = field_of(form, "navn", "Delkursets navn", NULL),
		.specialty_fault = form_fault(form, "speciale"),
	};
	struct leading l = { 0 };

	if (!read_all(req, who, &l))
		return;
	fill(req, form, &l, &v);
	v.name.needed = true;
	v.name.most = NAME_MOST;
	v.head.notice = notice_of(req, "oprettet", "Delkurset er oprettet.", NULL);
	leaders_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
leaders(struct request *req, const struct subject *who)
{
	show(req, who, NULL);
}

/* "geriatri-akut-sygdom": the specialty's code and the name in plain letters, at most 80. */
static const char *
code_of(struct arena *a, const char *specialty, const char *name)
{
	static const struct {
		const char *letter, *plain;
	} danish[] = { { "æ", "ae" }, { "Æ", "ae" }, { "ø", "oe" }, { "Ø", "oe" }, { "å", "aa" },
		{ "Å", "aa" } };
	struct text t = { .arena = a };
	bool gap = true;

	text_puts(&t, specialty);
	for (const char *p = name; *p != '\0' && t.len < 78; p++) {
		const char *plain = NULL;

		for (size_t i = 0; i < sizeof danish / sizeof danish[0]; i++)
			if (strncmp(p, danish[i].letter, 2) == 0)
				plain = danish[i].plain;
		if (plain == NULL && !isalnum((unsigned char)*p)) {
			gap = true;
			continue;
		}
		if (gap)
			text_puts(&t, "-");
		gap = false;
		if (plain != NULL)
			text_puts(&t, plain);
		else
			text_format(&t, "%c", tolower((unsigned char)*p));
		p += plain != NULL;
	}
	return arena_format(a, "%.80s", t.at);
}

void
course_make(struct request *req, const struct subject *who, const struct form *form)
{
	const char *name = form_needed(form, "navn", NAME_MOST, "Skriv delkursets navn.");
	const uint32_t id = form_u32(form, "speciale", 0);
	struct specialty_code s = { 0 };

	if (id == 0 || specialty_code(req->db, who, id, &s) != DB_ONE)
		form_refuse(form, "speciale", "Vælg specialet.");
	if (!form_wrong(form)) {
		switch (
		    part_course_add(req->db, who, code_of(req->arena, s.code, name), name, id)) {
		case DB_TAKEN:
			form_refuse(form, "navn",
			    "Specialet har allerede et delkursus med det navn. Vælg et andet navn.");
			break;
		case DB_NONE:
			form_refuse(form, "speciale", "Specialet er ophørt. Vælg et andet.");
			break;
		case DB_ONE:
			audit(
			    req->db, who, "add course", "course_def", db_inserted(req->db), s.code);
			break;
		case DB_AGAIN:
		case DB_DOWN:
			return;
		}
	}
	if (form_wrong(form)) {
		show(req, who, form);
		return;
	}
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/sekretariat/kursusledere"), "besked",
	        "oprettet"));
}
