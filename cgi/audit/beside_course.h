/* SPDX-License-Identifier: MPL-2.0
 *
 * What stands beside the chain of a doctor's courses: the bytes of certificates, and the latest rows.
 */
#ifndef AUDIT_BESIDE_COURSE_H
#define AUDIT_BESIDE_COURSE_H

#include "logbook.h"

/* Each: false when something is not as it was added, and one line said about it. */

/* The bytes of every certificate are those that its steps name.  Counts them in *n. */
bool certificates_hold(struct db *, struct arena *room, const struct logbook *, uint64_t *n);
/* course_record_now holds the last row of each story, and nothing else. */
bool courses_now_hold(const struct logbook *);

#endif
