/* SPDX-License-Identifier: MPL-2.0
 *
 * Mails, one after another.  A row is SENDING, committed, before anything of it leaves; what became
 * of it is a second transaction.  Between the two nothing is known, and what is found SENDING long
 * after is UNSURE.
 */
#include <string.h>

#include "access.h"
#include "box.h"
#include "log.h"
#include "mime.h"
#include "queries/post.h"

/* Mails a round: other work waits meanwhile. */
enum { ROUND_MOST = 100, TRIES_TO_NOTE = 3, WAIT_PAUSE = 30 };

/* After a server could not be reached, or did not let us in: not again before that moment, and
 * each time a while longer. */
static struct {
	struct moment until;
	uint32_t times;
} away;

/* --- the rows ------------------------------------------------------------------------------ */

static bool
is_kind(const struct mail_take *m, const char *kind)
{
	return strcmp(m->kind, kind) == 0;
}

/* Of no use any more: its link is dead, or its person is gone. */
static bool
is_stale(const struct mail_take *m, struct moment now)
{
	return m->gone || (is_kind(m, "FORGOT") && now.s - m->made.s >= FORGOT_LIVES) ||
	    (is_kind(m, "ACCESS") && now.s - m->made.s >= ACCESS_LIVES);
}

/* Takes the next one that is due: true when it is ours to send.  A stale one is dropped. */
static bool
take(struct db *db, struct moment now, struct mail_take *m)
{
	for (;;) {
		if (db_begin(db, DB_WRITE) != DB_ONE)
			return false;
		if (mail_take(db, now, m) != DB_ONE)
			break;
		if (!is_stale(m, now)) {
			mail_sending(db, m->id, (struct moment){ now.s + ON_ITS_WAY });
			if (db_failed(db) == DB_ONE && db_commit(db) == DB_ONE)
				return true;
			break;
		}
		mail_after(db, m->id, "WAITING", "DROPPED", "for gammel", m->tries, now,
		    (struct moment){ 0 }, false);
		if (db_failed(db) != DB_ONE || db_commit(db) != DB_ONE)
			break;
	}
	db_rollback(db);
	return false;
}

/* A text that lets nobody in is kept while somebody may want it sent again. */
static bool
text_is_kept(const struct mail_take *m, enum verdict v)
{
	return v == VERDICT_LATER || v == VERDICT_WAIT ||
	    (v != VERDICT_SENT && is_kind(m, "NOTICES"));
}

/* What has been tried long enough has failed. */
static enum verdict
at_last(const struct mail_take *m, enum verdict v, struct moment now)
{
	if ((v == VERDICT_LATER && m->tries + 1 >= MAIL_TRIES) ||
	    (v == VERDICT_WAIT && now.s - m->made.s > MAIL_WAITS))
		return VERDICT_FAILED;
	return v;
}

static bool
note_once(struct db *db, const struct mail_take *m, const struct carried *c, struct moment now)
{
	const enum verdict v = at_last(m, c->verdict, now);
	const uint32_t tries = m->tries + (c->verdict != VERDICT_WAIT);
	/* Behind the others for a while: were the fault its own after all, they are not held up. */
	const int64_t pause = v == VERDICT_WAIT ? WAIT_PAUSE : verdict_pause(tries);

	if (db_begin(db, DB_WRITE) != DB_ONE)
		return false;
	mail_after(db, m->id, "SENDING", box_state(v), c->said, tries,
	    (struct moment){ now.s + pause }, v == VERDICT_SENT ? now : (struct moment){ 0 },
	    text_is_kept(m, v));
	if (v == VERDICT_FAILED || v == VERDICT_UNSURE)
		box_tell(db, m->person, now);
	if (db_failed(db) == DB_ONE && db_commit(db) == DB_ONE)
		return true;
	db_rollback(db);
	return false;
}

/* When it cannot be noted at all it stays SENDING, and is UNSURE later: better than twice. */
static void
note_it(struct db *db, const struct mail_take *m, const struct carried *c, struct moment now)
{
	for (int i = 0; i < TRIES_TO_NOTE; i++)
		if (note_once(db, m, c, now))
			return;
	log_warn("mail %u: what became of it could not be noted", m->id);
}

/* --- those that somebody left on their way ------------------------------------------------- */

static void
settle_left(struct db *db, struct moment now)
{
	static const char said[] =
	    "Afsendelsen blev afbrudt. Det vides ikke, om mailen er nået frem.";
	struct mail_left *rows = NULL;
	size_t n = 0;

	if (db_begin(db, DB_WRITE) != DB_ONE)
		return;
	mail_left(db, now, &rows, &n);
	for (size_t i = 0; i < n; i++) {
		mail_after(db, rows[i].id, "SENDING", "UNSURE", said, rows[i].tries, now,
		    (struct moment){ 0 }, strcmp(rows[i].kind, "NOTICES") == 0);
		box_tell(db, rows[i].person, now);
		log_warn("mail %u was left on its way", rows[i].id);
	}
	if (db_failed(db) != DB_ONE || db_commit(db) != DB_ONE)
		db_rollback(db);
}

/* --- the round ----------------------------------------------------------------------------- */

static struct carried
send(struct db *db, struct carrier *carrier, const struct config *config, const struct mail_take *m)
{
	struct arena *a = db_arena(db);
	struct mime_mail mail = { m->id, config->mail_from, m->address, m->subject,
		box_open(db, m->sealed), m->made };

	if (mail.text == NULL)
		return (struct carried){ VERDICT_FAILED, "Teksten kan ikke åbnes." };
	if (!mime_address_holds(m->address))
		return (struct carried){ VERDICT_FAILED, "Adressen er ikke en e-mail-adresse." };
	return carry_mail(carrier, m->id, m->address,
	    mime_text(a, &mail, carry_to_folder(config) ? MIME_AS_IS : MIME_QUOTED));
}

static void
rest(const struct carried *c, struct moment now)
{
	away.until = (struct moment){ now.s + verdict_pause(away.times) / 4 };
	if (away.times < 5)
		away.times++;
	log_warn("mails wait: %s", c->said);
}

size_t
mails_due(struct db *db, const struct config *config, struct moment now)
{
	struct carrier *carrier;
	struct mail_take m = { 0 };
	const int64_t end = box_seconds() + ROUND_LASTS;
	size_t sent = 0;

	settle_left(db, now);
	if (config->mail == NULL || now.s < away.until.s)
		return 0;
	carrier = carrier_make(db_arena(db), config);
	for (int i = 0; i < ROUND_MOST && box_seconds() < end && take(db, now, &m); i++) {
		struct carried c = send(db, carrier, config, &m);

		note_it(db, &m, &c, now);
		sent += c.verdict == VERDICT_SENT;
		if (c.verdict == VERDICT_WAIT) {
			rest(&c, now);
			break;
		}
		away.times = 0;
	}
	return sent;
}
