/* SPDX-License-Identifier: MPL-2.0 */
#include "elsewhere.h"

#include <string.h>

#include "text.h"

static const char kept[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

/* Is the address on one of these sites?  What follows the name of the site begins with "/". */
static bool
is_on(const char *origins, const char *address)
{
	for (size_t n; *origins != '\0'; origins += n + (origins[n] == ' ')) {
		n = strcspn(origins, " ");
		if (strncmp(address, origins, n) == 0 && address[n] == '/')
			return true;
	}
	return false;
}

static void
add_encoded(struct text *t, const char *value)
{
	for (; *value != '\0'; value++)
		if (strchr(kept, *value) != NULL)
			text_add(t, value, 1);
		else
			text_format(t, "%%%02X", (unsigned)(unsigned char)*value);
}

bool
elsewhere_of(struct arena *a, const struct oidc *o, const char *address, const struct pair *query,
    size_t n, struct elsewhere *out)
{
	static const char fit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	                          "-._~:/?&=%+,;@!$'()*";
	struct text t = { .arena = a };

	if (o->issuer == NULL || !is_on(o->origins, address) ||
	    address[strspn(address, fit)] != '\0')
		return false;
	text_puts(&t, address);
	for (size_t i = 0; i < n; i++) {
		text_puts(&t, i == 0 && strchr(address, '?') == NULL ? "?" : "&");
		add_encoded(&t, query[i].name);
		text_puts(&t, "=");
		add_encoded(&t, query[i].value);
	}
	out->text = t.at;
	return true;
}
