/* SPDX-License-Identifier: MPL-2.0
 *
 * The link of a mail with access: whoever has it chooses a password.  To open it changes
 * nothing, since mail servers open links to see what they are; only the form uses it up.
 *
 * Who forgot the password is asked for a one-time code too, before the new one is taken: a mail read
 * by somebody else is then not enough.  Codes belong to a session; here it is one under a token that
 * is computed from the link's, which no browser can have as its cookie.
 */
#include <string.h>

#include "access.h"
#include "log.h"
#include "login.h"

struct link {
	struct link_find row;
	struct hash hash, anchor;
	const char *token;
	bool forgotten;
};

static bool
find(struct request *req, struct link *l)
{
	*l = (struct link){ .token = path_text(req, "token") };
	if (!token_is_well_formed(l->token))
		return false;
	l->hash = token_hash(l->token);
	l->anchor = token_derive(l->token, "access");
	if (link_find(req->db, hash_bytes(&l->hash), &l->row) != DB_ONE)
		return false;
	l->forgotten = strcmp(l->row.purpose, "FORGOT") == 0;
	return !l->row.used && req->now.s < l->row.expires.s;
}

static void
answer_dead(struct request *req)
{
	struct dead_link_view v = { head_of(req, NULL, "Linket virker ikke mere"),
		url_local(req->arena, "/adgang/glemt") };

	dead_link_page(reply_html(req, 410), &v);
}

/* --- the page ------------------------------------------------------------------------------ */

static bool
code_of(struct request *req, const struct link *l, struct code_wait *w)
{
	return code_wait_find(req, &l->anchor, (struct moment){ req->now.s - FORGOT_LIVES }, w);
}

static void
fill_code(struct request *req, const struct link *l, struct activate_view *v)
{
	struct code_wait w;
	size_t n = strlen(l->row.mobile);
	bool any = code_of(req, l, &w);

	v->ending = l->row.mobile + (n > 2 ? n - 2 : 0);
	v->code_made = any && code_wait_state(req, &w) == CODE_READY;
	v->code_again = !any || w.n < CODES_MOST;
	if (v->code_made)
		v->shown = code_wait_shown(req, &w);
	else if (any)
		v->over_why = v->code_again
		    ? "Koden er udløbet, eller den er skrevet forkert for mange gange. Få en ny kode."
		    : "Du har fået de koder, som ét link kan give. Bed om et nyt link.";
}

static void
show(struct request *req, const struct link *l, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct activate_view v = {
		.head = head_of(
		    req, NULL, l->forgotten ? "Vælg en ny adgangskode" : "Vælg din adgangskode"),
		.faults = faults_of(a, form),
		.name = l->row.name,
		.email = l->row.email,
		.to = url_of(a, "/adgang/aktiver/%s", l->token),
		.code_to = url_of(a, "/adgang/aktiver/%s/kode", l->token),
		.forgot = url_local(a, "/adgang/glemt"),
		.forgotten = l->forgotten,
		.code = field_of(form, "code", "Engangskode", "6 cifre"),
		.fresh = password_field(form, "fresh", "Adgangskode",
		    "Mindst 12 tegn. Gerne flere ord efter hinanden.", "new-password"),
		.repeated =
		    password_field(form, "repeated", "Adgangskoden igen", NULL, "new-password"),
	};

	v.code.inputmode = "numeric";
	v.code.autocomplete = "one-time-code";
	v.code.value = "";
	v.code.needed = true;
	if (l->forgotten)
		fill_code(req, l, &v);
	activate_page(reply_html(req, status), &v);
}

void
activate_show(struct request *req)
{
	struct link l;

	if (find(req, &l))
		show(req, &l, NULL, 200);
	else
		answer_dead(req);
}

/* --- the code ------------------------------------------------------------------------------ */

