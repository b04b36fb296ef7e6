/* SPDX-License-Identifier: MPL-2.0
 *
 * Who did what to what, as which role: written in the transaction that does it.
 */
#ifndef AUDIT_H
#define AUDIT_H

#include "db.h"
#include "subject.h"

/* action and object are words of ours ("give merit", "merit"); detail is never free text and
 * never holds a CPR number.  A failure is sticky in the connection. */
void audit(struct db *, const struct subject *, const char *action, const char *object,
    uint32_t object_id, const char *detail);

#endif
