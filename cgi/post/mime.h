/* SPDX-License-Identifier: MPL-2.0
 *
 * A mail as bytes: headers and a text of UTF-8 (RFC 5322, RFC 2045, RFC 2047).  Pure.
 */
#ifndef MIME_H
#define MIME_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

struct mime_mail {
	uint32_t id; /* of its row: the same row has the same Message-ID, sent again or not */
	const char *from, *to; /* addresses that mime_address_holds */
	const char *subject, *text;
	struct moment made;
};

/* How the text goes: in quoted-printable, which every server carries; or as it is, which a person
 * reads in a file. */
enum mime_body { MIME_QUOTED, MIME_AS_IS };

/* The whole mail, lines ended by CR LF.  Every line of its head, and of a quoted text, is at most 76
 * characters long. */
const char *mime_text(struct arena *, const struct mime_mail *, enum mime_body);

/* Can it stand between < and > in a header and in the dialogue with a server?  One @ with something on both
 * sides, no white space, no control character, none of <>()[]\,;:". */
bool mime_address_holds(const char *);

#endif
