/* SPDX-License-Identifier: MPL-2.0
 *
 * Any bytes as a document that somebody asks about: no crash, and what is found is one of our references.
 */
#include <stdlib.h>
#include <string.h>

#include "inside.h"
#include "sending.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_make();
	const char *found = reference_inside(a, (struct bytes){ bytes, n });

	if (found != NULL &&
	    (reference_read(a, found) == NULL || strlen(found) != REFERENCE_LENGTH))
		abort();
	arena_drop(a);
	return 0;
}
