/* SPDX-License-Identifier: MPL-2.0
 *
 * A file is fetched from an https address: only when it has changed since (ETag, Last-Modified),
 * and on from where it was when the line broke (Range with If-Range).  Certificates are checked.  Nothing is
 * fetched from an address of the house's own (outside.h), wherever a name or a redirect leads.
 */
#ifndef FETCH_H
#define FETCH_H

#include <stdbool.h>

#include "arena.h"
#include "text.h"

enum fetched { FETCHED_NEW, FETCHED_SAME, FETCHED_NOT };

struct fetch {
	const char *address, *etag, *modified; /* etag and modified: of the last time, or "" */
	const char *authorities;               /* file of those to believe; NULL: the machine's */
	size_t most;                           /* bytes */
	bool private;                          /* addresses of the house's own networks too */
	void (*tick)(void *);                  /* now and then meanwhile */
	void *ticks;
	/* What came: */
	struct text body;
	const char *new_etag, *new_modified; /* "" without */
	const char *why;                     /* FETCHED_NOT: in Danish */
};

enum fetched fetch_file(struct arena *, struct fetch *);

#endif
