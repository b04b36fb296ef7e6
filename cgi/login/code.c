/* SPDX-License-Identifier: MPL-2.0
 *
 * The one-time code: six digits, five minutes, five tries, one use.
 *
 * A code is computed from the key "guess", the session's token and its number within the
 * session; the database keeps only a keyed hash of it.  So a try-out can show it without its
 * being stored anywhere.  That is as safe as drawing it and throwing it away: without the key
 * it cannot be told from a drawn one, and with the key a hash of six digits is found by trying
 * them all, however they came about.
 */
#include <string.h>

#include "log.h"
#include "login.h"
#include "tell.h"

/* --- making and sending -------------------------------------------------------------------- */

static void
compute(const struct hash *token, size_t ordinal, char code[CODE_DIGITS + 1])
{
	static const char purpose[] = "the code";
	unsigned char number = (unsigned char)ordinal;
	struct hashing h;
	struct hash out;

	hashing_begin(&h, KEY_GUESS);
	hashing_add(&h, purpose, sizeof purpose);
	hashing_add(&h, token->bytes, sizeof token->bytes);
	hashing_add(&h, &number, sizeof number);
	out = hashing_end(&h);
	code_of_hash(out.bytes, code);
}

/* What is stored of a code: of no use with another session. */
static struct hash
stored(uint32_t session, const char *code)
{
	static const char purpose[] = "a code typed";
	struct hashing h;

	hashing_begin(&h, KEY_GUESS);
	hashing_add(&h, purpose, sizeof purpose);
	hashing_add(&h, &session, sizeof session);
	hashing_add(&h, code, strlen(code));
	return hashing_end(&h);
}

/* How a code reaches its person: as a message that waits for the clock, in this transaction, so
 * that a code that is stored is a code that will be sent, and the other way round.  A try-out
 * shows it on the page, and needs no gateway. */
enum sending { SENT, NO_GATEWAY };

static enum sending
code_send(struct request *req, uint32_t person, const char *mobile, const char *code)
{
	struct moment expires = { req->now.s + CODE_LIVES };

	if (req->config->sms == NULL)
		return req->config->demo ? SENT : NO_GATEWAY;
	tell_mobile(req->db, person, mobile,
	    arena_format(req->arena, "%s er din engangskode til Logbog. Den virker i %d minutter.",
	        code, CODE_LIVES / 60),
	    expires, req->now);
	return SENT;
}

bool
code_begin(struct request *req, uint32_t session, const struct hash *token, size_t before,
    uint32_t person, const char *mobile)
{
	char code[CODE_DIGITS + 1];
	struct hash kept;

	compute(token, before + 1, code);
	kept = stored(session, code);
	code_add(req->db, session, hash_bytes(&kept), req->now);
	switch (code_send(req, person, mobile, code)) {
	case SENT:
		return true;
	case NO_GATEWAY:
		break;
	}
	log_warn("a one-time code cannot be sent: no gateway for messages is set up");
	reply_make(req); /* without the cookie of a session that is not stored */
	answer_error(req, NULL, 503, "Logbogen kan ikke sende koder endnu",
	    "Du kan derfor ikke logge ind. Ring til hjælpen, som kan sige, hvornår det kommer til "
	    "at virke: telefonnummeret står nederst på siden.");
	return false;
}

/* --- where one is --------------------------------------------------------------------------- */

bool
code_wait_find(
    struct request *req, const struct hash *token, struct moment since, struct code_wait *w)
{
	struct codes_of *rows = NULL;

	*w = (struct code_wait){ .token = *token };
	if (half_way(req->db, hash_bytes(token), since, &w->half) != DB_ONE ||
	    codes_of(req->db, w->half.session, &rows, &w->n) != DB_ONE || w->n == 0)
		return false;
	w->codes = rows;
	return true;
}

bool
code_wait_hold(
    struct request *req, const struct hash *token, struct moment since, struct code_wait *w)
{
	struct half_way_hold held;

	*w = (struct code_wait){ .token = *token };
	return half_way(req->db, hash_bytes(token), since, &w->half) == DB_ONE &&
	    half_way_hold(req->db, w->half.session, &held) == DB_ONE &&
	    code_wait_find(req, token, since, w);
}

/* The session that the browser has and that waits for its code. */
static struct moment
half_way_since(const struct request *req)
{
	return (struct moment){ req->now.s - HALF_WAY_LIVES };
}

static bool
of_browser(struct request *req, struct code_wait *w)
{
	struct hash token;

	if (req->browser == NULL)
		return false;
	token = token_hash(req->browser);
	return code_wait_find(req, &token, half_way_since(req), w);
}

static bool
of_browser_held(struct request *req, struct code_wait *w)
{
	struct hash token;

	if (req->browser == NULL)
		return false;
	token = token_hash(req->browser);
	return code_wait_hold(req, &token, half_way_since(req), w);
}

static const struct codes_of *
latest(const struct code_wait *w)
{
	return &w->codes[w->n - 1];
}

enum code_state
code_wait_state(const struct request *req, const struct code_wait *w)
{
	const struct codes_of *c = latest(w);

	return code_state_of(c->made, c->used, c->tries, req->now);
}

const char *
code_wait_shown(struct request *req, const struct code_wait *w)
{
	char code[CODE_DIGITS + 1];

	if (!req->config->demo || code_wait_state(req, w) != CODE_READY)
		return NULL;
	compute(&w->token, w->n, code);
	return arena_string(req->arena, code);
}

static const char *
why_over(enum code_state state, bool may_again)
{
	switch (state) {
	case CODE_READY:
		return NULL;
	case CODE_OLD:
		return may_again ? "Koden er udløbet. Få en ny kode."
		                 : "Koden er udløbet. Log ind forfra.";
	case CODE_USED:
		return "Koden er brugt. Log ind forfra.";
	case CODE_SPENT:
		break;
	}
	return may_again ? "Koden er spærret efter 5 forkerte forsøg. Få en ny kode."
	                 : "Koden er spærret efter 5 forkerte forsøg. Log ind forfra.";
}

