/* SPDX-License-Identifier: MPL-2.0
 *
 * Prints of attestations: one, or all that stand of a doctor.
 */
#include "export.h"

static void
print_one(struct request *req, const struct subject *who, uint32_t doctor)
{
	const struct report *r;
	struct paper p;

	if (!paper_for(req, who, doctor, &p))
		return;
	r = paper_attestation(&p, path_u32(req, "attestation"));
	deliver_paper(req, &p, r, r == NULL ? "" : r->title);
}

static void
print_all(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct paper p;

	if (paper_for(req, who, doctor, &p))
		deliver_paper(req, &p, paper_attestations(&p), "Attestationer");
}

void
attestation_own(struct request *req, const struct subject *who)
{
	print_one(req, who, subject_id(who));
}

void
attestation_of_doctor(struct request *req, const struct subject *who)
{
	print_one(req, who, path_u32(req, "doctor"));
}

void
attestations_own(struct request *req, const struct subject *who)
{
	print_all(req, who, subject_id(who));
}

void
attestations_of_doctor(struct request *req, const struct subject *who)
{
	print_all(req, who, path_u32(req, "doctor"));
}
