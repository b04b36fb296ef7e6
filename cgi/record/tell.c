/* SPDX-License-Identifier: MPL-2.0 */
#include "tell.h"

#include <string.h>

#include "queries/tell.h"
#include "secret.h"

void
tell_notice(struct db *db, uint32_t person, enum notice kind, uint32_t about, const char *place,
    const char *link, struct moment now)
{
	notice_put(db, person, notice_word(kind), about != 0 ? &about : NULL, place, link,
	    TOLD_SINCE(now), now);
}

static struct bytes
sealed(struct db *db, const char *text)
{
	return secret_seal(
	    db_arena(db), KEY_MAIL, (struct bytes){ (const unsigned char *)text, strlen(text) });
}

static const char *
mail_word(enum mail_kind kind)
{
	switch (kind) {
	case MAIL_ACCESS:
		return "ACCESS";
	case MAIL_FORGOT:
		return "FORGOT";
	case MAIL_CHANGED:
		return "CHANGED";
	case MAIL_RECEIPT:
		return "RECEIPT";
	case MAIL_NOTICES:
		break;
	}
	return "NOTICES";
}

void
tell_mail(struct db *db, uint32_t person, const char *address, enum mail_kind kind,
    const char *subject, const char *text, struct moment now)
{
	mail_put(db, person, address, mail_word(kind), subject, sealed(db, text), now);
}

void
tell_mobile(struct db *db, uint32_t person, const char *mobile, const char *text,
    struct moment expires, struct moment now)
{
	text_message_put(db, person, mobile, sealed(db, text), expires, now);
}
