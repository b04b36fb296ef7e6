/* SPDX-License-Identifier: MPL-2.0
 *
 * One of my courses: its holds, and a new one.
 */
#include "course.h"

#include "audit.h"

enum { RUNS_A_PAGE = 60, DAYS_MOST = 366 };

static void
fill_rows(struct request *req, const struct subject *who, struct led_view *v, uint32_t course)
{
	struct runs_of *rows = NULL;
	struct run_row *out;

	runs_of(req->db, who, course, RUNS_A_PAGE, &rows, &v->n);
	out = arena_array(req->arena, v->n, sizeof *out);
	for (size_t i = 0; i < v->n; i++)
		out[i] = (struct run_row){ rows[i].name, rows[i].place, rows[i].since,
			day_add(rows[i].until, -1), rows[i].hours, rows[i].seats, rows[i].passed,
			url_of(req->arena, "/kurser/hold/%u", rows[i].id) };
	v->rows = out;
}

static void
fill_fields(
    struct request *req, const struct form *form, const struct course_mine *c, struct led_view *v)
{
	v->name = field_of(form, "navn", "Holdnummer", "For eksempel 2027-1.");
	v->name.most = RUN_NAME_MOST;
	v->place = field_of(form, "sted", "Sted", NULL);
	v->place.most = RUN_PLACE_MOST;
	v->since = field_of(form, "fra", "Første dag", NULL);
	v->last = field_of(form, "til", "Sidste dag", "Også et opfølgningsmøde.");
	v->hours = field_of(form, "timer", "Undervisningstimer",
	    c->whole ? "Kurset kræver fuld deltagelse."
	             : "Højst 10 procent af dem må være fravær.");
	v->hours.inputmode = "numeric";
	if (form == NULL && c->has_hours)
		v->hours.value = arena_format(req->arena, "%u", c->hours);
	v->name.needed = v->place.needed = v->since.needed = v->last.needed = v->hours.needed =
	    true;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct course_mine c = { 0 };
	struct led_view v = { .list = url_local(req->arena, "/kurser/mine"),
		.faults = faults_of(req->arena, form) };

	if (course_mine(req->db, who, path_u32(req, "course"), &c) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	v.head = head_of(req, who, c.name);
	v.at = url_of(req->arena, "/kurser/mine/%u", c.id);
	v.live = c.live;
	v.once = form == NULL ? once_made(req->arena) : form_value(form, "once");
	fill_rows(req, who, &v, c.id);
	fill_fields(req, form, &c, &v);
	led_page(reply_html(req, status), &v);
}

void
led(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* --- a new hold ----------------------------------------------------------------------------- */

struct new_run {
	const char *name, *place;
	struct day since, last;
	uint32_t hours;
};

static const char *
needed_line(const struct form *form, const char *name, size_t most, const char *missing)
{
	const char *line = form_line(form, name, most);

	if (line[0] == '\0')
		form_refuse(form, name, missing);
	return line;
}

static void
read_form(const struct form *form, struct new_run *r)
{
	r->name = needed_line(form, "navn", RUN_NAME_MOST, "Skriv holdnummeret.");
	r->place = needed_line(form, "sted", RUN_PLACE_MOST, "Skriv, hvor kurset holdes.");
	r->since = form_day(form, "fra");
	r->last = form_day(form, "til");
	r->hours = form_u32(form, "timer", 0);
	if (day_is_none(r->since))
		form_refuse(form, "fra", "Skriv den første dag.");
	if (day_is_none(r->last))
		form_refuse(form, "til", "Skriv den sidste dag.");
	else if (!day_is_none(r->since) && day_compare(r->last, r->since) < 0)
		form_refuse(form, "til", "Den sidste dag kan ikke ligge før den første.");
	else if (!day_is_none(r->since) && day_compare(r->last, day_add(r->since, DAYS_MOST)) > 0)
		form_refuse(form, "til", "Et hold kan højst vare et år.");
	if (r->hours < 1 || r->hours > 1000)
		form_refuse(form, "timer", "Skriv, hvor mange timer undervisningen varer.");
}

static bool
is_made(struct request *req, const struct subject *who, struct bytes once)
{
	struct run_of_form row = { 0 };

	if (run_of_form(req->db, who, once, &row) != DB_ONE)
		return false;
	reply_see(req,
	    url_with(
	        req->arena, url_of(req->arena, "/kurser/hold/%u", row.id), "besked", "oprettet"));
	return true;
}

void
run_make(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t course = path_u32(req, "course");
	struct course_mine c = { 0 };
	struct new_run r;
	unsigned char bytes[16];
	struct bytes once = { bytes, sizeof bytes };

	if (course_mine(req->db, who, course, &c) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	read_form(form, &r);
	if (form_wrong(form) || !once_of_form(form, bytes)) {
		show(req, who, form, 422);
		return;
	}
	if (is_made(req, who, once))
		return;
	switch (run_add(
	    req->db, who, course, r.name, r.place, r.since, day_add(r.last, 1), r.hours, once)) {
	case DB_ONE:
		audit(req->db, who, "make run", "course_run", db_inserted(req->db), "");
		is_made(req, who, once);
		return;
	case DB_TAKEN:
	case DB_NONE:
		form_refuse(form, "fra", "Kurset blev ikke holdt den dag: det er afsluttet.");
		show(req, who, form, 422);
		return;
	case DB_AGAIN:
	case DB_DOWN:
		return;
	}
}
