/* SPDX-License-Identifier: MPL-2.0
 *
 * Prints: one report in three forms, of oneself and of those within reach.
 */
#ifndef EXPORT_H
#define EXPORT_H

#include "competencies.h"
#include "competency_report.h"
#include "gate.h"

extern page own, of_doctor, own_plan, plan_of_doctor, own_package;
extern page own_training, training_of_doctor;
extern page attestation_own, attestation_of_doctor, attestations_own, attestations_of_doctor;
extern action people_list, planned_list, overview_list;

/* "750385-4321"; NULL when the seal does not open under our key. */
const char *cpr_of(struct request *, struct bytes sealed);
/* Said then: without the number nothing is printed. */
void answer_no_cpr(struct request *, const struct subject *, uint32_t doctor);

/* Answers the report in the form that the path ends with. */
void deliver(struct request *, const struct subject *, const struct report *, const char *name);

#endif
