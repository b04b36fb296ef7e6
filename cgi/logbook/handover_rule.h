/* SPDX-License-Identifier: MPL-2.0
 *
 * A doctor who goes on in another region (R-NUL-08): until when the secretariat that gives them up sees
 * the logbook.  Days written "last" are the last with access.
 */
#ifndef HANDOVER_RULE_H
#define HANDOVER_RULE_H

#include "arena.h"
#include "day.h"

/* The earliest last day: today, or the day before the other region has the doctor, whichever is later; so
 * that no doctor is without a secretariat. */
struct day handover_earliest(struct day from, struct day today);

/* What is wrong with that last day; NULL when nothing is.  No day: for good, and never wrong. */
const char *handover_fault(struct arena *, struct day last, struct day from, struct day today);

#endif
