/* SPDX-License-Identifier: MPL-2.0 */
#include "trouble.h"

#include <string.h>

#include "log.h"
#include "queries/clock.h"

enum { LONGEST = 15 * 60, DOUBLINGS = 10 };

struct moment
trouble_next(uint32_t tries)
{
	const int64_t wait = tries > DOUBLINGS ? LONGEST : (int64_t)1 << (tries - (tries > 0));

	return (struct moment){ moment_of_clock().s + (wait > LONGEST ? LONGEST : wait) };
}

void
trouble_read(struct engine *e)
{
	e->ntroubles = 0;
	if (db_begin(e->db, DB_READ) != DB_ONE)
		return;
	troubles(e->db, &e->troubles, &e->ntroubles);
	db_commit(e->db);
}

static const struct troubles *
trouble_of(const struct engine *e, const char *name)
{
	for (size_t i = 0; i < e->ntroubles; i++)
		if (strcmp(e->troubles[i].name, name) == 0)
			return &e->troubles[i];
	return NULL;
}

bool
trouble_waits(const struct engine *e, const char *name)
{
	const struct troubles *t = trouble_of(e, name);

	return t != NULL && moment_of_clock().s < t->next_try.s;
}

uint32_t
trouble_note(struct engine *e, const char *name)
{
	const struct troubles *t = trouble_of(e, name);
	const uint32_t tries = t == NULL ? 1 : t->tries + 1;

	if (db_begin(e->db, DB_WRITE) != DB_ONE)
		return 0;
	trouble_put(e->db, name, tries, trouble_next(tries), moment_of_clock());
	if (db_commit(e->db) != DB_ONE)
		return 0;
	if (t == NULL)
		log_warn(
		    "%s failed, see the lines above; it is tried again, at last each %d minutes",
		    name, LONGEST / 60);
	return tries;
}

void
trouble_over(struct engine *e, const char *name)
{
	if (trouble_of(e, name) != NULL)
		trouble_remove(e->db, name);
}
