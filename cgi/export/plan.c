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
gather(
    struct request *req, const struct paper *p, const struct reached *doctor, struct plan_facts *f)
{
	struct plan_steps *steps = NULL;
	struct plan_files *files = NULL;
	const char **goals;
	size_t places = 0;

	training_places_of(req, p->who, p->doctor, &places);
	if ((places == 0 && p->doctor != subject_id(p->who)) ||
	    plan_steps(p->db, p->who, p->doctor, 0, &steps, &f->n) == DB_DOWN ||
	    plan_files(p->db, p->who, p->doctor, &files, &f->nfiles) == DB_DOWN)
		return false;
	goals = arena_array(req->arena, f->n, sizeof *goals);
	for (size_t i = 0; i < f->n; i++)
		goals[i] = goals_of(req, doctor, steps[i].competencies);
	f->name = p->name;
	f->cpr = p->cpr;
	f->printed = p->printed;
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
	struct paper p;

	if (doctor == NULL)
		answer_not_found(req, who);
	else if (paper_for(req, who, id, &p))
		deliver_paper(req, &p,
		    gather(req, &p, doctor, &f) ? plan_report(req->arena, &f) : NULL,
		    "Uddannelsesplan");
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
