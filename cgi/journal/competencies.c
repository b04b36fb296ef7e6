/* SPDX-License-Identifier: MPL-2.0 */
#include "journal.h"

void
competencies(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, subject_id(who));
	struct places places = journal_places(req->arena);
	struct competencies_view v = { .head = head_of(req, who, "Kompetencer") };

	if (doctor == NULL || (v.list = competency_list_of(req, who, doctor, &places)) == NULL) {
		answer_not_found(req, who);
		return;
	}
	competencies_page(reply_html(req, 200), &v);
}
