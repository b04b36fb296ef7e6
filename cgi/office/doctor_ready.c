/* SPDX-License-Identifier: MPL-2.0 */
#include "doctor_ready.h"

#include "queries/employment.h"

/* The doctor of the path, if the secretariat may read of their documentation; false after 404 was
 * answered. */
static bool
find(struct request *req, const struct subject *who, uint32_t *doctor, const char **name)
{
	struct employment_reach found = { 0 };

	*doctor = path_u32(req, "doctor");
	if (employment_reach(req->db, who, *doctor, &found) != DB_ONE) {
		answer_not_found(req, who);
		return false;
	}
	looked_into(req, *doctor);
	*name = found.name;
	return true;
}

void
doctor_ready(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	struct office_ready_view v = { 0 };
	const struct ready *all[SENDING_KINDS];
	uint32_t doctor;

	if (!find(req, who, &doctor, &v.name))
		return;
	v.head = head_of(req, who, arena_format(a, "Dokumentation: %s", v.name));
	v.back = url_of(a, "/sekretariat/brugere/%u", doctor);
	v.places = (struct ready_places){ v.back, { NULL }, false };
	v.n = ready_all(req->db, who, doctor, req->today, all);
	v.sections = ready_sections(req, who, doctor, &v.places, all, v.n);
	office_ready_page(reply_html(req, 200), &v);
}

void
doctor_employment(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	struct office_employment_view v = { 0 };
	struct employment_places places = { 0 };
	uint32_t doctor;

	if (!find(req, who, &doctor, &v.name))
		return;
	places.print = url_of(a, "/udskrift/%u/beskaeftigelse", doctor);
	v.list = employment_view_of(req, employment_list_of(req->db, doctor, req->today), &places);
	v.head = head_of(req, who, arena_format(a, "Lægelig beskæftigelse: %s", v.name));
	v.back = url_of(a, "/sekretariat/brugere/%u", doctor);
	office_employment_page(reply_html(req, 200), &v);
}
