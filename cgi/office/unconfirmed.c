/* SPDX-License-Identifier: MPL-2.0
 *
 * New supervisors whom a UAO or a tutor made, with an address that nobody else knows: the secretariat
 * of the region confirms each, on the page for help with logging in, before there is a way in.
 */
#include "help.h"

enum { SHOWN = 200 };

void
unconfirmed(struct request *req, const struct subject *who)
{
	struct unconfirmed_view v = { .head = head_of(req, who, "Bekræft adgang") };
	struct people_unconfirmed *found = NULL;
	struct unconfirmed_row *rows;

	people_unconfirmed(req->db, who, SHOWN + 1, &found, &v.n);
	v.more = v.n > SHOWN;
	v.n -= v.more;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct unconfirmed_row){
			.at = url_of(req->arena, "/sekretariat/brugere/%u/login", found[i].person),
			.name = found[i].name,
			.email = found[i].email,
			.place = found[i].place,
			.by = found[i].by_name,
			.made = found[i].made,
		};
	v.rows = rows;
	unconfirmed_page(reply_html(req, 200), &v);
}
