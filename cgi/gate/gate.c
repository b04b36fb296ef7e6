/* SPDX-License-Identifier: MPL-2.0 */
#include "gate.h"

#include <string.h>

#include "audit.h"
#include "csrf.h"
#include "form_make.h"
#include "identify.h"
#include "kept.h"
#include "log.h"
#include "queries/audit.h"
#include "queries/session.h"
#include "secret.h"
#include "site.h"

enum { TRIES = 3 };

/* One pass of a request through the gate. */
struct pass {
	struct request *req;
	const struct route *route;
	const struct form *form; /* proved, for POST */
	struct identity id;
	bool new_browser; /* the answer sets the browser's cookie */
};

/* --- answers of the gate's own -------------------------------------------------------- */

static void
answer_down(struct pass *p)
{
	bool full = db_is_full(p->req->db);
	const char *what = full ? "Der er ikke plads til at gemme lige nu"
	                        : "Logbogen kan ikke nå sin database lige nu";
	struct again_view v;

	log_warn("%s %s: %s, reference %s", p->req->method == METHOD_POST ? "POST" : "GET",
	    p->req->route, full ? "no room" : "database down", p->req->reference);
	reply_make(p->req);
	if (p->form == NULL || p->route->secret) {
		answer_error(p->req, p->id.who, 503, what,
		    "Intet er gået tabt. Vent et øjeblik, og prøv igen.");
	} else {
		const struct pairs *fields = form_pairs(p->form);

		v = (struct again_view){ .head = head_of(p->req, p->id.who, what),
			.what = what,
			.reference = p->req->reference,
			.at = url_local(p->req->arena, p->req->path),
			.fields = fields->at,
			.n = fields->n,
			.had_files = p->route->body == BODY_FILE };
		again_page(reply_html(p->req, 503), &v);
	}
	reply_retry_after(p->req, 10);
}

static void
answer_fault(struct request *req, enum request_fault fault)
{
	switch (fault) {
	case REQUEST_FINE:
	case REQUEST_BROKEN:
		break;
	case REQUEST_BAD:
		answer_error(req, NULL, 400, "Forespørgslen kan ikke læses",
		    "Den indeholder tegn, som logbogen ikke kan tage imod, eller et CPR-nummer i adressen. "
		    "Gå tilbage, ret det, og prøv igen.");
		return;
	case REQUEST_TOO_LONG:
		answer_error(
		    req, NULL, 414, "Adressen er for lang", "Gå til forsiden, og prøv igen.");
		return;
	case REQUEST_TOO_LARGE:
		answer_error(req, NULL, 413, "Det sendte er for stort",
		    "En fil må højst fylde 20 MB. Gå tilbage, vælg en mindre fil, og prøv igen. "
		    "Intet er gemt.");
		return;
	}
}

/* To the login, which says why; kept: and that what was typed is there still. */
static void
answer_log_in(struct pass *p, bool kept)
{
	struct request *req = p->req;
	struct url at = url_local(req->arena, "/adgang/log-ind");

	if (req->wants_json) {
		static const char body[] = "{\"fejl\": \"ikke logget ind\"}\n";

		reply_json(
		    req, 401, (struct bytes){ (const unsigned char *)body, sizeof body - 1 });
		return;
	}
	if (req->method != METHOD_POST && url_is_plain(req->path))
		at = url_with(req->arena, at, "til", req->path);
	if (p->id.presence == RAN_OUT)
		at = url_with(req->arena, at, "besked", kept ? "gemt" : "udloebet");
	reply_see(req, at);
}

/* --- the proofs ------------------------------------------------------------------------ */

/* A POST that is not this browser's own will is not looked into any further. */
static bool
form_is_proved(struct pass *p)
{
	struct request *req = p->req;

	if (!csrf_origin_is_ours(req)) {
		log_audit("foreign origin refused: %s", req->route);
		answer_error(req, p->id.who, 403, "Formularen kom ikke fra logbogen",
		    "Af hensyn til sikkerheden er den ikke udført. Gå til forsiden, og udfyld den dér.");
		return false;
	}
	p->form = form_make(req->arena, req->content_type, req->body);
	if (p->form == NULL) {
		answer_fault(req, REQUEST_BAD);
		return false;
	}
	if (!csrf_token_fits(req, p->form)) {
		p->form = NULL;
		log_audit("form without its token refused: %s", req->route);
		answer_error(req, p->id.who, 403, "Formularen er forældet",
		    "Den hører til en anden login eller en anden browser og er ikke udført. "
		    "Gå tilbage, genindlæs siden, og send den igen.");
		return false;
	}
	return true;
}

