/* SPDX-License-Identifier: MPL-2.0 */
#include "post.h"

#include <string.h>
#include <time.h>

#include "box.h"
#include "log.h"
#include "queries/post.h"
#include "secret.h"
#include "tell.h"

const char *
box_state(enum verdict v)
{
	switch (v) {
	case VERDICT_SENT:
		return "SENT";
	case VERDICT_LATER:
	case VERDICT_WAIT:
		return "WAITING";
	case VERDICT_FAILED:
		return "FAILED";
	case VERDICT_UNSURE:
		break;
	}
	return "UNSURE";
}

void
box_tell(struct db *db, uint32_t person, struct moment now)
{
	struct offices_of *rows = NULL;
	size_t n = 0;

	offices_of(db, person, moment_day(now), &rows, &n);
	for (size_t i = 0; i < n; i++)
		tell_notice(
		    db, rows[i].person, NOTICE_MAIL_FAILED, person, "", "/sekretariat/mails", now);
}

int64_t
box_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

const char *
box_open(struct db *db, struct bytes sealed)
{
	struct bytes text = secret_open_sealed(db_arena(db), KEY_MAIL, sealed);

	if (text.at == NULL)
		return NULL;
	return arena_copy(db_arena(db), (const char *)text.at, text.n);
}

/* --- what waits ---------------------------------------------------------------------------- */

size_t
post_due(struct db *db, const struct config *config, struct moment now)
{
	size_t n = post_messages(db, config, now);

	return n + mails_due(db, config, now);
}

/* --- notices ------------------------------------------------------------------------------- */

/* People a round: what is urgent waits behind no more mails than these.  The first notice waits a
 * while for others. */
enum { GATHER_MOST = 100, GATHER_AFTER = 15 * 60, GATHER_EVERY = 60 };

static const char *
digest_text(struct arena *a, const char *name, uint32_t n, const char *url)
{
	return arena_format(a,
	    "Kære %s\n\n"
	    "Du har %u %s i Logbog, som du ikke har set.\n\n"
	    "Log ind, og læs %s her:\n\n%s/adgang/beskeder\n\n"
	    "Du får højst én mail som denne om dagen. Du kan ikke svare på den.\n",
	    name, n, n == 1 ? "ny besked" : "nye beskeder", n == 1 ? "den" : "dem", url);
}

/* Of two clocks at once the second finds nothing left to gather, or the mail of the first. */
static bool
gather_one(struct db *db, const struct config *config, const struct notices_wait *w,
    struct moment day, struct moment now)
{
	struct arena *a = db_arena(db);
	struct digest_had had = { 0 };
	uint32_t n;

	notices_gathered(db, w->person, now);
	n = (uint32_t)db_changed(db);
	if (n == 0 || digest_had(db, w->person, day, &had) != DB_ONE || had.n > 0)
		return false;
	tell_mail(db, w->person, w->email, MAIL_NOTICES,
	    n == 1 ? "Logbog.net - 1 ny besked"
	           : arena_format(a, "Logbog.net - %u nye beskeder", n),
	    digest_text(a, w->name, n, config->url), now);
	return db_failed(db) == DB_ONE;
}

void
post_gather(struct db *db, const struct config *config, struct day today, struct moment now)
{
	const struct moment day = moment_at(today, 0), before = { now.s - GATHER_AFTER };
	struct notices_wait *rows = NULL;
	static struct moment next;
	size_t n = 0;

	if (config->url == NULL || now.s < next.s || db_begin(db, DB_WRITE) != DB_ONE)
		return;
	notices_seen(db, now);
	notices_wait(db, before, day, GATHER_MOST, &rows, &n);
	if (db_failed(db) != DB_ONE || db_commit(db) != DB_ONE) {
		db_rollback(db);
		return;
	}
	next.s = n == GATHER_MOST ? now.s : now.s + GATHER_EVERY;
	for (size_t i = 0; i < n && db_begin(db, DB_WRITE) == DB_ONE; i++)
		if (!gather_one(db, config, &rows[i], day, now) || db_commit(db) != DB_ONE)
			db_rollback(db);
}
