/* SPDX-License-Identifier: MPL-2.0 */
#include "decision_print.h"

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	struct paper p;

	if (paper_for(req, who, id, &p))
		deliver_paper(
		    req, &p, paper_decision(&p, path_u32(req, "merit")), "Afgørelse om merit");
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
