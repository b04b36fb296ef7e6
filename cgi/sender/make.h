/* SPDX-License-Identifier: MPL-2.0
 *
 * The seam to what a package holds: its documents, its index, its signed manifest, in one ZIP.
 */
#ifndef SENDER_MAKE_H
#define SENDER_MAKE_H

#include "sender.h"
#include "subject.h"

struct made_file {
	const char *name, *title;
	size_t size;
	struct hash sha256;
};

struct made {
	const char *
	    why; /* NULL: it is whole; else what is missing or cannot be read, by name, in Danish */
	bool no_room; /* not made: the machine has no room, or a library failed; it may go later */
	struct bytes zip;
	struct hash pdf; /* of the PDF in it */
	uint32_t key;    /* that signed its manifest */
	const struct made_file *files;
	size_t n;
};

/* The doctor as the one in whose name it is read: the order is theirs, and what they reach is what goes.
 * acting.c alone makes it. */
const struct subject *acting_for(struct sender *, const struct send_order *);

/* What is missing today for a package of that kind, in Danish; NULL for nothing (R-STPS-16). */
const char *missing_now(struct sender *, const struct send_order *);

/* Where anybody proves it; NULL when the site has no address. */
const char *make_address(struct sender *, const struct send_order *);

/* Makes it within the open transaction, which sees one moment.  False when the database failed, or there was no
 * room. */
bool make_main(struct sender *, const struct send_order *, const struct subject *, struct made *);
bool make_extra(struct sender *, const struct send_order *, const struct subject *, struct made *);

#endif
