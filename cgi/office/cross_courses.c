/* SPDX-License-Identifier: MPL-2.0
 *
 * "Tværfaglige kurser": which courses specialties share (R-KUR-21).  As with all courses one is ended
 * and another added; nothing of one is changed.
 */
#include "cross_courses.h"

#include "audit.h"
#include "course_rule.h"
#include "doctor_courses.h"
#include "queries/course_office.h"

enum { NAME_MOST = 120, SHARING_LEAST = 2 };

static struct url
list_url(struct arena *a)
{
	return url_local(a, "/sekretariat/kurser/tvaerfaglige");
}

static void
fill_rows(struct request *req, const struct subject *who, struct cross_view *v)
{
	struct cross_courses *found = NULL;
	struct cross_row *rows;

	if (cross_courses(req->db, who, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct cross_row){ found[i].course,
			found[i].has_hours ? found[i].hours : 0, found[i].name,
			found[i].specialties == NULL ? "" : found[i].specialties,
			day_compare(req->today, found[i].until) < 0, day_add(found[i].until, -1) };
	v->rows = rows;
}

static const struct cross_choice *
choices_of(struct request *req, const struct subject *who, const struct form *form, size_t *n)
{
	static const struct cross_choice none;
	struct cross_specialties *found = NULL;
	struct cross_choice *c;

	if (cross_specialties(req->db, who, &found, n) != DB_ONE) {
		*n = 0;
		return &none;
	}
	c = arena_array(req->arena, *n, sizeof *c);
	for (size_t i = 0; i < *n; i++)
		c[i] = (struct cross_choice){ found[i].specialty, (uint32_t)found[i].hours,
			found[i].name,
			form_has(
			    form, "speciale", arena_format(req->arena, "%u", found[i].specialty)) };
	return c;
}

static void
show(struct request *req, const struct subject *who, const struct form *form)
{
	struct arena *a = req->arena;
	struct cross_view v = { .head = head_of(req, who, "Tværfaglige kurser"),
		.back = url_local(a, "/sekretariat/kurser"),
		.make = list_url(a),
		.finish = url_local(a, "/sekretariat/kurser/tvaerfaglige/slut"),
		.name = field_of(form, "navn", "Kursets navn", NULL),
		.hours = field_of(
		    form, "timer", "Timer", "Specialets kurser kan højst have 210 timer i alt."),
		.choice_fault = form_fault(form, "speciale"),
		.finish_fault = form_fault(form, "kursus"),
		.faults = faults_of(a, form) };

	v.head.notice =
	    notice_of(req, "oprettet", "Kurset er oprettet.", "slut", "Kurset er afsluttet.", NULL);
	v.name.most = NAME_MOST;
	v.name.needed = v.hours.needed = true;
	v.hours.inputmode = "numeric";
	fill_rows(req, who, &v);
	v.choices = choices_of(req, who, form, &v.nchoices);
	cross_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
cross_list(struct request *req, const struct subject *who)
{
	show(req, who, NULL);
}

static void
see(struct request *req, const char *word)
{
	reply_see(req, url_with(req->arena, list_url(req->arena), "besked", word));
}

/* At least two, none with more hours than it may have (R-KUR-20): what is wrong is noted at the field. */
static void
check_sharing(struct request *req, const struct form *form, const struct cross_choice *c, size_t n,
    uint32_t hours)
{
	size_t chosen = 0;

	for (size_t i = 0; i < n; i++) {
		chosen += c[i].chosen;
		if (c[i].chosen && hours > 0 && !series_has_room(c[i].hours, hours))
			form_refuse(form, "speciale",
			    arena_format(req->arena,
			        "%s får så mere end 210 timer i alt, og det må specialet ikke.",
			        c[i].name));
	}
	if (chosen < SHARING_LEAST)
		form_refuse(form, "speciale", "Vælg mindst to specialer.");
}

/* The course and all its specialties, or nothing: what fails is sticky, and the gate takes all back. */
static bool
add(struct request *req, const struct subject *who, const char *name, uint32_t hours,
    const struct cross_choice *c, size_t n)
{
	uint32_t course;

	if (cross_course_add(req->db, who, course_code_made(req->arena, "faelles"), name, hours) !=
	    DB_ONE)
		return false;
	course = db_inserted(req->db);
	for (size_t i = 0; i < n; i++)
		if (c[i].chosen)
			cross_course_of(req->db, who, course, c[i].specialty);
	audit(req->db, who, "add course", "course_def", course, "CROSS_SPECIALTY");
	return true;
}

void
cross_make(struct request *req, const struct subject *who, const struct form *form)
{
	const char *name = form_needed(form, "navn", NAME_MOST, "Skriv kursets navn.");
	uint32_t hours = form_u32(form, "timer", 0);
	size_t n = 0;
	const struct cross_choice *c = choices_of(req, who, form, &n);

	if (hours == 0)
		form_refuse(form, "timer", "Skriv, hvor mange timer kurset varer.");
	check_sharing(req, form, c, n, hours);
	if (!form_wrong(form) && !add(req, who, name, hours, c, n))
		form_refuse(form, "navn", "Der er allerede et fælles kursus med det navn.");
	if (form_wrong(form))
		show(req, who, form);
	else
		see(req, "oprettet");
}

void
cross_finish(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t course = form_u32(form, "kursus", 0);

	if (course == 0 || cross_course_end(req->db, who, course, req->today) != DB_ONE) {
		form_refuse(form, "kursus", "Vælg et kursus, der ikke er afsluttet.");
		show(req, who, form);
		return;
	}
	audit(req->db, who, "end course", "course_def", course, "CROSS_SPECIALTY");
	see(req, "slut");
}
