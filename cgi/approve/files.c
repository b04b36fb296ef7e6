/* SPDX-License-Identifier: MPL-2.0 */
#include "files_of.h"

#include <string.h>

#include "audit.h"
#include "queries/file_check.h"
#include "secret.h"
#include "tell.h"

static struct url
queue_at(struct arena *a)
{
	return url_local(a, "/vejleder/filer");
}

void
files_waiting(struct request *req, const struct subject *who)
{
	struct files_waiting_view v = { .head = head_of(req, who, "Filer"),
		.here = approve_here(req, who) };
	struct files_awaiting *found;
	struct file_waiting_row *rows;

	if (files_awaiting(req->db, who, &found, &v.n) != DB_ONE)
		return;
	v.head.notice = notice_of(req, "verificeret", "Filen er verificeret. Lægen får besked.",
	    "afvist", "Filen er afvist. Lægen får besked.", NULL);
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct file_waiting_row){
			url_of(req->arena, "/vejleder/filer/%u", found[i].file),
			found[i].doctor_name,
			file_sort_title(file_sort_of(found[i].kind)),
			found[i].title,
			found[i].at,
		};
	v.rows = rows;
	files_waiting_page(reply_html(req, 200), &v);
}

static struct file_shown
shown(struct arena *a, const struct files_of_doctor *f)
{
	const enum file_sort sort = file_sort_of(f->kind);
	const enum file_state state = file_state_of(f->status);

	return (struct file_shown){
		.at = url_of(a, "/vejleder/filer/%u", f->file),
		.sort = file_sort_title(sort),
		.title = f->title,
		.name = f->name,
		.pages = f->pages,
		.state = file_state_title(state, sort),
		.mark = file_state_mark(state, sort),
		.by = state == FILE_UPLOADED ? NULL : f->by_name,
		.role = role_title(role_of_word(f->as_role)),
		.place = f->place,
		.on = f->at,
		.words = markup_of_lines(a, f->words),
		.has_words = f->words != NULL,
	};
}

/* The rule is asked once more of each row: what the statement let through must be for this role. */
void
doctor_files(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct doctor_files_view v = { 0 };
	struct files_of_doctor *found;
	struct file_shown *rows;
	size_t n;

	if (doctor == NULL || files_of_doctor(req->db, who, doctor->doctor, &found, &n) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		if (file_may_be_seen(file_sort_of(found[i].kind), subject_role(who)))
			rows[v.n++] = shown(req->arena, &found[i]);
	v.rows = rows;
	v.head = head_of(req, who, arena_format(req->arena, "Filer: %s", doctor->name));
	v.back = approve_places(req->arena, doctor->doctor).list;
	v.name = doctor->name;
	doctor_files_page(reply_html(req, 200), &v);
}

static const char *
answered_words(struct arena *a, const struct file_for_check *f)
{
	const enum file_state state = file_state_of(f->status);

	if (state == FILE_UPLOADED)
		return NULL;
	return arena_format(a, "%s af %s, %s, %s.", file_state_title(state, file_sort_of(f->kind)),
	    f->by_name, role_title(role_of_word(f->as_role)), moment_text(a, f->at));
}

static void
show(struct request *req, const struct subject *who, const struct form *form,
    const struct file_for_check *f)
{
	struct arena *a = req->arena;
	const enum file_sort sort = file_sort_of(f->kind);
	struct file_view v = {
		.head = head_of(req, who, f->title),
		.queue = queue_at(a),
		.all = url_of(a, "/vejleder/laeger/%u/filer", f->doctor),
		.at = url_of(a, "/vejleder/filer/%u", f->file),
		.scan = scan_of(req, url_of(a, "/vejleder/filer/%u/indhold", f->file), f->name,
		    f->type, f->pages),
		.doctor = f->doctor_name,
		.sort = file_sort_title(sort),
		.title = f->title,
		.sha256 = f->sha256.n == HASH_BYTES ? hash_hex(a, f->sha256.at) : "",
		.state = file_state_title(file_state_of(f->status), sort),
		.mark = file_state_mark(file_state_of(f->status), sort),
		.kb = f->size / 1024 + 1,
		.uploaded = f->uploaded,
		.answered = answered_words(a, f),
		.words = markup_of_lines(a, f->words),
		.has_words = f->words != NULL,
		.reason = field_of(form, "grund", "Hvorfor afvises den?",
		    "Kun nødvendigt, når du afviser. Lægen kan læse det."),
		.faults = faults_of(a, form),
	};

	v.may = v.answered == NULL && f->present;
	looked_into(req, f->doctor);
	file_page_page(reply_html(req, form == NULL ? 200 : 422), &v);
}

void
file_page(struct request *req, const struct subject *who)
{
	struct file_for_check f = { 0 };

	if (file_for_check(req->db, who, path_u32(req, "file"), &f) != DB_ONE)
		answer_not_found(req, who);
	else
		show(req, who, NULL, &f);
}

void
file_content_shown(struct request *req, const struct subject *who)
{
	struct file_for_check_content f = { 0 };

	if (file_for_check_content(req->db, who, path_u32(req, "file"), &f) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, f.doctor);
	reply_file(req, f.type, REPLY_SHOW, f.name, f.bytes);
}

/* Nothing was added: a double click has done it already, somebody was faster, or the doctor is no
 * longer here. */
static void
explain(struct request *req, const struct subject *who, const char *status, const char *word)
{
	struct file_for_check f = { 0 };

	if (file_for_check(req->db, who, path_u32(req, "file"), &f) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, f.doctor);
	if (strcmp(f.status, status) == 0)
		reply_see(req, url_with(req->arena, queue_at(req->arena), "besked", word));
	else if (!f.present)
		answer_error(req, who, 403, "Du kan ikke verificere denne fil",
		    "Det kan kun UAO eller tutorlæge der, hvor lægen er ansat nu.");
	else
		answer_error(req, who, 409,
		    "Filen er allerede besvaret, eller lægen har trukket den tilbage",
		    "Dit svar er ikke gemt. Gå tilbage til filerne.");
}

void
file_decide(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "verificer", "afvis", NULL);
	const char *reason = form_text(form, "grund", FILE_REASON_MOST);
	const bool refuse = answer != NULL && strcmp(answer, "afvis") == 0;
	const char *status = refuse ? "REFUSED" : "VERIFIED",
	           *word = refuse ? "afvist" : "verificeret";
	const uint32_t id = path_u32(req, "file");
	struct file_for_check f = { 0 };

	if (file_for_check(req->db, who, id, &f) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (refuse && reason[0] == '\0')
		form_refuse(form, "grund",
		    "Skriv, hvorfor filen afvises, så lægen ved, hvad der skal til.");
	if (form_wrong(form)) {
		show(req, who, form, &f);
		return;
	}
	if (file_answer(req->db, who, id, status, refuse ? reason : NULL) != DB_ONE) {
		explain(req, who, status, word);
		return;
	}
	audit(req->db, who, refuse ? "refuse file" : "verify file", "file", id, "");
	tell_notice(req->db, f.doctor, refuse ? NOTICE_FILE_REFUSED : NOTICE_FILE_VERIFIED, 0, "",
	    "/logbog/filer", req->now);
	reply_see(req, url_with(req->arena, queue_at(req->arena), "besked", word));
}
