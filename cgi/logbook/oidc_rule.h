/* SPDX-License-Identifier: MPL-2.0
 *
 * What an ID token of a MitID broker must say before it is believed (OpenID Connect Core 1.0,
 * 3.1.3.7), once its signature has been checked; and what is taken from it: the CPR number and
 * the level of assurance (NSIS), nothing else.
 */
#ifndef OIDC_RULE_H
#define OIDC_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	OIDC_SKEW = 60,         /* seconds that two clocks may differ */
	OIDC_LIVES = 15 * 60,   /* seconds from our question to its answer */
	OIDC_TOKEN = 32 * 1024, /* bytes of an ID token; more is none */
	OIDC_TEXT = 300         /* bytes of what is asked for by name */
};

enum assurance { ASSURANCE_LOW, ASSURANCE_SUBSTANTIAL, ASSURANCE_HIGH };

/* "SUBSTANTIAL", "HIGH": the database's words; "" for low, which gets no session. */
const char *assurance_word(enum assurance);
/* Those two words; ASSURANCE_LOW for anything else. */
enum assurance assurance_of_word(const char *);

/* Why the login is refused; its word is for the log. */
enum oidc_fault {
	OIDC_FINE,
	OIDC_SHAPE,     /* no token, or no claims that can be read */
	OIDC_ALGORITHM, /* signed in another way than RS256, PS256, ES256 */
	OIDC_KEY,       /* by a key that the provider does not have, or one too weak */
	OIDC_SIGNATURE, /* not by that key */
	OIDC_ISSUER,    /* by another provider */
	OIDC_AUDIENCE,  /* for somebody else */
	OIDC_EXPIRED,
	OIDC_EARLY, /* made or valid in the future */
	OIDC_STALE, /* the person was not asked anew for this login */
	OIDC_NONCE, /* for another login */
	OIDC_LEVEL, /* not surely enough this person */
	OIDC_NO_CPR,
	OIDC_SPENT,      /* the provider does not know the code, or it was used before */
	OIDC_UNREACHED,  /* the provider does not answer: the only one that passes by itself */
	OIDC_MISDIRECTED /* its own description names other addresses than it may */
};
const char *oidc_word(enum oidc_fault);
/* OIDC_SHAPE for a word that is none. */
enum oidc_fault oidc_of_word(const char *);

/* What this login expects. */
struct oidc_wanted {
	const char *issuer, *client, *nonce;
	const char *cpr, *loa; /* names of claims */
	enum assurance least;
	int64_t asked, now; /* seconds since 1970: when the browser was sent there, and now */
};

struct oidc_found {
	enum assurance level;
	char cpr[11]; /* ten digits */
};

/* Reads the claims (JSON, n bytes).  The first that is not as it must be counts; out is set when
 * the answer is OIDC_FINE, and only then. */
enum oidc_fault
oidc_claims(const char *json, size_t n, const struct oidc_wanted *, struct oidc_found *out);

/* The level that a claim's text stands for, as brokers write it: the word itself, or at the end
 * of NSIS' or eIDAS' address.  False for any other text. */
bool oidc_level(const char *, enum assurance *out);

/* May a token be signed like that, by a key of that type ("RSA", "EC")? */
bool oidc_algorithm_is_fine(const char *alg);
const char *oidc_key_type(const char *alg);

#endif
