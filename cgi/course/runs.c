/* SPDX-License-Identifier: MPL-2.0
 *
 * "Mine kurser": what the role in use leads or provides.
 */
#include "course.h"

void
runs(struct request *req, const struct subject *who)
{
	struct runs_view v = { .head = head_of(req, who, "Mine kurser") };
	struct my_courses *rows = NULL;
	struct led_course *out;

	my_courses(req->db, who, &rows, &v.n);
	out = arena_array(req->arena, v.n, sizeof *out);
	for (size_t i = 0; i < v.n; i++)
		out[i] = (struct led_course){ rows[i].name, rows[i].specialty };
	v.rows = out;
	runs_page(reply_html(req, 200), &v);
}
