/* SPDX-License-Identifier: MPL-2.0 */
#include "export.h"

#include "courses_print.h"
#include "decision_print.h"
#include "employment_print.h"
#include "log.h"
#include "research_print.h"

extern const db_queries *const export_files[];

static const struct route routes[] = {
	PRINT("/udskrift/alt.zip", PRINT_OWN, all_of_mine),
	PRINT("/udskrift/kompetencer.pdf", PRINT_OWN, own),
	PRINT("/udskrift/kompetencer.xlsx", PRINT_OWN, own),
	PRINT("/udskrift/kompetencer.json", PRINT_OWN, own),
	PRINT("/udskrift/kurser.pdf", PRINT_OWN, own_courses),
	PRINT("/udskrift/kurser.xlsx", PRINT_OWN, own_courses),
	PRINT("/udskrift/kurser.json", PRINT_OWN, own_courses),
	PRINT("/udskrift/hold/{hold}/deltagere.xlsx", LEAD_COURSES, class_of_run),
	PRINT_LOOK("/udskrift/{doctor}/kurser.pdf", PRINT_OTHERS, courses_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/kurser.xlsx", PRINT_OTHERS, courses_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/kurser.json", PRINT_OTHERS, courses_of_doctor),
	ACTION("/udskrift/brugere.xlsx", FIND_PEOPLE, people_list),
	ACTION("/udskrift/planlagte-laeger.xlsx", FIND_PEOPLE, planned_list),
	ACTION("/udskrift/overblik.xlsx", SEE_OVERVIEWS, overview_list),
	PRINT_LOOK("/udskrift/{doctor}/kompetencer.pdf", PRINT_OTHERS, of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/kompetencer.xlsx", PRINT_OTHERS, of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/kompetencer.json", PRINT_OTHERS, of_doctor),
	PRINT("/udskrift/uddannelsesforloeb.pdf", PRINT_OWN, own_training),
	PRINT("/udskrift/uddannelsesforloeb.xlsx", PRINT_OWN, own_training),
	PRINT("/udskrift/uddannelsesforloeb.json", PRINT_OWN, own_training),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesforloeb.pdf", PRINT_OTHERS, training_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesforloeb.xlsx", PRINT_OTHERS, training_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesforloeb.json", PRINT_OTHERS, training_of_doctor),
	PRINT("/udskrift/afgoerelse/{merit}", PRINT_OWN, own_decision),
	PRINT_LOOK("/udskrift/{doctor}/afgoerelse/{merit}", PRINT_OTHERS, decision_of_doctor),
	PRINT("/udskrift/forskningstraening.pdf", PRINT_OWN, own_research_print),
	PRINT("/udskrift/forskningstraening.xlsx", PRINT_OWN, own_research_print),
	PRINT("/udskrift/forskningstraening.json", PRINT_OWN, own_research_print),
	PRINT_LOOK("/udskrift/{doctor}/forskningstraening.pdf", PRINT_OTHERS, research_print_of),
	PRINT_LOOK("/udskrift/{doctor}/forskningstraening.xlsx", PRINT_OTHERS, research_print_of),
	PRINT_LOOK("/udskrift/{doctor}/forskningstraening.json", PRINT_OTHERS, research_print_of),
	PRINT("/udskrift/attestation/{attestation}.pdf", PRINT_OWN, attestation_own),
	PRINT("/udskrift/attestationer.pdf", PRINT_OWN, attestations_own),
	PRINT("/udskrift/attestationer.xlsx", PRINT_OWN, attestations_own),
	PRINT("/udskrift/attestationer.json", PRINT_OWN, attestations_own),
	PRINT_LOOK("/udskrift/{doctor}/attestation/{attestation}.pdf", PRINT_OTHERS,
	    attestation_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/attestationer.pdf", PRINT_OTHERS, attestations_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/attestationer.xlsx", PRINT_OTHERS, attestations_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/attestationer.json", PRINT_OTHERS, attestations_of_doctor),
	PRINT("/udskrift/afsendelse/{submission}.zip", PRINT_OWN, own_package),
	PRINT("/udskrift/dokumentation/{kind}.pdf", PRINT_OWN, own_preview),
	PRINT("/udskrift/beskaeftigelse.pdf", PRINT_OWN, own_employment_print),
	PRINT("/udskrift/beskaeftigelse.xlsx", PRINT_OWN, own_employment_print),
	PRINT("/udskrift/beskaeftigelse.json", PRINT_OWN, own_employment_print),
	PRINT_LOOK("/udskrift/{doctor}/beskaeftigelse.pdf", SEE_REGION, employment_print_of),
	PRINT_LOOK("/udskrift/{doctor}/beskaeftigelse.xlsx", SEE_REGION, employment_print_of),
	PRINT_LOOK("/udskrift/{doctor}/beskaeftigelse.json", SEE_REGION, employment_print_of),
	PRINT("/udskrift/uddannelsesplan.pdf", PRINT_OWN, own_plan),
	PRINT("/udskrift/uddannelsesplan.xlsx", PRINT_OWN, own_plan),
	PRINT("/udskrift/uddannelsesplan.json", PRINT_OWN, own_plan),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesplan.pdf", KEEP_TALKS, plan_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesplan.xlsx", KEEP_TALKS, plan_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesplan.json", KEEP_TALKS, plan_of_doctor),
};

static void
answer_no_cpr(struct request *req, const struct subject *who, uint32_t doctor)
{
	log_warn("the CPR number of person %u does not open under our key", doctor);
	answer_error(req, who, 500, "Udskriften kan ikke laves",
	    "CPR-numret kan ikke læses, og uden det må den ikke udskrives. Kontakt hjælpen.");
}

bool
paper_for(struct request *req, const struct subject *who, uint32_t doctor, struct paper *p)
{
	switch (paper_begin(req->db, who, doctor, p)) {
	case PAPER_FINE:
		return true;
	case PAPER_NOT_THERE:
		answer_not_found(req, who);
		return false;
	case PAPER_NO_CPR:
		looked_into(req, doctor);
		answer_no_cpr(req, who, doctor);
		return false;
	}
	return false;
}

void
deliver_paper(struct request *req, const struct paper *p, const struct report *r, const char *title)
{
	if (r == NULL) {
		answer_not_found(req, p->who);
		return;
	}
	looked_into(req, p->doctor);
	deliver(req, p->who, r,
	    arena_format(req->arena, "%s %s %s", title, p->name, day_iso(req->arena, req->today)));
}

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	const struct reached *doctor = doctor_within_reach(req, who, id);
	const struct curriculum_list *list = doctor == NULL ? NULL : list_asked_for(req, doctor);
	struct paper p;

	if (list == NULL)
		answer_not_found(req, who);
	else if (paper_for(req, who, id, &p))
		deliver_paper(
		    req, &p, paper_competencies(&p, doctor, list, "", true), "Kompetencer");
}

void
own(struct request *req, const struct subject *who)
{
	print(req, who, subject_id(who));
}

void
of_doctor(struct request *req, const struct subject *who)
{
	print(req, who, path_u32(req, "doctor"));
}

int
main(int argc, char **argv)
{
	static const struct program program = { "export",
		{ routes, sizeof routes / sizeof routes[0] }, export_files };

	return serve(&program, argc, argv);
}
