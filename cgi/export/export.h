/* SPDX-License-Identifier: MPL-2.0
 *
 * Prints: one report in three forms, of oneself and of those within reach.
 */
#ifndef EXPORT_H
#define EXPORT_H

#include "competencies.h"
#include "gate.h"
#include "paper.h"

extern page own, of_doctor, own_plan, plan_of_doctor, own_package, own_preview;
extern page own_training, training_of_doctor;
extern page attestation_own, attestation_of_doctor, attestations_own, attestations_of_doctor;
extern page all_of_mine;
extern action people_list, planned_list, overview_list;

/* Whom a print is about; false after answering: not within reach, or no CPR number to print. */
bool paper_for(struct request *, const struct subject *, uint32_t doctor, struct paper *);
/* Answers the report as "TITLE NAME DAY"; NULL is not found. */
void
deliver_paper(struct request *, const struct paper *, const struct report *, const char *title);

/* Answers the report in the form that the path ends with. */
void deliver(struct request *, const struct subject *, const struct report *, const char *name);

#endif
