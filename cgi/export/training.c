/* SPDX-License-Identifier: MPL-2.0
 *
 * Uddannelsesforløb on paper, of oneself and of those within reach.
 */
#include "export.h"

static void
print_training(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct paper p;

	if (paper_for(req, who, doctor, &p))
		deliver_paper(req, &p, paper_training(&p), "Uddannelsesforløb");
}

void
own_training(struct request *req, const struct subject *who)
{
	print_training(req, who, subject_id(who));
}

void
training_of_doctor(struct request *req, const struct subject *who)
{
	print_training(req, who, path_u32(req, "doctor"));
}
