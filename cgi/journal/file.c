/* SPDX-License-Identifier: MPL-2.0 */
#include "file.h"

#include <string.h>

#include "attached.h"
#include "audit.h"
#include "form_once.h"
#include "queries/file_own.h"
#include "secret.h"
#include "tell.h"

static struct url
files_at(struct arena *a)
{
	return url_local(a, "/logbog/filer");
}

static void
see_files(struct request *req, const char *word)
{
	reply_see(req, url_with(req->arena, files_at(req->arena), "besked", word));
}

/* --- the list ----------------------------------------------------------------------------- */

static struct file_shown
shown(struct request *req, const struct files_own *f, const char *token)
{
	struct arena *a = req->arena;
	const enum file_sort sort = file_sort_of(f->kind);
	const enum file_state state = file_state_of(f->status);
	const bool answered = state == FILE_VERIFIED || state == FILE_REFUSED;

	return (struct file_shown){
		.at = url_of(a, "/logbog/filer/%u", f->file),
		.sort = file_sort_title(sort),
		.title = f->title,
		.name = f->name,
		.pages = f->pages,
		.state = file_state_title(state, sort),
		.mark = file_state_mark(state, sort),
		.by = answered ? f->by_name : NULL,
		.role = role_title(role_of_word(f->as_role)),
		.place = f->place,
		.on = answered ? f->at : f->uploaded,
		.words = markup_of_lines(a, f->words),
		.has_words = f->words != NULL,
		.gone = state == FILE_WITHDRAWN,
		.sha256 = f->sha256.n == HASH_BYTES ? hash_hex(a, f->sha256.at) : NULL,
		.may_withdraw = file_may_be_withdrawn(state),
		.withdraw = url_of(a, "/logbog/filer/%u/fortryd", f->file),
		.token = token,
	};
}

