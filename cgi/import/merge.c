/* SPDX-License-Identifier: MPL-2.0
 *
 * Sammenlæg, the last step: both side by side, a reason, and it is done.
 */
#include "merge.h"

#include <string.h>

#include "audit.h"
#include "person_rule.h"
#include "secret.h"

enum { REASON_MOST = 1000 };

/* --- the two ---------------------------------------------------------------------------- */

/* False when one of them is not there for this secretariat: a 404, or the page that says that
 * they are one already, has been answered. */
static bool
read_both(struct request *req, const struct subject *who, struct merging *m)
{
	uint32_t first = path_u32(req, "replacement"), second = path_u32(req, "real");
	struct merge_done done = { 0 };
	struct merged_view v;

	if (merge_done(req->db, who, first, second, &done) == DB_ONE) {
		v = (struct merged_view){ .frame = frame_of(req, who, "Sammenlagt"),
			.name = done.name,
			.by = done.by_name,
			.reason = done.reason,
			.when = done.at,
			.person = url_of(req->arena, "/sekretariat/brugere/%u", done.kept),
			.back = url_local(req->arena, "/import/sammenlaeg") };
		merged_page(reply_html(req, 200), &v);
		return false;
	}
	if (merge_side(req->db, who, first, &m->replacement) == DB_ONE &&
	    merge_side(req->db, who, second, &m->real) == DB_ONE && m->replacement.replacement &&
	    !m->real.replacement) {
		merge_judge(req->arena, m);
		return true;
	}
	answer_not_found(req, who);
	return false;
}

/* --- the page --------------------------------------------------------------------------- */

static const char *
written_in(const struct merge_side *s)
{
	if (s->approvals && s->merits)
		return "ja: kompetencer eller fravær, og merit";
	if (s->approvals)
		return "ja: kompetencer eller fravær";
	return s->merits ? "ja: merit" : "nej";
}

static struct merge_person
person_of(struct request *req, const struct subject *who, const struct merge_side *s, bool kept)
{
	return (struct merge_person){ .what = s->replacement ? "Erstatningspersonnummer"
		                                             : "Rigtigt CPR-nummer",
		.name = s->name,
		.cpr = cpr_masked(req->arena, s->born, s->replacement),
		.email = s->email,
		.mobile = s->mobile == NULL ? NULL : mobile_shown(req->arena, s->mobile),
		.written = written_in(s),
		.born = s->born,
		.posts = posts_of_logbook(req, who, s->id),
		.at = url_of(req->arena, "/sekretariat/brugere/%u", s->id),
		.login = s->login,
		.kept = kept };
}

static void
show(struct request *req, const struct subject *who, const struct merging *m,
    const struct form *form, unsigned status)
{
	const struct merge_side *kept = m->keeps_replacement ? &m->replacement : &m->real;
	struct merge_view v = { .frame = frame_of(req, who, "Sammenlæg"),
		.back = url_of(req->arena, "/import/sammenlaeg/%u", m->replacement.id),
		.at = url_of(req->arena, "/import/sammenlaeg/%u/%u", m->replacement.id, m->real.id),
		.first = person_of(req, who, &m->replacement, m->keeps_replacement),
		.second = person_of(req, who, &m->real, !m->keeps_replacement),
		.refusal = m->refusal,
		.differ = m->difference != NULL,
		.difference = m->difference,
		.tick_fault = form_fault(form, "kontrolleret"),
		.ticked = form_has(form, "kontrolleret", "1"),
		.kept_name = kept->name,
		.reason = field_of(form, "begrundelse", "Begrundelse",
		    "Hvordan du ved, at det er den samme. Skriv ikke CPR-nummeret."),
		.faults = faults_of(req->arena, form) };

	merge_page(reply_html(req, status), &v);
}

void
merge_both(struct request *req, const struct subject *who)
{
	struct merging m = { 0 };

	if (read_both(req, who, &m))
		show(req, who, &m, NULL, 200);
}

/* --- doing it --------------------------------------------------------------------------- */

static const char *
read_form(const struct merging *m, const struct form *form)
{
	const char *reason = form_needed(form, "begrundelse", REASON_MOST,
	    "Skriv en begrundelse. Den bliver stående, så andre kan se, hvorfor.");

	if (m->difference != NULL && !form_ticked(form, "kontrolleret"))
		form_refuse(form, "kontrolleret",
		    "Sæt kryds, når du har kontrolleret, at det er den samme person.");
	return reason;
}

void
merge_do(struct request *req, const struct subject *who, const struct form *form)
{
	struct merging m = { 0 };
	struct merge_lock *locked;
	const char *reason;
	size_t n;

	if (merge_lock(req->db, who, path_u32(req, "replacement"), path_u32(req, "real"), &locked,
	        &n) != DB_ONE ||
	    !read_both(req, who, &m))
		return;
	if (m.refusal != NULL) {
		show(req, who, &m, NULL, 409);
		return;
	}
	reason = read_form(&m, form);
	if (form_wrong(form)) {
		show(req, who, &m, form, 422);
		return;
	}
	if (merge_carry_out(req, who, &m, reason)) {
		reply_see(req,
		    url_of(req->arena, "/import/sammenlaeg/%u/%u", m.replacement.id, m.real.id));
		return;
	}
	answer_error(req, who, 409, "De to kunne ikke sammenlægges",
	    "En af dem er netop blevet ændret. Intet er gemt. Gå tilbage, genindlæs siden, og se "
	    "igen.");
}
