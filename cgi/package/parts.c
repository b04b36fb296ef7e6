/* SPDX-License-Identifier: MPL-2.0 */
#include "parts.h"

#include <string.h>

#include "attestation_report.h"
#include "enclosed.h"
#include "file_rule.h"
#include "files_report.h"
#include "queries/decision.h"

/* --- which file is of which part ---------------------------------------------------------------- */

static bool
is_agreement(const struct package_files *f, uint32_t about)
{
	(void)about;
	return file_part_of(f->kind) == FILE_PART_AGREEMENTS;
}

static bool
is_of_attestation(const struct package_files *f, uint32_t about)
{
	return f->has_attestation && f->attestation == about;
}

static bool
is_of_course(const struct package_files *f, uint32_t about)
{
	(void)about;
	return f->course != NULL;
}

static bool
is_of_research(const struct package_files *f, uint32_t about)
{
	(void)about;
	return f->research || file_part_of(f->kind) == FILE_PART_RESEARCH;
}

static bool
is_letter(const struct package_files *f, uint32_t about)
{
	(void)about;
	return f->has_merit;
}

/* --- parts -------------------------------------------------------------------------------------- */

/* A report to be bound: no lines to sign on, for nobody signs it on paper. */
struct report *
parts_bindable(struct parts *p, const struct report *r)
{
	struct report *copy = arena_take(p->paper->arena, sizeof *copy);

	*copy = *r;
	copy->nsigns = 0;
	return copy;
}

static bool
add_at(struct parts *p, const char *title, const struct report *r, bool below)
{
	if (p->n == PARTS_MOST)
		return parts_stop(p, PACKAGE_ROOM, title);
	p->list[p->n++] = (struct part){ title, r, below };
	return true;
}

bool
parts_add(struct parts *p, const char *title, const struct report *r)
{
	return add_at(p, title, r, false);
}

/* "4." and, of the second below it, "4.2." */
const char *
parts_next(struct parts *p)
{
	return arena_format(p->paper->arena, "%u.", ++p->number);
}

static bool
add_next(struct parts *p, const char *number, const char *title, const struct report *r)
{
	return parts_add(p, arena_format(p->paper->arena, "%s %s", number, title), r);
}

static bool
add_employment(struct parts *p)
{
	const struct report *r = p->ask->employment == NULL ? NULL : p->ask->employment(p->paper);

	return r == NULL || add_next(p, parts_next(p), r->title, parts_bindable(p, r));
}

/* A part of nothing but files. */
static bool
add_filed(struct parts *p, const char *title, const char *empty, belongs *is)
{
	const char *number = parts_next(p);
	size_t before = p->nenclosed;
	struct report *r = arena_take(p->paper->arena, sizeof *r), *made;
	struct filed *lines;

	if (!add_files(p, r, number, is, 0))
		return false;
	lines = arena_array(p->paper->arena, r->nappendices, sizeof *lines);
	for (size_t i = 0; i < r->nappendices; i++) {
		const struct package_files *f = p->enclosed[before + i].row;

		lines[i] = (struct filed){ arena_format(p->paper->arena, "%s%zu", number, i + 1),
			p->enclosed[before + i].title, moment_day(f->given),
			f->status != NULL && strcmp(f->status, "VERIFIED") == 0 ? "Verificeret"
			                                                        : "Lagt op" };
	}
	made = parts_bindable(p,
	    files_report(p->paper->arena,
	        &(struct files_facts){ title, empty, p->paper->name, p->paper->cpr,
	            p->paper->printed, lines, r->nappendices }));
	made->appendices = r->appendices;
	made->nappendices = r->nappendices;
	return add_next(p, number, title, made);
}

static bool
is_asked_for(const struct parts *p, const char *stage)
{
	if (stage == NULL)
		return true;
	return p->ask->kind == SENDING_PRACTICE
	    ? strcmp(stage, "KBU") == 0
	    : strcmp(stage, "INTRO") == 0 || strcmp(stage, "HU") == 0;
}

static bool
add_attestation(
    struct parts *p, const char *number, size_t nth, const struct attest_signed_all *row)
{
	struct arena *a = p->paper->arena;
	const char *own = arena_format(a, "%s%zu.", number, nth);
	const struct report *r = paper_attestation(p->paper, row->id);
	struct report *made;

	if (r == NULL)
		return parts_stop(p, PACKAGE_DATABASE, NULL);
	made = parts_bindable(p, r);
	return add_files(p, made, own, is_of_attestation, row->id) &&
	    add_at(p, arena_format(a, "%s %s, %s", own, r->title, row->unit_place), made, true);
}

static bool
add_attestations(struct parts *p)
{
	const struct paper *paper = p->paper;
	const struct report *r = paper_attestations(paper);
	const char *number = parts_next(p);
	struct attest_signed_all *rows;
	size_t n, nth = 0;

	if (r == NULL ||
	    attest_signed_all(paper->db, paper->who, paper->doctor, &rows, &n) != DB_ONE)
		return parts_stop(p, PACKAGE_DATABASE, NULL);
	if (!add_next(p, number, r->title, parts_bindable(p, r)))
		return false;
	for (size_t i = 0; i < n; i++)
		if (is_asked_for(p, rows[i].stage) && !add_attestation(p, number, ++nth, &rows[i]))
			return false;
	return true;
}

