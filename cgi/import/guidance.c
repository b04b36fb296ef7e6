/* SPDX-License-Identifier: MPL-2.0
 *
 * The region's own guidance on importing users (R-BRU-01): written by its secretariat, shown
 * above the search.
 */
#include "audit.h"
#include "import.h"

enum { GUIDANCE_MOST = 4000 };

static void
show(struct request *req, const struct subject *who, const struct realm *scope,
    const struct form *form, unsigned status)
{
	struct guidance_view v = { .frame = frame_of(req, who, "Regionens vejledning"),
		.at = url_local(req->arena, "/import/vejledning"),
		.back = url_local(req->arena, "/import/bruger"),
		.region = scope->name,
		.faults = faults_of(req->arena, form) };

	v.text = field_of(form, "vejledning",
	    arena_format(req->arena, "Vejledning i at importere brugere i %s", scope->name),
	    "Det aftales lokalt, hvem der importeres hvornår, og hvem man spørger. Tom: ingen "
	    "vejledning.");
	v.text.rows = 12;
	if (form == NULL)
		v.text.value = scope->guidance;
	guidance_page(reply_html(req, status), &v);
}

void
guidance(struct request *req, const struct subject *who)
{
	struct realm scope;

	if (scope_of(req, who, &scope))
		show(req, who, &scope, NULL, 200);
}

void
guidance_write(struct request *req, const struct subject *who, const struct form *form)
{
	const char *text = form_text(form, "vejledning", GUIDANCE_MOST);
	struct realm scope;

	if (!scope_of(req, who, &scope))
		return;
	if (!form_has(form, "vejledning", form_value(form, "vejledning")))
		form_refuse(form, "vejledning", "Formularen var ikke hel. Send den igen.");
	if (form_wrong(form)) {
		show(req, who, &scope, form, 422);
		return;
	}
	if (guidance_set(req->db, who, text) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	audit(req->db, who, "write guidance", "training_region", 0, "");
	reply_see(req,
	    url_with(req->arena, url_local(req->arena, "/import/bruger"), "besked", "vejledning"));
}
