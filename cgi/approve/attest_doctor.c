/* SPDX-License-Identifier: MPL-2.0
 *
 * The attestations of a doctor of the department, of all elements: for UAO and tutor, who need to see
 * what was attested before them.
 */
#include "attest.h"

void
attest_doctor(struct request *req, const struct subject *who)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct attest_places places = { .prints = PRINTS_OF_OTHERS };
	struct attest_doctor_view v = { 0 };
	struct attest_list list;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	if (!attestations_of(req, who, doctor->doctor, 0, training_of(req->db, who, doctor->doctor),
	        &places, &list))
		return;
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, arena_format(a, "Attestationer: %s", doctor->name));
	v.back = approve_places(a, doctor->doctor).list;
	v.back_label = arena_format(a, "Kompetencer: %s", doctor->name);
	v.elements = list.elements;
	v.n = list.n;
	for (size_t i = 0; i < list.n; i++)
		v.may_print |= list.elements[i].lines[ATTEST_TIME].stands ||
		    list.elements[i].lines[ATTEST_GOALS].stands;
	v.pdf = url_of(a, "/udskrift/%u/attestationer.pdf", doctor->doctor);
	v.xlsx = url_of(a, "/udskrift/%u/attestationer.xlsx", doctor->doctor);
	v.json = url_of(a, "/udskrift/%u/attestationer.json", doctor->doctor);
	attest_doctor_page(reply_html(req, 200), &v);
}
