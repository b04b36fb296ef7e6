/* SPDX-License-Identifier: MPL-2.0
 *
 * Who is asking, in which of their roles, on which day: the proof that a handler cannot run
 * without.  Opaque; only the gate can make one (gate/proof/subject_make.h), from a live
 * session.  Statements take it whole: queryc binds :who, :as, :today and :now from it, so
 * that no handler can pass somebody else, another role or another day.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "day.h"
#include "role.h"

struct subject;

uint32_t subject_id(const struct subject *); /* :who    person.id */
uint32_t
subject_as(const struct subject *); /* :as     user_role.id of the role in use, 0 for none */
struct day subject_today(const struct subject *);  /* :today  the calendar day of the request */
struct moment subject_now(const struct subject *); /* :now    the moment of the request */

enum role subject_role(const struct subject *); /* ROLE_NONE when no role is in use */
/* A doctor in their own logbook: as the doctor, not in another role that they hold. */
bool subject_is_own(const struct subject *, uint32_t doctor);
const char *subject_name(const struct subject *);
uint32_t subject_session(const struct subject *); /* session.id, for the audit */

#endif
