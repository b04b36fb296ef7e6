/* SPDX-License-Identifier: MPL-2.0
 *
 * Since when the doctors of each specialty have the logbook: the project leader writes it,
 * everybody reads it at /adgang/specialer.
 */
#include <string.h>

#include "audit.h"
#include "list_words.h"
#include "queries/offered.h"
#include "reference.h"

static uint32_t
lists_for(const struct lists_all *lists, size_t n, const char *specialty)
{
	uint32_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += list_is_for(lists[i].specialty, specialty);
	return count;
}

void
specialties(struct request *req, const struct subject *who)
{
	struct specialties_view v = { .head = head_of(req, who, "Specialer"),
		.shown = url_local(req->arena, "/adgang/specialer") };
	struct specialties_all *found = NULL;
	struct lists_all *lists = NULL;
	struct specialty_row *rows;
	size_t n = 0, nlists = 0;

	if (specialties_all(req->db, subject_today(who), &found, &n) != DB_ONE ||
	    lists_all(req->db, &lists, &nlists) != DB_ONE)
		return;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		const struct day from = found[i].electronic_from;

		rows[i] = (struct specialty_row){ url_of(req->arena, "/sekretariat/specialer/%u",
			                              found[i].specialty),
			found[i].name, from, day_compare(from, subject_today(who)) > 0,
			lists_for(lists, nlists, found[i].name) };
		v.n += found[i].live;
		v.without += found[i].live && day_is_none(found[i].electronic_from);
	}
	v.rows = rows;
	v.ended = rows + v.n;
	v.nended = n - v.n;
	v.head.notice = notice_of(req, "gemt", "Datoen er gemt.", NULL);
	specialties_page(reply_html(req, 200), &v);
}

static void
show(struct request *req, const struct subject *who, const struct specialty_code *s,
    const struct form *form)
{
	struct specialty_view v = {
		.head = head_of(req, who, s->name),
		.list = url_local(req->arena, "/sekretariat/specialer"),
		.at = url_of(req->arena, "/sekretariat/specialer/%u", path_u32(req, "specialty")),
		.faults = faults_of(req->arena, form),
		.from = field_of(form, "fra", "I logbogen fra",
		    "For eksempel 1.8.2027. Tomt: specialets læger har ikke logbogen endnu"),
	};

	if (form == NULL)
		v.from.value = day_text(req->arena, s->electronic_from);
	specialty_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
specialty(struct request *req, const struct subject *who)
{
	struct specialty_code s = { 0 };

	if (specialty_code(req->db, who, path_u32(req, "specialty"), &s) == DB_ONE)
		show(req, who, &s, NULL);
	else
		answer_not_found(req, who);
}

void
specialty_keep(struct request *req, const struct subject *who, const struct form *form)
{
	static const struct day first = { 1998, 1, 1 };
	const uint32_t id = path_u32(req, "specialty");
	const struct day from = form_day(form, "fra");
	struct specialty_code s = { 0 };

	if (specialty_code(req->db, who, id, &s) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (!day_is_none(from) && day_compare(from, first) < 0)
		form_refuse(
		    form, "fra", "Dengang var der ingen elektronisk logbog. Ret årstallet.");
	if (form_wrong(form)) {
		show(req, who, &s, form);
		return;
	}
	specialty_electronic_set(req->db, who, id, from);
	audit(req->db, who, "set electronic from", "specialty", id, day_iso(req->arena, from));
	reply_see(req,
	    url_with(
	        req->arena, url_local(req->arena, "/sekretariat/specialer"), "besked", "gemt"));
}
