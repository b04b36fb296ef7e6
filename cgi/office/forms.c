/* SPDX-License-Identifier: MPL-2.0 */
#include "forms.h"

#include <string.h>

#include "audit.h"
#include "form_once.h"
#include "list_words.h"
#include "prove.h"
#include "queries/file.h"
#include "queries/form_office.h"
#include "secret.h"

enum { FORM_TITLE_MOST = 200, FORM_NAME_MOST = 200 };

static struct url
forms_at(struct arena *a)
{
	return url_local(a, "/sekretariat/formularer");
}

static void
see_form(struct request *req, uint32_t id, const char *word)
{
	reply_see(req,
	    url_with(req->arena, url_below(req->arena, forms_at(req->arena), id), "besked", word));
}

static const char *
whom(struct arena *a, const char *stage, const char *specialty)
{
	if (stage == NULL)
		return specialty == NULL ? "Alle" : specialty;
	return specialty == NULL ? list_stage_short(stage)
	                         : arena_format(a, "%s, %s", list_stage_short(stage), specialty);
}

/* --- the file ----------------------------------------------------------------------------- */

/* The file of the form, proved; NULL with a fault.  It is not kept for the next try. */
static const struct upload *
read_file(struct request *req, const struct form *form, struct proved *proved)
{
	const struct upload *file = form_file(form, "fil");
	enum proof proof;

	if (file == NULL) {
		form_refuse(form, "fil", "Vælg filen.");
		return NULL;
	}
	proof = prove_file(req->config->proof, &file->content, proved);
	if (proof == PROOF_FINE)
		proof = prove_clean(req->config->scan, &file->content);
	if (proof == PROOF_FINE)
		return file;
	form_refuse(form, "fil", proof_sentence(proof));
	return NULL;
}

static bool
add_version(struct request *req, const struct subject *who, uint32_t id, uint32_t version,
    const struct upload *file, const struct proved *proved)
{
	const struct hash sha256 = hash_sha256(file->content.at, file->content.n);

	content_add(req->db, hash_bytes(&sha256), file->content);
	if (form_version_add(req->db, who, id, version, proved->type, proved->pages,
	        (uint32_t)file->content.n, utf8_clip(req->arena, file->filename, FORM_NAME_MOST),
	        hash_bytes(&sha256)) != DB_ONE)
		return false;
	audit(
	    req->db, who, "put form", "form", id, arena_format(req->arena, "version %u", version));
	return true;
}

static struct field
file_field(const struct form *form, const char *label)
{
	return field_of(form, "fil", label, "PDF, PNG eller JPEG, højst 20 MB");
}

/* --- the list, and a new one -------------------------------------------------------------- */

