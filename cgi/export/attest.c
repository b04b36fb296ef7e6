/* SPDX-License-Identifier: MPL-2.0
 *
 * Prints of attestations: one, or all that stand of a doctor.
 */
#include "export.h"

#include "attestation_report.h"
#include "log.h"
#include "secret.h"

/* False after answering. */
static bool
gather(struct request *req, const struct subject *who, uint32_t doctor, struct attestation_facts *f)
{
	struct doctor_on_paper paper = { 0 };
	struct attest_signed_all *rows;

	*f = (struct attestation_facts){ .printed = req->now };
	if (doctor == 0 || doctor_on_paper(req->db, who, doctor, &paper) != DB_ONE ||
	    attest_signed_all(req->db, who, doctor, &rows, &f->n) != DB_ONE) {
		answer_not_found(req, who);
		return false;
	}
	f->rows = rows;
	f->name = paper.name;
	f->cpr = cpr_of(req, paper.cpr_sealed);
	return true;
}

static void
print(struct request *req, const struct subject *who, uint32_t doctor,
    const struct attestation_facts *f, const struct report *r, const char *title)
{
	looked_into(req, doctor);
	if (f->cpr == NULL) {
		log_warn("the CPR number of person %u does not open under our key", doctor);
		answer_error(req, who, 500, "Udskriften kan ikke laves",
		    "CPR-numret kan ikke læses, og uden det må den ikke udskrives. Kontakt hjælpen.");
		return;
	}
	deliver(req, who, r,
	    arena_format(req->arena, "%s %s %s", title, f->name, day_iso(req->arena, req->today)));
}

static void
print_one(struct request *req, const struct subject *who, uint32_t doctor)
{
	uint32_t id = path_u32(req, "attestation");
	struct attestation_facts f;
	size_t i = 0;

	if (!gather(req, who, doctor, &f))
		return;
	while (i < f.n && f.rows[i].id != id)
		i++;
	if (i == f.n)
		answer_not_found(req, who);
	else
		print(req, who, doctor, &f, attestation_report(req->arena, &f, &f.rows[i]),
		    attestation_report_title(&f.rows[i]));
}

static void
print_all(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct attestation_facts f;

	if (gather(req, who, doctor, &f))
		print(req, who, doctor, &f, attestations_report(req->arena, &f), "Attestationer");
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