/* Nobody is logged in.  What was typed is kept when the browser can prove that it was
 * typed in a session that has run out. */
static void
turn_away(struct pass *p)
{
	bool keep = p->id.presence == RAN_OUT && !p->route->secret;

	if (p->id.presence == HALF_WAY) {
		reply_see(p->req, url_local(p->req->arena, "/adgang/kode"));
		return;
	}
	if (p->req->method != METHOD_POST) {
		answer_log_in(p, false);
		return;
	}
	if (!form_is_proved(p))
		return;
	if (keep && !kept_store(p->req, p->id.person)) {
		answer_down(p);
		return;
	}
	answer_log_in(p, keep);
}

static bool
is_permitted(struct pass *p)
{
	enum role role = subject_role(p->id.who);

	if (permission_has(p->route->needs, role))
		return true;
	log_audit("person %u as %s may not %s: %s", subject_id(p->id.who), role_word(role),
	    permission_word(p->route->needs), p->req->route);
	answer_error(p->req, p->id.who, 403, "Det har du ikke adgang til",
	    arena_format(p->req->arena,
	        "Du er logget ind som %s. Har du en anden rolle, så vælg "
	        "dit navn øverst på siden, og skift til den.",
	        role_title(role)));
	return false;
}

/* --- running --------------------------------------------------------------------------- */

static void
run_handler(struct pass *p)
{
	const struct route *r = p->route;

	if (r->open_page != NULL)
		r->open_page(p->req);
	else if (r->open_action != NULL)
		r->open_action(p->req, p->form);
	else if (r->page != NULL)
		r->page(p->req, p->id.who);
	else if (r->look != NULL)
		r->look(p->req, p->id.who);
	else
		r->action(p->req, p->id.who, p->form);
}

/* An action whose session has just come back asks for what it was sent before. */
static bool
fetch_kept(struct pass *p)
{
	const struct form *kept;

	if (p->id.who == NULL || !form_ticked(p->form, KEPT_FIELD))
		return true;
	kept = kept_fetch(p->req, p->id.who);
	if (kept == NULL) {
		answer_error(p->req, p->id.who, 410, "Det, du skrev, er ikke gemt længere",
		    "Det gemmes i en time og kan kun hentes én gang. Åbn siden fra menuen, og skriv det igen.");
		return false;
	}
	p->form = kept;
	return true;
}

/* Handler and commit, once.  DB_ONE when the answer may be sent. */
static enum db_outcome
run_once(struct pass *p)
{
	struct request *req = p->req;
	const struct form *sent = p->form;

	reply_make(req);
	req->nlooked = 0;
	if (p->form == NULL || fetch_kept(p))
		run_handler(p);
	p->form = sent;
	if (db_failed(req->db) != DB_ONE)
		return db_failed(req->db);
	if (reply_status(req) >= 400 && reply_status(req) != 422) {
		db_rollback(req->db);
		return DB_ONE;
	}
	return db_commit(req->db);
}

/* The doctors whose logbooks are shown, as a list in JSON: one statement records them all. */
static const char *
looked_list(const struct request *req)
{
	struct text list = { .arena = req->arena };

	for (size_t i = 0; i < req->nlooked; i++)
		text_format(&list, "%c%u", i == 0 ? '[' : ',', req->looked_at[i]);
	text_puts(&list, "]");
	return list.at;
}

/* Who read whose logbook, and that the session is alive: a short transaction of its own,
 * before the page is sent.  A page whose look could not be recorded is not shown; that the
 * session could not be noted undoes nothing, least of all an action that stands. */
static bool
record(struct pass *p)
{
	struct request *req = p->req;
	bool shown =
	    reply_status(req) == 200 || reply_status(req) == 409 || reply_status(req) == 422;
	bool look = shown && req->nlooked > 0;

