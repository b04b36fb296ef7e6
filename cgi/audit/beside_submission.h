/* SPDX-License-Identifier: MPL-2.0
 *
 * What stands beside the chain of a doctor's packages to the authority: where each stands, and the bytes
 * that were frozen.
 */
#ifndef AUDIT_BESIDE_SUBMISSION_H
#define AUDIT_BESIDE_SUBMISSION_H

#include "logbook.h"

/* submission_now is what the rows of submission_step say; says the first that is not. */
bool submissions_now_hold(const struct logbook *);
/* The frozen ZIP and the closed envelope have the hashes that the chain holds (T-165); says the first that
 * has not.  room is emptied for each piece.  Adds to *files. */
bool packages_hold(struct db *, struct arena *room, const struct logbook *, uint64_t *files);

#endif
