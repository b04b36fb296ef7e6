/* SPDX-License-Identifier: MPL-2.0
 *
 * One talk: what both sides prepare, and the minutes that one writes and the other agrees to.
 */
#include <string.h>

#include "audit.h"
#include "notice.h"
#include "once.h"
#include "queries/talk.h"
#include "talks.h"
#include "tell.h"

static bool
is_doctor(const struct subject *who)
{
	return subject_role(who) == ROLE_UL;
}

static struct url
talk_at(struct request *req, const struct subject *who, const char *below)
{
	return url_local(req->arena,
	    arena_format(req->arena, "%s/samtaler/%u%s", is_doctor(who) ? "/logbog" : "/vejleder",
	        path_u32(req, "talk"), below));
}

/* The talk of the path, which this person may see; the look is noted. */
static bool
read_talk(struct request *req, const struct subject *who, struct talk_one *t)
{
	if (talk_one(req->db, who, path_u32(req, "talk"), t) != DB_ONE) {
		answer_not_found(req, who);
		return false;
	}
	if (!is_doctor(who))
		looked_into(req, t->doctor);
	return true;
}

/* --- the page -------------------------------------------------------------------------------- */

/* The headings of that kind of talk, one a line, to be written under. */
static const char *
headings(struct request *req, const struct talk_one *t)
{
	struct talk_headings *rows = NULL;
	struct text text = { .arena = req->arena };
	size_t n = 0;

	if (talk_headings(req->db, t->stage, t->kind, &rows, &n) != DB_ONE)
		return "";
	for (size_t i = 0; i < n; i++)
		text_format(&text, "%s%s:\n", i == 0 ? "" : "\n", rows[i].heading);
	return text.len == 0 ? "" : text.at;
}

static void
fill_preparations(struct request *req, const struct subject *who, const struct form *form,
    const struct talk_one *t, struct talk_view *v)
{
	struct talk_preparations *rows = NULL;
	struct preparation_view *views;
	const char *words = headings(req, t);
	size_t n = 0;

	if (talk_preparations(req->db, who, path_u32(req, "talk"), &rows, &n) != DB_ONE)
		n = 0;
	views = arena_array(req->arena, n, sizeof *views);
	for (size_t i = 0; i < n; i++) {
		views[i] = (struct preparation_view){ rows[i].by_name,
			role_title(role_of_word(rows[i].as_role)), rows[i].at,
			markup_of_lines(req->arena, rows[i].words), (rows[i].sent_at.s != 0) };
		if (!rows[i].own)
			v->theirs = &views[i];
		else if (rows[i].sent_at.s != 0)
			v->mine = &views[i];
		else
			words = rows[i].words;
	}
	v->may_prepare = v->mine == NULL && !v->is_agreed && strcmp(t->status, "CANCELLED") != 0;
	v->words = field_of(form, "forberedelse", "Din forberedelse",
	    "Gem, så længe du skriver. Den anden part ser den, når I begge har sendt, eller fra dagen for samtalen.");
	v->words.rows = 10;
	if (form == NULL || form_value(form, "forberedelse")[0] == '\0')
		v->words.value = words;
}

static struct minutes_view
minutes_of(struct request *req, const struct subject *who, const struct talk_one *t,
    const struct talk_story *m)
{
	bool agreed = strcmp(m->status, "AGREED") == 0;
	struct minutes_view v = { .title = agreed ? "Aftalt" : "Udkast",
		.mark = agreed ? "ok" : "asked",
		.by = m->by_name,
		.role = role_title(role_of_word(m->as_role)),
		.at = m->at,
		.held_on = m->held_on,
		.words = markup_of_lines(req->arena, m->words),
		.has_words = m->words != NULL };

	if (m->has_file) {
		v.file_name = m->file_name;
		v.file_pages = m->file_pages;
		v.file = talk_file_url(req->arena, who, t->doctor, m->file);
	}
	return v;
}