	if (p->route->look != NULL && reply_status(req) == 200 && !look) {
		log_warn("a look that does not say whose: %s", req->route);
		return false;
	}
	if (p->id.who == NULL || (!look && !p->id.due))
		return true;
	if (db_begin(req->db, DB_WRITE) != DB_ONE)
		return !look;
	if (look)
		look_add(req->db, p->id.who, looked_list(req), req->route);
	if (p->id.due)
		session_seen(req->db, p->id.who, subject_session(p->id.who));
	if (db_failed(req->db) == DB_ONE && db_commit(req->db) == DB_ONE)
		return true;
	db_rollback(req->db);
	return !look;
}

/* Nobody can be asked who this is.  A form that is this browser's own is read all the same, so
 * that what was typed is given back with the answer. */
static enum db_outcome
give_up(struct pass *p)
{
	enum db_outcome o = db_failed(p->req->db);

	if (p->req->method != METHOD_POST || form_is_proved(p))
		return o;
	db_rollback(p->req->db);
	return DB_ONE;
}

static enum db_begin
transaction_of(const struct pass *p)
{
	if (p->req->method == METHOD_POST || p->route->stores)
		return DB_WRITE;
	return p->route->whole ? DB_SNAPSHOT : DB_READ;
}

static enum db_outcome
identify_and_run(struct pass *p)
{
	struct request *req = p->req;
	bool post = req->method == METHOD_POST, open = p->route->needs == ANYONE;

	p->form = NULL;
	p->id = (struct identity){ .presence = ABSENT };
	reply_make(req);
	if (db_begin(req->db, transaction_of(p)) == DB_ONE) {
		site_refresh(req->db, req->now);
		if (!open)
			p->id = identify(req);
	}
	if (db_failed(req->db) != DB_ONE)
		return give_up(p);
	if (!open && p->id.presence != PRESENT) {
		db_rollback(req->db);
		turn_away(p);
		return DB_ONE;
	}
	if ((!open && !is_permitted(p)) || (post && !form_is_proved(p))) {
		db_rollback(req->db);
		return DB_ONE;
	}
	return run_once(p);
}

static void
run(struct pass *p)
{
	enum db_outcome o = DB_AGAIN;

	for (int i = 0; i < TRIES && o == DB_AGAIN; i++) {
		if ((o = identify_and_run(p)) != DB_ONE)
			db_rollback(p->req->db);
	}
	if (o != DB_ONE || !record(p))
		answer_down(p);
	if (p->new_browser && p->route->needs == ANYONE)
		reply_cookie(p->req, COOKIE_SESSION, p->req->browser, 0);
}

/* --- the way in ------------------------------------------------------------------------ */

/* A browser without a secret of its own gets one, so that the form to log in is proved too. */
static void
know_browser(struct pass *p)
{
	struct request *req = p->req;
	const char *cookie = cookie_value(req, COOKIE_SESSION);
	struct token t;

	req->browser = cookie;
	if (cookie != NULL || p->route->needs != ANYONE || req->method == METHOD_POST)
		return;
	t = token_make();
	req->browser = arena_string(req->arena, t.text);
	p->new_browser = true;
}

static void
pass_through(const struct gate *g, struct request *req, request_more *more, void *from)
{
	struct pass p = { .req = req };
	const char *allow;
	enum request_fault fault;

	switch (route_find(&g->program->routes, req, &p.route, &allow)) {
	case ROUTE_NONE:
		answer_not_found(req, NULL);
		return;
	case ROUTE_METHOD:
		answer_error(req, NULL, 405, "Siden kan ikke bruges på den måde",
		    "Gå til forsiden, og find siden i menuen.");
		reply_allow(req, allow);
		return;
	case ROUTE_FOUND:
		break;
	}
	know_browser(&p);
	if (req->method == METHOD_POST &&
	    (fault = request_read_body(req, p.route->body, more, from)) != REQUEST_FINE) {
		answer_fault(req, fault);
		return;
	}
	run(&p);
}

struct bytes
gate_answer(const struct gate *g, struct request *req, enum request_fault fault, request_more *more,
    void *from)
{
	req->db = g->db;
	db_use(g->db, req->arena);
	reply_make(req);
	if (fault == REQUEST_FINE)
		pass_through(g, req, more, from);
	else
		answer_fault(req, fault);
	return reply_bytes(req);
}
