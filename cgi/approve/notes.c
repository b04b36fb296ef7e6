/* SPDX-License-Identifier: MPL-2.0
 *
 * What a doctor of the department wrote for the department (R-NOT-02).
 */
#include "notes_of.h"

#include "note_rule.h"
#include "queries/note_shared.h"

static struct note_shown
shown(struct arena *a, const struct notes_shared *n)
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
	};
}

/* The rule is asked once more of each row: what the statement let through must be for this role. */
void
doctor_notes(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct notes_of_view v = { 0 };
	struct notes_shared *found;
	struct note_shown *rows;
	size_t n;

	if (doctor == NULL || notes_shared(req->db, who, doctor->doctor, &found, &n) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	rows = arena_array(req->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		if (note_may_be_read(note_readers_of(found[i].readers), subject_role(who)))
			rows[v.n++] = shown(req->arena, &found[i]);
	v.rows = rows;
	v.head = head_of(req, who, arena_format(req->arena, "Notater: %s", doctor->name));
	v.back = approve_places(req->arena, doctor->doctor).list;
	v.name = doctor->name;
	notes_of_page(reply_html(req, 200), &v);
}
