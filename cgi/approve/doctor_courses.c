/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of one of the department's doctors; and the one thing that a department says about a
 * course itself: that in an exceptional case a KBU course was done, with the reason.
 */
#include "doctor_courses.h"

#include <string.h>

#include "audit.h"
#include "competencies.h"
#include "notice.h"
#include "permission.h"
#include "queries/approve.h"
#include "queries/course_approve.h"
#include "queries/course_list.h"
#include "tell.h"

static struct course_places
places_of(struct arena *a, uint32_t doctor)
{
	return (struct course_places){ url_of(a, "/vejleder/laeger/%u/kurser", doctor),
		url_of(a, "/udskrift/%u/kurser", doctor),
		url_of(a, "/vejleder/laeger/%u/kursusbevis", doctor) };
}

void
doctor_courses(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_courses_view v = { .back = url_local(a, "/vejleder/laeger"),
		.back_label = "Mine læger" };
	struct course_places places;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	places = places_of(a, doctor->doctor);
	if (!permission_has(PRINT_OTHERS, subject_role(who)))
		places.print = (struct url){ NULL };
	v.head = head_of(req, who, arena_format(a, "Kurser: %s", doctor->name));
	v.competencies = url_of(a, "/vejleder/laeger/%u/kompetencer", doctor->doctor);
	if ((v.list = course_list_of(req, who, doctor->doctor, &places)) != NULL)
		doctor_courses_page(reply_html(req, 200), &v);
}

/* A KBU course that somebody here may attest as an exception. */
static bool
may_attest(const struct subject *who, const struct course_line *row)
{
	return permission_has(ATTEST, subject_role(who)) && strcmp(row->kind, "GENERAL") == 0 &&
	    strcmp(row->stage, "KBU") == 0 && !row->regional && !course_is_done(row->state);
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_courses_view v = { .faults = faults_of(a, form) };
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
	v.back = places.list;
	v.back_label = arena_format(a, "Kurser: %s", doctor->name);
	v.head = head_of(req, who, v.row->name);
	v.head.notice = notice_of(req, "attesteret", "Kurset er attesteret.", NULL);
	v.may_attest = may_attest(who, v.row);
	v.attest = url_of(a, "/vejleder/laeger/%u/kurser/%u", doctor->doctor, v.row->course);
	v.reason = field_of(form, "grund", "Hvorfor kan kursusudbyderen ikke godkende det?",
	    "Står i lægens logbog sammen med dit navn.");
	doctor_course_page(reply_html(req, status), &v);
}

void
doctor_course(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

static void
see(struct request *req)
{
	reply_see(req,
	    url_with(req->arena,
	        url_of(req->arena, "/vejleder/laeger/%u/kurser/%u", path_u32(req, "doctor"),
	            path_u32(req, "course")),
	        "besked", "attesteret"));
}

/* Nothing was added: by this person already, by somebody else, or it is not theirs to attest. */
static void
explain(struct request *req, const struct subject *who)
{
	struct course_answered row = { 0 };
	uint32_t doctor = path_u32(req, "doctor");
	bool done =
	    course_answered(req->db, who, doctor, path_u32(req, "course"), &row) == DB_ONE &&
	    strcmp(row.status, "APPROVED") == 0;

	if (done && row.mine) {
		see(req);
		return;
	}
	looked_into(req, doctor);
	answer_error(req, who, 409, "Kurset kan ikke attesteres her",
	    done
	        ? arena_format(req->arena, "Det er godkendt af %s. Intet er gemt.", row.by_name)
	        : "Kun kurser i den kliniske basisuddannelse kan attesteres, og kun mens lægen er ansat her. Intet er gemt.");
}

void
course_attest(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor"), course = path_u32(req, "course");
	const char *words = form_needed(form, "grund", COURSE_WORDS_MOST,
	    "Skriv, hvorfor du attesterer kurset i stedet for kursusudbyderen.");

	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	if (doctor_within_reach(req, who, doctor) == NULL) {
		answer_not_found(req, who);
		return;
	}
	if (kbu_attest(req->db, who, doctor, course, words) != DB_ONE) {
		explain(req, who);
		return;
	}
	audit(req->db, who, "attest course", "course_record", db_inserted(req->db), "");
	tell_notice(req->db, doctor, NOTICE_COURSE_APPROVED, 0, "",
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
