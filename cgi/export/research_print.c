/* SPDX-License-Identifier: MPL-2.0 */
#include "research_print.h"

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	struct paper p;

	if (paper_for(req, who, id, &p))
		deliver_paper(req, &p, paper_research(&p), "Forskningstræning");
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
