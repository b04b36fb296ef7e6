/* SPDX-License-Identifier: MPL-2.0 */
#include "notebook.h"

#include <string.h>

#include "audit.h"
#include "form_once.h"
#include "queries/note.h"

static struct url
notes_at(struct arena *a)
{
	return url_local(a, "/logbog/notater");
}

static void
see_notes(struct request *req, const char *word)
{
	reply_see(req, url_with(req->arena, notes_at(req->arena), "besked", word));
}

/* --- the list ----------------------------------------------------------------------------- */

static struct note_shown
shown(struct arena *a, const struct notes_own *n)
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
		.may_change = strcmp(n->kind, "OWN") == 0,
		.change = url_of(a, "/logbog/notater/%u", n->id),
	};
}

const struct note_shown *
notebook_of(struct request *req, const struct subject *who, size_t *n)
{
	struct notes_own *found;
	struct note_shown *rows;

	if (notes_own(req->db, who, &found, n) != DB_ONE) {
		*n = 0;
		return NULL;
	}
	rows = arena_array(req->arena, *n, sizeof *rows);
	for (size_t i = 0; i < *n; i++)
		rows[i] = shown(req->arena, &found[i]);
	return rows;
}

/* --- the form ----------------------------------------------------------------------------- */

static void
fill_form(
    struct request *req, const struct form *form, const char *readers, struct note_form_view *v)
{
	v->back = notes_at(req->arena);
	v->text = field_of(form, "tekst", "Notat",
	    "Skriv ingen oplysninger, der kan føres til en patient. Højst 10.000 tegn.");
	v->text.rows = 8;
	v->faults = faults_of(req->arena, form);
	v->reader_fault = form_fault(form, "laesere");
	for (enum note_readers r = NOTE_PRIVATE; r < NOTE_READERS; r++) {
		const char *word = note_readers_word(r);

		v->readers[r] = (struct reader_choice){ word, note_readers_title(r),
			form == NULL ? strcmp(word, readers) == 0
			             : form_has(form, "laesere", word) };
	}
}

/* The competency of ?kompetence=, or of the form, if it is in one of the doctor's lists. */
static bool
fill_about(
    struct request *req, const struct subject *who, uint32_t competency, struct note_form_view *v)
{
	const struct reached *doctor;
	const struct curriculum_list *list;
	const struct goal *goal;

	if (competency == 0)
		return true;
	doctor = doctor_within_reach(req, who, subject_id(who));
	goal = doctor == NULL ? NULL : goal_asked_for(req, doctor, competency, &list);
	if (goal == NULL)
		return false;
	v->competency = competency;
	v->about = arena_format(req->arena, "%s %s", goal->number, goal->title);
	return true;
}

