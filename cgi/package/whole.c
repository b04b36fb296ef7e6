/* SPDX-License-Identifier: MPL-2.0 */
#include "whole.h"

#include <json-c/json.h>
#include <string.h>

#include "queries/decision.h"
#include "queries/package.h"
#include "queries/whole.h"
#include "report_json.h"
#include "seal.h"
#include "secret.h"
#include "whole_data.h"
#include "zip.h"

enum { REPORTS_MOST = 60 };

struct whole {
	const struct paper *paper;
	struct arena *arena;
	struct whole_rows data[JOURNAL_KINDS];
	const struct whole_files *files;
	uint32_t *ids; /* of the files, in the database */
	size_t nfiles;
	struct zip *zip;
	struct package_file *listed; /* for the manifest; their content is not kept */
	size_t nlisted;
	struct part parts[REPORTS_MOST];
	size_t nparts;
	uint32_t most_mb;
	struct whole_told *told;
	enum whole_end end;
	const char *bad;
};

static bool
stop(struct whole *w, enum whole_end end, const char *bad)
{
	w->end = end;
	w->bad = bad;
	return false;
}

static bool
put(struct whole *w, const char *name, const char *title, const char *type, struct bytes content)
{
	w->listed[w->nlisted++] = seal_file(w->arena, name, title, type, content);
	return zip_add(w->zip, &(struct zip_file){ name, content }) || stop(w, WHOLE_ROOM, NULL);
}

/* --- what is in rows ------------------------------------------------------------------------- */

/* The number is sealed in the database, so no statement has it. */
static void
add_number(struct json_object *rows, const char *cpr)
{
	if (json_object_array_length(rows) > 0)
		json_object_object_add(
		    json_object_array_get_idx(rows, 0), "cpr", json_object_new_string(cpr));
}

static bool
put_data(struct whole *w, enum journal_kind_no no)
{
	const struct journal_kind *k = &journal_kinds[no];
	const char *name = arena_format(w->arena, "data/%s.json", k->name);
	struct json_object *all = json_rows(
	    w->arena, k->columns, journal_columns(k), w->data[no].rows, w->data[no].n, k->size);

	if (no == JOURNAL_LAEGE)
		add_number(all, w->paper->cpr);
	w->told->kinds[w->told->nkinds] = name;
	w->told->rows[w->told->nkinds++] = (uint32_t)w->data[no].n;
	return put(w, name, k->title, "application/json", json_written(w->arena, all));
}

static bool
put_all_data(struct whole *w)
{
	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		if (!put_data(w, k))
			return false;
	return true;
}

/* Who is referred to, in the order of their numbers. */
static bool
read_persons(struct whole *w, const uint32_t *persons, size_t n)
{
	struct whole_people *rows = arena_array(w->arena, n, sizeof *rows);

	for (size_t i = 0; i < n; i++) {
		if (whole_people(w->paper->db, w->paper->who, persons[i], &rows[i]) != DB_ONE)
			return stop(w, WHOLE_DATABASE, NULL);
		rows[i].id = (uint32_t)i + 1;
	}
	w->data[JOURNAL_PERSONER] = (struct whole_rows){ rows, n };
	return true;
}

/* The numbers of the files in the database, before they become those within the ZIP. */
static void
keep_files(struct whole *w)
{
	w->files = w->data[JOURNAL_FILER].rows;
	w->nfiles = w->data[JOURNAL_FILER].n;
	w->ids = arena_array(w->arena, w->nfiles + 1, sizeof *w->ids);
	for (size_t i = 0; i < w->nfiles; i++)
		w->ids[i] = w->files[i].id;
}

static bool
read_data(struct whole *w)
{
	const struct paper *p = w->paper;
	uint32_t *persons;
	const char *bad;
	size_t n;

	for (enum journal_kind_no k = 0; k < JOURNAL_KINDS; k++)
		if (whole_read[k] != NULL &&
		    whole_read[k](p->db, p->who, &w->data[k].rows, &w->data[k].n) != DB_ONE)
			return stop(w, WHOLE_DATABASE, NULL);
	keep_files(w);
	if ((bad = whole_number(w->arena, w->data, p->doctor, &persons, &n)) != NULL)
		return stop(w, WHOLE_BROKEN, bad);
	return read_persons(w, persons, n);
}

/* --- one PDF ------------------------------------------------------------------------------------ */

/* Its files lie beside it as they were uploaded, so none is drawn into it. */
static void
add_part(struct whole *w, const struct report *r)
{
	struct report *alone;

	if (r == NULL || w->nparts == REPORTS_MOST)
		return;
	alone = arena_take(w->arena, sizeof *alone);
	*alone = *r;
	alone->nappendices = alone->nsigns = 0;
	w->parts[w->nparts] =
	    (struct part){ arena_format(w->arena, "%zu. %s", w->nparts + 1, r->title), alone,
		    false };
	w->nparts++;
}

static void
add_lists(struct whole *w)
{
	const struct reached *doctor = reached_of(w->paper->db, w->paper->who, w->paper->doctor);

	for (size_t i = 0; doctor != NULL && i < doctor->n; i++) {
		const struct curriculum_list *list =
		    catalogue_list(w->paper->db, doctor->rows[i].curriculum);

		if (list != NULL)
			add_part(w, paper_competencies(w->paper, doctor, list, "", false));
	}
}

