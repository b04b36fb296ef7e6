/* SPDX-License-Identifier: MPL-2.0 */
#include "notes_of.h"

#include <string.h>

#include "audit.h"
#include "form_once.h"
#include "queries/note_office.h"
#include "queries/note_shared.h"

static struct url
notes_at(struct arena *a, uint32_t doctor)
{
	return url_of(a, "/sekretariat/brugere/%u/notater", doctor);
}

static void
see_notes(struct request *req, uint32_t doctor, const char *word)
{
	reply_see(req, url_with(req->arena, notes_at(req->arena, doctor), "besked", word));
}

static struct note_shown
shown(struct arena *a, uint32_t doctor, const struct notes_shared *n)
{
	return (struct note_shown){
		.at = n->written,
		.changed = n->version > 1 ? n->at : (struct moment){ 0 },
		.by = n->by_name,
		.role = role_title(role_of_word(n->as_role)),
		.place = n->place,
		.readers = note_readers_badge(note_readers_of(n->readers)),
		.number = n->number,
		.title = n->title,
		.text = markup_of_lines(a, n->text),
		.may_change = strcmp(n->kind, "VUS") == 0,
		.change = url_of(a, "/sekretariat/brugere/%u/notater/%u", doctor, n->id),
	};
}

/* The rule is asked once more of each row: what the statement let through must be for this role. */
static bool
fill_rows(
    struct request *req, const struct subject *who, uint32_t doctor, struct office_notes_view *v)
{
	struct notes_shared *found;
	struct note_shown *rows;
	size_t n;

	if (notes_shared(req->db, who, doctor, &found, &n) != DB_ONE)
		return false;
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		if (note_may_be_read(note_readers_of(found[i].readers), subject_role(who)))
			rows[v->n++] = shown(req->arena, doctor, &found[i]);
	v->rows = rows;
	return true;
}

static struct field
text_field(const struct form *form)
{
	struct field f = field_of(form, "tekst", "Notat",
	    "Læses af regionens sekretariat og af lægen. Skriv intet om helbred.");

	f.rows = 5;
	return f;
}

static void
show(struct request *req, const struct subject *who, const struct form *form)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct office_notes_view v = { .text = text_field(form),
		.faults = faults_of(req->arena, form),
		.once = form_once_of(req->arena, form) };

	if (doctor == NULL || !fill_rows(req, who, doctor->doctor, &v)) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	v.head = head_of(req, who, arena_format(req->arena, "Notater: %s", doctor->name));
	v.head.notice = notice_of(req, "skrevet", "Notatet er gemt.", "rettet",
	    "Notatet er rettet.", "fjernet", "Notatet er fjernet.", NULL);
	v.back = url_of(req->arena, "/sekretariat/brugere/%u", doctor->doctor);
	v.at = notes_at(req->arena, doctor->doctor);
	v.name = doctor->name;
	office_notes_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
office_notes(struct request *req, const struct subject *who)
{
	show(req, who, NULL);
}

static const char *
read_text(const struct form *form)
{
	return form_needed(form, "tekst", NOTE_MOST, "Skriv notatet.");
}

static bool
add(struct request *req, const struct subject *who, uint32_t doctor, const struct form_once *once,
    const char *text)
{
	uint32_t id;

	if (note_office_add(req->db, who, doctor, form_once_bytes(once)) != DB_ONE)
		return false;
	id = db_inserted(req->db);
	if (note_office_write(req->db, who, doctor, id, 1, text, false) != DB_ONE)
		return false;
	audit(req->db, who, "write note", "note", id, "");
	return true;
}

void
office_note_write(struct request *req, const struct subject *who, const struct form *form)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct note_office_of_form given = { 0 };
	const char *text = read_text(form);
	struct form_once once;

	if (doctor == NULL) {
		answer_not_found(req, who);
		return;
	}
	if (!form_once_read(form, &once)) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	if (form_wrong(form)) {
		show(req, who, form);
		return;
	}
	if (note_office_of_form(req->db, who, doctor->doctor, form_once_bytes(&once), &given) ==
	        DB_ONE ||
	    add(req, who, doctor->doctor, &once, text))
		see_notes(req, doctor->doctor, "skrevet");
	else
		answer_error(req, who, 409, "Notatet er ikke gemt",
		    "Det er sendt to gange på én gang. Gå tilbage til notaterne, og se, om det står der.");
}

/* --- changing ----------------------------------------------------------------------------- */

static bool
find(struct request *req, const struct subject *who, const struct reached **doctor,
    struct note_office_one *n)
{
	*doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	if (*doctor != NULL &&
	    note_office_one(req->db, who, (*doctor)->doctor, path_u32(req, "note"), n) == DB_ONE)
		return true;
	answer_not_found(req, who);
	return false;
}

static void
show_change(struct request *req, const struct subject *who, const struct form *form,
    const struct reached *doctor, const struct note_office_one *n)
{
	struct office_note_view v = {
		.head = head_of(req, who, "Ret et notat"),
		.back = notes_at(req->arena, doctor->doctor),
		.name = doctor->name,
		.version = form == NULL ? n->version : form_u32(form, "version", 0),
		.text = text_field(form),
		.faults = faults_of(req->arena, form),
	};

	v.at = url_below(req->arena, v.back, n->id);
	v.remove =
	    url_of(req->arena, "/sekretariat/brugere/%u/notater/%u/fjern", doctor->doctor, n->id);
	if (form == NULL)
		v.text.value = n->text;
	looked_into(req, doctor->doctor);
	office_note_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
office_note(struct request *req, const struct subject *who)
{
	const struct reached *doctor;
	struct note_office_one n = { 0 };

	if (find(req, who, &doctor, &n))
		show_change(req, who, NULL, doctor, &n);
}

static void
write_next(struct request *req, const struct subject *who, uint32_t doctor, uint32_t note,
    uint32_t version, const char *text, bool removed)
{
	if (note_office_write(req->db, who, doctor, note, version, text, removed) != DB_ONE) {
		answer_error(req, who, 409, "Notatet er ændret i mellemtiden",
		    "En anden i sekretariatet var hurtigere. Dette er ikke gemt. Gå tilbage, kopier din tekst, og genindlæs siden.");
		return;
	}
	audit(req->db, who, removed ? "remove note" : "change note", "note", note, "");
	see_notes(req, doctor, removed ? "fjernet" : "rettet");
}

void
office_note_change(struct request *req, const struct subject *who, const struct form *form)
{
	const char *text = read_text(form);
	const uint32_t version = form_u32(form, "version", 0);
	const struct reached *doctor;
	struct note_office_one n = { 0 };

	if (!find(req, who, &doctor, &n))
		return;
	if (form_wrong(form))
		show_change(req, who, form, doctor, &n);
	else if (strcmp(text, n.text) == 0)
		see_notes(req, doctor->doctor, "rettet");
	else
		write_next(req, who, doctor->doctor, n.id, version + 1, text, false);
}

void
office_note_remove(struct request *req, const struct subject *who, const struct form *form)
{
	const struct reached *doctor;
	struct note_office_one n = { 0 };

	(void)form;
	if (find(req, who, &doctor, &n))
		write_next(req, who, doctor->doctor, n.id, n.version + 1, n.text, true);
}
