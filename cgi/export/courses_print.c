/* SPDX-License-Identifier: MPL-2.0 */
#include "courses_print.h"

#include "course_report.h"
#include "course_rule.h"
#include "export.h"
#include "queries/course_print.h"

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	struct paper p;

	if (paper_for(req, who, id, &p))
		deliver_paper(req, &p, paper_courses(&p), "Kurser");
}

void
own_courses(struct request *req, const struct subject *who)
{
	print(req, who, subject_id(who));
}

void
courses_of_doctor(struct request *req, const struct subject *who)
{
	print(req, who, path_u32(req, "doctor"));
}

/* --- who takes part in a hold --------------------------------------------------------------- */

static const char *
or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

static struct class_line
line_of(struct arena *a, const struct class_list *r)
{
	enum course_state s = course_state_of(r->status, r->kind);
	bool said = r->status != NULL;

	return (struct class_line){ r->name, or_empty(r->auth_id),
		said ? course_state_title(s) : "Ikke besvaret",
		said ? moment_day(r->at) : (struct day){ 0 }, or_empty(r->by_name),
		r->here && r->has_absent ? arena_format(a, "%u", r->absent) : "",
		r->here ? or_empty(r->words) : "" };
}

void
class_of_run(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	uint32_t run = path_u32(req, "hold");
	struct class_of c = { 0 };
	struct class_list *rows = NULL;
	struct class_line *lines;
	struct class_facts f = { .printed = req->now };

	if (class_of(req->db, who, run, &c) != DB_ONE ||
	    class_list(req->db, who, run, &rows, &f.n) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	lines = arena_array(a, f.n, sizeof *lines);
	for (size_t i = 0; i < f.n; i++) {
		looked_into(req, rows[i].doctor);
		lines[i] = line_of(a, &rows[i]);
	}
	f.rows = lines;
	f.course = c.course;
	f.run = c.name;
	f.place = c.place;
	f.since = c.since;
	f.last = day_add(c.until, -1);
	f.hours = c.hours;
	deliver(req, who, class_report(a, &f),
	    arena_format(a, "Deltagere %s %s", c.name, day_iso(a, req->today)));
}
