/* SPDX-License-Identifier: MPL-2.0
 *
 * Afsend: a list of what was ordered, one of them with its receipt, and the click that orders a package.
 */
#include "send.h"

#include <string.h>

#include "audit.h"
#include "chain.h"
#include "file_rule.h"
#include "form_once.h"
#include "secret.h"
#include "send_may.h"
#include "site.h"

enum { REFRESH = 3 };

static struct url
list_url(struct arena *a)
{
	return url_local(a, "/logbog/dokumentation/afsendelser");
}

static struct url
package_url(struct arena *a, uint32_t submission)
{
	return url_of(a, "/logbog/dokumentation/afsendelse/%u", submission);
}

/* --- what there is --------------------------------------------------------------------------- */

static const struct package_row *
rows_of(struct arena *a, const struct submissions_own *found, size_t n)
{
	struct package_row *rows = arena_array(a, n, sizeof *rows);

	for (size_t i = 0; i < n; i++) {
		enum sending_state state = sending_state_of(found[i].status);

		rows[i] = (struct package_row){
			.at = package_url(a, found[i].submission),
			.title = package_title(a, found[i].kind, found[i].part),
			.reference = found[i].reference,
			.state = sending_state_title(state),
			.mark = sending_state_mark(state),
			.ordered = found[i].ordered,
			.sent = found[i].sent,
			.is_sent = found[i].sent.s != 0,
			.is_superseded = found[i].superseded.s != 0,
		};
	}
	return rows;
}

static struct send_offer
offer_of(struct arena *a, enum sending_kind kind, const struct send_may *may)
{
	return (struct send_offer){
		.title = sending_title(kind),
		.send = url_of(a, "/logbog/dokumentation/afsend/%s", sending_slug(kind)),
		.extra = url_of(a, "/logbog/dokumentation/eftersend/%s", sending_slug(kind)),
		.may_send = may->main,
		.may_extra = may->extra,
		.bar = may->bar,
	};
}

bool
send_section_of(struct request *req, const struct subject *who, const struct ready *const *all,
    size_t n, struct send_section *s)
{
	struct send_offer *offers = arena_array(req->arena, n, sizeof *offers);
	struct submissions_own *found;

	*s = (struct send_section){ .offers = offers };
	if (submissions_own(req->db, who, &found, &s->nrows) != DB_ONE)
		return false;
	s->rows = rows_of(req->arena, found, s->nrows);
	for (size_t i = 0; i < n; i++) {
		const struct send_may may = send_may_of(req->arena, all[i], found, s->nrows);

		offers[s->n++] = offer_of(req->arena, all[i]->kind, &may);
	}
	return db_failed(req->db) == DB_ONE;
}

void
packages(struct request *req, const struct subject *who)
{
	struct packages_view v = { .head = head_of(req, who, "Afsendelser") };
	const struct ready *all[SENDING_KINDS];
	size_t n = ready_all(req->db, who, subject_id(who), req->today, all);

	if (send_section_of(req, who, all, n, &v.section))
		packages_page(reply_html(req, 200), &v);
}

/* --- one of them ------------------------------------------------------------------------------ */

