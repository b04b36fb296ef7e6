/* SPDX-License-Identifier: MPL-2.0
 *
 * Growing text and slices; UTF-8 checked at the border.  Inside, every string is valid
 * UTF-8 without control characters other than tab and newline.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

struct bytes {
	const unsigned char *at;
	size_t n;
};

/* Text that grows in an arena; at is always NUL-terminated.  { .arena = a } is empty. */
struct text {
	struct arena *arena;
	char *at;
	size_t len, cap;
};

void text_add(struct text *, const char *, size_t n);
void text_puts(struct text *, const char *);
void text_format(struct text *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Is it well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, up to U+10FFFF)? */
bool utf8_is_valid(const char *, size_t n);

/* Does it hold a control character other than tab, newline and carriage return? */
bool utf8_has_control(const char *, size_t n);

/* Code points in a valid string. */
size_t utf8_count(const char *);

/* The longest valid beginning of s with at most n code points, in the arena. */
char *utf8_clip(struct arena *, const char *s, size_t n);

/* Without white space at either end, CRLF and CR made to LF. */
char *text_tidy(struct arena *, const char *);

/* As text_tidy, and every run of white space, newlines too, is one space: for names. */
char *text_tidy_line(struct arena *, const char *);

/* The order in which a person expects numbered things: digits compare as numbers, so that
 * 1.2 < 1.10 and I9 < I10 (R-DM-02, T-067).  <0, 0, >0 as strcmp. */
int text_compare_natural(const char *, const char *);

#endif
