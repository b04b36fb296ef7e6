/* SPDX-License-Identifier: MPL-2.0
 *
 * A link holds when the hash of the link before it and its row give the hash that stands in
 * it.  Where one does not hold, what could have been done is tried out: nobody without the
 * key can make a hash that holds, so one that holds in another place tells what was moved.
 */
#include "walk.h"

#include <string.h>

/* What is being walked, and how far: link i does not hold after the hash before. */
struct place {
	const struct logbook *l;
	size_t i;
	struct hash before;
};

bool
kind_read(const char *word, enum chain_kind *kind)
{
	for (*kind = CHAIN_APPROVAL; *kind <= CHAIN_LAST; ++*kind)
		if (strcmp(word, chain_word(*kind)) == 0)
			return true;
	*kind = CHAIN_APPROVAL;
	return false;
}

static struct chained *
row_of(const struct logbook *l, const struct range_links *link)
{
	enum chain_kind kind;

	return kind_read(link->kind, &kind) ? row_find(l, kind, link->row_id) : NULL;
}

static bool
is_hash(struct bytes b, const struct hash *h)
{
	return b.n == sizeof h->bytes && memcmp(b.at, h->bytes, sizeof h->bytes) == 0;
}

static struct hash
hash_in(struct bytes b)
{
	struct hash h = { { 0 } };

	if (b.n == sizeof h.bytes)
		memcpy(h.bytes, b.at, sizeof h.bytes);
	return h;
}

/* Do the hash before, and this row under that id, give what stands in the link, as number n? */
static bool
holds(const struct logbook *l, uint32_t n, const struct hash *before, const struct chained *row,
    uint32_t id, const struct range_links *link)
{
	struct hash h;

	if (row == NULL)
		return false;
	h = row_hash(l->doctor, n, before, row, id);
	return is_hash(link->hash, &h) && !row->hides;
}

/* Is the head what was sealed, at that link? */
static bool
head_holds(const struct logbook *l, uint32_t n, const struct hash *end)
{
	const struct hash seal = chain_seal(l->doctor, n, end);

	return l->head != NULL && l->head->n == n && is_hash(l->head->hash, end) &&
	    is_hash(l->head->seal, &seal);
}

/* Does what comes behind link i hold when link i has this hash? */
static bool
leads_on(const struct place *p, const struct hash *hash)
{
	const struct logbook *l = p->l;
	const struct range_links *next = &l->links[p->i + 1];
	const struct chained *row;

	if (p->i + 1 == l->nlinks)
		return head_holds(l, (uint32_t)l->nlinks, hash);
	row = row_of(l, next);
	return row != NULL && holds(l, next->n, hash, row, row->id, next);
}

/* --- what was done ---------------------------------------------------------------------- */

/* Link j belongs where link i stands.  Does link i belong where link j stands? */
static bool
is_swap(const struct place *p, size_t j)
{
	const struct logbook *l = p->l;
	const struct range_links *here = &l->links[p->i];
	const struct hash before = hash_in(l->links[j == p->i + 1 ? j : j - 1].hash);

	return holds(l, (uint32_t)j + 1, &before, row_of(l, here), here->row_id, here);
}

/* Does a later link belong here?  Whole, or only the row that it names. */
static bool
find_link(const struct place *p, struct found *f)
{
	const struct logbook *l = p->l;
	const struct range_links *here = &l->links[p->i];

	for (size_t j = p->i + 1; j < l->nlinks; j++) {
		const struct range_links *link = &l->links[j];
		const struct chained *row = row_of(l, link);
		const bool whole = holds(l, f->n, &p->before, row, link->row_id, link);

		if (!whole && !holds(l, f->n, &p->before, row, link->row_id, here))
			continue;
		f->other = (uint32_t)j + 1;
		f->fault = !whole || is_swap(p, j) ? FAULT_LINKS_SWAPPED
		    : j == p->i + 1                ? FAULT_LINK_INSERTED
		                                   : FAULT_LINK_MOVED;
		return true;
	}
	return false;
}

/* Does the content of another row belong to this link? */
static bool
find_content(const struct place *p, struct found *f)
{
	const struct logbook *l = p->l;
	const struct range_links *here = &l->links[p->i];

	for (size_t j = 0; j < l->nrows; j++) {
		if (l->rows[j].kind != f->kind || l->rows[j].id == f->id ||
		    !holds(l, f->n, &p->before, &l->rows[j], f->id, here))
			continue;
		f->other = l->rows[j].id;
		f->fault = FAULT_ROWS_SWAPPED;
		return true;
	}
	return false;
}

static struct found
explain(const struct place *p)
{
	const struct range_links *here = &p->l->links[p->i];
	const struct chained *row = row_of(p->l, here);
	struct found f = { .n = here->n, .id = here->row_id };
	struct hash stands = hash_in(here->hash), is;

	f.fault = kind_read(here->kind, &f.kind) ? FAULT_UNCLEAR : FAULT_LINK_ALTERED;
	if (f.fault == FAULT_LINK_ALTERED || find_link(p, &f))
		return f;
	if (find_content(p, &f)) {
		if (row == NULL)
			f.fault = FAULT_ROW_RENUMBERED;
		return f;
	}
	if (row == NULL) {
		f.fault = FAULT_ROW_GONE;
		return f;
	}
	is = row_hash(p->l->doctor, f.n, &p->before, row, row->id);
	if (row->hides || leads_on(p, &stands))
		f.fault = FAULT_ROW_ALTERED;
	else if (leads_on(p, &is))
		f.fault = FAULT_LINK_ALTERED;
	return f;
}

/* --- the walk --------------------------------------------------------------------------- */

static struct found
walk_end(const struct logbook *l, const struct hash *end)
{
	const uint32_t n = (uint32_t)l->nlinks;

	if (n == 0 && (l->head == NULL || head_is_bare(l->head)))
		return (struct found){ 0 };
	if (l->head == NULL)
		return (struct found){ .fault = FAULT_HEAD_GONE, .n = n };
	if (l->head->n > n)
		return (struct found){ .fault = FAULT_END_CUT, .n = n, .other = l->head->n };
	if (!head_holds(l, n, end))
		return (struct found){ .fault = FAULT_HEAD_CHANGED, .n = n };
	return (struct found){ 0 };
}

static struct found
walk_rows(const struct logbook *l)
{
	for (size_t i = 0; i < l->nrows; i++)
		if (!l->rows[i].linked)
			return (struct found){ .fault = FAULT_ROW_UNLINKED,
				.kind = l->rows[i].kind,
				.id = l->rows[i].id };
	return (struct found){ 0 };
}

struct found
walk(const struct logbook *l)
{
	struct place p = { .l = l };
	struct found f;

	for (p.i = 0; p.i < l->nlinks; p.i++) {
		const struct range_links *link = &l->links[p.i];
		struct chained *row = row_of(l, link);

		if (link->n < p.i + 1)
			return (struct found){ .fault = FAULT_LINK_STRAY, .n = link->n };
		if (link->n > p.i + 1)
			return (
			    struct found){ .fault = FAULT_LINK_MISSING, .n = (uint32_t)p.i + 1 };
		if (!holds(l, link->n, &p.before, row, link->row_id, link))
			return explain(&p);
		row->linked = true;
		p.before = hash_in(link->hash);
	}
	f = walk_end(l, &p.before);
	return f.fault == FAULT_NONE ? walk_rows(l) : f;
}
