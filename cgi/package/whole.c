/* SPDX-License-Identifier: MPL-2.0 */
#include "whole.h"

#include <json-c/json.h>
#include <string.h>

#include "queries/decision.h"
#include "report_json.h"
#include "seal.h"
#include "secret.h"
#include "whole_data.h"
#include "zip.h"

enum { KINDS_MOST = 40, REPORTS_MOST = 60 };

struct whole {
	const struct paper *paper;
	struct arena *arena;
	const struct package_files *rows; /* its files */
	size_t nrows;
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
put_data(struct whole *w, const struct whole_kind *k)
{
	const struct paper *p = w->paper;
	struct json_object *all;
	void *rows = NULL;
	size_t n = 0;

	if (k->read(p->db, p->who, &rows, &n) != DB_ONE)
		return stop(w, WHOLE_DATABASE, NULL);
	all = json_rows(w->arena, k->columns, k->ncolumns, rows, n, k->size);
	if (k == &whole_kinds[0])
		add_number(all, p->cpr);
	w->told->kinds[w->told->nkinds] = k->name;
	w->told->rows[w->told->nkinds++] = (uint32_t)n;
	return put(w, k->name, k->title, "application/json", json_written(w->arena, all));
}

static bool
put_all_data(struct whole *w)
{
	for (size_t i = 0; i < whole_nkinds; i++)
		if (!put_data(w, &whole_kinds[i]))
			return false;
	return true;
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
put_content(struct whole *w, const struct package_files *f, const char *name, struct bytes content)
{
	struct hash h = hash_sha256(content.at, content.n);

	if (content.at == NULL || f->sha256.n != HASH_BYTES ||
	    memcmp(h.bytes, f->sha256.at, HASH_BYTES) != 0)
		return stop(w, WHOLE_BROKEN, f->name);
	return put(w, name, f->name, f->type, content);
}

/* One at a time: what one took is given back before the next. */
static bool
put_file(struct whole *w, const struct package_files *f)
{
	const struct paper *p = w->paper;
	const char *name = arena_format(w->arena, "filer/%u.%s", f->file,
	    strcmp(f->type, "application/pdf") == 0 ? "pdf"
	        : strcmp(f->type, "image/png") == 0 ? "png"
	                                            : "jpg");
	struct arena *once = arena_make();
	struct package_content c = { 0 };
	enum db_outcome o;
	bool fine;

	db_use(p->db, once);
	o = package_content(p->db, p->who, p->doctor, f->file, &c);
	db_use(p->db, w->arena);
	fine = o == DB_DOWN ? stop(w, WHOLE_DATABASE, NULL) : put_content(w, f, name, c.bytes);
	arena_drop(once);
	return fine;
}

static bool
put_files(struct whole *w)
{
	for (size_t i = 0; i < w->nrows; i++)
		if (!put_file(w, &w->rows[i]))
			return false;
	return true;
}

static bool
read_files(struct whole *w)
{
	const struct paper *p = w->paper;
	struct package_files *rows;
	uint64_t bytes = 0;

	if (package_files(p->db, p->who, p->doctor, &rows, &w->nrows) != DB_ONE)
		return stop(w, WHOLE_DATABASE, NULL);
	w->rows = rows;
	for (size_t i = 0; i < w->nrows; i++)
		bytes += rows[i].size;
	w->told->files = (uint32_t)w->nrows;
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
	return (struct whole_told){ .kinds = arena_array(a, KINDS_MOST, sizeof(const char *)),
		.rows = arena_array(a, KINDS_MOST, sizeof(uint32_t)) };
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
	if (read_files(w)) {
		w->listed = arena_array(w->arena, w->nrows + KINDS_MOST, sizeof *w->listed);
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
