/* SPDX-License-Identifier: MPL-2.0
 *
 * The training plans of a doctor on paper: one's own, and of those whose plans one may see.
 */
#include "export.h"

#include <stdlib.h>
#include <string.h>

#include "plan_report.h"
#include "plans.h"

/* The competencies of a version, one a line. */
static const char *
goals_of(struct request *req, const struct reached *doctor, const char *ids)
{
	char *at = arena_string(req->arena, ids), *rest = NULL;
	struct text text = { .arena = req->arena };

	for (char *w = strtok_r(at, " ", &rest); w != NULL; w = strtok_r(NULL, " ", &rest)) {
		const struct curriculum_list *list;
		const struct goal *g =
		    goal_asked_for(req, doctor, (uint32_t)strtoul(w, NULL, 10), &list);

		if (g != NULL)
			text_format(
			    &text, "%s%s %s", text.len == 0 ? "" : "\n", g->number, g->title);
	}
	return text.len == 0 ? "" : text.at;
}

/* False when there is nothing that this person may see, or the database failed. */
static bool
gather(struct request *req, const struct subject *who, const struct reached *doctor,
    struct plan_facts *f)
{
	struct doctor_on_paper paper = { 0 };
	struct plan_steps *steps = NULL;
	struct plan_files *files = NULL;
	const char **goals;
	size_t places = 0;

	training_places_of(req, who, doctor->doctor, &places);
	if ((places == 0 && doctor->doctor != subject_id(who)) ||
	    doctor_on_paper(req->db, who, doctor->doctor, &paper) != DB_ONE ||
	    plan_steps(req->db, who, doctor->doctor, 0, &steps, &f->n) == DB_DOWN ||
	    plan_files(req->db, who, doctor->doctor, &files, &f->nfiles) == DB_DOWN)
		return false;
	goals = arena_array(req->arena, f->n, sizeof *goals);
	for (size_t i = 0; i < f->n; i++)
		goals[i] = goals_of(req, doctor, steps[i].competencies);
	f->name = paper.name;
	f->cpr = cpr_of(req, paper.cpr_sealed);
	f->printed = req->now;
	f->steps = steps;
	f->goals = goals;
	f->files = files;
	return true;
}

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	const struct reached *doctor = doctor_within_reach(req, who, id);
	struct plan_facts f = { 0 };

	if (doctor == NULL || !gather(req, who, doctor, &f)) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, id);
	if (f.cpr == NULL) {
		answer_no_cpr(req, who, id);
		return;
	}
	deliver(req, who, plan_report(req->arena, &f),
	    arena_format(req->arena, "Uddannelsesplan %s %s", doctor->name,
	        day_iso(req->arena, req->today)));
}

void
own_plan(struct request *req, const struct subject *who)
{
	print(req, who, subject_id(who));
}

void
plan_of_doctor(struct request *req, const struct subject *who)
{
	print(req, who, path_u32(req, "doctor"));
}
