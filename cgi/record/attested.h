/* SPDX-License-Identifier: MPL-2.0
 *
 * What happens to the ground under an attestation that stands: it is never changed by itself, but the
 * department's UAO and tutor and the secretariat are told, and its pages say it.  To be called in the
 * transaction of what happened; failures are sticky in the connection.
 */
#ifndef ATTESTED_H
#define ATTESTED_H

#include "db.h"

/* An element's days have just been changed: was its time attested too early for its end as it is now
 * (R-FOR-03, T-043)?  An original on paper keeps the day on which it was signed. */
void attested_element_moved(struct db *, uint32_t element, struct moment now, struct day today);

/* An approval of a competency has just been reset: the attestation of goals that stands on it, if one
 * does (R-ATT-23). */
void attested_approval_reset(struct db *, uint32_t approval, struct moment now, struct day today);

#endif
