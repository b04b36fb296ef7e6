/* SPDX-License-Identifier: MPL-2.0 */
#include "oidc_rule.h"

#include <json-c/json.h>
#include <string.h>
#include <strings.h>

#include "cpr.h"

/* --- words ------------------------------------------------------------------------------- */

static const char *const levels[] = {
	[ASSURANCE_LOW] = "",
	[ASSURANCE_SUBSTANTIAL] = "SUBSTANTIAL",
	[ASSURANCE_HIGH] = "HIGH",
};

const char *
assurance_word(enum assurance a)
{
	return levels[a];
}

enum assurance
assurance_of_word(const char *word)
{
	for (size_t i = ASSURANCE_SUBSTANTIAL; i <= ASSURANCE_HIGH; i++)
		if (strcmp(levels[i], word) == 0)
			return (enum assurance)i;
	return ASSURANCE_LOW;
}

static const char *const words[] = {
	[OIDC_FINE] = "FINE",
	[OIDC_SHAPE] = "SHAPE",
	[OIDC_ALGORITHM] = "ALGORITHM",
	[OIDC_KEY] = "KEY",
	[OIDC_SIGNATURE] = "SIGNATURE",
	[OIDC_ISSUER] = "ISSUER",
	[OIDC_AUDIENCE] = "AUDIENCE",
	[OIDC_EXPIRED] = "EXPIRED",
	[OIDC_EARLY] = "EARLY",
	[OIDC_STALE] = "STALE",
	[OIDC_NONCE] = "NONCE",
	[OIDC_LEVEL] = "LEVEL",
	[OIDC_NO_CPR] = "NO_CPR",
	[OIDC_SPENT] = "SPENT",
	[OIDC_UNREACHED] = "UNREACHED",
	[OIDC_MISDIRECTED] = "MISDIRECTED",
};

const char *
oidc_word(enum oidc_fault f)
{
	return words[f];
}

enum oidc_fault
oidc_of_word(const char *word)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i], word) == 0)
			return (enum oidc_fault)i;
	return OIDC_SHAPE;
}

/* --- how it may be signed ------------------------------------------------------------------ */

const char *
oidc_key_type(const char *alg)
{
	if (strcmp(alg, "RS256") == 0 || strcmp(alg, "PS256") == 0)
		return "RSA";
	return strcmp(alg, "ES256") == 0 ? "EC" : "";
}

bool
oidc_algorithm_is_fine(const char *alg)
{
	return oidc_key_type(alg)[0] != '\0';
}

/* --- single claims ------------------------------------------------------------------------- */

/* A text of the claims; "" when there is none, or it holds a NUL. */
static const char *
text_of(json_object *claims, const char *name)
{
	json_object *value;
	const char *s;

	if (!json_object_object_get_ex(claims, name, &value) ||
	    !json_object_is_type(value, json_type_string))
		return "";
	s = json_object_get_string(value);
	return strlen(s) == (size_t)json_object_get_string_len(value) ? s : "";
}

/* A time of the claims, seconds since 1970; -1 when there is none. */
static int64_t
time_of(json_object *claims, const char *name)
{
	json_object *value;

	if (!json_object_object_get_ex(claims, name, &value) ||
	    (!json_object_is_type(value, json_type_int) &&
	        !json_object_is_type(value, json_type_double)))
		return -1;
	return json_object_get_int64(value);
}

/* For us, and for nobody else beside: a token for several may have been got by one of them. */
static bool
is_for_us(json_object *claims, const char *client)
{
	json_object *aud, *azp;

	if (json_object_object_get_ex(claims, "azp", &azp) &&
	    strcmp(text_of(claims, "azp"), client) != 0)
		return false;
	if (!json_object_object_get_ex(claims, "aud", &aud))
		return false;
	if (!json_object_is_type(aud, json_type_array))
		return strcmp(text_of(claims, "aud"), client) == 0;
	if (json_object_array_length(aud) != 1)
		return false;
	aud = json_object_array_get_idx(aud, 0);
	return json_object_is_type(aud, json_type_string) &&
	    strcmp(json_object_get_string(aud), client) == 0;
}

