/* SPDX-License-Identifier: MPL-2.0 */
#include "enclosed.h"

#include <string.h>

#include "secret.h"

/* --- what stops it --------------------------------------------------------------------------------- */

bool
parts_stop(struct parts *p, enum package_end end, const char *bad)
{
	p->package->end = end;
	p->package->bad = bad;
	return false;
}

static bool
is_standing(const struct package_files *f)
{
	return f->status == NULL ||
	    (strcmp(f->status, "REFUSED") != 0 && strcmp(f->status, "WITHDRAWN") != 0);
}

bool
file_is_kind(const struct package_files *f, const char *kind)
{
	return strcmp(f->kind, kind) == 0;
}

static const char *
kind_title(const char *word)
{
	static const struct {
		const char *word, *title;
	} titles[] = { { "AGREEMENT", "Uddannelsesaftale" }, { "SUPPLEMENT", "Tillægsaftale" },
		{ "PAPER_ATTESTATION", "Attestation på papir" }, { "CERTIFICATE", "Kursusbevis" },
		{ "MERIT_LETTER", "Meritbrev" }, { "DIPLOMA", "Diplom" },
		{ "CARD", "Kompetencekort" }, { "PLAN", "Uddannelsesplan" }, { "TALK", "Samtale" },
		{ "REQUEST", "Anmodning om nulstilling" } };

	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
		if (strcmp(titles[i].word, word) == 0)
			return titles[i].title;
	return "Andet";
}

/* "Kursusbevis, Akutte patienter": what it is, and what it is about, its own words, or its name. */
static const char *
title_of(struct arena *a, const struct package_files *f)
{
	const char *kind = f->research && file_is_kind(f, "OTHER") ? "Bilag til forskningstræning"
	                                                           : kind_title(f->kind);
	const char *words = f->course != NULL         ? f->course
	    : f->research_course != NULL              ? f->research_course
	    : f->title == NULL || f->title[0] == '\0' ? f->name
	                                              : f->title;

	return strncmp(kind, words, strlen(kind)) == 0 ? words
	                                               : arena_format(a, "%s, %s", kind, words);
}

/* --- files ------------------------------------------------------------------------------------- */

/* Is it what was given?  The database keeps the hash apart from the bytes. */
static bool
is_unchanged(const struct package_files *f, struct bytes content)
{
	struct hash h = hash_sha256(content.at, content.n);

	return f->sha256.n == HASH_BYTES && content.n == f->size &&
	    memcmp(h.bytes, f->sha256.at, HASH_BYTES) == 0;
}

static bool
enclose(struct parts *p, size_t row, struct bytes content)
{
	const struct package_files *f = &p->rows[row];
	const char *title = title_of(p->paper->arena, f);

	if (content.at == NULL)
		return parts_stop(p, PACKAGE_GONE, title);
	if (!is_unchanged(f, content))
		return parts_stop(p, PACKAGE_CHANGED, title);
	p->taken[row] = true;
	p->enclosed[p->nenclosed++] = (struct enclosed){ f, title, content };
	return true;
}

static bool
read_and_enclose(struct parts *p, size_t row)
{
	struct package_content c = { 0 };

	if (package_content(p->paper->db, p->paper->who, p->paper->doctor, p->rows[row].file, &c) ==
	    DB_DOWN)
		return parts_stop(p, PACKAGE_DATABASE, NULL);
	return enclose(p, row, c.bytes);
}

/* The report with that file behind its last appendix: "Bilag 4.2: Kursusbevis, …". */
static void
append(struct parts *p, struct report *r, const char *number)
{
	const struct enclosed *e = &p->enclosed[p->nenclosed - 1];
	struct arena *a = p->paper->arena;
	struct appendix *all = arena_array(a, r->nappendices + 1, sizeof *all);

	if (r->nappendices > 0)
		memcpy(all, r->appendices, r->nappendices * sizeof *all);
	all[r->nappendices] = (struct appendix){
		.title = arena_format(a, "Bilag %s%zu: %s", number, r->nappendices + 1, e->title),
		.type = e->row->type,
		.sha256 = hash_hex(a, e->row->sha256.at),
		.content = e->content,
	};
	r->appendices = all;
	r->nappendices++;
}

bool
add_files(struct parts *p, struct report *r, const char *number, belongs *is, uint32_t about)
{
	for (size_t i = 0; i < p->nrows; i++) {
		if (p->taken[i] || !is_standing(&p->rows[i]) || !is(&p->rows[i], about))
			continue;
		if (!read_and_enclose(p, i))
			return false;
		append(p, r, number);
	}
	return true;
}

/* Letters that the report has brought itself. */
bool
enclose_letters(struct parts *p, const struct report *r)
{
	for (size_t k = 0; k < r->nappendices; k++)
		for (size_t i = 0; i < p->nrows; i++)
			if (!p->taken[i] && p->rows[i].has_merit &&
			    p->rows[i].sha256.n == HASH_BYTES &&
			    strcmp(hash_hex(p->paper->arena, p->rows[i].sha256.at),
			        r->appendices[k].sha256) == 0 &&
			    !enclose(p, i, r->appendices[k].content))
				return false;
	return true;
}