static void
fill_rows(struct request *req, const struct subject *who, struct forms_kept_view *v)
{
	struct forms_kept *found;
	struct form_kept_row *rows;

	if (forms_kept(req->db, who, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct form_kept_row){
			.at = url_below(req->arena, forms_at(req->arena), found[i].id),
			.title = found[i].title,
			.whom = whom(req->arena, found[i].stage, found[i].specialty),
			.name = found[i].name,
			.by = found[i].by_name,
			.version = found[i].version,
			.on = found[i].at,
			.ended = found[i].ended,
		};
	v->rows = rows;
}

static void
show(struct request *req, const struct subject *who, const struct form *form)
{
	struct forms_kept_view v = {
		.head = head_of(req, who, "Formularer"),
		.at = forms_at(req->arena),
		.library = url_local(req->arena, "/adgang/formularer"),
		.once = form_once_of(req->arena, form),
		.title = field_of(form, "titel", "Titel", NULL),
		.file = file_field(form, "Filen"),
		.stage = stage_select(req->arena, "Alle", form_value(form, "fase")),
		.specialty =
		    specialty_select(req, "Alle", form == NULL ? 0 : form_u32(form, "speciale", 0)),
		.faults = faults_of(req->arena, form),
	};

	v.title.most = FORM_TITLE_MOST;
	v.stage.fault = form_fault(form, "fase");
	v.specialty.fault = form_fault(form, "speciale");
	fill_rows(req, who, &v);
	forms_kept_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
forms_kept_show(struct request *req, const struct subject *who)
{
	show(req, who, NULL);
}

/* NULL for all; a word that is none is a fault. */
static const char *
read_stage(const struct form *form)
{
	if (form_value(form, "fase")[0] == '\0')
		return NULL;
	return form_choice(form, "fase", "KBU", "INTRO", "HU", "EVAL", NULL);
}

static bool
make(struct request *req, const struct subject *who, const struct form_once *once,
    const char *title, const char *stage, uint32_t specialty, const struct upload *file,
    const struct proved *proved, uint32_t *id)
{
	if (form_add(req->db, who, title, stage, specialty == 0 ? NULL : &specialty,
	        form_once_bytes(once)) != DB_ONE)
		return false;
	*id = db_inserted(req->db);
	return add_version(req, who, *id, 1, file, proved);
}

void
form_put_in(struct request *req, const struct subject *who, const struct form *form)
{
	const char *title = form_needed(form, "titel", FORM_TITLE_MOST, "Skriv en titel.");
	const char *stage = read_stage(form);
	const uint32_t specialty = form_u32(form, "speciale", 0);
	struct proved proved = { 0 };
	const struct upload *file = read_file(req, form, &proved);
	struct form_of_once given = { 0 };
	struct form_once once;

	if (!form_once_read(form, &once)) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	if (form_of_once(req->db, who, form_once_bytes(&once), &given) == DB_ONE)
		see_form(req, given.id, "lagt-op");
	else if (form_wrong(form))
		show(req, who, form);
	else if (file != NULL &&
	    make(req, who, &once, title, stage, specialty, file, &proved, &given.id))
		see_form(req, given.id, "lagt-op");
	else
		answer_error(req, who, 409, "Formularen er ikke lagt op",
		    "Den er sendt to gange på én gang, eller specialet findes ikke. Gå tilbage, og prøv igen.");
}

/* --- one ---------------------------------------------------------------------------------- */

static void
fill_versions(struct request *req, const struct subject *who, uint32_t id, struct form_show_view *v)
{
	struct form_versions *found;
	struct form_version_row *rows;

	if (form_versions(req->db, who, id, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = (struct form_version_row){
			url_below(req->arena,
			    url_of(req->arena, "/sekretariat/formularer/%u/udgave", id),
			    found[i].version),
			found[i].version, found[i].pages, found[i].name, found[i].by_name,
			found[i].at
		};
	v->rows = rows;
}

static void
show_one(struct request *req, const struct subject *who, const struct form *form,
    const struct form_one *f)
{
	struct form_show_view v = {
		.head = head_of(req, who, f->title),
		.back = forms_at(req->arena),
		.whom = whom(req->arena, f->stage, f->specialty),
		.ended = f->ended,
		.version = f->version,
		.file = file_field(form, "Ny udgave"),
		.faults = faults_of(req->arena, form),
	};

	v.at = url_below(req->arena, v.back, f->id);
	v.finish = url_of(req->arena, "/sekretariat/formularer/%u/slut", f->id);
	v.head.notice = notice_of(req, "lagt-op", "Formularen er lagt op.", "slut",
	    "Formularen er taget ud. Ingen ser den mere.", NULL);
	fill_versions(req, who, f->id, &v);
	form_show_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

static bool
find(struct request *req, const struct subject *who, struct form_one *f)
{
	if (form_one(req->db, who, path_u32(req, "form"), f) == DB_ONE)
		return true;
	answer_not_found(req, who);
	return false;
}

void
form_show(struct request *req, const struct subject *who)
{
	struct form_one f = { 0 };

	if (find(req, who, &f))
		show_one(req, who, NULL, &f);
}

void
form_renew(struct request *req, const struct subject *who, const struct form *form)
{
	const uint32_t version = form_u32(form, "version", 0);
	struct proved proved = { 0 };
	const struct upload *file;
	struct form_one f = { 0 };

	if (!find(req, who, &f))
		return;
	file = read_file(req, form, &proved);
	if (form_wrong(form))
		show_one(req, who, form, &f);
	else if (file != NULL && version == f.version &&
	    add_version(req, who, f.id, version + 1, file, &proved))
		see_form(req, f.id, "lagt-op");
	else
		answer_error(req, who, 409, "Den nye udgave er ikke lagt op",
		    "Der er lagt en anden op i mellemtiden, eller formularen er taget ud. Gå tilbage, genindlæs siden, og prøv igen.");
}

void
form_finish(struct request *req, const struct subject *who, const struct form *form)
{
	struct form_one f = { 0 };

	(void)form;
	if (!find(req, who, &f))
		return;
	if (form_end(req->db, who, f.id) == DB_ONE)
		audit(req->db, who, "end form", "form", f.id, "");
	see_form(req, f.id, "slut");
}

void
form_version_show(struct request *req, const struct subject *who)
{
	struct form_version_bytes f = { 0 };

	if (form_version_bytes(req->db, who, path_u32(req, "form"), path_u32(req, "version"), &f) !=
	    DB_ONE)
		answer_not_found(req, who);
	else
		reply_file(req, f.type, REPLY_SAVE, f.name, f.bytes);
}
