/* SPDX-License-Identifier: MPL-2.0 */
#include "research_here.h"

static struct url
page_at(struct arena *a, uint32_t doctor)
{
	return url_of(a, "/vejleder/laeger/%u/forskningstraening", doctor);
}

static struct research_places
places_of(struct arena *a, uint32_t doctor)
{
	return (struct research_places){ { NULL },
		url_of(a, "/vejleder/laeger/%u/forskningstraening/fil", doctor) };
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct research_here_view v = { .faults = faults_of(a, form) };
	struct research_places places;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	places = places_of(a, doctor->doctor);
	v.head = head_of(req, who, arena_format(a, "Forskningstræning: %s", doctor->name));
	v.head.notice = notice_of(req, "udpeget", "Forskningsvejlederen er udpeget og får besked.",
	    "sluttet", "Forskningsvejlederen er afsluttet.", NULL);
	v.back = approve_places(a, doctor->doctor).list;
	v.name = doctor->name;
	v.research = research_view_of(req, who, doctor->doctor, &places);
	v.may_assign = v.research != NULL && permission_has(MAKE_SUPERVISORS, subject_role(who));
	v.may_print = permission_has(PRINT_OTHERS, subject_role(who));
	v.pdf = url_of(a, "/udskrift/%u/forskningstraening.pdf", doctor->doctor);
	v.assign = research_assign_view_of(req, form, v.research, page_at(a, doctor->doctor));
	research_here_page(reply_html(req, status), &v);
}

void
research_here(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
research_here_file(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");

	if (doctor_within_reach(req, who, doctor) == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	research_file_answer(req, who, doctor);
}

/* The doctor's research training when a role of the department reaches it. */
static const struct research_view *
reached(struct request *req, const struct subject *who)
{
	uint32_t doctor = path_u32(req, "doctor");
	struct research_places places = places_of(req->arena, doctor);

	return doctor_within_reach(req, who, doctor) == NULL
	    ? NULL
	    : research_view_of(req, who, doctor, &places);
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(req->arena, page_at(req->arena, path_u32(req, "doctor")), "besked", word));
}

void
research_here_assign(struct request *req, const struct subject *who, const struct form *form)
{
	const struct research_view *r = reached(req, who);

	if (r == NULL)
		answer_not_found(req, who);
	else if (research_assign_do(req, who, form, r))
		see(req, "udpeget");
	else
		show(req, who, form, 422);
}

void
research_here_end(struct request *req, const struct subject *who, const struct form *form)
{
	const struct research_view *r = reached(req, who);

	if (r == NULL)
		answer_not_found(req, who);
	else if (research_assign_end(req, who, form, r->doctor))
		see(req, "sluttet");
	else
		answer_error(req, who, 409, "Forskningsvejlederen kunne ikke afsluttes",
		    "Det er måske allerede gjort. Gå tilbage, og genindlæs siden.");
}
