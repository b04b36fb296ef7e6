/* SPDX-License-Identifier: MPL-2.0 */
#include "accept.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

/* How closely a range names a type, and how much it is wanted, in thousandths. */
struct wish {
	int closeness, weight;
};

/* 3 for the type in full, 2 for "text/" and a star, 1 for two stars, 0 for another type. */
static int
closeness(const char *range, size_t n, const char *type)
{
	size_t major = strcspn(type, "/") + 1;

	if (n == strlen(type) && strncasecmp(range, type, n) == 0)
		return 3;
	if (n == major + 1 && range[major] == '*' && strncasecmp(range, type, major) == 0)
		return 2;
	return n == 3 && strncmp(range, "*/*", n) == 0;
}

/* "q=0.25" among the parameters is 250; without one it is 1000. */
static int
weight_of(const char *range, size_t n)
{
	const char *q = memmem(range, n, "q=0", 3);
	int weight = 0, unit = 100;

	if (q == NULL)
		return 1000;
	if (q[3] != '.')
		return 0;
	for (q += 4; isdigit((unsigned char)*q) && unit > 0; q++, unit /= 10)
		weight += unit * (*q - '0');
	return weight;
}

static struct wish
wish_for(const char *accept, const char *type)
{
	struct wish best = { 0, 0 };

	for (const char *p = accept; *p != '\0'; p += *p == ',') {
		size_t n;
		int close;

		p += strspn(p, " \t");
		n = strcspn(p, ",");
		close = closeness(p, strcspn(p, ",; \t"), type);
		if (close > best.closeness)
			best = (struct wish){ close, weight_of(p, n) };
		p += n;
	}
	return best;
}

bool
accept_prefers_json(const char *accept)
{
	struct wish json = wish_for(accept, "application/json"),
	            html = wish_for(accept, "text/html");

	if (json.weight != html.weight)
		return json.weight > html.weight;
	return json.weight > 0 && json.closeness == 3 && html.closeness < 3;
}
