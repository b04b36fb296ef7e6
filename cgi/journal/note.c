/* SPDX-License-Identifier: MPL-2.0
 *
 * Notater: the merit notes of the logbook (R-MER-05), and the letters that came with them.
 */
#include "journal.h"
#include "notebook.h"

#include "queries/decision.h"

static struct note_row
row_of(struct arena *a, const struct merits_of_doctor *m, const struct places *places)
{
	struct note_row r = {
		.at = m->at,
		.by = m->by_name,
		.role = role_title(role_of_word(m->as_role)),
		.place = m->place,
		.text = markup_of_lines(a, m->note),
		.has_text = m->note != NULL,
		.goals = markup_of_lines(a, m->competencies),
		.has_goals = m->competencies != NULL,
		.reset_by = m->reset_by,
		.reset_at = m->reset_at,
		.reset_reason = markup_of_lines(a, m->reset_reason),
	};

	if (m->has_letter) {
		r.letter_name = m->letter_name;
		r.letter_pages = m->letter_pages;
		r.letter = url_below(a, places->letters, m->letter);
	}
	return r;
}

/* "12 måneder og kurser"; NULL when it gives neither. */
static const char *
scope_of(struct arena *a, const struct decisions_of_doctor *d)
{
	const char *time = d->has_months ? arena_format(a, "%u måneder", d->months) : NULL;
	const char *courses = d->courses == NULL ? NULL : arena_format(a, "kurser: %s", d->courses);

	if (time == NULL || courses == NULL)
		return time == NULL ? courses : time;
	return arena_format(a, "%s; %s", time, courses);
}

/* The decision that a merit came with, and where its letter is. */
static void
fill_decision(struct arena *a, uint32_t merit, const struct decisions_of_doctor *all, size_t n,
    struct note_row *r)
{
	for (size_t i = 0; i < n; i++) {
		if (all[i].merit != merit)
			continue;
		r->decided = arena_format(a, "Sagsnr. %s, afgjort %s af %s", all[i].case_no,
		    day_text(a, all[i].decided_on), all[i].decider);
		r->scope = scope_of(a, &all[i]);
		r->decision = url_of(a, "/udskrift/afgoerelse/%u", merit);
	}
}

void
notes(struct request *req, const struct subject *who)
{
	struct notes_view v = { .head = head_of(req, who, "Notater") };
	struct places places = journal_places(req->arena);
	struct merits_of_doctor *merits;
	struct decisions_of_doctor *decisions;
	struct note_row *rows;
	size_t ndecisions;

	if (merits_of_doctor(req->db, who, subject_id(who), &merits, &v.n) != DB_ONE)
		v.n = 0;
	if (decisions_of_doctor(req->db, who, subject_id(who), &decisions, &ndecisions) != DB_ONE)
		ndecisions = 0;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++) {
		rows[i] = row_of(req->arena, &merits[i], &places);
		fill_decision(req->arena, merits[i].id, decisions, ndecisions, &rows[i]);
	}
	v.rows = rows;
	v.own = notebook_of(req, who, &v.nown);
	v.write = url_local(req->arena, "/logbog/notater/ny");
	v.head.notice = notice_of(req, "skrevet", "Notatet er gemt.", "rettet",
	    "Notatet er rettet.", "fjernet", "Notatet er fjernet.", NULL);
	notes_page(reply_html(req, 200), &v);
}

void
letter(struct request *req, const struct subject *who)
{
	struct letter_content row = { 0 };

	if (letter_content(req->db, who, subject_id(who), path_u32(req, "letter"), &row) != DB_ONE)
		answer_not_found(req, who);
	else
		reply_file(req, row.type, REPLY_SHOW, row.name, row.bytes);
}
