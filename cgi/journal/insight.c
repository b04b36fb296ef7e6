/* SPDX-License-Identifier: MPL-2.0
 *
 * Who has seen my logbook (R-GDP-05, T-184).
 */
#include "journal.h"

#include "look.h"

enum { A_PAGE = 50 };

static struct url
page_url(struct request *req, uint32_t side)
{
	return url_with(req->arena, url_local(req->arena, "/logbog/indsigt"), "side",
	    arena_format(req->arena, "%u", side));
}

/* To whom the whole logbook went without a page being opened (R-ARK-03). */
static void
read_delivered(struct request *req, const struct subject *who, struct insight_view *v)
{
	struct delivered_to_archive *rows;

	if (delivered_to_archive(req->db, who, &rows, &v->ndelivered) != DB_ONE)
		v->ndelivered = 0;
	v->delivered = rows;
}

void
insight(struct request *req, const struct subject *who)
{
	uint32_t side = query_u32(req, "side", 1);
	struct insight_view v = { .head = head_of(req, who, "Hvem har set min logbog") };
	struct looks_into *looks;
	struct look_row *rows;
	size_t n;

	side = side == 0 || side > 100000 ? 1 : side;
	if (looks_into(req->db, who, (int64_t)(side - 1) * A_PAGE, A_PAGE + 1, &looks, &n) !=
	    DB_ONE)
		n = 0;
	v.has_older = n > A_PAGE;
	v.has_newer = side > 1;
	v.older = page_url(req, side + 1);
	v.newer = page_url(req, side - 1);
	v.n = v.has_older ? A_PAGE : n;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct look_row){ looks[i].at, looks[i].name,
			role_title(role_of_word(looks[i].role)), looks[i].place,
			look_title(looks[i].page) };
	v.rows = rows;
	if (!v.has_newer)
		read_delivered(req, who, &v);
	insight_page(reply_html(req, 200), &v);
}
