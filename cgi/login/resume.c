/* SPDX-License-Identifier: MPL-2.0
 *
 * What was typed when the session ran out is sent on by the one who typed it, with a button:
 * a login by itself does nothing that somebody has not asked for.
 */
#include "kept.h"
#include "login.h"
#include "session_rule.h"

void
resume_show(struct request *req, const struct subject *who)
{
	const char *token = cookie_value(req, COOKIE_KEPT);
	struct moment since = { req->now.s - KEPT_FORM };
	struct form_kept_path kept = { 0 };
	struct resume_view v;
	struct hash h = token_hash(token == NULL ? "" : token);

	if (token == NULL || form_kept_path(req->db, who, hash_bytes(&h), since, &kept) != DB_ONE) {
		reply_cookie(req, COOKIE_KEPT, NULL, 0);
		reply_see(req, home_of(req->arena, subject_role(who)));
		return;
	}
	v = (struct resume_view){ head_of(req, who, "Velkommen tilbage"),
		url_local(req->arena, kept.path) };
	resume_page(reply_html(req, 200), &v);
}
