/* SPDX-License-Identifier: MPL-2.0
 *
 * Asking the provider of MitID, through logbook-mitid: this program itself never talks to the
 * network and reads nothing that came from there but a few words of known shape.
 */
#ifndef MITID_H
#define MITID_H

#include "login.h"
#include "oidc_rule.h"

enum {
	MITID_SECONDS = 15, /* that logbook-mitid may take */
	MITID_REST = 5,     /* seconds in which a provider that was not reached is let be */
	MITID_PROVIDER_KEPT = 10 * 60 /* seconds that the provider's description is kept */
};

/* Where a login begins: an address of the provider, in *at. */
enum oidc_fault mitid_where(struct request *, const char **at);

/* What a login that comes back is told by. */
struct mitid_back {
	const char *code, *verifier, *nonce;
	int64_t asked; /* seconds since 1970, by the machine's own clock */
};
/* Whom the provider answered for: the keyed hash of the CPR number, which goes no further. */
struct mitid_whom {
	enum assurance level;
	struct hash find;
};
/* Whose code it is.  A code can be redeemed once: of the same login in the same request the same
 * answer is given again, when its transaction had to be begun anew. */
enum oidc_fault mitid_who(struct request *, const struct mitid_back *, struct mitid_whom *);

#endif