static void
fill_rows(struct request *req, const struct subject *who, struct own_files_view *v)
{
	struct files_own *found;
	struct file_shown *rows;

	if (files_own(req->db, who, &found, &v->n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v->n, sizeof *rows);
	for (size_t i = 0; i < v->n; i++)
		rows[i] = shown(req, &found[i], v->head.token);
	v->rows = rows;
}

static void
fill_form(struct request *req, const struct form *form, const struct attached *kept,
    struct own_files_view *v)
{
	for (enum file_sort s = SORT_AGREEMENT; s < FILE_SORTS; s++)
		v->sorts[s] = (struct sort_choice){ file_sort_word(s),
			s == SORT_OTHER ? "Andet (ses kun af dig og sekretariatet)"
			                : file_sort_title(s),
			form_has(form, "slags", file_sort_word(s)) };
	v->sort_fault = form_fault(form, "slags");
	v->title = field_of(form, "titel", "Hvad er det?",
	    "Fx »Tillægsaftale om forlængelse«. Skriv intet CPR-nummer.");
	v->title.most = FILE_TITLE_MOST;
	v->file = field_of(form, "fil", "Filen", attached_hint(req->arena));
	v->faults = faults_of(req->arena, form);
	if (kept == NULL)
		return;
	v->file.label = "En anden fil i stedet";
	v->kept = kept->id;
	v->kept_name = kept->name;
}

static void
show(struct request *req, const struct subject *who, const struct form *form,
    const struct attached *kept)
{
	const struct room room = attached_room(req, who, subject_id(who));
	struct own_files_view v = { .head = head_of(req, who, "Filer"),
		.at = files_at(req->arena),
		.forms = url_local(req->arena, "/adgang/formularer"),
		.once = form_once_of(req->arena, form),
		.used_mb = (uint32_t)((room.used + 1024 * 1024 - 1) / (1024 * 1024)),
		.quota_mb = room.quota_mb };

	v.head.notice = notice_of(
	    req, "lagt-op", "Filen er lagt op.", "fortrudt", "Filen er trukket tilbage.", NULL);
	fill_rows(req, who, &v);
	fill_form(req, form, kept, &v);
	own_files_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
own_files(struct request *req, const struct subject *who)
{
	show(req, who, NULL, NULL);
}

void
own_file(struct request *req, const struct subject *who)
{
	struct file_own_content f = { 0 };

	if (file_own_content(req->db, who, path_u32(req, "file"), &f) != DB_ONE)
		answer_not_found(req, who);
	else
		reply_file(req, f.type, REPLY_SHOW, f.name, f.bytes);
}

/* --- putting one in ----------------------------------------------------------------------- */

static enum file_kind
kind_of(enum file_sort s)
{
	static const enum file_kind kinds[FILE_SORTS] = {
		[SORT_AGREEMENT] = FILE_AGREEMENT,
		[SORT_SUPPLEMENT] = FILE_SUPPLEMENT,
		[SORT_DIPLOMA] = FILE_DIPLOMA,
		[SORT_CARD] = FILE_CARD,
		[SORT_OTHER] = FILE_OTHER,
	};

	return kinds[s];
}

/* What was sent; sort is SORT_OTHER where none was chosen, so that a file is kept for the next try. */
struct putting {
	enum file_sort sort;
	const char *title;
	struct attached file;
	bool has_file;
};

static void
read_form(
    struct request *req, const struct subject *who, const struct form *form, struct putting *p)
{
	const char *word =
	    form_choice(form, "slags", "AGREEMENT", "SUPPLEMENT", "DIPLOMA", "CARD", "OTHER", NULL);

	p->sort = word == NULL ? SORT_OTHER : file_sort_of(word);
	p->title = form_needed(form, "titel", FILE_TITLE_MOST, "Skriv, hvad filen er.");
	p->file = attached_of_form(
	    req, who, form, "fil", kind_of(p->sort), subject_id(who), &p->has_file);
	if (!p->has_file && form_fault(form, "fil") == NULL)
		form_refuse(form, "fil", "Vælg filen.");
}

/* A new file is kept for the next try, unless it is the file that does not fit. */
static void
ask_again(
    struct request *req, const struct subject *who, const struct form *form, struct putting *p)
{
	const bool keep = p->has_file && form_fault(form, "fil") == NULL;

	if (keep && !attached_store(req, who, kind_of(p->sort), subject_id(who), &p->file))
		answer_not_found(req, who);
	else
		show(req, who, form, keep ? &p->file : NULL);
}

static bool
store(
    struct request *req, const struct subject *who, const struct form_once *once, struct putting *p)
{
	if (!attached_store(req, who, kind_of(p->sort), subject_id(who), &p->file) ||
	    file_upload(req->db, who, p->file.id, p->title, form_once_bytes(once)) != DB_ONE)
		return false;
	audit(req->db, who, "put file", "file", p->file.id, file_sort_word(p->sort));
	if (file_is_verified(p->sort))
		file_tell_leaders(req->db, who, TOLD_SINCE(req->now));
	return true;
}

void
file_put(struct request *req, const struct subject *who, const struct form *form)
{
	struct file_own_of_form given = { 0 };
	struct form_once once;
	struct putting p;

	if (!form_once_read(form, &once)) {
		answer_error(req, who, 400, "Formularen er ikke hel",
		    "Gå tilbage, genindlæs siden, og send den igen. Intet er gemt.");
		return;
	}
	if (file_own_of_form(req->db, who, form_once_bytes(&once), &given) == DB_ONE) {
		see_files(req, "lagt-op");
		return;
	}
	read_form(req, who, form, &p);
	if (form_wrong(form))
		ask_again(req, who, form, &p);
	else if (store(req, who, &once, &p))
		see_files(req, "lagt-op");
	else
		answer_error(req, who, 409, "Filen er ikke lagt op",
		    "Den er sendt to gange på én gang. Gå tilbage til Filer, og se, om den står der.");
}

void
file_take_back(struct request *req, const struct subject *who, const struct form *form)
{
	const uint32_t id = path_u32(req, "file");
	struct file_own_content f = { 0 };

	(void)form;
	if (file_withdraw(req->db, who, id) == DB_ONE) {
		audit(req->db, who, "take file back", "file", id, "");
		see_files(req, "fortrudt");
	} else if (file_own_content(req->db, who, id, &f) == DB_ONE)
		answer_error(req, who, 409, "Filen kan ikke trækkes tilbage",
		    "Den er verificeret. Det, der er verificeret, bliver i logbogen.");
	else
		answer_not_found(req, who);
}