static void
fill_minutes(struct request *req, const struct subject *who, const struct form *form,
    const struct talk_one *t, struct talk_view *v)
{
	struct talk_story *rows = NULL;
	struct minutes_view *views;
	const char *words = headings(req, t);

	if (talk_story(req->db, who, path_u32(req, "talk"), &rows, &v->nminutes) != DB_ONE)
		v->nminutes = 0;
	views = arena_array(req->arena, v->nminutes, sizeof *views);
	for (size_t i = 0; i < v->nminutes; i++)
		views[i] = minutes_of(req, who, t, &rows[i]);
	v->minutes = views;
	if (v->nminutes > 0) {
		v->seen = rows[0].id;
		if (rows[0].words != NULL)
			words = rows[0].words;
		v->may_agree =
		    !v->is_agreed && (strcmp(rows[0].side, "DOCTOR") == 0) != is_doctor(who);
	}
	v->may_write = !v->is_agreed && strcmp(t->status, "CANCELLED") != 0;
	v->held_on = field_of(form, "holdt", "Samtalen blev holdt", "Fx 01.03.2027");
	v->text = field_of(form, "referat", "Referat", NULL);
	v->text.rows = 14;
	if (form == NULL || form_value(form, "holdt")[0] == '\0') {
		v->held_on.value = day_text(req->arena,
		    v->nminutes > 0                                  ? rows[0].held_on
		        : day_compare(t->planned_on, req->today) > 0 ? req->today
		                                                     : t->planned_on);
		v->text.value = words;
	}
	v->file = field_of(form, "fil", "Udfyldt skema (valgfri)", attached_hint(req->arena));
}

static void
fill_head(
    struct request *req, const struct subject *who, const struct talk_one *t, struct talk_view *v)
{
	const char *title = talk_title(t->kind);

	v->head = head_of(req, who,
	    is_doctor(who) ? title : arena_format(req->arena, "%s: %s", title, t->doctor_name));
	v->head.notice =
	    notice_of(req, "gemt", "Din forberedelse er gemt. Den er ikke sendt endnu.", "sendt",
	        "Din forberedelse er sendt.", "skrevet",
	        "Referatet er gemt. Den anden part skal nu se det og være enig.", "enig",
	        "Referatet er aftalt. Nu skal uddannelsesplanen passe til det, I har aftalt.",
	        "flyttet", "Samtalen er flyttet.", "aflyst", "Samtalen er aflyst.", NULL);
	v->title = title;
}

static void
fill_places(
    struct request *req, const struct subject *who, const struct talk_one *t, struct talk_view *v)
{
	struct arena *a = req->arena;
	struct url talks = is_doctor(who) ? url_local(a, "/logbog/samtaler")
	                                  : url_of(a, "/vejleder/laeger/%u/samtaler", t->doctor);

	v->back = url_with(a, talks, "delforloeb", arena_format(a, "%u", t->element));
	v->prepare = talk_at(req, who, "/forberedelse");
	v->write = talk_at(req, who, "/referat");
	v->agree = talk_at(req, who, "/enig");
	v->move = talk_at(req, who, "/dato");
}

static void
fill_state(const struct talk_one *t, struct talk_view *v)
{
	v->doctor = t->doctor_name;
	v->place = t->place;
	v->planned_by = t->by_name;
	v->planned_on = t->planned_on;
	v->is_planned = strcmp(t->status, "PLANNED") == 0;
	v->is_agreed = strcmp(t->status, "AGREED") == 0;
	v->state = v->is_planned              ? "Planlagt"
	    : v->is_agreed                    ? "Referat aftalt"
	    : strcmp(t->status, "DRAFT") == 0 ? "Referat er ikke aftalt endnu"
	                                      : "Aflyst";
	v->mark = v->is_agreed ? "ok" : v->is_planned ? "asked" : "back";
}

static void
show(struct request *req, const struct subject *who, const struct form *form, unsigned status,
    const struct attached *kept)
{
	struct talk_one t = { 0 };
	struct talk_view v = { 0 };

	if (!read_talk(req, who, &t))
		return;
	fill_head(req, who, &t, &v);
	fill_places(req, who, &t, &v);
	fill_state(&t, &v);
	fill_preparations(req, who, form, &t, &v);
	fill_minutes(req, who, form, &t, &v);
	v.day = field_of(form, "dato", "Ny dato", NULL);
	if (form == NULL || (v.day.value[0] == '\0' && v.day.fault == NULL))
		v.day.value = day_text(req->arena, t.planned_on);
	if (kept != NULL && kept->id != 0) {
		v.kept = kept->id;
		v.kept_name = kept->name;
	}
	v.once = once_of(req->arena, form);
	v.faults = faults_of(req->arena, form);
	talk_view_page(reply_html(req, status), &v);
}

