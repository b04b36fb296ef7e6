/* SPDX-License-Identifier: MPL-2.0 */
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "whole_data.h"

/* A number of the database, and that within the file. */
struct pair {
	uint32_t id, nth;
};

struct numbers {
	struct arena *arena;
	struct whole_rows *all;
	struct pair *pairs[JOURNAL_KINDS]; /* by id */
	size_t npairs[JOURNAL_KINDS];
	uint32_t *persons;
	size_t npersons, most;
};

static int
by_id(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static char *
row_at(const struct numbers *s, enum journal_kind_no k, size_t i)
{
	return (char *)s->all[k].rows + i * journal_kinds[k].size;
}

static uint32_t *
id_at(const struct numbers *s, enum journal_kind_no k, size_t i)
{
	return (uint32_t *)(void *)(row_at(s, k, i) + journal_kinds[k].columns[0].offset);
}

/* Versions of one note follow each other under one number. */
static void
count_kind(struct numbers *s, enum journal_kind_no k)
{
	const size_t n = s->all[k].n;

	s->pairs[k] = arena_array(s->arena, n + 1, sizeof *s->pairs[k]);
	for (size_t i = 0; i < n; i++) {
		const uint32_t id = *id_at(s, k, i);

		if (i > 0 && id == s->pairs[k][s->npairs[k] - 1].id)
			continue;
		s->pairs[k][s->npairs[k]] = (struct pair){ id, (uint32_t)s->npairs[k] + 1 };
		s->npairs[k]++;
	}
	if (s->npairs[k] > 1)
		qsort(s->pairs[k], s->npairs[k], sizeof *s->pairs[k], by_id);
}

/* 0 when there is none. */
static uint32_t
nth_row(const struct numbers *s, enum journal_kind_no k, uint32_t id)
{
	const struct pair key = { id, 0 };
	const struct pair *found =
	    s->npairs[k] == 0 ? NULL : bsearch(&key, s->pairs[k], s->npairs[k], sizeof key, by_id);

	return found == NULL ? 0 : found->nth;
}

static uint32_t
nth_person(struct numbers *s, uint32_t id)
{
	for (size_t i = 0; i < s->npersons; i++)
		if (s->persons[i] == id)
			return (uint32_t)i + 1;
	if (s->npersons == s->most) {
		uint32_t *more = arena_array(s->arena, s->most * 2 + 64, sizeof *more);

		if (s->npersons > 0)
			memcpy(more, s->persons, s->npersons * sizeof *more);
		s->persons = more;
		s->most = s->most * 2 + 64;
	}
	s->persons[s->npersons++] = id;
	return (uint32_t)s->npersons;
}

/* "17,4" → "2,1"; NULL when one of them is not there. */
static const char *
nth_list(struct numbers *s, const struct journal_ref *r, const char *list)
{
	const char ends[] = { r->parting, '\0' };
	struct text t = { .arena = s->arena };

	for (size_t n; *list != '\0'; list += n + (list[n] != '\0')) {
		char letter[2] = "";
		uint32_t id, nth = 0;
		enum journal_kind_no to;

		n = strcspn(list, ends);
		if ((to = journal_item(r, list, n, letter, &id)) != JOURNAL_KINDS)
			nth = nth_row(s, to, id);
		if (nth == 0)
			return NULL;
		text_format(&t, "%s%s%u", t.len == 0 ? "" : ends, letter, nth);
	}
	return t.len == 0 ? "" : t.at;
}

static const char *
text_of(const char *row, const struct column *c)
{
	return *(const char *const *)(const void *)(row + c->offset);
}

static bool
number_member(struct numbers *s, enum journal_kind_no k, const struct journal_ref *r, char *row)
{
	const struct column *c = journal_column(&journal_kinds[k], r->member);
	uint32_t *v = (uint32_t *)(void *)(row + c->offset);

	if (r->how == REF_LIST || r->how == REF_PARTS) {
		const char **list = (const char **)(void *)(row + c->offset);

		return *list == NULL || (*list = nth_list(s, r, *list)) != NULL;
	}
	if (c->has != 0 && !*(const bool *)(row + c->has))
		return true;
	if (r->how == REF_PERSON)
		*v = nth_person(s, *v);
	else if (r->how == REF_CHAINED)
		*v = nth_row(s,
		    journal_of_word(text_of(row, journal_column(&journal_kinds[k], "kind"))), *v);
	else
		*v = nth_row(s, r->to, *v);
	return *v != 0;
}

static bool
number_kind(struct numbers *s, enum journal_kind_no k)
{
	for (size_t i = 0; i < s->all[k].n; i++)
		for (const struct journal_ref *r = journal_kinds[k].refs; r->member != NULL; r++)
			if (!number_member(s, k, r, row_at(s, k, i)))
				return false;
	return true;
}

const char *
whole_number(struct arena *a, struct whole_rows all[JOURNAL_KINDS], uint32_t doctor,
    uint32_t **persons, size_t *n)
{
	struct numbers s = { .arena = a, .all = all };

	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		if (journal_is_numbered(&journal_kinds[k]))
			count_kind(&s, k);
	nth_person(&s, doctor);
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		if (!number_kind(&s, k))
			return journal_kinds[k].name;
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		for (size_t i = 0; journal_is_numbered(&journal_kinds[k]) && i < all[k].n; i++)
			*id_at(&s, k, i) = nth_row(&s, k, *id_at(&s, k, i));
	*persons = s.persons;
	*n = s.npersons;
	return NULL;
}
