/* SPDX-License-Identifier: MPL-2.0
 *
 * The competencies of a doctor of the region, the story of one, and a merit letter.
 */
#include "office.h"

void
doctor_competencies(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_competencies_view v = { .doctor = doctor };
	struct places places;

	if (doctor != NULL) {
		places = office_places(req->arena, doctor->doctor);
		v.list = competency_list_of(req, who, doctor, &places);
	}
	if (v.list == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Kompetencer: %s", doctor->name));
	v.person = url_of(req->arena, "/sekretariat/brugere/%u", doctor->doctor);
	v.merit = url_of(req->arena, "/sekretariat/godkend-merit/%u", doctor->doctor);
	doctor_competencies_page(reply_html(req, 200), &v);
}

void
doctor_competency(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_competency_view v = { 0 };
	struct places places;

	if (doctor != NULL) {
		places = office_places(req->arena, doctor->doctor);
		v.goal = competency_view_of(req, who, doctor, path_u32(req, "competency"), &places);
	}
	if (v.goal == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(
	    req, who, arena_format(req->arena, "%s %s", v.goal->goal->number, v.goal->goal->title));
	v.list = places.list;
	v.name = doctor->name;
	doctor_competency_page(reply_html(req, 200), &v);
}

void
doctor_letter(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct letter_content file = { 0 };

	if (letter_content(req->db, who, doctor, path_u32(req, "letter"), &file) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	reply_file(req, file.type, REPLY_SHOW, file.name, file.bytes);
}
