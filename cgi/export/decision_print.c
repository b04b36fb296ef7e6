/* SPDX-License-Identifier: MPL-2.0 */
#include "decision_print.h"

#include "decision_report.h"
#include "log.h"

static bool
gather(struct request *req, const struct subject *who, uint32_t id, struct decision_facts *f)
{
	struct decision_one *decision = arena_take(req->arena, sizeof *decision);
	struct doctor_on_paper paper = { 0 };
	struct decision_goals *goals;
	uint32_t merit = path_u32(req, "merit");

	if (id == 0 || doctor_on_paper(req->db, who, id, &paper) != DB_ONE ||
	    decision_one(req->db, who, id, merit, decision) != DB_ONE ||
	    decision_goals(req->db, who, id, merit, &goals, &f->ngoals) != DB_ONE)
		return false;
	f->name = paper.name;
	f->auth_id = paper.auth_id;
	f->cpr = cpr_of(req, paper.cpr_sealed);
	f->printed = req->now;
	f->decision = decision;
	f->goals = goals;
	return true;
}

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	struct decision_facts f = { 0 };

	if (!gather(req, who, id, &f)) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, id);
	if (f.cpr == NULL) {
		log_warn("the CPR number of person %u does not open under our key", id);
		answer_error(req, who, 500, "Brevet kan ikke laves",
		    "CPR-numret kan ikke læses, og uden det må det ikke udskrives. Kontakt "
		    "hjælpen.");
		return;
	}
	deliver(req, who, decision_report(req->arena, &f),
	    arena_format(req->arena, "Afgørelse om merit %s %s", f.name,
	        day_iso(req->arena, f.decision->decided_on)));
}

void
own_decision(struct request *req, const struct subject *who)
{
	print(req, who, subject_id(who));
}

void
decision_of_doctor(struct request *req, const struct subject *who)
{
	print(req, who, path_u32(req, "doctor"));
}
