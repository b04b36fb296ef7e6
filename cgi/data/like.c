/* SPDX-License-Identifier: MPL-2.0 */
#include "like.h"

#include <string.h>

#include "text.h"

const char *
like_of(struct arena *a, const char *before, const char *typed)
{
	struct text t = { .arena = a };

	text_puts(&t, before);
	for (; *typed != '\0'; typed++) {
		if (strchr("%_\\", *typed) != NULL)
			text_add(&t, "\\", 1);
		text_add(&t, typed, 1);
	}
	text_add(&t, "%", 1);
	return t.at;
}
