/* SPDX-License-Identifier: MPL-2.0
 *
 * The department's doctors, and the logbook of one of them.
 */
#include "approve.h"

/* Those of today stand before those who left lately. */
static void
fill_reached(struct request *req, const struct subject *who, struct doctors_view *v)
{
	struct doctors_here *here = NULL;
	struct doctor_row *rows;
	size_t n = 0;

	doctors_here(req->db, who, &here, &n);
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		v->nnow += here[i].is_now;
		rows[i] = (struct doctor_row){
			here[i].name,
			here[i].since,
			day_add(here[i].until, -1),
			here[i].approved,
			here[i].waiting,
			approve_places(req->arena, here[i].doctor).list,
		};
	}
	v->now = rows;
	v->left = rows + v->nnow;
	v->nleft = n - v->nnow;
}

static void
fill_coming(struct request *req, const struct subject *who, struct doctors_view *v)
{
	struct doctors_coming *coming = NULL;
	struct doctor_row *rows;

	doctors_coming(req->db, who, &coming, &v->ncoming);
	rows = arena_array(req->arena, v->ncoming, sizeof *rows);
	for (size_t i = 0; i < v->ncoming; i++)
		rows[i] = (struct doctor_row){
			.name = coming[i].name,
			.since = coming[i].since,
			.until = day_add(coming[i].until, -1),
		};
	v->coming = rows;
}

void
doctors(struct request *req, const struct subject *who)
{
	struct doctors_view v = { .head = head_of(req, who, "Mine læger"),
		.here = approve_here(req, who) };

	fill_reached(req, who, &v);
	fill_coming(req, who, &v);
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
