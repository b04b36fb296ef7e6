/* SPDX-License-Identifier: MPL-2.0 */
#include "paper.h"

#include <string.h>

#include "attestation_report.h"
#include "cpr.h"
#include "decision_report.h"
#include "queries/export.h"
#include "queries/research.h"
#include "research_report.h"
#include "secret.h"

/* "750385-4321"; NULL when the seal does not open under our key. */
static const char *
cpr_of(struct arena *a, struct bytes sealed)
{
	struct bytes digits = secret_open_sealed(a, KEY_CPR_SEAL, sealed);

	return digits.at == NULL || digits.n != 10 ? NULL : cpr_text(a, (const char *)digits.at);
}

enum paper_answer
paper_begin(struct db *db, const struct subject *who, uint32_t doctor, struct paper *p)
{
	struct doctor_on_paper found = { 0 };

	*p = (struct paper){ .db = db,
		.arena = db_arena(db),
		.who = who,
		.doctor = doctor,
		.printed = subject_now(who) };
	if (doctor == 0 || doctor_on_paper(db, who, doctor, &found) != DB_ONE)
		return PAPER_NOT_THERE;
	p->name = found.name;
	p->auth_id = found.auth_id;
	p->cpr = cpr_of(p->arena, found.cpr_sealed);
	return p->cpr == NULL ? PAPER_NO_CPR : PAPER_FINE;
}

/* --- attestations --------------------------------------------------------------------------- */

static bool
read_attestations(const struct paper *p, struct attestation_facts *f)
{
	struct attest_signed_all *rows;

	*f = (struct attestation_facts){ .name = p->name, .cpr = p->cpr, .printed = p->printed };
	if (attest_signed_all(p->db, p->who, p->doctor, &rows, &f->n) != DB_ONE)
		return false;
	f->rows = rows;
	return true;
}

const struct report *
paper_attestations(const struct paper *p)
{
	struct attestation_facts f;

	return read_attestations(p, &f) ? attestations_report(p->arena, &f) : NULL;
}

const struct report *
paper_attestation(const struct paper *p, uint32_t attestation)
{
	struct attestation_facts f;
	size_t i = 0;

	if (!read_attestations(p, &f))
		return NULL;
	while (i < f.n && f.rows[i].id != attestation)
		i++;
	return i == f.n ? NULL : attestation_report(p->arena, &f, &f.rows[i]);
}

/* --- research training ------------------------------------------------------------------------ */

const struct report *
paper_research(const struct paper *p)
{
	struct research_facts f = {
		.name = p->name, .cpr = p->cpr, .auth_id = p->auth_id, .printed = p->printed
	};
	struct research_training *training = arena_take(p->arena, sizeof *training);
	struct research_parts *parts;
	struct research_courses *courses;
	struct research_supervisors *supervisors;

	if (research_training(p->db, p->who, p->doctor, training) != DB_ONE ||
	    research_parts(p->db, p->who, p->doctor, training->list, &parts, &f.nparts) != DB_ONE ||
	    research_courses(p->db, p->who, p->doctor, &courses, &f.ncourses) != DB_ONE ||
	    research_supervisors(p->db, p->who, p->doctor, &supervisors, &f.nsupervisors) != DB_ONE)
		return NULL;
	f.training = training;
	f.parts = parts;
	f.courses = courses;
	f.supervisors = supervisors;
	return research_report(p->arena, &f);
}

/* --- a decision of merit ---------------------------------------------------------------------- */

const struct report *
paper_decision(const struct paper *p, uint32_t merit)
{
	struct decision_facts f = {
		.name = p->name, .cpr = p->cpr, .auth_id = p->auth_id, .printed = p->printed
	};
	struct decision_one *decision = arena_take(p->arena, sizeof *decision);
	struct decision_goals *goals;

	if (decision_one(p->db, p->who, p->doctor, merit, decision) != DB_ONE ||
	    decision_goals(p->db, p->who, p->doctor, merit, &goals, &f.ngoals) != DB_ONE)
		return NULL;
	f.decision = decision;
	f.goals = goals;
	return decision_report(p->arena, &f);
}
