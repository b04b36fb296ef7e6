/* SPDX-License-Identifier: MPL-2.0
 *
 * One's own research training as a whole, its courses, and diplomas.
 */
#include "own_research.h"

#include <string.h>

#include "chain.h"
#include "queries/research_own.h"
#include "secret.h"

struct research_places
own_research_places(struct arena *a)
{
	return (struct research_places){ url_local(a, "/logbog/forskningstraening/del"),
		url_local(a, "/logbog/forskningstraening/fil") };
}

static void
see(struct request *req, const char *word)
{
	reply_see(req,
	    url_with(
	        req->arena, url_local(req->arena, "/logbog/forskningstraening"), "besked", word));
}

/* Of two clicks the second waits here, and then finds what the first has stored. */
static void
take_turn(struct request *req, const struct subject *who)
{
	chain_take(req->db, subject_id(who));
}

/* --- the whole -------------------------------------------------------------------------- */

static void
fill_diplomas(struct request *req, const struct subject *who, struct own_research_view *v)
{
	struct research_places places = own_research_places(req->arena);
	struct research_diplomas *rows;
	struct diploma_line *lines;

	if (research_diplomas(req->db, who, subject_id(who), &rows, &v->ndiplomas) != DB_ONE)
		return;
	lines = arena_array(req->arena, v->ndiplomas, sizeof *lines);
	for (size_t i = 0; i < v->ndiplomas; i++)
		lines[i] = (struct diploma_line){ rows[i].name, rows[i].at,
			url_below(req->arena, places.files, rows[i].file) };
	v->diplomas = lines;
}

/* Has the theory that courses are listed for been asked for, or approved? */
static bool
theory_is_closed(const struct research_view *v)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->lines[i].kind == RESEARCH_THEORY)
			return !research_may_be_asked(v->lines[i].state);
	return true;
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status)
{
	struct arena *a = req->arena;
	struct research_places places = own_research_places(a);
	struct own_research_view v = { .head = head_of(req, who, "Forskningstræning"),
		.add_course = url_local(a, "/logbog/forskningstraening/kursus"),
		.take_out = url_local(a, "/logbog/forskningstraening/kursus/fjern"),
		.diploma_to = url_local(a, "/logbog/forskningstraening/bevis"),
		.diploma = field_of(
		    form, "bevis", "Ph.d.-bevis eller andet bevis", attached_hint(req->arena)),
		.pdf = url_local(a, "/udskrift/forskningstraening.pdf"),
		.xlsx = url_local(a, "/udskrift/forskningstraening.xlsx"),
		.json = url_local(a, "/udskrift/forskningstraening.json"),
		.faults = faults_of(a, form) };

	v.head.notice =
	    notice_of(req, "kursus", "Kurset er lagt ind.", "ude", "Kurset er taget ud.", "bevis",
	        "Beviset er lagt ind. Skriv til sekretariatet, at du søger dispensation.", NULL);
	v.research = research_view_of(req, who, subject_id(who), &places);
	v.may_add = v.research != NULL && !theory_is_closed(v.research);
	fill_diplomas(req, who, &v);
	own_research_page(reply_html(req, status), &v);
}

void
own_research(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200);
}

void
own_research_file(struct request *req, const struct subject *who)
{
	research_file_answer(req, who, subject_id(who));
}

/* --- diplomas --------------------------------------------------------------------------- */

void
own_research_diploma(struct request *req, const struct subject *who, const struct form *form)
{
	bool has = false;
	struct attached file =
	    attached_of_form(req, who, form, "bevis", FILE_DIPLOMA, subject_id(who), &has);
	struct research_diploma_same same = { 0 };
	struct hash sha256;

	if (!has && form_fault(form, "bevis") == NULL)
		form_refuse(form, "bevis", "Vælg filen med beviset.");
	if (form_wrong(form)) {
		show(req, who, form, 422);
		return;
	}
	take_turn(req, who);
	sha256 = hash_sha256(file.content.at, file.content.n);
	if (file.is_new &&
	    research_diploma_same(req->db, who, hash_bytes(&sha256), &same) != DB_ONE)
		attached_store(req, who, FILE_DIPLOMA, subject_id(who), &file);
	see(req, "bevis");
}

