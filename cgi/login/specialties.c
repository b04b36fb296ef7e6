/* SPDX-License-Identifier: MPL-2.0
 *
 * Which specialties and curricula are in the logbook, and since when: for everybody, without
 * login, as the page that doctors know from before.  Two short statements, nothing of a person.
 */
#include <string.h>

#include "list_words.h"
#include "login.h"
#include "queries/offered.h"

/* What is read. */
struct offered {
	struct arena *arena;
	struct specialties_all *specialties;
	struct lists_all *lists;
	size_t n, nlists;
};

static struct offered_list
list_of(const struct lists_all *l)
{
	return (struct offered_list){ l->title, list_stage_short(l->stage), l->specialty,
		l->version, list_basis_title(l->basis), l->cutoff };
}

/* Is it the name of a specialty of today? */
static bool
is_specialty(const struct offered *o, const char *name)
{
	for (size_t i = 0; i < o->n; i++)
		if (o->specialties[i].live && strcmp(o->specialties[i].name, name) == 0)
			return true;
	return false;
}

/* The lists of exactly that specialty; "" for those of none. */
static const struct offered_list *
lists_offered(const struct offered *o, const char *specialty, size_t *n)
{
	struct offered_list *lists = arena_array(o->arena, o->nlists, sizeof *lists);

	*n = 0;
	for (size_t i = 0; i < o->nlists; i++)
		if (strcmp(o->lists[i].specialty, specialty) == 0)
			lists[(*n)++] = list_of(&o->lists[i]);
	return lists;
}

/* The lists of a whole group of specialties, and any whose specialty we do not know. */
static const struct offered_list *
common_lists(const struct offered *o, size_t *n)
{
	struct offered_list *lists = arena_array(o->arena, o->nlists, sizeof *lists);

	*n = 0;
	for (size_t i = 0; i < o->nlists; i++)
		if (o->lists[i].specialty[0] != '\0' && !is_specialty(o, o->lists[i].specialty))
			lists[(*n)++] = list_of(&o->lists[i]);
	return lists;
}

static struct offered_specialty
specialty_of(const struct offered *o, const struct specialties_all *s, struct day today)
{
	struct offered_specialty row = {
		.name = s->name,
		.from = s->electronic_from,
		.later = day_compare(s->electronic_from, today) > 0,
		.until = s->until.year > 1900 ? day_add(s->until, -1) : (struct day){ 0 },
	};

	row.lists = lists_offered(o, s->name, &row.nlists);
	for (size_t i = 0; i < o->nlists; i++)
		row.common |= strcmp(o->lists[i].specialty, s->name) != 0 &&
		    list_is_for(o->lists[i].specialty, s->name);
	return row;
}

void
specialties_show(struct request *req)
{
	struct offered_view v = { .head = head_of(req, NULL, "Specialer i logbogen") };
	struct offered o = { .arena = req->arena };
	struct offered_specialty *rows;

	if (specialties_all(req->db, req->today, &o.specialties, &o.n) != DB_ONE ||
	    lists_all(req->db, &o.lists, &o.nlists) != DB_ONE)
		return;
	rows = arena_array(req->arena, o.n, sizeof *rows);
	for (size_t i = 0; i < o.n; i++) {
		rows[i] = specialty_of(&o, &o.specialties[i], req->today);
		v.n += o.specialties[i].live;
	}
	v.rows = rows;
	v.ended = rows + v.n;
	v.nended = o.n - v.n;
	v.first = lists_offered(&o, "", &v.nfirst);
	v.common = common_lists(&o, &v.ncommon);
	offered_page(reply_html(req, 200), &v);
}