static void
add_decisions(struct whole *w)
{
	const struct paper *p = w->paper;
	struct decisions_of_doctor *rows;
	size_t n;

	if (decisions_of_doctor(p->db, p->who, p->doctor, &rows, &n) != DB_ONE)
		return;
	for (size_t i = 0; i < n; i++)
		add_part(w, paper_decision(p, rows[i].merit));
}

static const struct report *
cover_of(struct whole *w)
{
	const struct paper *p = w->paper;
	struct report *r = arena_take(w->arena, sizeof *r);
	struct fact *facts = arena_array(w->arena, 3, sizeof *facts);

	facts[0] = (struct fact){ "Læge", p->name, "laege" };
	facts[1] = (struct fact){ "CPR-nummer", p->cpr, "cpr" };
	facts[2] = (struct fact){ "Dato", moment_text(w->arena, p->printed), "dato" };
	*r = (struct report){ .title = "Logbog",
		.subtitle = "Hele logbogen",
		.subject = p->name,
		.subject_cpr = p->cpr,
		.printed = p->printed,
		.facts = facts,
		.nfacts = 3,
		.note =
		    "Filerne ligger ved siden af, som de er lagt op, og alt det, der er gemt, i "
		    "mappen data." };
	return r;
}

static bool
put_pdf(struct whole *w)
{
	const struct paper *p = w->paper;
	const struct appendix *bad;
	struct bytes pdf;

	add_part(w, paper_training(p));
	add_part(w, paper_attestations(p));
	add_part(w, paper_courses(p));
	add_part(w, paper_research(p));
	add_lists(w);
	add_decisions(w);
	if (db_failed(p->db) != DB_ONE)
		return stop(w, WHOLE_DATABASE, NULL);
	if (bound_of(w->arena, &(struct bound){ cover_of(w), NULL, w->parts, w->nparts }, &pdf,
	        &bad) != REPORT_FINE)
		return stop(w, WHOLE_ROOM, NULL);
	return put(w, "logbog.pdf", "Logbogen", "application/pdf", pdf);
}

/* --- files ---------------------------------------------------------------------------------------- */

static bool
put_content(struct whole *w, const struct whole_files *f, struct bytes content)
{
	const char *name = arena_format(w->arena, "filer/%u.%s", f->id,
	    strcmp(f->type, "application/pdf") == 0 ? "pdf"
	        : strcmp(f->type, "image/png") == 0 ? "png"
	                                            : "jpg");
	struct hash h = hash_sha256(content.at, content.n);

	if (content.at == NULL || f->sha256.n != HASH_BYTES ||
	    memcmp(h.bytes, f->sha256.at, HASH_BYTES) != 0)
		return stop(w, WHOLE_BROKEN, f->name);
	return put(w, name, f->name, f->type, content);
}

/* One at a time: what one took is given back before the next. */
static bool
put_file(struct whole *w, size_t i)
{
	const struct paper *p = w->paper;
	struct arena *once = arena_make();
	struct package_content c = { 0 };
	enum db_outcome o;
	bool fine;

	db_use(p->db, once);
	o = package_content(p->db, p->who, p->doctor, w->ids[i], &c);
	db_use(p->db, w->arena);
	fine = o == DB_DOWN ? stop(w, WHOLE_DATABASE, NULL) : put_content(w, &w->files[i], c.bytes);
	arena_drop(once);
	return fine;
}

static bool
put_files(struct whole *w)
{
	for (size_t i = 0; i < w->nfiles; i++)
		if (!put_file(w, i))
			return false;
	return true;
}

static bool
is_of_a_size(struct whole *w)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < w->nfiles; i++)
		bytes += w->files[i].size;
	w->told->files = (uint32_t)w->nfiles;
	return bytes <= (uint64_t)w->most_mb * 1000000 || stop(w, WHOLE_TOO_LARGE, NULL);
}

/* --- all of it ---------------------------------------------------------------------------------------- */

static bool
finish(struct whole *w, struct bytes *zip)
{
	struct bytes manifest = seal_manifest(w->arena,
	    &(struct seal){ .kind = "logbog", .made = w->paper->printed }, w->listed, w->nlisted);

	if (!zip_add(w->zip, &(struct zip_file){ "manifest.json", manifest }) ||
	    !zip_end(w->zip, zip))
		return stop(w, WHOLE_ROOM, NULL);
	return true;
}

static struct whole_told
told_of(struct arena *a)
{
	return (struct whole_told){ .kinds = arena_array(a, JOURNAL_KINDS, sizeof(const char *)),
		.rows = arena_array(a, JOURNAL_KINDS, sizeof(uint32_t)) };
}

enum whole_end
whole_make_as(const struct paper *p, uint32_t most_mb, struct bytes *zip, struct whole_told *told,
    const char **bad)
{
	struct whole *w = arena_take(p->arena, sizeof *w);

	*told = told_of(p->arena);
	w->paper = p;
	w->arena = p->arena;
	w->most_mb = most_mb;
	w->told = told;
	if (read_data(w) && is_of_a_size(w)) {
		w->listed = arena_array(w->arena, w->nfiles + JOURNAL_KINDS + 1, sizeof *w->listed);
		w->zip = zip_begin(w->arena, p->printed);
		if (w->zip == NULL)
			return WHOLE_ROOM;
		if (put_pdf(w) && put_all_data(w) && put_files(w) && finish(w, zip))
			return WHOLE_MADE;
	}
	*bad = w->bad;
	return w->end;
}

enum whole_end
whole_make(const struct paper *p, struct bytes *zip, const char **bad)
{
	struct whole_told told;

	return whole_make_as(p, WHOLE_MOST_MB, zip, &told, bad);
}
