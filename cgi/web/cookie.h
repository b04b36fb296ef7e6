/* SPDX-License-Identifier: MPL-2.0
 *
 * Two cookies, both HttpOnly, SameSite=Lax, Path=/: the session's and that of a kept form.
 * Over TLS their names begin with __Host- and they are Secure; without TLS they are set in a
 * try-out only.
 */
#ifndef COOKIE_H
#define COOKIE_H

#include "request.h"

enum cookie { COOKIE_SESSION, COOKIE_KEPT };

/* The value that came with the request when it is a well-formed token, else NULL. */
const char *cookie_value(const struct request *, enum cookie);

/* The Set-Cookie header's value that sets it (NULL: takes it away) for max_age seconds (0: until the
 * browser closes).  NULL when the request came without TLS outside a try-out. */
const char *cookie_header(const struct request *, enum cookie, const char *value, uint32_t max_age);

#endif
