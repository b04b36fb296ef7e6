/* SPDX-License-Identifier: MPL-2.0
 *
 * "Beskeder" (domain 17): what one was told, newest first.  What is unseen is opened by a button,
 * since a page that is only asked for writes nothing; what was seen is a link.
 */
#include <string.h>

#include "login.h"
#include "notice.h"
#include "notice_way.h"

enum { ROWS = 25, PAGES_MOST = 400 };

/* The roles of today, for what is opened in another than the one in use. */
struct mine {
	const struct roles_of *rows;
	size_t n;
	uint32_t in_use;
};

static bool
is_there(const struct roles_of *r, const char *place)
{
	return place[0] != '\0' && strcmp(r->place, place) == 0;
}

/* The role to open it in: the one in use where that will do, one of the place that the notice names before one of
 * another; NULL where none leads there. */
static const struct roles_of *
role_for(const struct mine *mine, const char *link, const char *place)
{
	const struct roles_of *best = NULL;

	for (size_t i = 0; i < mine->n; i++) {
		const struct roles_of *r = &mine->rows[i];
		bool better = best == NULL || (is_there(r, place) && !is_there(best, place)) ||
		    (r->id == mine->in_use && is_there(r, place) == is_there(best, place));

		if (r->live && notice_leads(link, role_of_word(r->role)) && better)
			best = r;
	}
	return best;
}

/* How it is opened, if it can be: a role that has ended leaves no way. */
static void
fill_way(
    struct arena *a, struct notice_row *row, const struct mine *mine, const struct notices_of *n)
{
	const struct roles_of *r = role_for(mine, n->link, n->place);

	if (r == NULL && !notice_leads(n->link, ROLE_NONE))
		return;
	row->link = url_local(a, n->link);
	if (r == NULL || r->id == mine->in_use)
		return;
	row->held = r->id;
	row->as = r->place[0] == '\0'
	    ? role_title(role_of_word(r->role))
	    : arena_format(a, "%s, %s", role_title(role_of_word(r->role)), r->place);
}

static struct notice_row
row_of(struct arena *a, const struct mine *mine, const struct notices_of *n)
{
	enum notice kind = notice_of_word(n->kind);
	struct notice_row r = {
		.made = n->made, .seen = n->seen, .open = url_of(a, "/adgang/beskeder/%u", n->id)
	};

	r.sentence = kind == NOTICES ? "Du har fået en besked."
	                             : notice_sentence(a, kind, n->about, n->place);
	if (n->place[0] != '\0' && strstr(r.sentence, n->place) == NULL)
		r.place = n->place;
	if (n->link[0] != '\0')
		fill_way(a, &r, mine, n);
	return r;
}

static struct url
page_url(struct arena *a, uint32_t side)
{
	return url_with(a, url_local(a, "/adgang/beskeder"), "side", arena_format(a, "%u", side));
}

/* One row more than is shown is asked for: it tells whether there are older ones. */
void
inbox(struct request *req, const struct subject *who)
{
	uint32_t side = query_u32(req, "side", 1);
	struct inbox_view v = { .head = head_of(req, who, "Beskeder"),
		.at = url_local(req->arena, "/adgang/beskeder") };
	struct notices_of *found = NULL;
	struct mine mine = { .in_use = subject_as(who) };
	struct roles_of *roles = NULL;
	struct notice_row *rows;

	if (side == 0 || side > PAGES_MOST)
		side = 1;
	notices_of(req->db, who, (side - 1) * ROWS, ROWS + 1, &found, &v.n);
	roles_of(req->db, who, &roles, &mine.n);
	mine.rows = roles;
	v.has_older = v.n > ROWS;
	v.n -= v.has_older;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = row_of(req->arena, &mine, &found[i]);
	v.rows = rows;
	v.newest = v.n == 0 ? 0 : found[0].id;
	v.has_newer = side > 1;
	v.newer = page_url(req->arena, side - 1);
	v.older = page_url(req->arena, side + 1);
	v.head.notice = notice_of(req, "laest", "Alle beskeder er læst.", NULL);
	inbox_page(reply_html(req, 200), &v);
}

void
inbox_see(struct request *req, const struct subject *who, const struct form *form)
{
	notices_see(req->db, who, form_u32(form, "nyeste", 0));
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/adgang/beskeder"), "besked", "laest"));
}

void
notice_open(struct request *req, const struct subject *who, const struct form *form)
{
	struct notice_one row = { 0 };
	uint32_t id = path_u32(req, "notice"), held = form_u32(form, "held", 0);
	enum role role = subject_role(who);

	if (notice_one(req->db, who, id, &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (held != 0 && held != subject_as(who)) {
		role = role_take(req, who, held);
		if (role == ROLE_NONE)
			return;
	}
	notice_see(req->db, who, id);
	reply_see(req,
	    url_local(req->arena,
	        row.link[0] != '\0' && notice_leads(row.link, role) ? row.link
	                                                            : "/adgang/beskeder"));
}