static bool
add_with_files(struct parts *p, const struct report *r, belongs *is)
{
	const char *number = parts_next(p);
	struct report *made = parts_bindable(p, r);

	return add_files(p, made, number, is, 0) && add_next(p, number, r->title, made);
}

static bool
add_courses(struct parts *p)
{
	const struct report *r = paper_courses(p->paper);

	return r == NULL ? parts_stop(p, PACKAGE_DATABASE, NULL)
	                 : add_with_files(p, r, is_of_course);
}

/* Of main training alone; a doctor without one has none. */
static bool
add_research(struct parts *p)
{
	const struct report *r =
	    p->ask->kind == SENDING_SPECIALIST ? paper_research(p->paper) : NULL;

	return r == NULL || add_with_files(p, r, is_of_research);
}

/* Has the list stood before in the doctor's courses? */
static bool
is_repeated(const struct reached *doctor, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (doctor->rows[k].curriculum == doctor->rows[i].curriculum)
			return true;
	return false;
}

/* Letters stand behind the first list, whichever they are linked to, and are named by its number. */
static bool
add_list(struct parts *p, const struct reached *doctor, const struct curriculum_list *list,
    const char **first)
{
	struct arena *a = p->paper->arena;
	const char *number = parts_next(p);
	const struct report *r;

	r = paper_competencies(
	    p->paper, doctor, list, *first == NULL ? number : *first, *first == NULL);
	if (r == NULL)
		return parts_stop(p, PACKAGE_DATABASE, NULL);
	if (*first == NULL && !enclose_letters(p, r))
		return false;
	*first = *first == NULL ? number : *first;
	return add_next(
	    p, number, arena_format(a, "Kompetencer, %s", list->title), parts_bindable(p, r));
}

static bool
add_lists(struct parts *p)
{
	const struct reached *doctor = reached_of(p->paper->db, p->paper->who, p->paper->doctor);
	const char *first = NULL;

	if (doctor == NULL)
		return parts_stop(p, PACKAGE_NOT_THERE, NULL);
	for (size_t i = 0; i < doctor->n; i++) {
		const struct curriculum_list *list =
		    catalogue_list(p->paper->db, doctor->rows[i].curriculum);

		if (list == NULL)
			return parts_stop(p, PACKAGE_DATABASE, NULL);
		if (!doctor->rows[i].left && !is_repeated(doctor, i) &&
		    is_asked_for(p, list->stage) && !add_list(p, doctor, list, &first))
			return false;
	}
	return true;
}

/* No letter is ever left out, whatever lists there are (R-MER-03). */
static bool
add_letters(struct parts *p)
{
	for (size_t i = 0; i < p->nrows; i++)
		if (!p->taken[i] && p->rows[i].has_merit)
			return add_filed(p, "Meritbreve", "", is_letter);
	return true;
}

static bool
add_decisions(struct parts *p)
{
	const struct paper *paper = p->paper;
	struct decisions_of_doctor *rows;
	size_t n;

	if (decisions_of_doctor(paper->db, paper->who, paper->doctor, &rows, &n) != DB_ONE)
		return parts_stop(p, PACKAGE_DATABASE, NULL);
	for (size_t i = 0; i < n; i++) {
		const struct report *r = paper_decision(paper, rows[i].merit);

		if (r == NULL)
			return parts_stop(p, PACKAGE_DATABASE, NULL);
		if (!add_next(p, parts_next(p),
		        arena_format(paper->arena, "%s, sagsnr. %s", r->title, rows[i].case_no),
		        parts_bindable(p, r)))
			return false;
	}
	return true;
}

bool
parts_read_files(struct parts *p)
{
	const struct paper *paper = p->paper;
	struct package_files *rows;

	if (package_files(paper->db, paper->who, paper->doctor, &rows, &p->nrows) != DB_ONE)
		return parts_stop(p, PACKAGE_DATABASE, NULL);
	p->rows = rows;
	p->taken = arena_array(paper->arena, p->nrows, sizeof *p->taken);
	p->enclosed = arena_array(paper->arena, p->nrows, sizeof *p->enclosed);
	return true;
}

bool
parts_fill(struct parts *p)
{
	if (!parts_read_files(p) || !add_employment(p) ||
	    !add_filed(
	        p, "Uddannelsesaftaler og tillæg", "Ingen aftale er vedhæftet.", is_agreement) ||
	    !add_attestations(p) || !add_courses(p) || !add_research(p) || !add_lists(p) ||
	    !add_letters(p) || !add_decisions(p))
		return false;
	return db_failed(p->paper->db) == DB_ONE || parts_stop(p, PACKAGE_DATABASE, NULL);
}
