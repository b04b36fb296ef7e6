/* SPDX-License-Identifier: MPL-2.0
 *
 * Login by MitID: OpenID Connect, authorisation code with PKCE (R-MIT-01 … 05).
 *
 * The browser is sent to the provider with a word (state) that must come back in the same
 * browser, within a quarter of an hour, once.  What proves the rest - nonce and PKCE verifier -
 * lies sealed under the browser's cookie.  No one-time code is asked for: MitID is two factors.
 */
#include "mitid.h"

#include <sodium.h>
#include <string.h>

#include "log.h"

/* --- refusals ------------------------------------------------------------------------------- */

/* 422 is stored: the word that came back is spent.  503 is not, and the page can be loaded again. */
static void
refuse(struct request *req, unsigned status, const char *why, const char *what, const char *next)
{
	log_audit("login by MitID refused: %s, reference %s", why, req->reference);
	answer_error(req, NULL, status, what, next);
	if (status == 503)
		reply_retry_after(req, 10);
}

static void
refuse_forged(struct request *req, const char *why)
{
	refuse(req, 422, why, "Svaret fra MitID kan ikke godtages",
	    "Af hensyn til sikkerheden er du ikke logget ind. Gå til forsiden, og log ind forfra. "
	    "Sker det igen, så ring til hjælpen: telefonnummeret står nederst på siden.");
}

static void
refuse_late(struct request *req)
{
	refuse(req, 422, "unknown, used or late", "Login med MitID skal begyndes forfra",
	    "Svaret fra MitID er allerede brugt, kom efter mere end et kvarter eller hører til en "
	    "anden browser. Gå til forsiden, og log ind igen.");
}

static void
refuse_level(struct request *req)
{
	refuse(req, 422, "LEVEL", "Dit MitID er ikke sikkert nok til logbogen",
	    arena_format(req->arena,
	        "Logbogen kræver sikringsniveau %s. Gå til forsiden, og log ind igen med et "
	        "MitID på det niveau, eller log ind med e-mail og adgangskode. Borgerservice kan "
	        "hæve niveauet på dit MitID.",
	        req->config->oidc.high ? "Høj" : "Betydelig eller Høj"));
}

static void
refuse_fault(struct request *req, enum oidc_fault fault)
{
	switch (fault) {
	case OIDC_UNREACHED:
		refuse(req, 503, oidc_word(fault), "MitID kan ikke nås lige nu",
		    "Vent et øjeblik, og prøv igen, eller gå til forsiden, og log ind med e-mail og "
		    "adgangskode. Bliver det ved, så ring til hjælpen: telefonnummeret står nederst "
		    "på siden.");
		return;
	case OIDC_LEVEL:
		refuse_level(req);
		return;
	case OIDC_NO_CPR:
		refuse(req, 422, oidc_word(fault), "MitID har ikke oplyst dit CPR-nummer",
		    "Logbogen finder dig på CPR-nummeret. Gå til forsiden, log ind igen, og sig ja "
		    "til, at det sendes til logbogen, eller log ind med e-mail og adgangskode.");
		return;
	case OIDC_SPENT:
	case OIDC_EXPIRED:
	case OIDC_STALE:
		refuse(req, 422, oidc_word(fault), "Login med MitID skal begyndes forfra",
		    "Der gik for lang tid, eller svaret fra MitID er allerede brugt. Gå til "
		    "forsiden, og log ind igen.");
		return;
	case OIDC_FINE:
	case OIDC_SHAPE:
	case OIDC_ALGORITHM:
	case OIDC_KEY:
	case OIDC_SIGNATURE:
	case OIDC_ISSUER:
	case OIDC_AUDIENCE:
	case OIDC_EARLY:
	case OIDC_NONCE:
	case OIDC_MISDIRECTED:
		refuse_forged(req, oidc_word(fault));
		return;
	}
}

/* --- out to the provider -------------------------------------------------------------------- */

/* What goes along, and what of it stays here. */
struct errand {
	struct token state, nonce, verifier;
};

