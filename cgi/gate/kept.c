/* SPDX-License-Identifier: MPL-2.0 */
#include "kept.h"

#include <string.h>

#include "cookie.h"
#include "db.h"
#include "form_body.h"
#include "form_make.h"
#include "queries/session.h"
#include "reply.h"
#include "secret.h"
#include "session_rule.h"

/* Forms of one person within the hour.  Nobody fills in so many; whoever has the cookie of a
 * session that ran out could send them all day. */
enum { KEPT_MOST = 10 };

bool
kept_store(struct request *req, uint32_t person)
{
	struct token t = token_make();
	struct hash h = token_hash(t.text);
	struct form_body body = form_body_blotted(req->arena, req->content_type, req->body);
	struct bytes sealed = token_seal(req->arena, t.text, body.bytes);
	struct moment since = { req->now.s - KEPT_FORM };

	if (db_begin(req->db, DB_WRITE) != DB_ONE)
		return false;
	if (form_keep(req->db, hash_bytes(&h), person, req->path, body.type, sealed, since,
	        KEPT_MOST, req->now) != DB_ONE ||
	    db_commit(req->db) != DB_ONE) {
		db_rollback(req->db);
		return false;
	}
	reply_cookie(req, COOKIE_KEPT, arena_string(req->arena, t.text), KEPT_FORM);
	return true;
}

const struct form *
kept_fetch(struct request *req, const struct subject *who)
{
	const char *token = cookie_value(req, COOKIE_KEPT);
	struct moment since = { req->now.s - KEPT_FORM };
	struct form_kept row = { 0 };
	struct bytes body;
	struct hash h;

	if (token == NULL)
		return NULL;
	h = token_hash(token);
	if (form_kept(req->db, who, hash_bytes(&h), since, &row) != DB_ONE ||
	    strcmp(row.path, req->path) != 0)
		return NULL;
	body = token_open_sealed(req->arena, token, row.body);
	if (body.at == NULL)
		return NULL;
	form_let_go(req->db, who, hash_bytes(&h));
	reply_cookie(req, COOKIE_KEPT, NULL, 0);
	return form_make(req->arena, row.kind, body);
}
