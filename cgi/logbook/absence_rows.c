/* SPDX-License-Identifier: MPL-2.0 */
#include "absence_rows.h"

enum absence_row_kind
absence_row_kind_of(const char *word)
{
	return word[0] == 'S' ? ABSENCE_SPELL : word[0] == 'M' ? ABSENCE_MOVE : ABSENCE_POST;
}

/* The first row of that element or of a later one. */
static size_t
first_of(const struct absence_row *rows, size_t n, uint32_t element)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (rows[middle].element < element)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct absence_standing
absence_standing_of(struct arena *a, const struct absence_row *rows, size_t n, uint32_t element,
    struct day since, struct day until)
{
	size_t first = first_of(rows, n, element), last = first, nspells = 0;
	int32_t prolonged = 0, replaced = 0;
	struct absence_spell *spells;

	while (last < n && rows[last].element == element)
		last++;
	spells = arena_array(a, last - first, sizeof *spells);
	for (size_t i = first; i < last; i++) {
		const struct absence_row *r = &rows[i];

		if (r->kind == ABSENCE_SPELL)
			spells[nspells++] =
			    (struct absence_spell){ r->id, r->type, r->counts, r->since, r->until };
		else if (r->kind == ABSENCE_MOVE)
			prolonged += absence_prolonged(days360(r->was_since, r->was_until),
			    r->was_fraction, days360(r->since, r->until), r->fraction);
		else
			replaced += days360(r->since, r->until);
	}
	return absence_stand(absence_sum(a, spells, nspells, since, until).counted,
	    days360(since, until), prolonged, replaced, until);
}
