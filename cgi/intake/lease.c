/* SPDX-License-Identifier: MPL-2.0 */
#include "lease.h"

#include <string.h>

#include "queries/clock.h"
#include "secret.h"

static struct bytes
holder(const struct lease *l)
{
	return (struct bytes){ l->holder, sizeof l->holder };
}

static struct moment
ends(int32_t seconds)
{
	return (struct moment){ moment_of_clock().s + seconds };
}

void
lease_begin(struct lease *l, const char *name)
{
	l->name = name;
	secret_random(l->holder, sizeof l->holder);
}

bool
lease_is_ours(struct db *db, struct lease *l)
{
	if (lease_keep(db, l->name, holder(l), ends(LEASE_SECONDS)) != DB_ONE) {
		l->kept = 0;
		return false;
	}
	l->kept = moment_of_clock().s;
	return true;
}

static bool
is_holder(struct db *db, const struct lease *l)
{
	struct lease_held held;

	return lease_held(db, l->name, &held) == DB_ONE && held.holder.n == sizeof l->holder &&
	    memcmp(held.holder.at, l->holder, sizeof l->holder) == 0;
}

bool
lease_renew(struct db *db, struct lease *l)
{
	const int64_t age = moment_of_clock().s - l->kept;

	/* A clock that was set back says nothing of how long ago that was. */
	if (l->kept != 0 && age >= 0 && age < LEASE_FRESH)
		return true;
	l->kept = 0;
	if (db_begin(db, DB_WRITE) != DB_ONE)
		return false;
	lease_take(db, l->name, holder(l), ends(LEASE_SECONDS), ends(0));
	if (!is_holder(db, l)) {
		db_rollback(db);
		return false;
	}
	if (db_commit(db) != DB_ONE)
		return false;
	l->kept = moment_of_clock().s;
	return true;
}

void
lease_let_go(struct db *db, struct lease *l)
{
	l->kept = 0;
	if (db_begin(db, DB_WRITE) != DB_ONE)
		return;
	lease_keep(db, l->name, holder(l), ends(-1));
	db_commit(db);
}
