/* SPDX-License-Identifier: MPL-2.0 */
#include "seed.h"

#include <string.h>

bool
seed_file(const char *name, struct bytes *out)
{
	for (const struct seed *s = seeds; s->name != NULL; s++) {
		if (strcmp(s->name, name) != 0)
			continue;
		*out = (struct bytes){ s->at, s->n };
		return true;
	}
	return false;
}
