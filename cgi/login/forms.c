/* SPDX-License-Identifier: MPL-2.0 */
#include "forms.h"

#include "list_words.h"
#include "queries/form.h"

/* "Hoveduddannelse, Kirurgi"; "Alle". */
static const char *
whom(struct arena *a, const struct forms_offered *f)
{
	if (f->stage == NULL)
		return f->specialty == NULL ? "Alle" : f->specialty;
	return f->specialty == NULL
	    ? list_stage_short(f->stage)
	    : arena_format(a, "%s, %s", list_stage_short(f->stage), f->specialty);
}

void
forms(struct request *req, const struct subject *who)
{
	struct forms_view v = { .head = head_of(req, who, "Formularer") };
	struct forms_offered *found;
	struct form_row *rows;

	if (forms_offered(req->db, who, &found, &v.n) != DB_ONE)
		return;
	rows = arena_array(req->arena, v.n, sizeof *rows);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct form_row){
			url_of(req->arena, "/adgang/formularer/%u", found[i].id),
			found[i].title,
			whom(req->arena, &found[i]),
			found[i].region,
			found[i].name,
			found[i].pages,
			found[i].size / 1024 + 1,
			found[i].at,
		};
	v.rows = rows;
	forms_page(reply_html(req, 200), &v);
}

void
form_fetch(struct request *req, const struct subject *who)
{
	struct form_bytes f = { 0 };

	if (form_bytes(req->db, who, path_u32(req, "form"), &f) != DB_ONE)
		answer_not_found(req, who);
	else
		reply_file(req, f.type, REPLY_SAVE, f.name, f.bytes);
}