void
talk_show(struct request *req, const struct subject *who)
{
	show(req, who, NULL, 200, NULL);
}

/* --- what is done ------------------------------------------------------------------------------ */

static void
see(struct request *req, const struct subject *who, const char *word)
{
	reply_see(req, url_with(req->arena, talk_at(req, who, ""), "besked", word));
}

static void
tell_other(
    struct request *req, const struct subject *who, const struct talk_one *t, enum notice kind)
{
	struct moment since = TOLD_SINCE(req->now);
	uint32_t id = path_u32(req, "talk");

	if (is_doctor(who))
		talk_tell_department(req->db, who, t->element, notice_word(kind),
		    url_of(req->arena, "/vejleder/samtaler/%u", id).text, false, since);
	else
		talk_tell_doctor(req->db, who, t->element, notice_word(kind),
		    url_of(req->arena, "/logbog/samtaler/%u", id).text, since);
}

/* Somebody was faster, or it is over. */
static void
too_late(struct request *req, const struct subject *who)
{
	answer_error(req, who, 409, "Samtalen er ændret siden",
	    "Der er skrevet, sendt eller aftalt noget, mens du skrev, eller samtalen er aflyst. Dit svar er ikke gemt. Gå til samtalen, og se, hvad der står nu.");
}

/* What this side has sent, NULL while it has not. */
static const char *
sent_words(struct request *req, const struct subject *who)
{
	struct talk_preparations *rows = NULL;
	size_t n = 0;

	if (talk_preparations(req->db, who, path_u32(req, "talk"), &rows, &n) != DB_ONE)
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (rows[i].own && rows[i].sent_at.s != 0)
			return rows[i].words;
	return NULL;
}

/* Nothing was stored: the same once more, or others after it was sent. */
static void
explain_prepared(struct request *req, const struct subject *who, const char *words, bool send)
{
	const char *sent = sent_words(req, who);

	if (sent != NULL && strcmp(sent, words) != 0)
		too_late(req, who);
	else
		see(req, who, sent != NULL || send ? "sendt" : "gemt");
}

void
talk_prepare_it(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "gem", "send", NULL);
	const char *words =
	    form_needed(form, "forberedelse", TALK_WORDS_MOST, "Skriv din forberedelse.");
	bool send = answer != NULL && strcmp(answer, "send") == 0;
	struct talk_one t = { 0 };

	if (!read_talk(req, who, &t))
		return;
	if (form_wrong(form)) {
		show(req, who, form, 422, NULL);
		return;
	}
	if (strcmp(t.status, "CANCELLED") == 0)
		too_late(req, who);
	else if (talk_prepare(req->db, who, path_u32(req, "talk"), words, send) == DB_ONE) {
		if (send)
			tell_other(req, who, &t, NOTICE_TALK_PREPARED);
		see(req, who, send ? "sendt" : "gemt");
	} else
		explain_prepared(req, who, words, send);
}

static struct day
read_held(struct request *req, const struct form *form)
{
	struct day d = form_day(form, "holdt");

	if (form_fault(form, "holdt") != NULL)
		return d;
	if (day_is_none(d))
		form_refuse(form, "holdt", "Skriv, hvilken dag samtalen blev holdt.");
	else if (day_compare(d, req->today) > 0)
		form_refuse(form, "holdt",
		    "Referatet skrives, når samtalen er holdt: dagen kan senest være i dag.");
	else if (day_compare(d, day_add_months(req->today, -24)) < 0)
		form_refuse(
		    form, "holdt", "Dagen ligger for langt tilbage. Se, om året er rigtigt.");
	return d;
}

/* What is typed of minutes, with a file that has been stored when there is one. */
struct minutes_typed {
	struct bytes once;
	struct day held;
	const char *words;
	struct attached file;
	bool has_file;
};

static struct minutes_typed
read_minutes(
    struct request *req, const struct subject *who, const struct form *form, uint32_t doctor)
{
	struct minutes_typed m = { .once = once_read(req->arena, form),
		.held = read_held(req, form),
		.words = form_text(form, "referat", TALK_WORDS_MOST) };

