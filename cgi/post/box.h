/* SPDX-License-Identifier: MPL-2.0
 *
 * What mails and messages have in common as rows: told to the secretariat when they failed.
 */
#ifndef BOX_H
#define BOX_H

#include "carry.h"
#include "db.h"

/* Seconds after which a row on its way has been left by a sender that is no more. */
enum { ON_ITS_WAY = 10 * 60 };
/* Seconds after which a round begins nothing more: its `now` would be too old for ON_ITS_WAY, and
 * other work waits. */
enum { ROUND_LASTS = 60 };

/* The database's word of what a row with that verdict is: "SENT", "WAITING", … */
const char *box_state(enum verdict);

/* NOTICE_MAIL_FAILED for the secretariats that help this person. */
void box_tell(struct db *, uint32_t person, struct moment now);

/* Seconds of a clock that nobody sets, from wherever it began. */
int64_t box_seconds(void);

/* The sealed text, opened; NULL when it cannot be. */
const char *box_open(struct db *, struct bytes sealed);

size_t mails_due(struct db *, const struct config *, struct moment now);

#endif
