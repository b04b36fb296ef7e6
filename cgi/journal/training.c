/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own courses of training, absence, and the calculator.
 */
#include "journal.h"
#include "training_view.h"

static struct time_places
own_places(struct arena *a)
{
	return (struct time_places){
		.training = url_local(a, "/logbog/uddannelsesforloeb"),
		.reckon = url_local(a, "/logbog/beregner"),
		.print = url_local(a, "/udskrift/uddannelsesforloeb"),
		.list = url_local(a, "/logbog/kompetencer"),
	};
}

void
training(struct request *req, const struct subject *who)
{
	struct time_places places = own_places(req->arena);

	training_show(req, who, subject_id(who), &places);
}

void
own_absence(struct request *req, const struct subject *who)
{
	struct time_places places = own_places(req->arena);

	absence_show(req, who, subject_id(who), path_u32(req, "element"), &places, true, NULL, 200);
}

void
own_absence_keep(struct request *req, const struct subject *who, const struct form *form)
{
	struct time_places places = own_places(req->arena);

	absence_keep(req, who, subject_id(who), path_u32(req, "element"), &places, form);
}

void
own_absence_drop(struct request *req, const struct subject *who, const struct form *form)
{
	struct time_places places = own_places(req->arena);

	(void)form;
	absence_drop(req, who, subject_id(who), path_u32(req, "absence"), &places);
}

void
own_reckon(struct request *req, const struct subject *who)
{
	struct time_places places = own_places(req->arena);

	reckon_show(req, who, subject_id(who), &places, NULL);
}

void
own_reckon_ask(struct request *req, const struct subject *who, const struct form *form)
{
	struct time_places places = own_places(req->arena);

	reckon_show(req, who, subject_id(who), &places, form);
}