	m.file = attached_of_form(req, who, form, "fil", FILE_TALK, doctor, &m.has_file);
	if (m.words[0] == '\0' && !m.has_file && form_fault(form, "fil") == NULL)
		form_refuse(form, "referat", "Skriv et referat, eller vælg det udfyldte skema.");
	if (m.once.at == NULL)
		form_refuse(form, "referat", "Formularen er ikke hel. Send den igen.");
	return m;
}

/* Has this form been sent before?  A double click leads to what the first has done. */
static bool
is_written(struct request *req, const struct subject *who, struct bytes once)
{
	struct minutes_of_form sent = { 0 };

	if (once.at == NULL || minutes_of_form(req->db, who, once, &sent) != DB_ONE)
		return false;
	see(req, who, "skrevet");
	return true;
}

void
talk_write(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t seen = form_u32(form, "set", 0);
	struct talk_one t = { 0 };
	struct minutes_typed m;

	if (!read_talk(req, who, &t) || is_written(req, who, once_read(req->arena, form)))
		return;
	m = read_minutes(req, who, form, t.doctor);
	if (m.has_file && !attached_store(req, who, FILE_TALK, t.doctor, &m.file)) {
		answer_not_found(req, who);
		return;
	}
	if (form_wrong(form)) {
		show(req, who, form, 422, m.has_file ? &m.file : NULL);
		return;
	}
	if (minutes_put(req->db, who, path_u32(req, "talk"), seen, m.held,
	        m.words[0] == '\0' ? NULL : m.words, m.has_file ? &m.file.id : NULL,
	        m.once) == DB_ONE) {
		tell_other(req, who, &t, NOTICE_TALK_MINUTES);
		see(req, who, "skrevet");
	} else if (!is_written(req, who, m.once))
		too_late(req, who);
}

void
talk_agree(struct request *req, const struct subject *who, const struct form *form)
{
	uint32_t id = path_u32(req, "talk"), seen = form_u32(form, "set", 0);
	struct talk_one t = { 0 };

	if (!read_talk(req, who, &t))
		return;
	if (minutes_agree(req->db, who, id, seen) == DB_ONE) {
		tell_other(req, who, &t, NOTICE_TALK_AGREED);
		see(req, who, "enig");
	} else if (strcmp(t.status, "AGREED") == 0 && seen != 0)
		see(req, who, "enig");
	else
		too_late(req, who);
}

void
talk_change(struct request *req, const struct subject *who, const struct form *form)
{
	const char *answer = form_choice(form, "svar", "flyt", "aflys", NULL);
	bool off = answer != NULL && strcmp(answer, "aflys") == 0;
	uint32_t id = path_u32(req, "talk");
	struct day day = off ? req->today : form_day(form, "dato");
	struct talk_one t = { 0 };
	enum db_outcome o;

	if (!read_talk(req, who, &t))
		return;
	if (form_fault(form, "dato") == NULL &&
	    (day_is_none(day) || day_compare(day, req->today) < 0 ||
	        day_compare(day, day_add_months(req->today, 24)) > 0))
		form_refuse(form, "dato", "Skriv en dag, der kommer, højst to år frem.");
	if (form_wrong(form)) {
		show(req, who, form, 422, NULL);
		return;
	}
	o = off ? talk_call_off(req->db, who, id) : talk_move(req->db, who, id, day);
	if (o == DB_ONE) {
		audit(req->db, who, off ? "call off talk" : "move talk", "talk", id,
		    day_iso(req->arena, t.planned_on));
		tell_other(req, who, &t, NOTICE_TALK_PLANNED);
		see(req, who, off ? "aflyst" : "flyttet");
	} else if (strcmp(t.status, "PLANNED") == 0 && !off)
		see(req, who, "flyttet"); /* the same day once more */
	else if (strcmp(t.status, "CANCELLED") == 0 && off)
		see(req, who, "aflyst");
	else
		too_late(req, who);
}

void
talk_file_show(struct request *req, const struct subject *who, uint32_t doctor)
{
	struct talk_file row = { 0 };

	if (talk_file(req->db, who, doctor, path_u32(req, "file"), &row) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	if (!is_doctor(who))
		looked_into(req, doctor);
	reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
}
