/* SPDX-License-Identifier: MPL-2.0 */
#include "pairs.h"

#include <ctype.h>
#include <string.h>

static int
hex_digit(char c)
{
	return isdigit((unsigned char)c) ? c - '0'
	    : c >= 'a' && c <= 'f'       ? c - 'a' + 10
	    : c >= 'A' && c <= 'F'       ? c - 'A' + 10
	                                 : -1;
}

bool
text_is_clean(const char *s, size_t n)
{
	return utf8_is_valid(s, n) && !utf8_has_control(s, n);
}

const char *
percent_decode(struct arena *a, const char *s, size_t n, bool plus_is_space)
{
	char *out = arena_take(a, n + 1), *to = out;

	for (size_t i = 0; i < n; i++) {
		int high, low;

		if (s[i] == '+' && plus_is_space)
			*to++ = ' ';
		else if (s[i] != '%')
			*to++ = s[i];
		else {
			if (n - i < 3 || (high = hex_digit(s[i + 1])) < 0 ||
			    (low = hex_digit(s[i + 2])) < 0)
				return NULL;
			*to++ = (char)(high << 4 | low);
			i += 2;
		}
	}
	return text_is_clean(out, (size_t)(to - out)) ? out : NULL;
}

static size_t
count_pieces(const char *s, size_t n)
{
	size_t pieces = 1;

	for (size_t i = 0; i < n; i++)
		pieces += s[i] == '&';
	return pieces;
}

static bool
decode_pair(struct arena *a, const char *s, size_t n, struct pair *out)
{
	const char *equals = memchr(s, '=', n);
	size_t name = equals == NULL ? n : (size_t)(equals - s);

	out->name = percent_decode(a, s, name, true);
	out->value = equals == NULL ? "" : percent_decode(a, equals + 1, n - name - 1, true);
	return out->name != NULL && out->value != NULL;
}

bool
pairs_decode(struct arena *a, const char *s, size_t n, size_t most, struct pairs *out)
{
	size_t pieces = count_pieces(s, n);

	*out = (struct pairs){ 0 };
	if (pieces > most)
		return false;
	out->at = arena_array(a, pieces, sizeof *out->at);
	while (n > 0) {
		const char *end = memchr(s, '&', n);
		size_t piece = end == NULL ? n : (size_t)(end - s);

		if (piece > 0 && !decode_pair(a, s, piece, &out->at[out->n++]))
			return false;
		piece += end != NULL;
		s += piece;
		n -= piece;
	}
	return true;
}

const char *
pairs_value(const struct pairs *p, const char *name)
{
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->at[i].name, name) == 0)
			return p->at[i].value;
	return NULL;
}
