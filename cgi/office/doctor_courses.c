/* SPDX-License-Identifier: MPL-2.0
 *
 * "Godkendt andet grundlag": what the secretariat approves when a course could not be done in time, or
 * as merit (R-KUR-07, R-KUR-10 to R-KUR-16).  Final: there is no field for conditions.
 */
#include "doctor_courses.h"

#include <string.h>

#include "audit.h"
#include "competencies.h"
#include "permission.h"
#include "queries/course_list.h"
#include "queries/course_office.h"
#include "tell.h"

static struct course_places
places_of(struct arena *a, uint32_t doctor)
{
	return (struct course_places){ url_of(a, "/sekretariat/brugere/%u/kurser", doctor),
		url_of(a, "/udskrift/%u/kurser", doctor),
		url_of(a, "/sekretariat/brugere/%u/kursusbevis", doctor) };
}

static bool
is_general(const struct course_line *row)
{
	return strcmp(row->kind, "GENERAL") == 0;
}

static const char *
about(struct request *req, const struct course_line *row)
{
	if (!is_general(row))
		return "kun som merit: hovedkursuslederen vurderer andet grundlag";
	if (day_compare(req->today, row->basis_from) < 0)
		return arena_format(req->arena, "andet grundlag normalt tidligst %s",
		    day_text(req->arena, row->basis_from));
	return NULL;
}

/* What is not done, and may be: not a series, which is the head course leader's alone. */
static void
fill_choices(struct request *req, const struct form *form, struct basis_view *v)
{
	struct basis_choice *choices = arena_array(req->arena, v->list->n, sizeof *choices);
	uint32_t chosen = form == NULL ? 0 : form_u32(form, "kursus", 0);

	for (size_t i = 0; i < v->list->n; i++) {
		const struct course_line *row = &v->list->rows[i];

		if (!course_is_done(row->state) && strcmp(row->kind, "SERIES") != 0 &&
		    row->stage[0] != '\0')
			choices[v->nchoices++] = (struct basis_choice){ row->course, row->name,
				about(req, row), chosen == row->course };
	}
	v->choices = choices;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct basis_view v = { .faults = faults_of(a, form), .back_label = NULL };
	struct course_places places;
	struct is_evaluated *evaluated = NULL;
	size_t n = 0;

	if (doctor != NULL) {
		places = places_of(a, doctor->doctor);
		v.list = course_list_of(req, who, doctor->doctor, &places);
	}
	if (v.list == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	is_evaluated(req->db, who, doctor->doctor, &evaluated, &n);
	v.evaluated = n > 0;
	v.head = head_of(req, who, arena_format(a, "Kurser: %s", doctor->name));
	v.head.notice = notice_of(req, "godkendt", "Kurset er godkendt.", NULL);
	v.back = url_of(a, "/sekretariat/brugere/%u", doctor->doctor);
	v.back_label = doctor->name;
	v.at = places.list;
	v.may_give = permission_has(GIVE_OTHER_BASIS, subject_role(who));
	fill_choices(req, form, &v);
	v.merit = form_has(form, "slags", "merit");
	v.course_fault = form_fault(form, "kursus");
	v.kind_fault = form_fault(form, "slags");
	v.note = field_of(form, "notat", "Notat",
	    "Om kompetencen er nået på anden vis, og hvordan. Ses af lægen og på udskriften.");
	basis_page(reply_html(req, status), &v);
}

void
doctor_courses(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
doctor_course(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct basis_view v = { 0 };
	struct course_places places;

	if (doctor != NULL) {
		places = places_of(a, doctor->doctor);
		v.list = course_list_of(req, who, doctor->doctor, &places);
		v.row = v.list == NULL ? NULL : course_line_of(v.list, path_u32(req, "course"));
	}
	if (v.row == NULL ||
	    (v.story = course_story_of(req, who, doctor->doctor,
	         v.row->of != 0 ? v.row->of : v.row->course, &places)) == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, v.row->name);
	v.back = places.list;
	v.back_label = arena_format(a, "Kurser: %s", doctor->name);
	basis_course_page(reply_html(req, 200), &v);
}

static void
see(struct request *req)
{
	reply_see(req,
	    url_with(req->arena,
	        url_of(req->arena, "/sekretariat/brugere/%u/kurser", path_u32(req, "doctor")),
	        "besked", "godkendt"));
}

/* Nothing was added: by this person already, by somebody else, or it may not be given so. */
static void
explain(struct request *req, const struct subject *who, const struct form *form, uint32_t course,
    bool merit)
{
	struct basis_given row = { 0 };
	bool done = basis_given(req->db, who, path_u32(req, "doctor"), course, &row) == DB_ONE &&
	    strcmp(row.status, "APPROVED") == 0;

	if (done && row.mine) {
		see(req);
		return;
	}
	if (done) {
		looked_into(req, path_u32(req, "doctor"));
		answer_error(req, who, 409, "Kurset er allerede godkendt",
		    arena_format(req->arena, "Det er godkendt af %s. Intet er gemt.", row.by_name));
		return;
	}
	form_refuse(form, merit ? "kursus" : "slags",
	    merit
	        ? "Kurset hører ikke til lægens uddannelse."
	        : "Andet grundlag gælder kun generelle kurser, og ikke læger i evalueringsansættelse. Specialespecifikke kurser vurderer hovedkursuslederen.");
	show(req, who, form, 422);
}

void
basis_give_to(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor"), course = form_u32(form, "kursus", 0);
	const char *kind, *note;
	bool merit;

	if (doctor_within_reach(req, who, doctor) == NULL) {
		answer_not_found(req, who);
		return;
	}
	kind = form_choice(form, "slags", "andet", "merit", NULL);
	note = form_needed(form, "notat", COURSE_WORDS_MOST,
	    "Skriv et notat. Uden det kan kurset ikke godkendes.");
	if (course == 0)
		form_refuse(form, "kursus", "Vælg kurset.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	merit = strcmp(kind, "merit") == 0;
	if (basis_give(req->db, who, doctor, course, merit ? "MERIT" : "OTHER_BASIS", note) !=
	    DB_ONE) {
		explain(req, who, form, course, merit);
		return;
	}
	audit(req->db, who, merit ? "merit for course" : "other basis", "course_record",
	    db_inserted(req->db), "");
	tell_notice(req->db, doctor, NOTICE_COURSE_BASIS, 0, "",
	    url_of(req->arena, "/logbog/kurser/%u", course).text, subject_now(who));
	see(req);
}

void
doctor_certificate(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");

	if (certificate_file_answer(req, who, doctor))
		looked_into(req, doctor);
}
