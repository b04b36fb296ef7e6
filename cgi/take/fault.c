/* SPDX-License-Identifier: MPL-2.0 */
#include <string.h>

#include "taking.h"

/* The same sentence once. */
static bool
add(struct taking *t, const char *sentence)
{
	for (size_t i = 0; i < t->nfaults; i++)
		if (strcmp(t->fault[i], sentence) == 0)
			return false;
	if (t->nfaults < FAULTS_MOST)
		t->fault[t->nfaults++] = sentence;
	else
		t->more = true;
	return false;
}

bool
blame(struct taking *t, const char *format, ...)
{
	va_list ap;
	const char *sentence;

	va_start(ap, format);
	sentence = arena_vformat(t->arena, format, ap);
	va_end(ap);
	return add(t, sentence);
}

bool
blame_row(struct taking *t, enum journal_kind_no k, size_t row, const char *format, ...)
{
	va_list ap;
	const char *what;

	va_start(ap, format);
	what = arena_vformat(t->arena, format, ap);
	va_end(ap);
	return add(t,
	    arena_format(
	        t->arena, "data/%s.json, række %zu: %s", journal_kinds[k].name, row + 1, what));
}
