/* SPDX-License-Identifier: MPL-2.0 */
#include "employment_print.h"

#include "export.h"

static void
print(struct request *req, const struct subject *who, uint32_t id)
{
	struct paper p;

	if (paper_for(req, who, id, &p))
		deliver_paper(req, &p, paper_employment(&p), "Lægelig beskæftigelse");
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
