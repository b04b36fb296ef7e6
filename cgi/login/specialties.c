/* SPDX-License-Identifier: MPL-2.0
 *
 * Which specialties and curricula are in the logbook, and since when: for everybody, without
 * login, as the page that doctors know from before.  Two short statements, nothing of a person.
 */
#include "list_words.h"
#include "login.h"
#include "queries/offered.h"

static struct offered_list
list_of(const struct lists_all *l)
{
	return (struct offered_list){ l->title, list_stage_title(l->stage), l->version,
		list_basis_title(l->basis), l->cutoff };
}

/* The lists that are for that specialty; for NULL those that are for none. */
static const struct offered_list *
lists_for(
    struct arena *a, const struct lists_all *all, size_t nall, const char *specialty, size_t *n)
{
	struct offered_list *lists = arena_array(a, nall, sizeof *lists);

	*n = 0;
	for (size_t i = 0; i < nall; i++)
		if (specialty == NULL ? all[i].specialty[0] == '\0'
		                      : list_is_for(all[i].specialty, specialty))
			lists[(*n)++] = list_of(&all[i]);
	return lists;
}

void
specialties_show(struct request *req)
{
	struct offered_view v = { .head = head_of(req, NULL, "Specialer i logbogen") };
	struct specialties_all *found = NULL;
	struct lists_all *lists = NULL;
	struct offered_specialty *rows;
	size_t n = 0, nlists = 0;

	if (specialties_all(req->db, req->today, &found, &n) != DB_ONE ||
	    lists_all(req->db, &lists, &nlists) != DB_ONE)
		return;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		rows[i].name = found[i].name;
		rows[i].from = found[i].electronic_from;
		rows[i].later = day_compare(rows[i].from, req->today) > 0;
		rows[i].until =
		    found[i].until.year > 1900 ? day_add(found[i].until, -1) : (struct day){ 0 };
		rows[i].lists =
		    lists_for(req->arena, lists, nlists, found[i].name, &rows[i].nlists);
		v.n += found[i].live;
	}
	v.rows = rows;
	v.ended = rows + v.n;
	v.nended = n - v.n;
	v.common = lists_for(req->arena, lists, nlists, NULL, &v.ncommon);
	offered_page(reply_html(req, 200), &v);
}
