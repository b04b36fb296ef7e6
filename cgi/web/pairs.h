/* SPDX-License-Identifier: MPL-2.0
 *
 * Percent-encoding (RFC 3986) and the text that may come in by it: what request.c and pairs.c
 * share.  The pairs themselves are promised in request.h.
 */
#ifndef PAIRS_H
#define PAIRS_H

#include "request.h"

/* Is it UTF-8 without control characters other than tab and line ends? */
bool text_is_clean(const char *, size_t n);

/* The n bytes without their escapes; NULL for a bad escape and for what is not clean then. */
const char *percent_decode(struct arena *, const char *, size_t n, bool plus_is_space);

#endif
