/* SPDX-License-Identifier: MPL-2.0
 *
 * A journal that comes as a ZIP: the first byte says whether the rest is a ZIP, or the contents of files, each
 * a letter for its kind, then its JSON, up to a record separator.  What is found to be whole can be walked to
 * its last reference.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "taking.h"

enum { SEPARATOR = 0x1e };

static void
walk_all(const struct taking *t)
{
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		for (size_t i = 0; i < t->kinds[k].n; i++)
			for (const struct journal_ref *r = journal_kinds[k].refs; r->member != NULL;
			     r++)
				if ((r->how == REF_ROW || r->how == REF_PERSON) &&
				    number_in(t, k, i, r->member) > t->kinds[r->to].n)
					abort();
}

static void
put_files(struct taking *t, const uint8_t *data, size_t n)
{
	t->packed = arena_array(t->arena, JOURNAL_KINDS, sizeof *t->packed);
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		t->packed[t->npacked++] =
		    (struct packed){ arena_format(t->arena, "data/%s.json", journal_kinds[k].name),
			    { (const unsigned char *)"[]", 2 } };
	while (n > 0) {
		const uint8_t *end = memchr(data, SEPARATOR, n);
		const size_t m = end == NULL ? n : (size_t)(end - data);

		if (m > 0)
			t->packed[data[0] % JOURNAL_KINDS].content =
			    (struct bytes){ data + 1, m - 1 };
		data += end == NULL ? n : m + 1;
		n -= end == NULL ? n : m + 1;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct taking *t = &(struct taking){ .arena = arena_make() };
	bool fine = n > 0;

	if (fine && data[0] == 'Z')
		fine = take_open(t, (struct bytes){ data + 1, n - 1 }) && take_manifest(t);
	else if (fine)
		put_files(t, data + 1, n - 1);
	if (fine && take_read(t) && take_is_whole(t))
		walk_all(t);
	if (!fine && n > 0 && t->nfaults == 0)
		abort();
	arena_drop(t->arena);
	return 0;
}
