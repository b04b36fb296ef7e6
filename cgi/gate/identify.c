/* SPDX-License-Identifier: MPL-2.0 */
#include "identify.h"

#include <string.h>

#include "queries/session.h"
#include "secret.h"
#include "session_rule.h"
#include "subject_make.h"

struct identity
identify(struct request *req)
{
	struct identity id = { .presence = ABSENT };
	struct session_find row = { 0 };
	struct hash token;

	if (req->browser == NULL)
		return id;
	token = token_hash(req->browser);
	if (session_find(req->db, hash_bytes(&token), req->today, &row) != DB_ONE)
		return id;
	id.person = row.person;
	if (!session_is_alive(row.made, row.seen, row.ended, req->now)) {
		id.presence = strcmp(row.stage, "FULL") == 0 && row.ended.s == 0 ? RAN_OUT : ABSENT;
		return id;
	}
	if (strcmp(row.stage, "FULL") != 0) {
		id.presence = HALF_WAY;
		return id;
	}
	id.presence = PRESENT;
	id.due = session_is_due(row.seen, req->now);
	req->unread = row.unread;
	id.who = subject_make(req->arena, row.id, row.person, row.has_held ? row.held : 0,
	    role_of_word(row.role), row.name, req->today, req->now);
	return id;
}
