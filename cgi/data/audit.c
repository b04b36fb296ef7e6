/* SPDX-License-Identifier: MPL-2.0 */
#include "audit.h"

#include "queries/audit.h"

void
audit(struct db *db, const struct subject *who, const char *action, const char *object,
    uint32_t object_id, const char *detail)
{
	audit_add(db, who, role_word(subject_role(who)), subject_session(who), action, object,
	    object_id, detail);
}
