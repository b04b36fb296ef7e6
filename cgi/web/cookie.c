/* SPDX-License-Identifier: MPL-2.0 */
#include "cookie.h"

#include <assert.h>
#include <string.h>

#include "secret.h"

/* The name under which the cookie goes over this connection; NULL where it must not go. */
static const char *
name_of(const struct request *r, enum cookie which)
{
	static const char *const over_tls[] = {
		[COOKIE_SESSION] = "__Host-logbog",
		[COOKIE_KEPT] = "__Host-logbog-husket",
	};
	static const char *const in_tryout[] = {
		[COOKIE_SESSION] = "logbog",
		[COOKIE_KEPT] = "logbog-husket",
	};

	if (r->https)
		return over_tls[which];
	return r->config->demo ? in_tryout[which] : NULL;
}

/* The first well-formed one counts: a neighbour's cookie of the same name is no reason to
 * lose a session. */
const char *
cookie_value(const struct request *r, enum cookie which)
{
	const char *name = name_of(r, which);
	size_t n = name == NULL ? 0 : strlen(name);

	for (const char *p = r->cookie; name != NULL && *p != '\0'; p += *p == ';') {
		const char *value;

		p += strspn(p, " \t");
		if (strncmp(p, name, n) == 0 && p[n] == '=') {
			value = arena_copy(r->arena, p + n + 1, strcspn(p + n + 1, "; \t"));
			if (token_is_well_formed(value))
				return value;
		}
		p += strcspn(p, ";");
	}
	return NULL;
}

const char *
cookie_header(const struct request *r, enum cookie which, const char *value, uint32_t max_age)
{
	const char *name = name_of(r, which), *age = "";

	if (name == NULL)
		return NULL;
	assert(value == NULL || token_is_well_formed(value));
	if (value == NULL)
		age = "; Max-Age=0";
	else if (max_age > 0)
		age = arena_format(r->arena, "; Max-Age=%u", max_age);
	return arena_format(r->arena, "%s=%s; Path=/%s; HttpOnly; SameSite=Lax%s", name,
	    value == NULL ? "" : value, age, r->https ? "; Secure" : "");
}
