/* SPDX-License-Identifier: MPL-2.0 */
#include "person_rule.h"

#include <ctype.h>
#include <string.h>

#include "text.h"

bool
email_is_possible(const char *s)
{
	const char *at = strchr(s, '@'), *dot;

	if (at == NULL || at == s || strchr(at + 1, '@') != NULL || utf8_count(s) > EMAIL_MOST)
		return false;
	for (const char *p = s; *p != '\0'; p++)
		if (strchr(" \t\n<>(),;:\\\"", *p) != NULL)
			return false;
	dot = strrchr(at, '.');
	return dot != NULL && dot > at + 1 && dot[1] != '\0' && strstr(at, "..") == NULL &&
	    at[-1] != '.' && s[0] != '.';
}

const char *
mobile_of(struct arena *a, const char *s)
{
	struct text t = { .arena = a };
	bool abroad = s[0] == '+' || strncmp(s, "00", 2) == 0;

	for (const char *p = s + (s[0] == '+' ? 1 : abroad ? 2 : 0); *p != '\0'; p++) {
		if (isdigit((unsigned char)*p))
			text_add(&t, p, 1);
		else if (strchr(" -.()", *p) == NULL)
			return NULL;
	}
	if (abroad)
		return t.len >= 8 && t.len <= 15 && t.at[0] != '0' ? arena_format(a, "+%s", t.at)
		                                                   : NULL;
	return t.len == 8 && t.at[0] != '0' ? arena_format(a, "+45%s", t.at) : NULL;
}

const char *
mobile_shown(struct arena *a, const char *s)
{
	if (strncmp(s, "+45", 3) != 0 || strlen(s) != 11)
		return s;
	return arena_format(a, "%.2s %.2s %.2s %.2s", s + 3, s + 5, s + 7, s + 9);
}

const char *
auth_id_of(struct arena *a, const char *s)
{
	size_t n = strlen(s);
	char *out = arena_copy(a, s, n);

	if (n == 0 || n > AUTH_ID_MOST)
		return NULL;
	for (char *p = out; *p != '\0'; p++) {
		if (!isalnum((unsigned char)*p))
			return NULL;
		*p = (char)toupper((unsigned char)*p);
	}
	return out;
}
