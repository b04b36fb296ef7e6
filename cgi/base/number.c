/* SPDX-License-Identifier: MPL-2.0 */
#include "number.h"

#include <ctype.h>
#include <stddef.h>

/* Digits up to most; false when there are none, too many, or something else. */
static bool
digits(const char *s, uint64_t most, uint64_t *n)
{
	uint64_t sum = 0;

	if (s == NULL || !isdigit((unsigned char)s[0]) || (s[0] == '0' && s[1] != '\0'))
		return false;
	for (; isdigit((unsigned char)*s); s++) {
		uint64_t d = (uint64_t)(*s - '0');

		if (sum > (most - d) / 10)
			return false;
		sum = sum * 10 + d;
	}
	*n = sum;
	return *s == '\0';
}

bool
number_u32(const char *s, uint32_t *n)
{
	uint64_t v;

	if (!digits(s, UINT32_MAX, &v))
		return false;
	*n = (uint32_t)v;
	return true;
}

bool
number_i64(const char *s, int64_t *n)
{
	bool minus = s != NULL && s[0] == '-';
	uint64_t v;

	if (!digits(minus ? s + 1 : s, INT64_MAX, &v))
		return false;
	*n = minus ? -(int64_t)v : (int64_t)v;
	return true;
}
