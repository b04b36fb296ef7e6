/* SPDX-License-Identifier: MPL-2.0 */
#include "research_assign.h"

#include "audit.h"
#include "queries/research_assign.h"
#include "tell.h"

struct research_assign_view
research_assign_view_of(struct request *req, const struct form *form,
    const struct research_view *research, struct url at)
{
	struct research_assign_view v = { .research = research,
		.assign = url_local(req->arena, arena_format(req->arena, "%s/vejleder", at.text)),
		.end = url_local(req->arena, arena_format(req->arena, "%s/vejleder/slut", at.text)),
		.email = field_of(form, "email", "Forskningsvejlederens e-mail",
		    "Sekretariatet giver rollen som forskningsvejleder.") };

	v.email.type = "email";
	v.email.inputmode = "email";
	v.email.most = 200;
	return v;
}

static void
tell_both(struct request *req, const struct subject *who, uint32_t doctor, uint32_t supervisor)
{
	tell_notice(req->db, supervisor, NOTICE_RESEARCH_ASSIGNED, doctor, "",
	    arena_format(req->arena, "/kurser/forskningstraening/%u", doctor), subject_now(who));
	tell_notice(req->db, doctor, NOTICE_RESEARCH_SUPERVISOR, supervisor, "",
	    "/logbog/forskningstraening", subject_now(who));
}

/* Of two clicks the second finds the first one's row, and adds none. */
bool
research_assign_do(struct request *req, const struct subject *who, const struct form *form,
    const struct research_view *research)
{
	const char *email = form_needed(form, "email", 200, "Skriv forskningsvejlederens e-mail.");
	struct research_supervisor_find found = { 0 };

	if (form_wrong(form))
		return false;
	if (research_supervisor_find(req->db, who, email, research->doctor, &found) != DB_ONE) {
		form_refuse(form, "email",
		    "Ingen forskningsvejleder har den e-mail. Sekretariatet giver rollen.");
		return false;
	}
	if (research_assign(req->db, who, research->doctor, found.held) == DB_ONE) {
		audit(req->db, who, "assign research supervisor", "person", research->doctor,
		    arena_format(req->arena, "held %u", found.held));
		tell_both(req, who, research->doctor, found.person);
	}
	return true;
}

bool
research_assign_end(
    struct request *req, const struct subject *who, const struct form *form, uint32_t doctor)
{
	uint32_t id = form_u32(form, "vejleder", 0);

	if (research_unassign(req->db, who, doctor, id) != DB_ONE)
		return false;
	audit(req->db, who, "end research supervisor", "research_supervision", id, "");
	return true;
}
