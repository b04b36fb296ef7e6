/* SPDX-License-Identifier: MPL-2.0 */
#include "employment_print.h"

#include "employment_list.h"
#include "employment_report.h"
#include "export.h"
#include "queries/employment.h"
#include "queries/export.h"

static struct employment_facts
facts_of(const struct request *req, const struct doctor_on_paper *paper, const char *cpr,
    const struct employment_list *list)
{
	return (struct employment_facts){ .name = paper->name,
		.cpr = cpr,
		.auth_id = paper->auth_id,
		.printed = req->now,
		.lines = list->lines,
		.n = list->n,
		.gaps = list->gaps,
		.ngaps = list->ngaps,
		.is_signed = list->is_signed,
		.is_current = list->is_current,
		.signed_at = list->signed_at,
		.signed_by = list->signed_by };
}

static void
print(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct arena *a = req->arena;
	struct employment_reach reach = { 0 };
	struct doctor_on_paper paper = { 0 };
	const struct employment_list *list = NULL;
	struct employment_facts f;
	const char *cpr;

	if (employment_reach(req->db, who, doctor, &reach) == DB_ONE &&
	    doctor_on_paper(req->db, who, doctor, &paper) == DB_ONE)
		list = employment_list_of(req->db, doctor, req->today);
	if (list == NULL) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	if ((cpr = cpr_of(req, paper.cpr_sealed)) == NULL) {
		answer_no_cpr(req, who, doctor);
		return;
	}
	f = facts_of(req, &paper, cpr, list);
	deliver(req, who, employment_report(a, &f),
	    arena_format(a, "Lægelig beskæftigelse %s %s", f.name, day_iso(a, req->today)));
}

void
own_employment_print(struct request *req, const struct subject *who)
{
	print(req, who, subject_id(who));
}

void
employment_print_of(struct request *req, const struct subject *who)
{
	print(req, who, path_u32(req, "doctor"));
}
