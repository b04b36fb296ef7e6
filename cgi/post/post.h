/* SPDX-License-Identifier: MPL-2.0
 *
 * What waits in the tables mail and text_message goes out: mails over SMTP, messages through the
 * gateway, both with libcurl; notices that nobody has seen are gathered into one mail a day.
 * Each row is taken by one who sends, and goes out at most once: what was on its way when the
 * machine stopped is UNSURE, and told to the secretariat instead of being sent again.
 */
#ifndef POST_H
#define POST_H

#include "config.h"
#include "db.h"

/* Sends what is due now, messages first, one transaction a row.  Answers how many went out. */
size_t post_due(struct db *, const struct config *, struct moment now);
/* Messages alone: somebody waits for a code while mails take their time. */
size_t post_messages(struct db *, const struct config *, struct moment now);

/* Gathers unseen notices into one mail for each person who has had none of this kind today. */
void post_gather(struct db *, const struct config *, struct day today, struct moment now);

#endif
