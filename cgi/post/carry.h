/* SPDX-License-Identifier: MPL-2.0
 *
 * Carries one mail or one message over, and says what became of it.  Knows no database.
 *
 * TLS is asked for and held against LOGBOOK_CA or the system's authorities; neither a password nor
 * a text ever reaches the log.
 */
#ifndef CARRY_H
#define CARRY_H

#include "arena.h"
#include "config.h"
#include "verdict.h"

struct carrier;

enum { SAID_MOST = 300 };
/* What the other side, or the way to it, said last: one line. */
struct carried {
	enum verdict verdict;
	char said[SAID_MOST];
};

/* One connection to the mail server serves all mails; it ends with the arena. */
struct carrier *carrier_make(struct arena *, const struct config *);

/* The mail as mime_text makes it: MIME_AS_IS when it goes to a folder. */
struct carried carry_mail(struct carrier *, uint32_t id, const char *to, const char *mail);
/* Are mails laid down as files, for a person to read? */
bool carry_to_folder(const struct config *);

/* A number in E.164. */
struct carried carry_message(struct carrier *, const char *to, const char *text);

#endif
