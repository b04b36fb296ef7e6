/* SPDX-License-Identifier: MPL-2.0
 *
 * What the provider says of itself (OpenID Connect Discovery 1.0) and its keys (RFC 7517), cut
 * down to what is used: that is small, and kept by whoever asked.
 */
#include <string.h>

#include "mitid.h"

enum { KEYS_MOST = 32 };

static void
copy(json_object *to, json_object *from, const char *name)
{
	const char *value = member(from, name);

	if (value[0] != '\0')
		json_object_object_add(to, name, json_object_new_string(value));
}

/* --- keys --------------------------------------------------------------------------------- */

/* The public half of a key, if it is one that a token may be signed by; NULL for any other. */
static json_object *
key_of(json_object *from)
{
	static const char *const names[] = { "kty", "kid", "use", "alg", "n", "e", "crv", "x",
		"y" };
	const char *type = member(from, "kty"), *use = member(from, "use");
	json_object *key;

	if ((strcmp(type, "RSA") != 0 && strcmp(type, "EC") != 0) ||
	    (use[0] != '\0' && strcmp(use, "sig") != 0))
		return NULL;
	key = json_object_new_object();
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		copy(key, from, names[i]);
	return key;
}

enum oidc_fault
provider_keys(struct task *t)
{
	json_object *answer, *keys, *ours;
	struct text text;

	if (fetch(t, member(t->provider, "jwks_uri"), NULL, &text) != 200)
		return OIDC_UNREACHED;
	answer = object_of(t->arena, text.at, text.len);
	if (answer == NULL || !json_object_object_get_ex(answer, "keys", &keys) ||
	    !json_object_is_type(keys, json_type_array))
		return OIDC_KEY;
	ours = json_object_new_array();
	for (size_t i = 0; i < json_object_array_length(keys) && i < KEYS_MOST; i++) {
		json_object *key = key_of(json_object_array_get_idx(keys, i));

		if (key != NULL)
			json_object_array_add(ours, key);
	}
	json_object_object_add(t->provider, "keys", ours);
	return OIDC_FINE;
}

/* --- addresses ---------------------------------------------------------------------------- */

/* Does it take the client's secret in the form alone?  As a rule it takes it as a password. */
static bool
wants_secret_in_form(json_object *description)
{
	json_object *ways;
	bool form = false;

	if (!json_object_object_get_ex(
	        description, "token_endpoint_auth_methods_supported", &ways) ||
	    !json_object_is_type(ways, json_type_array))
		return false;
	for (size_t i = 0; i < json_object_array_length(ways); i++) {
		const char *way = json_object_get_string(json_object_array_get_idx(ways, i));

		if (way != NULL && strcmp(way, "client_secret_basic") == 0)
			return false;
		form = form || (way != NULL && strcmp(way, "client_secret_post") == 0);
	}
	return form;
}

static bool
is_https(json_object *o, const char *name)
{
	return strncmp(member(o, name), "https://", 8) == 0;
}

static enum oidc_fault
read_description(struct task *t, json_object *d)
{
	static const char *const names[] = { "authorization_endpoint", "token_endpoint",
		"jwks_uri" };

	if (d == NULL || strcmp(member(d, "issuer"), t->wanted.issuer) != 0)
		return OIDC_ISSUER;
	t->provider = json_object_new_object();
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (!is_https(d, names[i]))
			return OIDC_MISDIRECTED;
		copy(t->provider, d, names[i]);
	}
	if (wants_secret_in_form(d))
		json_object_object_add(t->provider, "secret", json_object_new_string("form"));
	return OIDC_FINE;
}

enum oidc_fault
provider_know(struct task *t)
{
	size_t n = strlen(t->wanted.issuer);
	enum oidc_fault fault;
	const char *at;
	struct text text;

	if (t->provider != NULL)
		return OIDC_FINE;
	/* "https://a.example/" and "https://a.example" are described at the same address. */
	n -= n > 0 && t->wanted.issuer[n - 1] == '/';
	at = arena_format(
	    t->arena, "%.*s/.well-known/openid-configuration", (int)n, t->wanted.issuer);
	if (fetch(t, at, NULL, &text) != 200)
		return OIDC_UNREACHED;
	fault = read_description(t, object_of(t->arena, text.at, text.len));
	return fault == OIDC_FINE ? provider_keys(t) : fault;
}
