/* SPDX-License-Identifier: MPL-2.0
 *
 * The curricula that are published, and how many doctors are on each.
 */
#include "list_words.h"
#include "reference.h"

void
lists(struct request *req, const struct subject *who)
{
	struct lists_view v = { .head = head_of(req, who, "Målbeskrivelser") };
	struct lists_used *found;
	struct published_row *rows;

	if (lists_used(req->db, who, &found, &v.n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct published_row){
			.title = found[i].title,
			.stage = list_stage_short(found[i].stage),
			.specialty = found[i].specialty,
			.version = found[i].version,
			.basis = list_basis_title(found[i].basis),
			.cutoff = found[i].cutoff,
			.goals = found[i].goals,
			.doctors = found[i].doctors,
			.ever = found[i].ever,
			.demo = found[i].demo,
		};
	v.rows = rows;
	lists_page(reply_html(req, 200), &v);
}
