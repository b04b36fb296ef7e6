/* SPDX-License-Identifier: MPL-2.0
 *
 * "Beskeder" (domain 17): what one was told, newest first.  What is unseen is opened by a button,
 * since a page that is only asked for writes nothing; what was seen is a link.
 */
#include <string.h>

#include "login.h"
#include "notice.h"

enum { ROWS = 25, PAGES_MOST = 400 };

static struct notice_row
row_of(struct arena *a, const struct notices_of *n)
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
		r.link = url_local(a, n->link);
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
	struct notice_row *rows;

	if (side == 0 || side > PAGES_MOST)
		side = 1;
	notices_of(req->db, who, (side - 1) * ROWS, ROWS + 1, &found, &v.n);
	v.has_older = v.n > ROWS;
	v.n -= v.has_older;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = row_of(req->arena, &found[i]);
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
	uint32_t id = path_u32(req, "notice");

	(void)form;
	if (notice_one(req->db, who, id, &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	notice_see(req->db, who, id);
	reply_see(req, url_local(req->arena, row.link[0] == '\0' ? "/adgang/beskeder" : row.link));
}
