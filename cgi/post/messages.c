/* SPDX-License-Identifier: MPL-2.0
 *
 * Messages to mobiles: as mails, but nobody waits for one longer than its code lives, so that it
 * is tried every other second and then dropped.
 */
#include "box.h"
#include "log.h"
#include "post.h"
#include "queries/post.h"

enum { ROUND_MOST = 50, PAUSE = 2, TRIES_TO_NOTE = 3 };

static bool
commit(struct db *db)
{
	if (db_failed(db) == DB_ONE && db_commit(db) == DB_ONE)
		return true;
	db_rollback(db);
	return false;
}

/* Those that are over, and those that somebody left on their way. */
static void
settle(struct db *db, struct moment now)
{
	struct messages_over *rows = NULL;
	size_t n = 0;

	if (db_begin(db, DB_READ) != DB_ONE)
		return;
	messages_over(db, now, &rows, &n);
	db_rollback(db);
	if (n == 0 || db_begin(db, DB_WRITE) != DB_ONE)
		return;
	messages_expire(db, now);
	messages_left(db, now);
	if (commit(db))
		log_warn("%zu messages did not go out in time", n);
}

static bool
take(struct db *db, struct moment now, struct message_take *m)
{
	if (db_begin(db, DB_WRITE) != DB_ONE)
		return false;
	if (message_take(db, now, m) != DB_ONE) {
		db_rollback(db);
		return false;
	}
	message_sending(db, m->id, (struct moment){ now.s + ON_ITS_WAY });
	return commit(db);
}

static void
note_it(struct db *db, const struct message_take *m, const struct carried *c, struct moment now)
{
	const bool over = c->verdict != VERDICT_LATER && c->verdict != VERDICT_WAIT;

	for (int i = 0; i < TRIES_TO_NOTE; i++) {
		if (db_begin(db, DB_WRITE) != DB_ONE)
			continue;
		message_after(db, m->id, box_state(c->verdict), c->said, m->tries + 1,
		    (struct moment){ now.s + PAUSE },
		    c->verdict == VERDICT_SENT ? now : (struct moment){ 0 }, !over);
		if (c->verdict == VERDICT_FAILED)
			box_tell(db, m->person, now);
		if (commit(db))
			return;
	}
	log_warn("message %u: what became of it could not be noted", m->id);
}

size_t
post_messages(struct db *db, const struct config *config, struct moment now)
{
	struct message_take m = { 0 };
	struct carrier *carrier = NULL;
	const int64_t end = box_seconds() + ROUND_LASTS;
	size_t sent = 0;

	settle(db, now);
	if (config->sms == NULL)
		return 0;
	for (int i = 0; i < ROUND_MOST && box_seconds() < end && take(db, now, &m); i++) {
		const char *text = box_open(db, m.sealed);
		struct carried c = { VERDICT_FAILED, "Teksten kan ikke åbnes." };

		if (carrier == NULL)
			carrier = carrier_make(db_arena(db), config);
		if (text != NULL)
			c = carry_message(carrier, m.mobile, text);
		if (c.verdict != VERDICT_SENT)
			log_warn("message %u is not sent: %s", m.id, c.said);
		note_it(db, &m, &c, now);
		sent += c.verdict == VERDICT_SENT;
	}
	return sent;
}