static enum oidc_fault
times(json_object *claims, const struct oidc_wanted *w)
{
	int64_t exp = time_of(claims, "exp"), iat = time_of(claims, "iat"),
	        nbf = time_of(claims, "nbf"), auth = time_of(claims, "auth_time");

	if (exp < 0 || iat < 0)
		return OIDC_SHAPE;
	if (exp <= w->now - OIDC_SKEW)
		return OIDC_EXPIRED;
	if (iat > w->now + OIDC_SKEW || nbf > w->now + OIDC_SKEW || auth > w->now + OIDC_SKEW)
		return OIDC_EARLY;
	/* A token, and a proof of who it is, made for this very login: at a ward's computer the
	 * one before may still be known to the provider. */
	if (iat < w->asked - OIDC_SKEW || auth < w->asked - OIDC_SKEW)
		return OIDC_STALE;
	return OIDC_FINE;
}

bool
oidc_level(const char *text, enum assurance *out)
{
	static const char *const before[] = { "", "https://data.gov.dk/concept/core/nsis/",
		"https://data.gov.dk/concept/core/nsis/loa/", "http://eidas.europa.eu/LoA/" };
	static const struct {
		const char *word;
		enum assurance level;
	} after[] = { { "low", ASSURANCE_LOW }, { "substantial", ASSURANCE_SUBSTANTIAL },
		{ "high", ASSURANCE_HIGH } };

	for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
		for (size_t k = 0; k < sizeof after / sizeof after[0]; k++) {
			size_t n = strlen(before[i]);

			if (strncmp(text, before[i], n) != 0 ||
			    strcasecmp(text + n, after[k].word) != 0)
				continue;
			*out = after[k].level;
			return true;
		}
	return false;
}

static enum oidc_fault
who(json_object *claims, const struct oidc_wanted *w, struct oidc_found *out)
{
	struct oidc_found found = { ASSURANCE_LOW, "" };
	struct cpr cpr;

	if (!oidc_level(text_of(claims, w->loa), &found.level) || found.level < w->least ||
	    found.level == ASSURANCE_LOW)
		return OIDC_LEVEL;
	if (!cpr_read(text_of(claims, w->cpr), &cpr))
		return OIDC_NO_CPR;
	memcpy(found.cpr, cpr.digits, sizeof found.cpr);
	*out = found;
	return OIDC_FINE;
}

/* --- all of them --------------------------------------------------------------------------- */

static enum oidc_fault
check(json_object *claims, const struct oidc_wanted *w, struct oidc_found *out)
{
	enum oidc_fault fault;

	if (strcmp(text_of(claims, "iss"), w->issuer) != 0)
		return OIDC_ISSUER;
	if (!is_for_us(claims, w->client))
		return OIDC_AUDIENCE;
	fault = times(claims, w);
	if (fault != OIDC_FINE)
		return fault;
	if (w->nonce[0] == '\0' || strcmp(text_of(claims, "nonce"), w->nonce) != 0)
		return OIDC_NONCE;
	return who(claims, w, out);
}

enum oidc_fault
oidc_claims(const char *json, size_t n, const struct oidc_wanted *w, struct oidc_found *out)
{
	enum oidc_fault fault = OIDC_SHAPE;
	json_tokener *reader;
	json_object *claims;

	if (n == 0 || n > OIDC_TOKEN)
		return OIDC_SHAPE;
	reader = json_tokener_new_ex(16);
	if (reader == NULL)
		return OIDC_SHAPE;
	json_tokener_set_flags(reader, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	claims = json_tokener_parse_ex(reader, json, (int)n);
	if (claims != NULL && json_tokener_get_error(reader) == json_tokener_success &&
	    json_tokener_get_parse_end(reader) == n &&
	    json_object_is_type(claims, json_type_object))
		fault = check(claims, w, out);
	json_object_put(claims);
	json_tokener_free(reader);
	return fault;
}
