/* SPDX-License-Identifier: MPL-2.0
 *
 * The one kind of address outside our own site: of the provider that says by MitID who somebody
 * is, on the sites that the configuration names (LOGBOOK_OIDC_ISSUER, LOGBOOK_OIDC_ORIGINS).
 */
#ifndef ELSEWHERE_H
#define ELSEWHERE_H

#include <stdbool.h>

#include "arena.h"
#include "config.h"
#include "request.h"

struct elsewhere {
	const char *text; /* made by elsewhere_of alone */
};

/* The address with each name=value added to its query, encoded.  False when it is on no site
 * that the configuration names, or holds what cannot stand in a header. */
bool elsewhere_of(struct arena *, const struct oidc *, const char *address,
    const struct pair *query, size_t n, struct elsewhere *out);

#endif
