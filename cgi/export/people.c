/* SPDX-License-Identifier: MPL-2.0
 *
 * What the secretariat finds under Brugere and Planlagte læger, as a workbook with the same
 * filters.  It is many people's addresses at once: that it was taken is kept in the audit, with how
 * many were in it.
 */
#include "audit.h"
#include "export.h"
#include "people_report.h"
#include "person_rule.h"
#include "planned_find.h"
#include "training_words.h"

static const char *
roles_in_lines(struct arena *a, const char *joined)
{
	const struct role_held *roles;
	size_t n = roles_of_row(a, joined, &roles);
	struct text t = { .arena = a };

	for (size_t i = 0; i < n; i++)
		text_format(&t, "%s%s%s%s", i > 0 ? "\n" : "", roles[i].title,
		    roles[i].place[0] == '\0' ? "" : ": ", roles[i].place);
	return n == 0 ? "" : t.at;
}

static void
note(struct request *req, const struct subject *who, const char *list, size_t n)
{
	audit(req->db, who, "take list", list, 0, arena_format(req->arena, "%zu rows", n));
}

void
people_list(struct request *req, const struct subject *who, const struct form *form)
{
	const struct people_filter f = people_filter_of_form(req->arena, form);
	struct people_page found;
	struct person_listed *rows;

	if (people_find(req, who, &f, 0, PEOPLE_EVERY, &found) != DB_ONE)
		return;
	rows = arena_array(req->arena, found.n, sizeof *rows);
	for (size_t i = 0; i < found.n; i++) {
		const struct people_found *p = &found.rows[i];

		rows[i] =
		    (struct person_listed){ p->name, p->email, mobile_shown(req->arena, p->mobile),
			    p->auth_id, roles_in_lines(req->arena, p->roles), p->begins,
			    p->planned ? "planlagt" : NULL };
	}
	note(req, who, "people", found.n);
	deliver(req, who, people_report(req->arena, rows, found.n, req->now),
	    arena_format(req->arena, "Brugere %s", day_iso(req->arena, req->today)));
}

void
planned_list(struct request *req, const struct subject *who, const struct form *form)
{
	const struct planned_filter f = planned_filter_of_form(req->arena, form);
	struct planned_doctors *found;
	struct planned_listed *rows;
	size_t n;

	if (planned_find(req, who, &f, 0, PEOPLE_EVERY, &found, &n) != DB_ONE)
		return;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct planned_listed){ found[i].name, found[i].begins, found[i].place,
			stage_title(found[i].stage), found[i].specialty, found[i].region,
			found[i].number, source_title(found[i].source),
			planned_access(req->arena, &found[i]) };
	note(req, who, "planned", n);
	deliver(req, who, planned_report(req->arena, rows, n, req->now),
	    arena_format(req->arena, "Planlagte læger %s", day_iso(req->arena, req->today)));
}
