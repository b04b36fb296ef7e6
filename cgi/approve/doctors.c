/* SPDX-License-Identifier: MPL-2.0
 *
 * The department's doctors, and the logbook of one of them.
 */
#include "approve.h"

void
doctors(struct request *req, const struct subject *who)
{
	struct doctors_view v = { .head = head_of(req, who, "Mine læger"),
		.here = approve_here(req, who) };
	struct doctors_here *here;
	struct doctor_row *rows;

	if (doctors_here(req->db, who, &here, &v.n) != DB_ONE)
		v.n = 0;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct doctor_row){
			here[i].name,
			here[i].since,
			day_add(here[i].until, -1),
			here[i].is_now,
			here[i].approved,
			here[i].waiting,
			approve_places(req->arena, here[i].doctor).list,
		};
	v.rows = rows;
	doctors_page(reply_html(req, 200), &v);
}

void
doctor_competencies(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_view v = { .back = url_local(req->arena, "/vejleder/laeger"),
		.back_label = "Mine læger" };
	struct places places;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	places = approve_places(req->arena, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Kompetencer: %s", doctor->name));
	if ((v.list = competency_list_of(req, who, doctor, &places)) == NULL)
		answer_not_found(req, who);
	else
		doctor_list_page(reply_html(req, 200), &v);
}

void
doctor_competency(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_view v = { 0 };
	struct places places;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	places = approve_places(req->arena, doctor->doctor);
	v.goal = competency_view_of(req, who, doctor, path_u32(req, "competency"), &places);
	if (v.goal == NULL) {
		answer_not_found(req, who);
		return;
	}
	v.back = places.list;
	v.back_label = arena_format(req->arena, "Kompetencer: %s", doctor->name);
	v.head = head_of(
	    req, who, arena_format(req->arena, "%s %s", v.goal->goal->number, v.goal->goal->title));
	doctor_goal_page(reply_html(req, 200), &v);
}

void
doctor_letter(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct letter_content row = { 0 };

	if (letter_content(req->db, who, doctor, path_u32(req, "letter"), &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
}