/* PKCE, S256 (RFC 7636): the hash goes out, what was hashed follows with the code. */
static const char *
challenge_of(struct arena *a, const struct token *verifier)
{
	struct hash h = hash_sha256(verifier->text, strlen(verifier->text));
	char *text = arena_take(a, 44);

	return sodium_bin2base64(
	    text, 44, h.bytes, sizeof h.bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* The person is asked anew each time: at a ward's computer the one before may still be known to
 * the provider. */
static bool
address_of(struct request *req, const char *at, const struct errand *e, struct elsewhere *out)
{
	const struct oidc *o = &req->config->oidc;
	const struct pair query[] = {
		{ "response_type", "code" },
		{ "client_id", o->client },
		{ "redirect_uri", o->back },
		{ "scope", o->scope },
		{ "state", e->state.text },
		{ "nonce", e->nonce.text },
		{ "code_challenge", challenge_of(req->arena, &e->verifier) },
		{ "code_challenge_method", "S256" },
		{ "prompt", "login" },
		{ "max_age", "60" }, /* so that the token must say when */
		{ "acr_values",
		    o->high ? "https://data.gov.dk/concept/core/nsis/High"
		            : "https://data.gov.dk/concept/core/nsis/Substantial" },
		{ "ui_locales", "da" },
	};

	if (o->parameters[0] != '\0')
		at = arena_format(
		    req->arena, "%s%s%s", at, strchr(at, '?') == NULL ? "?" : "&", o->parameters);
	return elsewhere_of(req->arena, o, at, query, sizeof query / sizeof query[0], out);
}

/* Nonce and verifier lie one behind the other. */
static void
remember(struct request *req, const struct errand *e, const char *til)
{
	struct hash state = token_hash(e->state.text), browser = token_hash(req->browser);
	const char *both = arena_format(req->arena, "%s%s", e->nonce.text, e->verifier.text);
	struct bytes sealed = token_seal(
	    req->arena, req->browser, (struct bytes){ (const unsigned char *)both, strlen(both) });

	mitid_forget(req->db, (struct moment){ req->now.s - GUESS_KEPT });
	mitid_begin(req->db, hash_bytes(&state), hash_bytes(&browser), sealed, til, req->now);
}

void
mitid_start(struct request *req, const struct form *form)
{
	struct errand e = { token_make(), token_make(), token_make() };
	struct elsewhere to;
	enum oidc_fault fault;
	const char *at = "";

	if (req->config->oidc.issuer == NULL) {
		answer_not_found(req, NULL);
		return;
	}
	fault = mitid_where(req, &at);
	if (fault == OIDC_FINE && !address_of(req, at, &e, &to))
		fault = OIDC_MISDIRECTED;
	if (fault != OIDC_FINE) {
		refuse_fault(req, fault);
		return;
	}
	remember(req, &e, til_of(form_value(form, "til")));
	reply_see_elsewhere(req, to);
}

/* --- and back ------------------------------------------------------------------------------- */

/* Takes the login that the word belongs to, once.  False when this browser has none. */
static bool
take(struct request *req, struct mitid_back *back, const char **til)
{
	const char *word = query_text(req, "state");
	struct mitid_taken row = { 0 };
	struct hash state, browser;
	struct bytes both;

	if (req->browser == NULL || !token_is_well_formed(word))
		return false;
	state = token_hash(word);
	browser = token_hash(req->browser);
	if (mitid_take(req->db, hash_bytes(&state), hash_bytes(&browser),
	        (struct moment){ req->now.s - OIDC_LIVES }, req->now) != DB_ONE ||
	    mitid_taken(req->db, hash_bytes(&state), hash_bytes(&browser), &row) != DB_ONE)
		return false;
	both = token_open_sealed(req->arena, req->browser, row.sealed);
	if (both.at == NULL || both.n != 86)
		return false;
	/* The provider goes by the machine's clock, a try-out perhaps by another. */
	*back = (struct mitid_back){ query_text(req, "code"),
		arena_copy(req->arena, (const char *)both.at + 43, 43),
		arena_copy(req->arena, (const char *)both.at, 43),
		moment_of_clock().s - (req->now.s - row.made.s) };
	*til = til_of(row.til);
	return true;
}

/* The provider says no: most often because the person has thought better of it. */
static void
answer_no(struct request *req, const char *error)
{
	if (strcmp(error, "access_denied") == 0)
		refuse(req, 422, "access denied", "Login med MitID blev afbrudt",
		    "Du er ikke logget ind. Gå til forsiden, og prøv igen, eller log ind med e-mail "
		    "og adgangskode.");
	else
		refuse(req, 422, "the provider says no", "MitID kunne ikke logge dig ind",
		    "Gå til forsiden, og prøv igen, eller log ind med e-mail og adgangskode. Sker "
		    "det igen, så ring til hjælpen: telefonnummeret står nederst på siden.");
}

static void
let_in(struct request *req, const struct mitid_whom *whom, const char *til)
{
	struct mitid_person row = { 0 };
	struct half_way half = { 0 };

	if (mitid_person(req->db, hash_bytes(&whom->find), &row) != DB_ONE) {
		refuse(req, 422, "no such person", "Du er ikke bruger af logbogen",
		    "CPR-nummeret fra dit MitID hører ikke til nogen bruger. Skal du bruge logbogen, "
		    "så spørg dit videreuddannelsessekretariat, om du er oprettet, og om dit "
		    "CPR-nummer er rigtigt. Er du vejleder, så spørg din afdelings "
		    "uddannelsesansvarlige overlæge.");
		return;
	}
	half.person = row.person;
	half.has_role = row.has_role;
	half.role = row.role;
	log_in(req, &half, assurance_word(whom->level), til);
}

/* Each code costs a question to the provider: who sends made-up ones is held back as who guesses
 * at passwords is, by the network that they come from. */
static void
ask_who(struct request *req, const struct mitid_back *back, const char *til)
{
	struct mark mark = mark_of(req, back->nonce);
	struct mitid_whom whom = { 0 };
	enum oidc_fault fault;

	if (brake_holds(req, &mark, 0))
		return;
	fault = mitid_who(req, back, &whom);
	if (fault == OIDC_FINE) {
		let_in(req, &whom, til);
		return;
	}
	if (fault != OIDC_UNREACHED)
		brake_count(req, &mark, 0, "answer of MitID");
	refuse_fault(req, fault);
}

void
mitid_answer(struct request *req)
{
	const char *til = "", *iss = query_text(req, "iss"), *error = query_text(req, "error");
	const struct oidc *o = &req->config->oidc;
	struct mitid_back back;

	if (o->issuer == NULL) {
		answer_not_found(req, NULL);
	} else if (!take(req, &back, &til)) {
		refuse_late(req);
	} else if (iss[0] != '\0' && strcmp(iss, o->issuer) != 0) {
		refuse_forged(req, "another provider's answer");
	} else if (error[0] != '\0' || back.code[0] == '\0') {
		answer_no(req, error);
	} else {
		ask_who(req, &back, til);
	}
}
