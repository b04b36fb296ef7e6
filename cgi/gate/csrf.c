/* SPDX-License-Identifier: MPL-2.0 */
#include "csrf.h"

#include <sodium.h>
#include <string.h>

#include "secret.h"

enum { RAW = 2 * HASH_BYTES, TEXT = 87 }; /* 64 bytes are 86 characters of base64 */

const char *
csrf_token(struct request *req)
{
	struct hash value = token_derive(req->browser, "csrf");
	unsigned char raw[RAW];
	char *text = arena_take(req->arena, TEXT);

	secret_random(raw, HASH_BYTES);
	for (size_t i = 0; i < HASH_BYTES; i++)
		raw[HASH_BYTES + i] = raw[i] ^ value.bytes[i];
	return sodium_bin2base64(text, TEXT, raw, RAW, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool
csrf_origin_is_ours(const struct request *req)
{
	const char *ours;

	if (req->fetch_site[0] != '\0' && strcmp(req->fetch_site, "same-origin") != 0)
		return false;
	if (req->origin[0] == '\0')
		return true;
	ours = arena_format(req->arena, "%s://%s", req->https ? "https" : "http", req->host);
	return strcmp(req->origin, ours) == 0;
}

bool
csrf_token_fits(const struct request *req, const struct form *form)
{
	const char *text = form_value(form, CSRF_FIELD);
	unsigned char raw[RAW];
	struct hash value;
	size_t n = 0;

	if (req->browser == NULL ||
	    sodium_base642bin(raw, sizeof raw, text, strlen(text), NULL, &n, NULL,
	        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
	    n != RAW)
		return false;
	value = token_derive(req->browser, "csrf");
	for (size_t i = 0; i < HASH_BYTES; i++)
		raw[HASH_BYTES + i] ^= raw[i];
	return secret_equal(raw + HASH_BYTES, value.bytes, HASH_BYTES);
}
