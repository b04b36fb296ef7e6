/* SPDX-License-Identifier: MPL-2.0
 *
 * The signature of an ID token (JWS, RFC 7515), with libcjose.  The way of signing is chosen
 * here, from a list of three, and the key by it: a token cannot choose "none", nor make a public
 * key the secret of an HMAC.
 */
#include <cjose/cjose.h>
#include <sodium.h>
#include <string.h>

#include "mitid.h"

enum { KID_MOST = 300, MODULUS_LEAST = 342 /* 2,048 bits in base64url */ };

/* --- the head of the token ------------------------------------------------------------------ */

/* The first of its three parts, as JSON; NULL when it is none. */
static json_object *
head_of(struct arena *a, const char *token)
{
	size_t n = strcspn(token, "."), got = 0;
	char *text = arena_take(a, n + 1);

	if (token[n] != '.' ||
	    sodium_base642bin((unsigned char *)text, n, token, n, NULL, &got, NULL,
	        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
		return NULL;
	return object_of(a, text, got);
}

/* --- the key -------------------------------------------------------------------------------- */

static bool
is_strong(json_object *key)
{
	if (strcmp(member(key, "kty"), "RSA") == 0)
		return strlen(member(key, "n")) >= MODULUS_LEAST;
	return strcmp(member(key, "crv"), "P-256") == 0;
}

static bool
fits(json_object *key, const char *alg, const char *kid)
{
	const char *its_alg = member(key, "alg"), *its_kid = member(key, "kid");

	return strcmp(member(key, "kty"), oidc_key_type(alg)) == 0 &&
	    (its_alg[0] == '\0' || strcmp(its_alg, alg) == 0) &&
	    (kid[0] == '\0' || strcmp(its_kid, kid) == 0) && is_strong(key);
}

/* The one key that it may be; NULL when there is none, or when the token leaves a choice. */
static json_object *
key_for(json_object *keys, const char *alg, const char *kid)
{
	json_object *found = NULL;

	if (keys == NULL || !json_object_is_type(keys, json_type_array))
		return NULL;
	for (size_t i = 0; i < json_object_array_length(keys); i++) {
		json_object *key = json_object_array_get_idx(keys, i);

		if (!fits(key, alg, kid))
			continue;
		if (found != NULL)
			return NULL;
		found = key;
	}
	return found;
}

/* --- the signature -------------------------------------------------------------------------- */

/* What libcjose thinks the way of signing is must be what we chose the key by. */
static bool
is_signed(cjose_jws_t *jws, const cjose_jwk_t *jwk, const char *alg)
{
	cjose_err err;
	const char *its_alg = cjose_header_get(cjose_jws_get_protected(jws), CJOSE_HDR_ALG, &err);

	return its_alg != NULL && strcmp(its_alg, alg) == 0 && cjose_jws_verify(jws, jwk, &err);
}

static void
let_go_token(void *jws)
{
	cjose_jws_release(jws);
}

static void
let_go_key(void *jwk)
{
	cjose_jwk_release(jwk);
}

static enum oidc_fault
check(struct arena *a, const char *token, const char *alg, json_object *key, struct bytes *claims)
{
	const char *text = json_object_to_json_string(key);
	uint8_t *plain = NULL;
	cjose_jwk_t *jwk;
	cjose_jws_t *jws;
	cjose_err err;

	jwk = cjose_jwk_import(text, strlen(text), &err);
	if (jwk == NULL)
		return OIDC_KEY;
	arena_defer(a, let_go_key, jwk);
	jws = cjose_jws_import(token, strlen(token), &err);
	if (jws == NULL)
		return OIDC_SHAPE;
	arena_defer(a, let_go_token, jws);
	if (!is_signed(jws, jwk, alg))
		return OIDC_SIGNATURE;
	if (!cjose_jws_get_plaintext(jws, &plain, &claims->n, &err))
		return OIDC_SHAPE;
	claims->at = plain;
	return OIDC_FINE;
}

enum oidc_fault
token_verify(struct arena *a, const char *token, json_object *keys, struct bytes *claims)
{
	json_object *head, *key;
	const char *alg, *kid;

	if (strlen(token) > OIDC_TOKEN || (head = head_of(a, token)) == NULL)
		return OIDC_SHAPE;
	alg = member(head, "alg");
	kid = member(head, "kid");
	/* "crit" names what must be understood: nothing of the kind is. */
	if (!oidc_algorithm_is_fine(alg) || json_object_object_get_ex(head, "crit", NULL))
		return OIDC_ALGORITHM;
	if (strlen(kid) > KID_MOST || (key = key_for(keys, alg, kid)) == NULL)
		return OIDC_KEY;
	return check(a, token, alg, key, claims);
}