/* --- courses ---------------------------------------------------------------------------- */

static void
show_course(struct request *req, const struct subject *who, const struct form *form,
    const struct attached *kept, unsigned status)
{
	struct arena *a = req->arena;
	struct own_course_view v = { .head = head_of(req, who, "Læg et kursus ind"),
		.back = url_local(a, "/logbog/forskningstraening"),
		.to = url_local(a, "/logbog/forskningstraening/kursus"),
		.name = field_of(form, "navn", "Kursets navn", NULL),
		.held_on = field_of(form, "dato", "Første kursusdag", "Fx 1.3.2027"),
		.days = field_of(
		    form, "dage", "Antal kursusdage", "Hele eller halve dage, fx 2 eller 1,5"),
		.certificate =
		    field_of(form, "kursusbevis", "Kursusbevis", attached_hint(req->arena)),
		.faults = faults_of(a, form) };

	v.name.most = 200;
	v.days.inputmode = "decimal";
	if (kept != NULL)
		v.kept = (struct kept_file){ kept->id, kept->name, kept->pages };
	own_course_page(reply_html(req, status), &v);
}

void
own_research_course(struct request *req, const struct subject *who)
{
	show_course(req, who, NULL, NULL, 200);
}

struct course_typed {
	const char *name;
	struct day held_on;
	uint32_t half_days;
	struct attached certificate;
	bool has;
};

static struct course_typed
course_read(struct request *req, const struct subject *who, const struct form *form)
{
	struct course_typed c = {
		.name = form_needed(form, "navn", 200, "Skriv kursets navn."),
		.held_on = form_day(form, "dato"),
	};

	if (day_is_none(c.held_on))
		form_refuse(form, "dato", "Skriv kursets første dag.");
	else if (day_compare(c.held_on, req->today) > 0)
		form_refuse(form, "dato", "Kurset skal være holdt, før det kan lægges ind.");
	if (!research_half_days_read(form_line(form, "dage", 10), &c.half_days))
		form_refuse(form, "dage", "Skriv antal dage, fra 0,5 til 10, fx 2 eller 1,5.");
	c.certificate = attached_of_form(
	    req, who, form, "kursusbevis", FILE_CERTIFICATE, subject_id(who), &c.has);
	if (!c.has && form_fault(form, "kursusbevis") == NULL)
		form_refuse(form, "kursusbevis", "Vedhæft kursusbeviset.");
	return c;
}

/* Two courses of one name on one day are one. */
void
own_research_course_add(struct request *req, const struct subject *who, const struct form *form)
{
	struct course_typed c = course_read(req, who, form);
	struct research_course_same same = { 0 };

	if (form_wrong(form)) {
		if (c.has &&
		    !attached_store(req, who, FILE_CERTIFICATE, subject_id(who), &c.certificate))
			answer_not_found(req, who);
		else
			show_course(req, who, form, c.has ? &c.certificate : NULL, 422);
		return;
	}
	take_turn(req, who);
	if (research_course_same(req->db, who, c.name, c.held_on, &same) == DB_ONE ||
	    (attached_store(req, who, FILE_CERTIFICATE, subject_id(who), &c.certificate) &&
	        research_course_add(
	            req->db, who, c.name, c.held_on, c.half_days, c.certificate.id) == DB_ONE)) {
		see(req, "kursus");
		return;
	}
	answer_error(req, who, 409, "Kurset kunne ikke lægges ind",
	    "Du har allerede anmodet om godkendelse af kurserne. Træk anmodningen tilbage først.");
}

void
own_research_course_out(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t id = form_u32(form, "kursus", 0);

	if (research_course_out(req->db, who, id) == DB_ONE)
		see(req, "ude");
	else
		answer_error(req, who, 409, "Kurset kunne ikke tages ud",
		    "Det er taget ud, eller der er anmodet om godkendelse af kurserne. Gå tilbage "
		    "til Forskningstræning.");
}
