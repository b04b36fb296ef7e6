/* SPDX-License-Identifier: MPL-2.0
 *
 * A file repeats a person for each course and a course for each element.  Which rows are of
 * one thing is found by sorting, so that a whole country's doctors are no matter.
 */
#include <stdlib.h>
#include <string.h>

#include "intake_part.h"

struct sorted {
	const struct intake_row *row;
	const size_t *key;
	size_t nkeys;
};

static int
compare_keys(const struct intake_row *a, const struct intake_row *b, const size_t *key, size_t n)
{
	int c = 0;

	for (size_t i = 0; i < n && c == 0; i++)
		c = strcmp(a->value[key[i]], b->value[key[i]]);
	return c;
}

static int
compare_sorted(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int c = compare_keys(x->row, y->row, x->key, x->nkeys);

	return c != 0 ? c : (x->row > y->row) - (x->row < y->row);
}

const struct intake_row **
intake_sorted(const struct intake_rows *rows, const size_t *key, size_t nkeys)
{
	struct sorted *s = arena_array(rows->arena, rows->n, sizeof *s);
	const struct intake_row **out = arena_array(rows->arena, rows->n, sizeof *out);

	for (size_t i = 0; i < rows->n; i++)
		s[i] = (struct sorted){ &rows->row[i], key, nkeys };
	if (rows->n > 0)
		qsort(s, rows->n, sizeof *s, compare_sorted);
	for (size_t i = 0; i < rows->n; i++)
		out[i] = s[i].row;
	return out;
}

size_t
intake_run(const struct intake_row *const *row, size_t n, const size_t *key, size_t nkeys)
{
	size_t i = 1;

	while (i < n && compare_keys(row[0], row[i], key, nkeys) == 0)
		i++;
	return i;
}

void
intake_same(struct intake_subject *s, const struct intake_row *first,
    const struct intake_row *other, unsigned level)
{
	const struct intake_table *t = s->rows->table;

	for (size_t i = 0; first != other && i < t->n; i++)
		if (t->columns[i].level == level && strcmp(first->value[i], other->value[i]) != 0)
			intake_blame(s, other, i,
			    "Her står noget andet end i linje %u, men det er om den samme.",
			    (unsigned)first->line);
}
