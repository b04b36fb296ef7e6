/* SPDX-License-Identifier: MPL-2.0
 *
 * The description and the examples of schema/seed/import, which the program carries with it: what
 * is shown is what its tests read.
 */
#ifndef SEED_H
#define SEED_H

#include <stdbool.h>

#include "text.h"

struct seed {
	const char *name;
	const unsigned char *at;
	size_t n;
};
/* Made by the Makefile; name NULL at the end. */
extern const struct seed seeds[];

/* The file of that name; false when there is none. */
bool seed_file(const char *name, struct bytes *);

#endif
