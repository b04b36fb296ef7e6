/* SPDX-License-Identifier: MPL-2.0
 *
 * People are told: a notice in the inbox, a mail, a message to a mobile.  All of them are rows,
 * written in the transaction of what they tell of; the clock sends them afterwards (cgi/post).
 * So what is stored is told, and what is not stored is not.  Failures are sticky in the
 * connection.
 */
#ifndef TELL_H
#define TELL_H

#include "db.h"
#include "notice.h"

/* The same again since then, unseen, is not told twice: a day. */
#define TOLD_SINCE(now) ((struct moment){ (now).s - 24 * 60 * 60 })

/* For the inbox of that person; about 0 for nobody.  place is "" or a role, a department, a
 * count; link a path of ours, or "".  The same again within a day, unseen, is not told twice. */
void tell_notice(struct db *, uint32_t person, enum notice, uint32_t about, const char *place,
    const char *link, struct moment now);

enum mail_kind { MAIL_ACCESS, MAIL_FORGOT, MAIL_NOTICES, MAIL_CHANGED, MAIL_RECEIPT };
/* The text is sealed; it may hold a link that lets in, and never a CPR number. */
void tell_mail(struct db *, uint32_t person, const char *address, enum mail_kind,
    const char *subject, const char *text, struct moment now);

/* Not sent any more after expires. */
void tell_mobile(struct db *, uint32_t person, const char *mobile, const char *text,
    struct moment expires, struct moment now);

#endif
