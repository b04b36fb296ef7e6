/* SPDX-License-Identifier: MPL-2.0
 *
 * The files of a doctor of the region, as the secretariat sees them.
 */
#include "files_of.h"

#include "queries/file_office.h"

static struct file_shown
shown(struct arena *a, uint32_t doctor, const struct files_of_region *f)
{
	const enum file_sort sort = file_sort_of(f->kind);
	const enum file_state state = file_state_of(f->status);

	return (struct file_shown){
		.at = url_of(a, "/sekretariat/brugere/%u/filer/%u", doctor, f->file),
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

void
region_files(struct request *req, const struct subject *who)
{
	const struct reached *doctor = doctor_within_reach(req, who, path_u32(req, "doctor"));
	struct office_files_view v = { 0 };
	struct files_of_region *found;
	struct file_shown *rows;

	if (doctor == NULL ||
	    files_of_region(req->db, who, doctor->doctor, &found, &v.n) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor->doctor);
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = shown(req->arena, doctor->doctor, &found[i]);
	v.rows = rows;
	v.head = head_of(req, who, arena_format(req->arena, "Filer: %s", doctor->name));
	v.back = url_of(req->arena, "/sekretariat/brugere/%u", doctor->doctor);
	v.name = doctor->name;
	office_files_page(reply_html(req, 200), &v);
}

void
region_file(struct request *req, const struct subject *who)
{
	const uint32_t doctor = path_u32(req, "doctor");
	struct file_of_region_content f = { 0 };

	if (file_of_region_content(req->db, who, doctor, path_u32(req, "file"), &f) != DB_ONE) {
		answer_not_found(req, who);
		return;
	}
	looked_into(req, doctor);
	reply_file(req, f.type, REPLY_SHOW, f.name, f.bytes);
}