/* --- the page ------------------------------------------------------------------------------- */

static void
from_the_start(struct request *req, const char *til)
{
	reply_see(req, til_on(req->arena, "/adgang/log-ind", til, "forfra"));
}

static void
show(struct request *req, const struct code_wait *s, const struct form *form, const char *til,
    unsigned status)
{
	enum code_state state = code_wait_state(req, s);
	struct arena *a = req->arena;
	size_t n = strlen(s->half.mobile);
	struct code_view v = {
		.head = head_of(req, NULL, "Skriv engangskoden"),
		.code = field_of(form, "code", "Engangskode", "6 cifre"),
		.to = url_local(a, "/adgang/kode"),
		.again = url_local(a, "/adgang/kode/ny"),
		.over = til_on(a, "/adgang/log-ind", til, ""),
		.til = til,
		.ending = s->half.mobile + (n > 2 ? n - 2 : 0),
		.may_again = s->n < CODES_MOST && state != CODE_USED,
	};

	v.head.notice =
	    notice_of(req, "ny", "Du har fået en ny kode. Den gamle virker ikke mere.", NULL);
	v.over_why = why_over(state, v.may_again);
	v.code.value = "";
	v.shown = code_wait_shown(req, s);
	code_page(reply_html(req, status), &v);
}

void
code_show(struct request *req)
{
	const char *til = til_of(query_text(req, "til"));
	struct code_wait s;

	if (!of_browser(req, &s))
		from_the_start(req, til);
	else
		show(req, &s, NULL, til, 200);
}

/* --- what is sent --------------------------------------------------------------------------- */

/* Clears away what no longer counts; a little at a time, at each login. */
static void
tidy(struct request *req)
{
	guesses_forget(req->db, (struct moment){ req->now.s - GUESS_KEPT });
	sessions_forget(req->db, (struct moment){ req->now.s - SESSION_KEPT });
	forms_forget(req->db, (struct moment){ req->now.s - GUESS_KEPT });
}

/* The role used last, if it is still held; else the first that is. */
static struct roles_at_login
role_to_use(struct request *req, const struct half_way *half)
{
	struct roles_at_login *rows = NULL;
	size_t n = 0;

	roles_at_login(req->db, half->person, req->today, &rows, &n);
	for (size_t i = 0; i < n; i++)
		if (half->has_role && rows[i].id == half->role)
			return rows[i];
	return n > 0 ? rows[0] : (struct roles_at_login){ 0, "" };
}

void
log_in(struct request *req, const struct half_way *half, const char *assurance, const char *til)
{
	struct roles_at_login role = role_to_use(req, half);
	struct hash token;
	uint32_t session = session_start_as(req, half->person, role.id, "FULL", assurance, &token);

	login_audit(req->db, half->person, role.id, role.role, session, assurance, req->now);
	tidy(req);
	log_audit("login: person %u as %s", half->person, role.id == 0 ? "nothing" : role.role);
	if (cookie_value(req, COOKIE_KEPT) != NULL)
		reply_see(req, url_local(req->arena, "/adgang/fortsaet"));
	else if (til[0] != '\0' && strcmp(til, "/") != 0)
		reply_see(req, url_local(req->arena, til));
	else
		reply_see(req, home_of(req->arena, role_of_word(role.role)));
}

bool
code_wait_try(struct request *req, const struct code_wait *s, const struct mark *mark,
    const struct form *form, const char *typed)
{
	const struct codes_of *c = latest(s);
	struct hash kept = stored(s->half.session, typed);

	if (code_try(req->db, c->id, s->half.session, CODE_TRIES) != DB_ONE)
		return false;
	if (c->code.n == sizeof kept.bytes &&
	    secret_equal(c->code.at, kept.bytes, sizeof kept.bytes))
		return code_use(req->db, c->id, s->half.session,
		           (struct moment){ req->now.s - CODE_LIVES }, req->now) == DB_ONE;
	brake_count(req, mark, s->half.person, "code");
	form_refuse(form, "code",
	    arena_format(req->arena, "Koden passer ikke. Du har %u forsøg tilbage.",
	        CODE_TRIES - 1 - c->tries));
	return false;
}

void
code_enter(struct request *req, const struct form *form)
{
	const char *til = til_of(form_value(form, "til")), *typed = form_line(form, "code", 20);
	char code[CODE_DIGITS + 1];
	struct mark mark;
	struct code_wait s;

	if (!of_browser_held(req, &s)) {
		from_the_start(req, til);
		return;
	}
	mark = mark_of(req, s.half.email);
	if (brake_holds(req, &mark, s.half.person))
		return;
	if (code_wait_state(req, &s) == CODE_READY) {
		if (!code_read(typed, code)) {
			form_refuse(form, "code", "Skriv koden på 6 cifre.");
		} else if (code_wait_try(req, &s, &mark, form, code)) {
			log_in(req, &s.half, BY_PASSWORD, til);
			return;
		}
		of_browser(req, &s);
	}
	show(req, &s, form, til, 422);
}

void
code_again(struct request *req, const struct form *form)
{
	const char *til = til_of(form_value(form, "til"));
	struct code_wait s;

	if (!of_browser_held(req, &s))
		from_the_start(req, til);
	else if (s.n >= CODES_MOST)
		show(req, &s, form, til, 422);
	else if (code_begin(req, s.half.session, &s.token, s.n, s.half.person, s.half.mobile))
		reply_see(req, til_on(req->arena, "/adgang/kode", til, "ny"));
}