static struct package_facts
facts_of(const struct submission_own *s, struct moment now)
{
	return (struct package_facts){ s->reference, s->kind, s->part, s->main_reference, s->status,
		s->said, s->ordered, s->built, s->sent, s->next_try, s->superseded, s->tries,
		s->sha256, s->pdf_sha256, now };
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct submission_own s = { 0 };
	struct own_package_view v;
	enum sending_kind kind;
	struct package_facts facts;

	if (submission_own(req->db, who, path_u32(req, "submission"), &s) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	facts = facts_of(&s, req->now);
	kind = sending_of_word(s.kind);
	v = (struct own_package_view){
		.head = head_of(req, who, arena_format(a, "Afsendelse %s", s.reference)),
		.back = list_url(a),
		.documentation = url_local(a, "/logbog/dokumentation"),
		.zip = url_of(a, "/udskrift/afsendelse/%u.zip", s.submission),
		.p = package_show_of(a, &facts),
		.end = package_end_form_of(form, sending_state_of(s.status), true,
		    url_of(a, "/logbog/dokumentation/afsendelse/%u/afslut", s.submission)),
		.faults = faults_of(a, form),
		.fee = site_setting(
		    kind == SENDING_PRACTICE ? SETTING_FEE_PRACTICE : SETTING_FEE_SPECIALIST),
		.form_title = sending_title(kind),
	};
	v.head.notice = notice_of(req, "bestilt",
	    "Afsendelsen er bestilt. Du kan gå herfra; du får besked, når den er sendt.", "gemt",
	    "Det er gemt.", NULL);
	if (!package_fill(req, who, s.submission, &v.p))
		return;
	own_package_page(reply_html(req, status), &v);
	if (v.p.under_way && !v.p.is_hindered && !v.p.is_late && form == NULL)
		reply_refresh(req, REFRESH);
}

void
package(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

/* What has not been sent is stopped only while nobody is carrying it. */
static bool
is_held(struct request *req, const struct subject *who, uint32_t id)
{
	struct submission_own s = { 0 };

	return submission_own(req->db, who, id, &s) == DB_ONE &&
	    (!sending_is_under_way(sending_state_of(s.status)) ||
	        submission_halt(req->db, who, id) == DB_ONE);
}

void
package_end(struct request *req, const struct subject *who, const struct form *form)
{
	const uint32_t id = path_u32(req, "submission");
	const char *words, *status = package_end_of(form, &words);

	if (status == NULL) {
		show(req, who, form, 422);
		return;
	}
	if (!is_held(req, who, id) ||
	    submission_end_own(req->db, who, id, status, words) != DB_ONE) {
		answer_error(req, who, 409, "Det kan ikke gøres nu",
		    "Pakken er ved at blive sendt, eller der er allerede sket noget med den. Vent et øjeblik, gå tilbage til Afsendelser, og se, hvad der er sket.");
		return;
	}
	audit(req->db, who, "end package", "submission", id, status);
	reply_see(req, url_with(req->arena, package_url(req->arena, id), "besked", "gemt"));
}

/* --- ordering --------------------------------------------------------------------------------- */

/* Nothing is left out silently: what of one's own files does not go is named before one agrees. */
static void
fill_left(
    struct request *req, const struct subject *who, enum sending_kind kind, struct send_view *v)
{
	struct send_own_files *found;
	struct send_left_row *rows;
	size_t n;

	if (send_own_files(req->db, who, &found, &n) != DB_ONE)
		return;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		const char *why =
		    file_why_left(found[i].kind, file_state_of(found[i].status), kind);

		if (why != NULL)
			rows[v->nleft++] = (struct send_left_row){ found[i].title,
				file_sort_title(file_sort_of(found[i].kind)), why };
	}
	v->left = rows;
}

static void
ask(struct request *req, const struct subject *who, enum sending_kind kind, const struct form *form)
{
	struct arena *a = req->arena;
	struct send_view v = {
		.head = head_of(req, who, arena_format(a, "Afsend: %s", sending_title(kind))),
		.back = url_local(a, "/logbog/dokumentation"),
		.at = url_of(a, "/logbog/dokumentation/afsend/%s", sending_slug(kind)),
		.pdf = url_of(a, "/udskrift/dokumentation/%s.pdf", sending_slug(kind)),
		.files = url_local(a, "/logbog/filer"),
		.once = form_once_of(a, form),
		.consent = sending_consent(),
		.consent_fault = form_fault(form, "samtykke"),
		.agreed = form != NULL && form_ticked(form, "samtykke"),
		.faults = faults_of(a, form),
	};

	fill_left(req, who, kind, &v);
	send_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

static void
cannot(struct request *req, const struct subject *who, const char *bar)
{
	answer_error(req, who, 409, "Der kan ikke sendes nu",
	    arena_format(
	        req->arena, "%s Gå tilbage til Dokumentation, og se, hvad der mangler.", bar));
}

void
send_ask(struct request *req, const struct subject *who)
{
	enum sending_kind kind = sending_of_slug(path_text(req, "kind"));
	struct send_may may;

	if (kind == SENDING_KINDS || !send_may_now(req, who, kind, &may) || !may.applies)
		answer_not_found(req, who);
	else if (!may.main)
		cannot(req, who, may.bar);
	else
		ask(req, who, kind, NULL);
}

bool
send_is_ordered(struct request *req, const struct subject *who, const struct form_once *once)
{
	struct submission_of_form row = { 0 };

	chain_take(req->db, subject_id(who)); /* of two clicks the second waits, and finds it */
	if (submission_of_form(req->db, who, form_once_bytes(once), &row) != DB_ONE)
		return false;
	reply_see(req,
	    url_with(req->arena, package_url(req->arena, row.submission), "besked", "bestilt"));
	return true;
}

const char *
send_reference(struct arena *a)
{
	unsigned char chance[REFERENCE_BYTES];

	secret_random(chance, sizeof chance);
	return reference_of(a, chance);
}

bool
send_add_ordered(struct request *req, const struct subject *who, const char *kind)
{
	const uint32_t id = db_inserted(req->db);

	if (submission_ordered(req->db, who, id) != DB_ONE)
		return false;
	audit(req->db, who, "order package", "submission", id, kind);
	return true;
}

void
send_taken(struct request *req, const struct subject *who)
{
	cannot(req, who, "Der er allerede bestilt eller sendt en pakke.");
}

void
send_not_whole(struct request *req, const struct subject *who)
{
	answer_error(req, who, 400, "Formularen er ikke hel",
	    "Gå tilbage, genindlæs siden, og send den igen. Intet er bestilt.");
}

void
send_order_main(struct request *req, const struct subject *who, const struct form *form)
{
	enum sending_kind kind = sending_of_slug(path_text(req, "kind"));
	struct form_once once;
	struct send_may may;

	if (kind == SENDING_KINDS) {
		answer_not_found(req, who);
		return;
	}
	if (!form_once_read(form, &once)) {
		send_not_whole(req, who);
		return;
	}
	if (send_is_ordered(req, who, &once))
		return;
	if (!send_may_now(req, who, kind, &may) || !may.main) {
		cannot(req, who, may.bar == NULL ? "" : may.bar);
		return;
	}
	if (!form_ticked(form, "samtykke"))
		form_refuse(form, "samtykke", "Sæt kryds, når du har set det igennem.");
	if (form_wrong(form))
		ask(req, who, kind, form);
	else if (submission_order(req->db, who, sending_word(kind), send_reference(req->arena),
	             sending_consent_version, form_once_bytes(&once)) != DB_ONE ||
	    !send_add_ordered(req, who, sending_word(kind)) || !send_is_ordered(req, who, &once))
		send_taken(req, who);
}
