/* SPDX-License-Identifier: MPL-2.0
 *
 * The merits that the region has given, and one of them (R-MER-04).
 */
#include "merit_decision.h"
#include "office.h"

static struct url
page_url(struct request *req, uint32_t n)
{
	return url_with(req->arena, url_local(req->arena, "/sekretariat/merit"), "side",
	    arena_format(req->arena, "%u", n));
}

/* One more row than is shown is asked for: it tells whether there are older ones. */
void
merits(struct request *req, const struct subject *who)
{
	uint32_t at = query_u32(req, "side", 1);
	struct merits_view v = { .head = head_of(req, who, "Merit") };
	struct merits_of_region *found;
	struct merit_row *rows;

	if (at == 0 || at > 100000)
		at = 1;
	if (merits_of_region(req->db, who, (at - 1) * PAGE_ROWS, PAGE_ROWS + 1, &found, &v.n) !=
	    DB_ONE)
		return;
	v.has_older = v.n > PAGE_ROWS;
	v.n -= v.has_older;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct merit_row){
			url_of(req->arena, "/sekretariat/merit/%u", found[i].id),
			url_of(req->arena, "/sekretariat/brugere/%u", found[i].doctor),
			found[i].name,
			found[i].by_name,
			found[i].at,
			found[i].competencies,
			found[i].letter,
		};
	v.rows = rows;
	v.has_newer = at > 1;
	v.newer = page_url(req, at - 1);
	v.older = page_url(req, at + 1);
	merits_page(reply_html(req, 200), &v);
}

static void
fill_goals(
    struct request *req, const struct subject *who, const struct merit_one *m, struct merit_view *v)
{
	struct places places = office_places(req->arena, m->doctor);
	struct merit_goals *found;
	struct merit_goal_row *rows;

	if (merit_goals(req->db, who, m->id, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct merit_goal_row){
			found[i].number,
			found[i].title,
			url_below(req->arena, places.list, found[i].competency),
		};
	v->goals = rows;
}

void
merit(struct request *req, const struct subject *who)
{
	struct merit_one m = { 0 };
	struct merit_view v = { 0 };

	if (merit_one(req->db, who, path_u32(req, "merit"), &m) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, m.doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Merit: %s", m.name));
	v.head.notice =
	    notice_of(req, "givet", "Meritten er givet. Lægen kan se den i logbogen.", NULL);
	v.merits = url_local(req->arena, "/sekretariat/merit");
	v.person = url_of(req->arena, "/sekretariat/brugere/%u", m.doctor);
	v.name = m.name;
	v.by = m.by_name;
	v.place = m.place;
	v.at = m.at;
	v.has_note = m.note != NULL;
	v.note = markup_of_lines(req->arena, m.note);
	if (m.has_letter) {
		v.letter_name = m.letter_name;
		v.letter_pages = m.letter_pages;
		v.letter =
		    url_below(req->arena, office_places(req->arena, m.doctor).letters, m.letter);
	}
	v.decision = decision_shown_of(req, who, m.doctor, m.id);
	fill_goals(req, who, &m, &v);
	merit_page(reply_html(req, 200), &v);
}
