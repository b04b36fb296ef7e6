/* SPDX-License-Identifier: MPL-2.0
 *
 * E-mail and password; and out again.
 *
 * Nothing here tells which accounts exist: an unknown one has its guesses counted and its
 * password hashed as any other, and gets the same answer.
 */
#include <string.h>

#include "log.h"
#include "login.h"

/* --- sessions ----------------------------------------------------------------------------- */

/* Ends the session of the browser's token, if there is one that lives. */
static void
end_present(struct request *req)
{
	struct hash token;

	if (req->browser == NULL)
		return;
	token = token_hash(req->browser);
	session_end(req->db, hash_bytes(&token), req->now);
}

uint32_t
session_start_as(struct request *req, uint32_t person, uint32_t held, const char *stage,
    const char *assurance, struct hash *token)
{
	struct token t = token_make();

	end_present(req);
	*token = token_hash(t.text);
	session_begin(req->db, hash_bytes(token), person, held, stage, assurance, req->now);
	reply_cookie(req, COOKIE_SESSION, arena_string(req->arena, t.text), 0);
	return db_inserted(req->db);
}

uint32_t
session_start(
    struct request *req, uint32_t person, uint32_t held, const char *stage, struct hash *token)
{
	return session_start_as(req, person, held, stage, BY_PASSWORD, token);
}

/* --- where to afterwards ------------------------------------------------------------------- */

const char *
til_of(const char *typed)
{
	if (!url_is_plain(typed) || strncmp(typed, "/adgang/log-", 12) == 0 ||
	    strncmp(typed, "/adgang/kode", 12) == 0)
		return "";
	return typed;
}

struct url
til_on(struct arena *a, const char *path, const char *til, const char *notice)
{
	struct url u = url_local(a, path);

	if (til[0] != '\0')
		u = url_with(a, u, "til", til);
	if (notice[0] != '\0')
		u = url_with(a, u, "besked", notice);
	return u;
}

/* --- the page ------------------------------------------------------------------------------ */

static void
show(struct request *req, const struct form *form, const char *til, unsigned status, bool wrong)
{
	struct enter_view v = {
		.head = head_of(req, NULL, "Log ind"),
		.email = field_of(form, "email", "E-mail", NULL),
		.password = field_of(form, "password", "Adgangskode", NULL),
		.to = url_local(req->arena, "/adgang/log-ind"),
		.mitid = url_local(req->arena, "/adgang/mitid"),
		.has_mitid = req->config->oidc.issuer != NULL,
		.forgot = url_local(req->arena, "/adgang/glemt"),
		.til = til,
		.wrong = wrong,
	};

	v.head.notice = notice_of(req, "ud", "Du er logget ud.", "valgt",
	    "Din adgangskode er valgt. Log ind med din e-mail og den.", NULL);
	v.why = notice_of(req, "forfra", "Der gik for lang tid, eller koden er allerede brugt.",
	    "udloebet", "Du er blevet logget ud, fordi der gik for lang tid.", "gemt",
	    "Du er blevet logget ud, fordi der gik for lang tid. Det, du skrev, er gemt: "
	    "log ind, så kan du sende det.",
	    NULL);
	v.email.type = v.email.inputmode = "email";
	v.email.autocomplete = "username";
	v.email.needed = v.password.needed = true;
	v.password.type = "password";
	v.password.autocomplete = "current-password";
	v.password.value = ""; /* a password is never sent back */
	enter_page(reply_html(req, status), &v);
	if (v.has_mitid)
		reply_leads_elsewhere(req);
}

void
enter_show(struct request *req)
{
	show(req, NULL, til_of(query_text(req, "til")), 200, false);
}

/* --- what is sent -------------------------------------------------------------------------- */

/* The account that was typed; person 0 when there is none. */
static struct account_find
account_of(struct request *req, const char *email)
{
	struct account_find row = { 0 };

	if (account_find(req->db, email, &row) != DB_ONE ||
	    strcmp(email_folded(req->arena, row.email), email_folded(req->arena, email)) != 0)
		return (struct account_find){ 0 };
	return row;
}

/* Takes as long whether there is an account or not, and whether it is locked or not. */
static bool
password_fits(const struct account_find *account, const char *password)
{
	if (account->person == 0 || strcmp(account->password, PASSWORD_LOCKED) == 0) {
		password_waste(password);
		return false;
	}
	return password_is(account->password, password);
}

static void
go_half_way(struct request *req, const struct account_find *account, const char *til)
{
	uint32_t session;
	struct hash token;
	struct half_way half = { 0 };

	session = session_start(req, account->person, 0, "CODE", &token);
	half_way(
	    req->db, hash_bytes(&token), (struct moment){ req->now.s - HALF_WAY_LIVES }, &half);
	if (code_begin(req, session, &token, 0, account->person, half.mobile))
		reply_see(req, til_on(req->arena, "/adgang/kode", til, ""));
}

void
enter(struct request *req, const struct form *form)
{
	const char *email = form_needed(form, "email", 254, "Skriv din e-mail."),
	           *password = form_password(form, "password"),
	           *til = til_of(form_value(form, "til"));
	struct account_find account;
	struct mark mark;

	if (password[0] == '\0')
		form_refuse(form, "password", "Skriv din adgangskode.");
	if (form_wrong(form)) {
		show(req, form, til, 422, false);
		return;
	}
	account = account_of(req, email);
	mark = mark_of(req, email);
	if (brake_holds(req, &mark, account.person))
		return;
	if (!password_fits(&account, password)) {
		brake_count(req, &mark, account.person, "password");
		show(req, form, til, 422, true);
		return;
	}
	go_half_way(req, &account, til);
}

/* --- out ------------------------------------------------------------------------------------ */

void
leave(struct request *req, const struct form *form)
{
	(void)form;
	end_present(req);
	reply_cookie(req, COOKIE_SESSION, NULL, 0);
	reply_see(req, til_on(req->arena, "/adgang/log-ind", "", "ud"));
}
