/* SPDX-License-Identifier: MPL-2.0
 *
 * What of a doctor's logbook can be reset, and the form with which one thing is: on whose written
 * request, and why (R-NUL-03, R-NUL-05).
 */
#include "reset.h"

#include "audit.h"
#include "chain.h"
#include "form_once.h"
#include "packages_office.h"
#include "tell.h"

enum { REQUESTER_MOST = 200, CASE_MOST = 60, RESET_REASON_MOST = 2000 };

/* --- what there is ------------------------------------------------------------------------ */

static struct url
resets_at(struct arena *a, uint32_t doctor)
{
	return url_of(a, "/sekretariat/brugere/%u/nulstil", doctor);
}

static const struct reset_row *
rows_of(struct arena *a, uint32_t doctor, const struct reset_kind *kind,
    const struct reset_thing *things, size_t n)
{
	struct reset_row *rows = arena_array(a, n, sizeof *rows);

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct reset_row){
			url_of(a, "/sekretariat/brugere/%u/nulstil/%s/%u", doctor, kind->slug,
			    things[i].id),
			things[i].title,
			things[i].about,
			things[i].by,
			things[i].role,
			things[i].place,
			things[i].at,
		};
	return rows;
}

static void
fill_groups(
    struct request *req, const struct subject *who, uint32_t doctor, struct resets_of_view *v)
{
	struct reset_group *groups = arena_array(req->arena, reset_kinds_n, sizeof *groups);

	for (size_t i = 0; i < reset_kinds_n; i++) {
		struct reset_thing *things;
		size_t n = 0;

		if (!reset_kinds[i].list(req, who, doctor, &things, &n) || n == 0)
			continue;
		groups[v->ngroups++] = (struct reset_group){ reset_kinds[i].title,
			rows_of(req->arena, doctor, &reset_kinds[i], things, n), n };
	}
	v->groups = groups;
}

