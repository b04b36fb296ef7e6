/* SPDX-License-Identifier: MPL-2.0
 *
 * Any bytes as the claims of a token: no crash, and what is believed names a number and a level
 * that is high enough.
 */
#include <stdlib.h>
#include <string.h>

#include "oidc_rule.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static const struct oidc_wanted wanted = { .issuer = "https://a.example",
		.client = "logbog",
		.nonce = "n",
		.cpr = "dk.cpr",
		.loa = "loa",
		.least = ASSURANCE_SUBSTANTIAL,
		.asked = 1900000000,
		.now = 1900000010 };
	struct oidc_found found = { ASSURANCE_LOW, "" };

	if (oidc_claims((const char *)at, n, &wanted, &found) != OIDC_FINE) {
		if (found.level != ASSURANCE_LOW || found.cpr[0] != '\0')
			abort();
	} else if (found.level < wanted.least || strspn(found.cpr, "0123456789") != 10 ||
	    strlen(found.cpr) != 10) {
		abort();
	}
	return 0;
}
