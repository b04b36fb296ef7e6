/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of training of one of the department's doctors, their absence here, and the
 * calculator.
 */
#include "approve.h"
#include "permission.h"
#include "tell.h"
#include "training_view.h"

static struct time_places
places_of(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct arena *a = req->arena;
	struct time_places places = {
		.back = url_of(a, "/vejleder/laeger/%u/kompetencer", doctor),
		.training = url_of(a, "/vejleder/laeger/%u/uddannelsesforloeb", doctor),
		.list = url_of(a, "/vejleder/laeger/%u/kompetencer", doctor),
		.absence = url_of(a, "/vejleder/laeger/%u/fravaer", doctor),
	};

	if (permission_has(ATTEST, subject_role(who)))
		places.reckon = url_of(a, "/vejleder/laeger/%u/beregner", doctor);
	if (permission_has(PRINT_OTHERS, subject_role(who)))
		places.print = url_of(a, "/udskrift/%u/uddannelsesforloeb", doctor);
	return places;
}

void
doctor_training(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req, who, doctor);

	training_show(req, who, doctor, &places);
}

void
doctor_absence(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req, who, doctor);

	absence_show(req, who, doctor, query_u32(req, "delforloeb", 0), &places, true, NULL, 200);
}

/* The doctor is told that somebody else wrote about their absence. */
static void
tell_doctor(struct request *req, const struct subject *who, uint32_t doctor)
{
	const char *place = approve_here(req, who);

	tell_notice(req->db, doctor, NOTICE_ABSENCE_KEPT, 0, place == NULL ? "" : place,
	    "/logbog/uddannelsesforloeb", subject_now(who));
}

void
doctor_absence_keep(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor"), element = form_u32(form, "delforloeb", 0);
	struct time_places places = places_of(req, who, doctor);

	if (absence_keep(req, who, doctor, element, &places, form))
		tell_doctor(req, who, doctor);
}

void
doctor_absence_drop(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req, who, doctor);

	(void)form;
	if (absence_drop(req, who, doctor, path_u32(req, "absence"), &places))
		tell_doctor(req, who, doctor);
}

void
doctor_reckon(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req, who, doctor);

	reckon_show(req, who, doctor, &places, NULL);
}

void
doctor_reckon_ask(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req, who, doctor);

	reckon_show(req, who, doctor, &places, form);
}
