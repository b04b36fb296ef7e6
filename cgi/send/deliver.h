/* SPDX-License-Identifier: MPL-2.0
 *
 * Carries one closed package over to the authority, by the way that the site has, and says what became
 * of it.  Sent again under the same name it is not there twice, and what broke off goes on where it was.
 *
 *   folder:///path          laid down for pick-up: whole under its name, or not at all
 *   sftp://user@host/path/  OpenSSH's protocol; the key and the known hosts are files of the site
 *   https://host/path/      PUT of the name; a part of it by Content-Range, after what HEAD says is there
 */
#ifndef DELIVER_H
#define DELIVER_H

#include <stdbool.h>

#include "arena.h"
#include "text.h"

enum delivered {
	DELIVERED,
	DELIVER_LATER,  /* not reached, or refused for now: tried again */
	DELIVER_REFUSED /* refused for good, or another package has that name: somebody must look */
};

struct way {
	const char *to;    /* one of the three above, ending in a slash */
	const char *ca;    /* PEM file of authorities; NULL: the system's */
	const char *key;   /* sftp: the private key file; the public one lies beside it with .pub */
	const char *hosts; /* sftp: the known_hosts file; a host that is not in it is refused */
	const char *token; /* https: sent as "Authorization: Bearer"; NULL for none; never logged */
	unsigned seconds;  /* that one try may take in all */
};

enum { DELIVER_SAID = 300 };
struct delivery {
	enum delivered end;
	char said[DELIVER_SAID]; /* what the other side, or the way to it, said last: one line */
};

/* Is it one of the three ways, well formed?  Names nothing that does not exist. */
bool deliver_way_holds(const char *to);

/* name: letters, digits, '-', '_' and '.' alone.  Needs curl_global_init. */
struct delivery deliver(struct arena *, const struct way *, const char *name, struct bytes);

#endif
