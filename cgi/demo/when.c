/* SPDX-License-Identifier: MPL-2.0 */
#include "when.h"

#include <ctype.h>
#include <stddef.h>

enum { MOST = 10000 };

/* A sign and digits at *s, 0 when there is none; moves *s past them. */
static bool
read_shift(const char **s, int32_t *n)
{
	const char sign = **s;

	*n = 0;
	if (sign != '+' && sign != '-')
		return true;
	if (!isdigit((unsigned char)*++*s))
		return false;
	for (; isdigit((unsigned char)**s) && *n < MOST; ++*s)
		*n = *n * 10 + (**s - '0');
	if (sign == '-')
		*n = -*n;
	return true;
}

bool
when_read(const char *s, struct day today, struct day *out)
{
	const struct day first = { today.year, today.month, 1 };
	const char unit = *s;
	int32_t shift, days;

	if (unit != 'M' && unit != 'D')
		return false;
	s++;
	if (!read_shift(&s, &shift) || !read_shift(&s, &days) || *s != '\0')
		return false;
	*out = unit == 'M' ? day_add(day_add_months(first, shift), days)
	                   : day_add(today, shift + days);
	return true;
}