static void
show_new(struct request *req, const struct subject *who, const struct form *form)
{
	struct note_form_view v = { .head = head_of(req, who, "Skriv et notat"),
		.at = url_local(req->arena, "/logbog/notater/ny"),
		.once = form_once_of(req->arena, form) };
	const uint32_t competency =
	    form == NULL ? query_u32(req, "kompetence", 0) : form_u32(form, "kompetence", 0);

	if (!fill_about(req, who, competency, &v)) {
		answer_not_found(req, who);
		return;
	}
	fill_form(req, form, "PRIVATE", &v);
	note_form_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
note_new(struct request *req, const struct subject *who)
{
	show_new(req, who, NULL);
}

/* What was written, and who may read it; "" and NULL with a fault. */
static const char *
read_text(const struct form *form)
{
	return form_needed(form, "tekst", NOTE_MOST, "Skriv notatet.");
}

static const char *
read_readers(const struct form *form)
{
	return form_choice(form, "laesere", "PRIVATE", "APPROVERS", "VUS", "ALL", NULL);
}

static bool
add(struct request *req, const struct subject *who, uint32_t competency,
    const struct form_once *once, const char *text, const char *readers)
{
	uint32_t id;

	if (note_own_add(req->db, who, competency == 0 ? NULL : &competency,
	        form_once_bytes(once)) != DB_ONE)
		return false;
	id = db_inserted(req->db);
	if (note_own_write(req->db, who, id, 1, text, readers, false) != DB_ONE)
		return false;
	audit(req->db, who, "write note", "note", id, "");
	return true;
}

void
note_write(struct request *req, const struct subject *who, const struct form *form)
{
	const char *text = read_text(form), *readers = read_readers(form);
	const uint32_t competency = form_u32(form, "kompetence", 0);
	struct note_own_of_form given = { 0 };
	struct form_once once;

	if (!form_once_read(form, &once)) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	if (form_wrong(form)) {
		show_new(req, who, form);
		return;
	}
	if (note_own_of_form(req->db, who, form_once_bytes(&once), &given) == DB_ONE ||
	    add(req, who, competency, &once, text, readers))
		see_notes(req, "skrevet");
	else
		answer_error(req, who, 409, "Notatet er ikke gemt",
		    "Det er sendt to gange på én gang, eller kompetencen er ikke din. Gå tilbage til Notater, og se, om det står der.");
}

/* --- changing ----------------------------------------------------------------------------- */

static void
fill_before(struct request *req, const struct subject *who, uint32_t id, struct note_form_view *v)
{
	struct note_own_versions *found;
	struct note_before *rows;

	if (note_own_versions(req->db, who, id, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct note_before){ found[i].version, found[i].at,
			note_readers_badge(note_readers_of(found[i].readers)),
			markup_of_lines(req->arena, found[i].text) };
	v->before = rows;
}

static void
show_change(struct request *req, const struct subject *who, const struct form *form,
    const struct note_own *n, unsigned status)
{
	struct note_form_view v = {
		.head = head_of(req, who, "Ret et notat"),
		.at = url_of(req->arena, "/logbog/notater/%u", n->id),
		.remove = url_of(req->arena, "/logbog/notater/%u/fjern", n->id),
		.version = form == NULL ? n->version : form_u32(form, "version", 0),
	};

	if (n->title != NULL)
		v.about = arena_format(req->arena, "%s %s", n->number, n->title);
	fill_form(req, form, n->readers, &v);
	if (form == NULL)
		v.text.value = n->text;
	fill_before(req, who, n->id, &v);
	note_form_page(reply_html(req, status), &v);
}

/* One's own note that has not been taken out; false after 404 was answered. */
static bool
find(struct request *req, const struct subject *who, struct note_own *n)
{
	if (note_own(req->db, who, path_u32(req, "note"), n) == DB_ONE && !n->removed)
		return true;
	answer_not_found(req, who);
	return false;
}

void
note_edit(struct request *req, const struct subject *who)
{
	struct note_own n = { 0 };

	if (find(req, who, &n))
		show_change(req, who, NULL, &n, 200);
}

static void
was_faster(struct request *req, const struct subject *who)
{
	answer_error(req, who, 409, "Notatet er ændret i mellemtiden",
	    "Du har ændret det i et andet vindue. Dette er ikke gemt. Gå tilbage, kopier din tekst, og genindlæs siden.");
}

void
note_change(struct request *req, const struct subject *who, const struct form *form)
{
	const char *text = read_text(form), *readers = read_readers(form);
	const uint32_t version = form_u32(form, "version", 0);
	struct note_own n = { 0 };

	if (!find(req, who, &n))
		return;
	if (form_wrong(form)) {
		show_change(req, who, form, &n, 422);
		return;
	}
	if (strcmp(text, n.text) == 0 && strcmp(readers, n.readers) == 0) {
		see_notes(req, "rettet");
		return;
	}
	if (version != n.version ||
	    note_own_write(req->db, who, n.id, version + 1, text, readers, false) != DB_ONE) {
		was_faster(req, who);
		return;
	}
	audit(req->db, who, "change note", "note", n.id, "");
	see_notes(req, "rettet");
}

void
note_remove(struct request *req, const struct subject *who, const struct form *form)
{
	struct note_own n = { 0 };

	(void)form;
	if (note_own(req->db, who, path_u32(req, "note"), &n) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (n.removed) {
		see_notes(req, "fjernet");
		return;
	}
	if (note_own_write(req->db, who, n.id, n.version + 1, n.text, n.readers, true) != DB_ONE) {
		was_faster(req, who);
		return;
	}
	audit(req->db, who, "remove note", "note", n.id, "");
	see_notes(req, "fjernet");
}
