/* SPDX-License-Identifier: MPL-2.0 */
#include "export.h"

#include "cpr.h"
#include "log.h"
#include "secret.h"

extern const db_queries *const export_files[];

static const struct route routes[] = {
	PRINT("/udskrift/kompetencer.pdf", PRINT_OWN, own),
	PRINT("/udskrift/kompetencer.xlsx", PRINT_OWN, own),
	PRINT("/udskrift/kompetencer.json", PRINT_OWN, own),
	ACTION("/udskrift/brugere.xlsx", FIND_PEOPLE, people_list),
	ACTION("/udskrift/planlagte-laeger.xlsx", FIND_PEOPLE, planned_list),
	PRINT_LOOK("/udskrift/{doctor}/kompetencer.pdf", PRINT_OTHERS, of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/kompetencer.xlsx", PRINT_OTHERS, of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/kompetencer.json", PRINT_OTHERS, of_doctor),
	PRINT("/udskrift/uddannelsesplan.pdf", PRINT_OWN, own_plan),
	PRINT("/udskrift/uddannelsesplan.xlsx", PRINT_OWN, own_plan),
	PRINT("/udskrift/uddannelsesplan.json", PRINT_OWN, own_plan),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesplan.pdf", KEEP_TALKS, plan_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesplan.xlsx", KEEP_TALKS, plan_of_doctor),
	PRINT_LOOK("/udskrift/{doctor}/uddannelsesplan.json", KEEP_TALKS, plan_of_doctor),
};

const char *
cpr_on_paper(struct request *req, struct bytes sealed)
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
	uint32_t id = doctor->doctor;

	if (doctor_on_paper(req->db, who, id, &paper) != DB_ONE ||
	    competencies_of(req, who, id, &now, &f->nnow) != DB_ONE ||
	    merits_of_doctor(req->db, who, id, &merits, &f->nmerits) != DB_ONE ||
	    merit_links(req->db, who, id, &links, &f->nlinks) != DB_ONE ||
	    letters_of_doctor(req->db, who, id, &letters, &f->nletters) != DB_ONE)
		return false;
	f->courses = doctor->rows;
	f->ncourses = doctor->n;
	f->name = paper.name;
	f->auth_id = paper.auth_id;
	f->cpr = cpr_on_paper(req, paper.cpr_sealed);
	f->printed = req->now;
	f->now = now;
	f->merits = merits;
	f->links = links;
	f->letters = letters;
	return true;
}

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	const struct reached *doctor = doctor_within_reach(req, who, id);
	struct competency_facts f = { 0 };

	if (doctor != NULL)
		f.list = list_asked_for(req, doctor);
	if (f.list == NULL || !gather(req, who, doctor, &f)) {
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
