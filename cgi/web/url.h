/* SPDX-License-Identifier: MPL-2.0
 *
 * The only addresses a page can hold: paths of our own site, every inserted part
 * percent-encoded (RFC 3986, unreserved characters kept).  A CPR number is refused by the
 * process (fatal): it is a programmer's error that must not reach a browser's history.
 */
#ifndef URL_H
#define URL_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

struct url {
	const char *text;
};

/* url_of(a, "/logbog/kompetencer/%u", id): %u a number, %s a string that is encoded, %%.
 * Begins with one "/".  Lives in the arena. */
struct url url_of(struct arena *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The address with name=value added to its query, value encoded. */
struct url url_with(struct arena *, struct url, const char *name, const char *value);

/* The address one step below: "/a/b" and 7 is "/a/b/7". */
struct url url_below(struct arena *, struct url, uint32_t id);

/* "#name": a place on the same page. */
struct url url_anchor(struct arena *, const char *name);

/* "tel:+4549252565": a telephone number as people write it (digits, spaces, a leading +); without a
 * country's number it is a Danish one. */
struct url url_tel(struct arena *, const char *phone);

/* Is it a path of our own site that one may be sent back to after login: begins with one
 * "/", not "//" or "/\", no control characters, no ":" before the query? */
bool url_is_local(const char *);

/* Does it hold what looks like a CPR number?  To be asked of what people type before it is
 * made part of an address. */
bool url_holds_cpr(const char *);

/* Is it a local path of letters, digits and "/_-." alone, at most 200 bytes, that holds no CPR
 * number: one that may stand in another address? */
bool url_is_plain(const char *);

/* The address of something typed or stored that url_is_local holds to be safe; else "/". */
struct url url_local(struct arena *, const char *);

#endif
