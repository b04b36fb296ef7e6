/* SPDX-License-Identifier: MPL-2.0
 *
 * "Kurser": the general courses, kept by the project leader, and those of a region, kept by its
 * secretariat (R-KUR-06).  A course is ended and another added; nothing of one is changed.
 */
#include <string.h>

#include "audit.h"
#include "doctor_courses.h"
#include "queries/course_office.h"
#include "secret.h"
#include "training_words.h"

enum { NAME_MOST = 120, DAYS_MOST = 60, HOURS_MOST = 500 };

static void
fill_rows(struct request *req, const struct subject *who, struct general_view *v)
{
	struct general_courses *rows = NULL;
	struct general_row *out;

	general_courses(req->db, who, &rows, &v->n);
	out = arena_array(req->arena, v->n, sizeof *out);
	for (size_t i = 0; i < v->n; i++) {
		const struct general_courses *c = &rows[i];

		out[i] = (struct general_row){ c->course, c->name, stage_title(c->stage),
			c->has_days ? c->days : 0, c->has_hours ? c->hours : 0, c->required,
			c->regional,
			day_compare(req->today, c->since) >= 0 &&
			    day_compare(req->today, c->until) < 0,
			c->mine,
			c->until.year == 9999 ? (struct day){ 0 } : day_add(c->until, -1) };
	}
	v->rows = out;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct general_view v = { .head = head_of(req, who, "Kurser"),
		.make = url_local(a, "/sekretariat/kurser"),
		.finish = url_local(a, "/sekretariat/kurser/slut"),
		.of_region = subject_role(who) == ROLE_VUS,
		.shared = url_local(a, "/sekretariat/kurser/tvaerfaglige"),
		.name = field_of(form, "navn", "Kursets navn", NULL),
		.days = field_of(form, "dage", "Dage (valgfri)", NULL),
		.hours = field_of(form, "timer", "Timer (valgfri)", NULL),
		.stage = form_value(form, "uddannelse"),
		.stage_fault = form_fault(form, "uddannelse"),
		.gate = form_has(form, "kraeves", "1"),
		.faults = faults_of(a, form) };

	v.head.notice =
	    notice_of(req, "oprettet", "Kurset er oprettet.", "slut", "Kurset er afsluttet.", NULL);
	v.name.most = NAME_MOST;
	v.name.needed = true;
	v.days.inputmode = v.hours.inputmode = "numeric";
	fill_rows(req, who, &v);
	general_page(reply_html(req, status), &v);
}

void
general_list(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/sekretariat/kurser"), "besked", word));
}

static uint32_t
small_number(const struct form *form, const char *name, uint32_t most)
{
	uint32_t n = form_u32(form, name, 0);

	if (n > most)
		form_refuse(form, name, "Tallet er for stort. Ret det, eller lad feltet stå tomt.");
	return n;
}

/* Is a course of that name there already, and asked for? */
static bool
is_there(struct request *req, const struct subject *who, const char *name)
{
	struct general_view v = { 0 };

	fill_rows(req, who, &v);
	for (size_t i = 0; i < v.n; i++)
		if (v.rows[i].live && strcmp(v.rows[i].name, name) == 0)
			return true;
	return false;
}

const char *
course_code_made(struct arena *a, const char *sort)
{
	unsigned char bytes[4];

	secret_random(bytes, sizeof bytes);
	return arena_format(a, "%s-%02x%02x%02x%02x", sort, bytes[0], bytes[1], bytes[2], bytes[3]);
}

void
general_make(struct request *req, const struct subject *who, const struct form *form)
{
	const char *name = form_needed(form, "navn", NAME_MOST, "Skriv kursets navn."),
	           *stage = form_choice(form, "uddannelse", "KBU", "INTRO", "HU", NULL);
	uint32_t days = small_number(form, "dage", DAYS_MOST),
	         hours = small_number(form, "timer", HOURS_MOST);
	bool required = subject_role(who) != ROLE_VUS || form_ticked(form, "kraeves");

	if (is_there(req, who, name))
		form_refuse(form, "navn", "Der er allerede et kursus med det navn.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (general_course_add(req->db, who, course_code_made(req->arena, "kursus"), name, stage,
	        days == 0 ? NULL : &days, hours == 0 ? NULL : &hours, required) != DB_ONE) {
		answer_error(
		    req, who, 409, "Kurset kunne ikke oprettes", "Intet er gemt. Prøv igen.");
		return;
	}
	audit(req->db, who, "add course", "course_def", db_inserted(req->db), stage);
	see(req, "oprettet");
}

void
general_finish(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t course = form_u32(form, "kursus", 0);

	if (course == 0 || general_course_end(req->db, who, course, req->today) != DB_ONE) {
		form_refuse(
		    form, "kursus", "Vælg et kursus, som du holder, og som ikke er afsluttet.");
		show(req, who, form, 422);
		return;
	}
	audit(req->db, who, "end course", "course_def", course, "");
	see(req, "slut");
}
