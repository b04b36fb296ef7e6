/* SPDX-License-Identifier: MPL-2.0
 *
 * Files in one ZIP, with a manifest of their hashes and its signature.
 */
#ifndef SENDER_SEAL_H
#define SENDER_SEAL_H

#include "make.h"

struct sealed_file {
	const char *name, *title;
	struct bytes content;
};

/* Sets the ZIP, its files and its key in *m; false when there is no key, or no room. */
bool seal(struct sender *, const struct send_order *, const struct sealed_file *, size_t n,
    struct made *);

#endif