static void
fill_done(struct request *req, const struct subject *who, uint32_t doctor, struct resets_of_view *v)
{
	struct resets_of_doctor *found;
	struct reset_done_row *rows;

	if (resets_of_doctor(req->db, who, doctor, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++) {
		const struct reset_kind *kind = reset_kind_of_word(found[i].kind);

		rows[i] = (struct reset_done_row){
			.at = found[i].at,
			.kind = kind == NULL ? "" : kind->one,
			.requester = found[i].requester,
			.requested_on = found[i].requested_on,
			.case_no = found[i].case_no,
			.file_name = found[i].file_name,
			.file = url_of(req->arena, "/sekretariat/brugere/%u/anmodning/%u", doctor,
			    found[i].request_file),
			.by = found[i].by_name,
			.second = found[i].second_name,
			.reason = markup_of_lines(req->arena, found[i].reason),
		};
	}
	v->done = rows;
}

void
resets_of(struct request *req, const struct subject *who)
{
	struct reset_doctor d = { 0 };
	struct resets_of_view v = { 0 };

	if (reset_doctor(req->db, who, path_u32(req, "doctor"), &d) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, d.doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Nulstil: %s", d.name));
	v.head.notice = notice_of(req, "nulstillet",
	    "Godkendelsen er nulstillet. Lægen, den der godkendte, og UAO får besked.", "venter",
	    "Nulstillingen venter på, at en anden i sekretariatet bekræfter den.", NULL);
	v.person = url_of(req->arena, "/sekretariat/brugere/%u", d.doctor);
	v.name = d.name;
	v.two = d.two;
	fill_groups(req, who, d.doctor, &v);
	fill_done(req, who, d.doctor, &v);
	resets_of_page(reply_html(req, 200), &v);
}

/* --- the form ----------------------------------------------------------------------------- */

/* What the form is about, read once: before anything is written. */
struct resetting {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL the first time */
	struct reset_doctor doctor;
	const struct reset_kind *kind;
	const struct reset_thing *thing; /* NULL: it cannot be reset (any more) */
	struct attached file;
	bool has_file;
	const char *requester, *case_no, *reason;
	struct day requested_on;
	struct form_once once;
};

/* False when the doctor is not the secretariat's, or there is no such kind. */
static bool
resetting_read(struct resetting *r)
{
	struct request *req = r->req;

	r->kind = reset_kind_of_slug(path_text(req, "kind"));
	if (r->kind == NULL ||
	    reset_doctor(req->db, r->who, path_u32(req, "doctor"), &r->doctor) != DB_ONE)
		return false;
	r->thing = reset_thing_of(req, r->who, r->doctor.doctor, r->kind, path_u32(req, "row"));
	return true;
}

static void
fill_fields(const struct resetting *r, struct reset_form_view *v)
{
	const struct form *form = r->form;

	v->requester =
	    field_of(form, "anmoder", "Hvem har anmodet skriftligt?", "Navn og stilling");
	v->requester.most = REQUESTER_MOST;
	v->requested_on = field_of(form, "anmodet", "Anmodningens dato", "Fx 01.03.2027");
	v->requested_on.inputmode = "numeric";
	v->case_no = field_of(form, "journal", "Journalnummer", "Eller vedhæft anmodningen");
	v->case_no.most = CASE_MOST;
	v->file = field_of(form, "fil", "Anmodningen", attached_hint(r->req->arena));
	v->reason = field_of(form, "grund", "Begrundelse",
	    "Lægen og alle, der kan se logbogen, kan læse den. Skriv intet om helbred.");
	v->reason.rows = 4;
	v->faults = faults_of(r->req->arena, form);
	v->seen = form != NULL && form_ticked(form, "set");
	v->seen_fault = form_fault(form, "set");
	if (!r->has_file || r->file.id == 0)
		return;
	v->file.label = "En anden fil i stedet";
	v->kept = r->file.id;
	v->kept_name = r->file.name;
}

static void
show(const struct resetting *r, unsigned status)
{
	struct arena *a = r->req->arena;
	struct reset_form_view v = {
		.head = head_of(r->req, r->who, arena_format(a, "Nulstil: %s", r->doctor.name)),
		.at = url_of(a, "/sekretariat/brugere/%u/nulstil/%s/%u", r->doctor.doctor,
		    r->kind->slug, path_u32(r->req, "row")),
		.back = resets_at(a, r->doctor.doctor),
		.name = r->doctor.name,
		.once = form_once_of(a, r->form),
		.one = r->kind->one,
		.two = r->doctor.two,
		.thing = r->thing,
		.goes_with = markup_of_lines(a, r->thing->goes_with),
	};
	const struct package_part part = { r->kind->word, r->thing->id, r->thing->at };
	const char *rests = r->kind->rests(r->req, r->who, r->doctor.doctor, r->thing->id),
	           *sent = packages_holding(r->req, r->who, r->doctor.doctor, &part);

	looked_into(r->req, r->doctor.doctor);
	v.has_rests = rests != NULL;
	v.rests = markup_of_lines(a, rests);
	v.is_sent = sent != NULL;
	v.sent = markup_of_lines(a, sent);
	fill_fields(r, &v);
	reset_form_page(reply_html(r->req, status), &v);
}

void
reset_form(struct request *req, const struct subject *who)
{
	struct resetting r = { .req = req, .who = who };

	if (!resetting_read(&r) || r.thing == NULL)
		answer_not_found(req, who);
	else
		show(&r, 200);
}

/* --- doing it ----------------------------------------------------------------------------- */

/* A form that has done its work already leads to where it led: a double click, or sent again. */
static bool
is_done(const struct resetting *r)
{
	struct request *req = r->req;
	struct reset_of_form row = { 0 };

	if (reset_of_form(req->db, r->who, r->doctor.doctor, form_once_bytes(&r->once), &row) !=
	    DB_ONE)
		return false;
	reply_see(req,
	    url_with(req->arena, resets_at(req->arena, r->doctor.doctor), "besked",
	        row.waits ? "venter" : "nulstillet"));
	return true;
}

static void
read_form(struct resetting *r)
{
	const struct form *form = r->form;

	r->requester = form_needed(
	    form, "anmoder", REQUESTER_MOST, "Skriv, hvem der har anmodet om nulstillingen.");
	r->requested_on = form_day(form, "anmodet");
	r->case_no = form_line(form, "journal", CASE_MOST);
	r->file = attached_of_form(
	    r->req, r->who, form, "fil", FILE_REQUEST, r->doctor.doctor, &r->has_file);
	r->reason = form_needed(form, "grund", RESET_REASON_MOST, "Skriv, hvorfor der nulstilles.");
	if (day_is_none(r->requested_on))
		form_refuse(form, "anmodet", "Skriv datoen på anmodningen.");
	else if (day_compare(r->requested_on, r->req->today) > 0)
		form_refuse(
		    form, "anmodet", "Datoen ligger i fremtiden. Skriv datoen på anmodningen.");
	if (r->case_no[0] == '\0' && !r->has_file && form_fault(form, "fil") == NULL)
		form_refuse(form, "journal",
		    "Skriv journalnummeret, eller vedhæft anmodningen: uden skriftlig anmodning kan intet nulstilles.");
	if (!form_ticked(form, "set"))
		form_refuse(form, "set", "Sæt kryds, når du har set, hvad der nulstilles.");
}

/* Shown again with all that was typed; a new file is stored, so that it need not be chosen again. */
static void
ask_again(struct resetting *r)
{
	if (r->has_file &&
	    !attached_store(r->req, r->who, FILE_REQUEST, r->doctor.doctor, &r->file))
		answer_not_found(r->req, r->who);
	else
		show(r, 422);
}

static void
was_taken(const struct resetting *r)
{
	answer_error(r->req, r->who, 409,
	    "Der er allerede nulstillet, eller en anden var hurtigere",
	    "Intet er gemt. Gå tilbage til lægens nulstillinger, og se, hvad der er sket.");
}

static const uint32_t *
file_id(const struct resetting *r)
{
	return r->has_file ? &r->file.id : NULL;
}

static const char *
case_or_none(const struct resetting *r)
{
	return r->case_no[0] == '\0' ? NULL : r->case_no;
}

/* Where the region asks for two: it waits for the second. */
static bool
ask_second(struct resetting *r)
{
	struct request *req = r->req;
	const uint32_t doctor = r->doctor.doctor;
	uint32_t id;

	reset_asked_over(req->db, r->who, r->kind->word, r->thing->id);
	if (reset_ask(req->db, r->who, doctor, r->kind->word, r->thing->id,
	        utf8_clip(req->arena, r->thing->title, 500), r->requester, r->requested_on,
	        case_or_none(r), file_id(r), r->reason, form_once_bytes(&r->once)) != DB_ONE)
		return false;
	id = db_inserted(req->db);
	audit(req->db, r->who, "ask for reset", "reset_asked", id,
	    arena_format(req->arena, "%s %u", r->kind->word, r->thing->id));
	reset_tell_second(
	    req->db, r->who, doctor, url_of(req->arena, "/sekretariat/nulstillinger/%u", id).text);
	return true;
}

static bool
do_it(struct resetting *r)
{
	if (reset_add(r->req->db, r->who, r->doctor.doctor, r->kind->word, r->thing->id,
	        r->requester, r->requested_on, case_or_none(r), file_id(r), r->reason,
	        form_once_bytes(&r->once)) != DB_ONE)
		return false;
	return reset_carry_out(r->req, r->who, r->doctor.doctor, r->kind, r->thing);
}

static void
store(struct resetting *r)
{
	if ((r->has_file &&
	        !attached_store(r->req, r->who, FILE_REQUEST, r->doctor.doctor, &r->file)) ||
	    !(r->doctor.two ? ask_second(r) : do_it(r)) || !is_done(r))
		was_taken(r);
}

/* One at a time for each doctor: of two clicks the second waits here, and then finds what the first
 * has done. */
static void
take_turn(const struct resetting *r)
{
	chain_take(r->req->db, r->doctor.doctor);
}

void
reset_give(struct request *req, const struct subject *who, const struct form *form)
{
	struct resetting r = { .req = req, .who = who, .form = form };

	if (!resetting_read(&r)) {
		answer_not_found(req, who);
		return;
	}
	if (!form_once_read(form, &r.once)) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	take_turn(&r);
	if (is_done(&r))
		return;
	r.thing = reset_thing_of(req, who, r.doctor.doctor, r.kind, path_u32(req, "row"));
	if (r.thing == NULL) {
		was_taken(&r);
		return;
	}
	read_form(&r);
	if (form_wrong(form))
		ask_again(&r);
	else
		store(&r);
}

void
reset_request_file(struct request *req, const struct subject *who)
{
	struct reset_request f = { 0 };
	const uint32_t doctor = path_u32(req, "doctor");

	if (reset_request(req->db, who, doctor, path_u32(req, "file"), &f) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	reply_file(req, f.type, REPLY_SHOW, f.name, f.bytes);
}