/* The session that codes and audit belong to; begun when there is none yet. */
static uint32_t
anchor_of(struct request *req, const struct link *l)
{
	struct half_way half = { 0 };
	struct half_way_hold held;
	struct moment since = { req->now.s - FORGOT_LIVES };

	if (half_way(req->db, hash_bytes(&l->anchor), since, &half) == DB_ONE) {
		half_way_hold(req->db, half.session, &held);
		return half.session;
	}
	session_begin(
	    req->db, hash_bytes(&l->anchor), l->row.person, 0, "CODE", BY_PASSWORD, req->now);
	return db_inserted(req->db);
}

void
activate_code(struct request *req, const struct form *form)
{
	struct code_wait w = { 0 };
	struct link_hold held;
	uint32_t session;
	struct link l;

	if (!find(req, &l) || !l.forgotten ||
	    link_hold(req->db, hash_bytes(&l.hash), req->now, &held) != DB_ONE) {
		answer_dead(req);
		return;
	}
	session = anchor_of(req, &l);
	code_of(req, &l, &w);
	if (w.n >= CODES_MOST)
		show(req, &l, form, 422);
	else if (code_begin(req, session, &l.anchor, w.n, l.row.person, l.row.mobile))
		reply_see(req, url_of(req->arena, "/adgang/aktiver/%s", l.token));
}

/* --- the password -------------------------------------------------------------------------- */

static void
read_passwords(struct request *req, const struct link *l, const struct form *form)
{
	const char *fresh = form_password(form, "fresh"),
	           *wrong = password_sentence(password_fault_of(req->arena, fresh, l->row.email));

	if (wrong != NULL)
		form_refuse(form, "fresh", wrong);
	if (strcmp(fresh, form_password(form, "repeated")) != 0)
		form_refuse(
		    form, "repeated", "De to adgangskoder er ikke ens. Skriv den to gange.");
}

/* Reads the code, and tries it when nothing else is wrong; a wrong one counts as a guess.  False
 * when the brake has answered. */
static bool
read_code(struct request *req, const struct link *l, const struct form *form)
{
	struct mark mark = mark_of(req, l->row.email);
	char code[CODE_DIGITS + 1];
	struct code_wait w;

	if (brake_holds(req, &mark, l->row.person))
		return false;
	if (!code_wait_hold(req, &l->anchor, (struct moment){ req->now.s - FORGOT_LIVES }, &w) ||
	    code_wait_state(req, &w) != CODE_READY)
		form_refuse(form, "code", "Få en ny kode, og skriv den her.");
	else if (!code_read(form_line(form, "code", 20), code))
		form_refuse(form, "code", "Skriv koden på 6 cifre.");
	else if (!form_wrong(form) && !code_wait_try(req, &w, &mark, form, code))
		form_refuse(form, "code", "Koden passer ikke. Få en ny kode, og skriv den her.");
	return true;
}

/* Whoever had the old password, or was logged in with it, has nothing any more. */
static void
take_password(struct request *req, const struct link *l, const char *fresh)
{
	const char *hash = password_hash(req->arena, fresh);
	uint32_t session = anchor_of(req, l), person = l->row.person;

	if (password_first(req->db, person, hash) != DB_ONE)
		password_put(req->db, person, hash);
	sessions_end_all(req->db, person, req->now);
	activate_audit(req->db, person, session, l->row.purpose, req->now);
	log_audit("person %u has chosen a password by a link", person);
	reply_see(req, til_on(req->arena, "/adgang/log-ind", "", "valgt"));
}

void
activate(struct request *req, const struct form *form)
{
	struct link_hold held;
	struct link l;

	if (!find(req, &l) || link_hold(req->db, hash_bytes(&l.hash), req->now, &held) != DB_ONE) {
		answer_dead(req);
		return;
	}
	read_passwords(req, &l, form);
	if (l.forgotten && !read_code(req, &l, form))
		return;
	if (form_wrong(form))
		show(req, &l, form, 422);
	else if (link_use(req->db, hash_bytes(&l.hash), req->now) == DB_ONE)
		take_password(req, &l, form_password(form, "fresh"));
	else
		answer_dead(req);
}
