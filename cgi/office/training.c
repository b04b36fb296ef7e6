/* SPDX-License-Identifier: MPL-2.0
 *
 * The courses of training of a doctor of the region, their absence, and the calculator.
 */
#include "office.h"
#include "training_view.h"

static struct time_places
places_of(struct arena *a, uint32_t doctor)
{
	return (struct time_places){
		.back = url_of(a, "/sekretariat/brugere/%u", doctor),
		.training = url_of(a, "/sekretariat/brugere/%u/uddannelsesforloeb", doctor),
		.reckon = url_of(a, "/sekretariat/brugere/%u/beregner", doctor),
		.print = url_of(a, "/udskrift/%u/uddannelsesforloeb", doctor),
		.list = url_of(a, "/sekretariat/brugere/%u/kompetencer", doctor),
		.absence = url_of(a, "/sekretariat/brugere/%u/fravaer", doctor),
	};
}

void
doctor_training(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req->arena, doctor);

	training_show(req, who, doctor, &places);
}

void
doctor_absence(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req->arena, doctor);

	absence_show(req, who, doctor, query_u32(req, "delforloeb", 0), &places, false, NULL, 200);
}

void
doctor_reckon(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req->arena, doctor);

	reckon_show(req, who, doctor, &places, NULL);
}

void
doctor_reckon_ask(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct time_places places = places_of(req->arena, doctor);

	reckon_show(req, who, doctor, &places, form);
}
