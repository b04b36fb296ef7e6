/* SPDX-License-Identifier: MPL-2.0
 *
 * A supplement while it is made: extra.c reads what is in it, extra_bind.c makes the PDF and the ZIP.
 */
#ifndef SENDER_EXTRA_H
#define SENDER_EXTRA_H

#include "make.h"
#include "package.h"
#include "parts.h"
#include "resent.h"
#include "sending.h"

struct extra {
	struct sender *s;
	const struct send_order *o;
	const struct subject *who;
	struct paper paper;
	struct package_ask ask;
	struct package package; /* its end says what stopped a part */
	struct parts *parts;
	const char *why; /* what stops it */
	bool no_room;
	const struct resent_of **resent;
	size_t nresent;
	struct extra_file *documents; /* that the authority asked for */
	size_t ndocuments;
};

/* False when there is no room or a library failed; m says why when something of it cannot be drawn. */
bool extra_bind(struct extra *, struct made *m);

#endif
