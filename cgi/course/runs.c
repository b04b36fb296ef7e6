/* SPDX-License-Identifier: MPL-2.0
 *
 * "Mine kurser": what the role in use leads or provides.
 */
#include "course.h"

#include <string.h>

static const char *
kind_title(const char *kind)
{
	if (strcmp(kind, "GENERAL") == 0)
		return "Generelt kursus";
	return strcmp(kind, "CROSS_SPECIALTY") == 0 ? "Tværfagligt specialespecifikt kursus"
	                                            : "Delkursus";
}

void
runs(struct request *req, const struct subject *who)
{
	struct runs_view v = { .head = head_of(req, who, "Mine kurser"),
		.provides = subject_role(who) == ROLE_KURSUSUDBYDER,
		.claims = url_local(req->arena, "/kurser/kursusbeviser") };
	struct my_courses *rows = NULL;
	struct led_course *out;

	my_courses(req->db, who, &rows, &v.n);
	out = arena_array(req->arena, v.n, sizeof *out);
	for (size_t i = 0; i < v.n; i++) {
		out[i] = (struct led_course){ rows[i].name, rows[i].specialty,
			kind_title(rows[i].kind), url_of(req->arena, "/kurser/mine/%u", rows[i].id),
			rows[i].runs, rows[i].waiting };
		v.waiting += rows[i].waiting;
	}
	v.rows = out;
	runs_page(reply_html(req, 200), &v);
}
