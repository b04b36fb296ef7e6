/* SPDX-License-Identifier: MPL-2.0
 *
 * The page of any user: who they are, which roles they hold, where they train.  What is in the
 * logbook itself stands on pages of its own, each look at which is recorded.
 */
#include <string.h>

#include "audit.h"
#include "cpr.h"
#include "office.h"
#include "secret.h"

/* The last day of a span that ends before `until`; no day where it is open. */
static struct day
last_day(struct day until)
{
	return until.year == 9999 ? (struct day){ 0 } : day_add(until, -1);
}

static void
fill_roles(struct request *req, const struct subject *who, uint32_t id, struct person_view *v)
{
	struct person_roles *held;
	struct role_row *rows;

	if (person_roles(req->db, who, id, &held, &v->nroles) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->nroles, sizeof *rows);
	for (size_t i = 0; i < v->nroles; i++) {
		enum role role = role_of_word(held[i].role);

		rows[i] = (struct role_row){
			.title = role_title(role),
			.place = role == ROLE_UL && held[i].place[0] == '\0' ? "Egen logbog"
			                                                     : held[i].place,
			.given_by = held[i].given_by,
			.since = held[i].since,
			.until = last_day(held[i].until),
			.now = held[i].now,
		};
	}
	v->roles = rows;
}

static const char *
stage_title(const char *stage)
{
	static const struct {
		const char *word, *title;
	} stages[] = {
		{ "KBU", "Klinisk basisuddannelse (KBU)" },
		{ "INTRO", "Introduktionsuddannelse" },
		{ "HU", "Hoveduddannelse" },
		{ "EVAL", "Evalueringsansættelse" },
	};

	for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++)
		if (strcmp(stages[i].word, stage) == 0)
			return stages[i].title;
	return stage;
}

static struct course_row
course_of(struct arena *a, const struct person_training *r)
{
	const char *stage = stage_title(r->stage);

	return (struct course_row){
		.title =
		    r->specialty == NULL ? stage : arena_format(a, "%s, %s", stage, r->specialty),
		.region = r->region,
		.number = r->number,
		.since = r->since,
		.until = last_day(r->until),
		.lists = markup_of_lines(a, r->lists),
		.has_lists = r->lists != NULL,
	};
}

/* Rows of the same course after one another are its elements. */
static void
fill_training(struct request *req, const struct subject *who, uint32_t id, struct person_view *v)
{
	struct person_training *rows;
	struct course_row *courses;
	struct element_row *elements;
	size_t n;

	if (person_training(req->db, who, id, &rows, &n) != DB_ONE)
		return;
	courses = arena_array(req->arena, n, sizeof *courses);
	elements = arena_array(req->arena, n, sizeof *elements);
	for (size_t i = 0; i < n; i++) {
		const struct person_training *r = &rows[i];

		if (i == 0 || r->course != rows[i - 1].course) {
			courses[v->ncourses] = course_of(req->arena, r);
			courses[v->ncourses++].elements = &elements[i];
		}
		if (r->place == NULL)
			continue;
		courses[v->ncourses - 1].n++;
		elements[i] = (struct element_row){ r->place, r->element_since,
			last_day(r->element_until), r->fraction, r->now };
	}
	v->courses = courses;
}

static void
fill_links(struct arena *a, const struct person_one *p, struct person_view *v)
{
	struct places places = office_places(a, p->person);

	v->people = url_local(a, "/sekretariat/brugere");
	v->show_cpr = url_of(a, "/sekretariat/brugere/%u/cpr", p->person);
	v->login = url_of(a, "/sekretariat/brugere/%u/login", p->person);
	v->reached = p->own && p->lists;
	v->elsewhere = p->doctor && !p->own;
	v->competencies = places.list;
	v->merit = url_of(a, "/sekretariat/godkend-merit/%u", p->person);
	v->pdf = url_local(a, arena_format(a, "%s.pdf", places.print.text));
	v->xlsx = url_local(a, arena_format(a, "%s.xlsx", places.print.text));
	v->json = url_local(a, arena_format(a, "%s.json", places.print.text));
}

/* With the whole CPR number where it is given. */
static void
show(struct request *req, const struct subject *who, const struct person_one *p, const char *cpr)
{
	struct person_view v = {
		.head = head_of(req, who, p->name),
		.email = p->email,
		.mobile = p->mobile,
		.auth_id = p->auth_id,
		.cpr_is_whole = cpr != NULL,
		.replacement = p->replacement,
		.born = p->born,
	};

	v.cpr = cpr != NULL ? cpr : cpr_masked(req->arena, p->born, p->replacement);
	fill_links(req->arena, p, &v);
	fill_roles(req, who, p->person, &v);
	fill_training(req, who, p->person, &v);
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
