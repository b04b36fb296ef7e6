/* SPDX-License-Identifier: MPL-2.0 */
#include "employment_list.h"
#include "employment_report.h"
#include "paper.h"
#include "queries/employment.h"

const struct report *
paper_employment(const struct paper *p)
{
	struct employment_reach reach = { 0 };
	const struct employment_list *list = NULL;
	struct employment_facts f;

	if (employment_reach(p->db, p->who, p->doctor, &reach) == DB_ONE)
		list = employment_list_of(p->db, p->doctor, subject_today(p->who));
	if (list == NULL)
		return NULL;
	f = (struct employment_facts){ .name = p->name,
		.cpr = p->cpr,
		.auth_id = p->auth_id,
		.printed = p->printed,
		.lines = list->lines,
		.n = list->n,
		.gaps = list->gaps,
		.ngaps = list->ngaps,
		.is_signed = list->is_signed,
		.is_current = list->is_current,
		.signed_at = list->signed_at,
		.signed_by = list->signed_by };
	return employment_report(p->arena, &f);
}
