/* SPDX-License-Identifier: MPL-2.0
 *
 * "Specialets kurser": which courses the specialty has, kept by its head course leader: at most 210
 * hours in all (R-KUR-20).  A course is ended and another added; nothing of one is changed.
 */
#include "course.h"

#include <string.h>

#include "audit.h"

enum { NAME_MOST = 120, CODE_BYTES = 4 };

static const char *
kind_title(const char *kind)
{
	return strcmp(kind, "CROSS_SPECIALTY") == 0 ? "Tværfagligt" : "Delkursus";
}

static void
fill_rows(struct request *req, const struct subject *who, struct parts_view *v)
{
	struct parts_kept *rows = NULL;
	struct kept_row *out;

	parts_kept(req->db, who, &rows, &v->n);
	out = arena_array(req->arena, v->n, sizeof *out);
	for (size_t i = 0; i < v->n; i++) {
		const struct parts_kept *p = &rows[i];
		bool live =
		    day_compare(req->today, p->since) >= 0 && day_compare(req->today, p->until) < 0;

		out[i] = (struct kept_row){ p->course, p->name, p->leaders, kind_title(p->kind),
			p->has_hours, p->has_days, p->required, live, p->own,
			p->has_hours ? p->hours : 0, p->has_days ? p->days : 0,
			p->until.year == 9999 ? (struct day){ 0 } : day_add(p->until, -1) };
		if (live)
			v->hours += out[i].hours;
	}
	v->rows = out;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct parts_view v = { .head = head_of(req, who, "Specialets kurser"),
		.make = url_local(a, "/kurser/delkurser"),
		.finish = url_local(a, "/kurser/delkurser/slut"),
		.faults = faults_of(a, form),
		.optional = form_has(form, "valgfrit", "1"),
		.name = field_of(form, "navn", "Delkursets navn", NULL),
		.length = field_of(
		    form, "timer", "Timer", "Specialets kurser kan højst have 210 timer i alt."),
		.days = field_of(form, "dage", "Dage (valgfri)", NULL) };

	v.head.notice = notice_of(
	    req, "oprettet", "Delkurset er oprettet.", "slut", "Delkurset er afsluttet.", NULL);
	v.name.most = NAME_MOST;
	v.name.needed = v.length.needed = true;
	v.length.inputmode = v.days.inputmode = "numeric";
	fill_rows(req, who, &v);
	parts_page(reply_html(req, status), &v);
}

void
parts(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

static void
see(struct request *req, const char *word)
{
	reply_see(
	    req, url_with(req->arena, url_local(req->arena, "/kurser/delkurser"), "besked", word));
}

/* A code that nobody needs to read: the name may come again when the course has been ended. */
static const char *
code_made(struct arena *a)
{
	const char *hex = once_made(a);

	return arena_format(a, "%.*s", 2 * CODE_BYTES, hex);
}

static uint32_t
hours_so_far(struct request *req, const struct subject *who)
{
	struct parts_view v = { 0 };

	fill_rows(req, who, &v);
	return v.hours;
}

void
part_make(struct request *req, const struct subject *who, const struct form *form)
{
	const char *name = form_line(form, "navn", NAME_MOST);
	uint32_t hours = form_u32(form, "timer", 0), days = form_u32(form, "dage", 0);

	if (name[0] == '\0')
		form_refuse(form, "navn", "Skriv delkursets navn.");
	if (hours == 0)
		form_refuse(form, "timer", "Skriv, hvor mange timer delkurset varer.");
	else if (!series_has_room(hours_so_far(req, who), hours))
		form_refuse(form, "timer",
		    "Så får specialets kurser mere end 210 timer i alt, og det må de ikke.");
	if (days > 60)
		form_refuse(form, "dage", "Skriv antallet af dage, eller lad feltet stå tomt.");
	if (!form_wrong(form) &&
	    part_add(req->db, who, code_made(req->arena), name, hours, days == 0 ? NULL : &days,
	        !form_ticked(form, "valgfrit")) != DB_ONE)
		form_refuse(form, "navn", "Specialet har allerede et delkursus med det navn.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	audit(req->db, who, "add course", "course_def", db_inserted(req->db), "");
	see(req, "oprettet");
}

void
part_finish(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t course = form_u32(form, "delkursus", 0);

	if (course == 0 || part_end(req->db, who, course, req->today) != DB_ONE) {
		form_refuse(form, "delkursus",
		    "Vælg et af specialets egne delkurser, som ikke er afsluttet.");
		show(req, who, form, 422);
		return;
	}
	audit(req->db, who, "end course", "course_def", course, "");
	see(req, "slut");
}
