/* SPDX-License-Identifier: MPL-2.0 */
#include "research_print.h"

#include "log.h"
#include "queries/research.h"
#include "research_report.h"

/* Everything that the print holds; false when the doctor is not within reach, or in no main
 * training. */
static bool
gather(struct request *req, const struct subject *who, uint32_t id, struct research_facts *f)
{
	struct research_training *training = arena_take(req->arena, sizeof *training);
	struct doctor_on_paper paper = { 0 };
	struct research_parts *parts;
	struct research_courses *courses;
	struct research_supervisors *supervisors;

	if (doctor_on_paper(req->db, who, id, &paper) != DB_ONE ||
	    research_training(req->db, who, id, training) != DB_ONE ||
	    research_parts(req->db, who, id, training->list, &parts, &f->nparts) != DB_ONE ||
	    research_courses(req->db, who, id, &courses, &f->ncourses) != DB_ONE ||
	    research_supervisors(req->db, who, id, &supervisors, &f->nsupervisors) != DB_ONE)
		return false;
	f->name = paper.name;
	f->auth_id = paper.auth_id;
	f->cpr = cpr_of(req, paper.cpr_sealed);
	f->printed = req->now;
	f->training = training;
	f->parts = parts;
	f->courses = courses;
	f->supervisors = supervisors;
	return true;
}

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	struct research_facts f = { 0 };

	if (id == 0 || !gather(req, who, id, &f)) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, id);
	if (f.cpr == NULL) {
		log_warn("the CPR number of person %u does not open under our key", id);
		answer_error(req, who, 500, "Udskriften kan ikke laves",
		    "CPR-numret kan ikke læses, og uden det må den ikke udskrives. Kontakt "
		    "hjælpen.");
		return;
	}
	deliver(req, who, research_report(req->arena, &f),
	    arena_format(
	        req->arena, "Forskningstræning %s %s", f.name, day_iso(req->arena, req->today)));
}

void
own_research_print(struct request *req, const struct subject *who)
{
	print(req, who, subject_id(who));
}

void
research_print_of(struct request *req, const struct subject *who)
{
	print(req, who, path_u32(req, "doctor"));
}
