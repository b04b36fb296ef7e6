/* SPDX-License-Identifier: MPL-2.0
 *
 * What stands beside the chains: the bytes of merit letters and of paper attestations, and the tables
 * of latest rows that pages read.
 */
#ifndef AUDIT_BESIDE_H
#define AUDIT_BESIDE_H

#include "logbook.h"

/* Holds each letter's bytes against what its merit, which is in the chain, says of them; says
 * the first that differs.  room is emptied for each letter.  Adds to *letters. */
bool letters_hold(struct db *, struct arena *room, const struct logbook *, uint64_t *letters);

/* Holds approval_now and attestation_now against the last row of each story; says the first that differs. */
bool now_holds(const struct logbook *);
/* The same of card_now and the last step of each card. */
bool cards_now_hold(const struct logbook *);

#endif
