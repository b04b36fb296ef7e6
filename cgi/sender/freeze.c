/* SPDX-License-Identifier: MPL-2.0
 *
 * An order is held against the rules as they are at that moment, and what is sent is made and stored: all
 * of it with the step that says so, or nothing of it.
 */
#include <string.h>

#include "log.h"
#include "make.h"

static enum went
stop(struct sender *s, const struct send_order *o, const char *why)
{
	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return WENT_LOST;
	if (send_stopped(s->db, o->submission, utf8_clip(s->arena, why, 2000), s->now) == DB_ONE) {
		tell_stopped(s, o);
		if (db_failed(s->db) == DB_ONE && db_commit(s->db) == DB_ONE) {
			log_info("order %u is stopped", o->submission);
			return WENT_OVER;
		}
	}
	db_rollback(s->db);
	return WENT_LOST;
}

/* Everything is read as it is at one moment. */
static bool
make(struct sender *s, const struct send_order *o, struct made *m)
{
	bool is_main = strcmp(o->part, "MAIN") == 0, well = false;
	const struct subject *who = acting_for(s, o);

	if (db_begin(s->db, DB_SNAPSHOT) != DB_ONE)
		return false;
	m->why = is_main ? missing_now(s, o) : NULL;
	well = m->why != NULL || (is_main ? make_main(s, o, who, m) : make_extra(s, o, who, m));
	well &= db_failed(s->db) == DB_ONE;
	db_commit(s->db);
	return well;
}

static bool
store(struct sender *s, const struct send_order *o, const struct made *m)
{
	struct hash zip = hash_sha256(m->zip.at, m->zip.n);

	pieces_put(s->db, o->submission, "PACKAGE", m->zip);
	for (size_t i = 0; i < m->n; i++)
		send_file_put(s->db, o->submission, (uint32_t)i + 1, m->files[i].name,
		    m->files[i].title, (uint32_t)m->files[i].size, hash_bytes(&m->files[i].sha256));
	return send_built(s->db, o->submission, (uint32_t)m->zip.n, hash_bytes(&zip),
	           hash_bytes(&m->pdf), m->key, s->now) == DB_ONE &&
	    db_failed(s->db) == DB_ONE && db_commit(s->db) == DB_ONE;
}

enum went
order_freeze(struct sender *s, const struct send_order *o)
{
	struct made m = { 0 };

	if (!make(s, o, &m))
		return m.no_room
		    ? order_later(s, o, "Der er ikke plads på serveren til at lave pakken.", "")
		    : WENT_LOST;
	if (m.why != NULL)
		return stop(s, o, m.why);
	if (db_begin(s->db, DB_WRITE) != DB_ONE)
		return WENT_LOST;
	if (store(s, o, &m)) {
		log_info("order %u is frozen: %zu bytes", o->submission, m.zip.n);
		return WENT_ON;
	}
	db_rollback(s->db);
	return WENT_LOST;
}
