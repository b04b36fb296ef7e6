/* SPDX-License-Identifier: MPL-2.0 */
#include "export.h"

#include "courses_print.h"
#include "card.h"
#include "cpr.h"
#include "decision_print.h"
#include "employment_print.h"
#include "log.h"
#include "research_print.h"
#include "queries/card.h"
#include "secret.h"

extern const db_queries *const export_files[];

static const struct route routes[] = {
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

const char *
cpr_of(struct request *req, struct bytes sealed)
{
	struct bytes digits = secret_open_sealed(req->arena, KEY_CPR_SEAL, sealed);

	return digits.at == NULL || digits.n != 10 ? NULL
	                                           : cpr_text(req->arena, (const char *)digits.at);
}

void
answer_no_cpr(struct request *req, const struct subject *who, uint32_t doctor)
{
	log_warn("the CPR number of person %u does not open under our key", doctor);
	answer_error(req, who, 500, "Udskriften kan ikke laves",
	    "CPR-numret kan ikke læses, og uden det må den ikke udskrives. Kontakt hjælpen.");
}

/* Everything that the print holds; false when the database failed or the doctor is gone. */
static bool
gather(struct request *req, const struct subject *who, const struct reached *doctor,
    struct competency_facts *f)
{
	struct doctor_on_paper paper = { 0 };
	struct competencies_now *now;
	struct merits_of_doctor *merits;
	struct merit_links *links;
	struct letters_of_doctor *letters;
	struct decisions_of_doctor *decisions;
	struct notes_shared *notes;
	uint32_t id = doctor->doctor;

	if (doctor_on_paper(req->db, who, id, &paper) != DB_ONE ||
	    competencies_of(req, who, id, &now, &f->nnow) != DB_ONE ||
	    merits_of_doctor(req->db, who, id, &merits, &f->nmerits) != DB_ONE ||
	    merit_links(req->db, who, id, &links, &f->nlinks) != DB_ONE ||
	    letters_of_doctor(req->db, who, id, &letters, &f->nletters) != DB_ONE ||
	    decisions_of_doctor(req->db, who, id, &decisions, &f->ndecisions) != DB_ONE ||
	    notes_shared(req->db, who, id, &notes, &f->nnotes) != DB_ONE)
		return false;
	f->courses = doctor->rows;
	f->ncourses = doctor->n;
	f->name = paper.name;
	f->auth_id = paper.auth_id;
	f->cpr = cpr_of(req, paper.cpr_sealed);
	f->printed = req->now;
	f->now = now;
	f->merits = merits;
	f->links = links;
	f->letters = letters;
	f->decisions = decisions;
	f->notes = notes;
	return true;
}

/* How many approved cards of that list there are, and whether it has any at all. */
static bool
count_cards(
    struct request *req, const struct subject *who, uint32_t doctor, struct competency_facts *f)
{
	struct card_templates *templates;
	struct cards_of_doctor *cards;
	size_t ntemplates, n;

	if (card_templates(req->db, f->list->id, &templates, &ntemplates) != DB_ONE ||
	    cards_of_doctor(req->db, who, doctor, &cards, &n) != DB_ONE)
		return false;
	f->has_cards = ntemplates > 0;
	for (size_t i = 0; i < n; i++)
		for (size_t t = 0; t < ntemplates; t++)
			f->ncards += cards[i].template == templates[t].id &&
			    card_state_of(cards[i].status) == CARD_APPROVED;
	return true;
}

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	const struct reached *doctor = doctor_within_reach(req, who, id);
	struct competency_facts f = { 0 };

	if (doctor != NULL)
		f.list = list_asked_for(req, doctor);
	if (f.list == NULL || !gather(req, who, doctor, &f) || !count_cards(req, who, id, &f)) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, id);
	if (f.cpr == NULL) {
		answer_no_cpr(req, who, id);
		return;
	}
	deliver(req, who, competency_report(req->arena, &f),
	    arena_format(
	        req->arena, "Kompetencer %s %s", doctor->name, day_iso(req->arena, req->today)));
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
