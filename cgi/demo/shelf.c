/* SPDX-License-Identifier: MPL-2.0
 *
 * What lies beside the stories: notes, the doctors' own files, what was reset, the library of forms.
 */
#include <errno.h>
#include <string.h>

#include "demo.h"
#include "log.h"
#include "queries/demo.h"
#include "queries/demo_note.h"
#include "secret.h"
#include "whole_file.h"

enum { SHELF_LARGEST = 20 * 1024 * 1024 };

/* A row, where it is told, and when. */
struct shelf_row {
	const struct demo *d;
	const struct table *t;
	const struct sheet_row *r;
	struct day day;
	struct moment at;
	unsigned char once[16];
};

static struct bytes
once_of(struct shelf_row *s)
{
	secret_random(s->once, sizeof s->once);
	return (struct bytes){ s->once, sizeof s->once };
}

static void
each_row(struct demo *d, const char *name, void (*put)(struct shelf_row *))
{
	struct table t;

	table_open(&t, d, name);
	for (size_t i = 0; i < t.sheet.nrows; i++) {
		const struct sheet_row *r = &t.sheet.rows[i];
		struct shelf_row s = { .d = d, .t = &t, .r = r, .day = cell_day(&t, r, "day") };

		s.at = demo_moment(s.day, i);
		put(&s);
	}
}

/* The bytes of a file of the demo's folder, stored; its hash. */
static struct hash
store_bytes(const struct shelf_row *s, struct bytes *bytes)
{
	const char *path =
	    arena_format(s->d->arena, "%s/demo/%s", s->d->seed, cell(s->t, s->r, "file"));
	struct hash hash;
	enum db_outcome outcome;

	if (!whole_file(s->d->arena, path, SHELF_LARGEST, bytes))
		fatal("%s: %s", path, strerror(errno));
	hash = hash_sha256(bytes->at, bytes->n);
	outcome = letter_bytes_put(s->d->db, hash_bytes(&hash), *bytes);
	if (outcome != DB_TAKEN)
		must(s->t, s->r, outcome);
	return hash;
}

/* --- each of them ------------------------------------------------------------------------- */

static void
put_note(struct shelf_row *s)
{
	const char **texts;
	const size_t n = cell_words(s->t, s->r, "text", '|', &texts);
	uint32_t note;

	must(s->t, s->r,
	    demo_note_put(s->d->db, cell(s->t, s->r, "email"), cell(s->t, s->r, "by"),
	        cell_or_none(s->t, s->r, "list"), cell_or_none(s->t, s->r, "number"), once_of(s),
	        s->day, s->at));
	note = db_inserted(s->d->db);
	for (size_t i = 0; i < n; i++) {
		const struct moment at = { s->at.s + (int64_t)i * 60 * 60 };

		must(s->t, s->r,
		    demo_note_say(s->d->db, note, texts[i], cell(s->t, s->r, "readers"), at));
	}
}

static void
put_answer(const struct shelf_row *s, uint32_t file)
{
	const struct day day = day_add(s->day, (int32_t)cell_number(s->t, s->r, "wait"));

	must(s->t, s->r,
	    demo_file_answer(s->d->db, file, cell(s->t, s->r, "by"), cell(s->t, s->r, "as"),
	        cell(s->t, s->r, "answer"), cell_or_none(s->t, s->r, "reason"), day,
	        (struct moment){ demo_moment(day, 1).s + 2 * 60 * 60 }));
}

static void
put_file(struct shelf_row *s)
{
	struct bytes bytes;
	const struct hash hash = store_bytes(s, &bytes);
	uint32_t file;

	must(s->t, s->r,
	    demo_file_put(s->d->db, cell(s->t, s->r, "email"), cell(s->t, s->r, "kind"),
	        cell(s->t, s->r, "type"), cell_number(s->t, s->r, "pages"), (uint32_t)bytes.n,
	        cell(s->t, s->r, "name"), hash_bytes(&hash), s->at));
	file = db_inserted(s->d->db);
	must(s->t, s->r,
	    demo_file_upload(s->d->db, file, cell(s->t, s->r, "title"), once_of(s), s->at));
	if (cell_or_none(s->t, s->r, "answer") != NULL)
		put_answer(s, file);
}

static void
put_reset(struct shelf_row *s)
{
	must(s->t, s->r,
	    demo_reset(s->d->db, cell(s->t, s->r, "email"), cell(s->t, s->r, "list"),
	        cell(s->t, s->r, "number"), cell(s->t, s->r, "by"), cell(s->t, s->r, "requester"),
	        day_add(s->day, -7), cell(s->t, s->r, "case_no"), cell(s->t, s->r, "reason"),
	        once_of(s), s->day, s->at));
	must(s->t, s->r, demo_reset_step(s->d->db, db_inserted(s->d->db)));
}

static void
put_form(struct shelf_row *s)
{
	struct bytes bytes;
	const struct hash hash = store_bytes(s, &bytes);

	must(s->t, s->r,
	    demo_form_put(s->d->db, cell(s->t, s->r, "by"), cell(s->t, s->r, "title"),
	        cell_or_none(s->t, s->r, "stage"), cell_or_none(s->t, s->r, "specialty"),
	        once_of(s)));
	must(s->t, s->r,
	    demo_form_say(s->d->db, db_inserted(s->d->db), cell(s->t, s->r, "by"),
	        cell(s->t, s->r, "type"), cell_number(s->t, s->r, "pages"), (uint32_t)bytes.n,
	        cell(s->t, s->r, "name"), hash_bytes(&hash), s->at));
}

void
put_shelf(struct demo *d)
{
	each_row(d, "notes.csv", put_note);
	each_row(d, "files.csv", put_file);
	each_row(d, "resets.csv", put_reset);
	each_row(d, "forms.csv", put_form);
}
