/* SPDX-License-Identifier: MPL-2.0 */
#include "resent.h"

#include <string.h>

#include "approval.h"
#include "course_rule.h"
#include "enclosed.h"
#include "research_rule.h"
#include "resent_report.h"
#include "role.h"

/* --- words -------------------------------------------------------------------------------------- */

/* The first time and, when it was struck more than once, the last. */
static const char *
struck_text(struct arena *a, const struct resent_of *r)
{
	const char *first = day_text(a, moment_day(r->struck));

	return r->restruck.s == r->struck.s ? arena_format(a, "nulstillet %s", first)
	                                    : arena_format(a, "nulstillet %s, sidst %s", first,
	                                          day_text(a, moment_day(r->restruck)));
}

const char *
resent_line(struct arena *a, const struct resent_of *r)
{
	return arena_format(a, "%s, godkendt %s, %s", r->title, day_text(a, moment_day(r->first)),
	    struck_text(a, r));
}

const char *
resent_replaces(struct arena *a, const struct resent_of *r)
{
	return arena_format(
	    a, "Godkendelsen af %s, %s", day_text(a, moment_day(r->first)), struck_text(a, r));
}

static const char *
kind_of(const struct resent_of *r)
{
	switch (r->letter[0]) {
	case 'K':
		return "Kompetence";
	case 'C':
		return "Kursus";
	case 'R':
		return "Forskningstræning";
	default:
		return "Merit";
	}
}

static const char *
state_of(const struct resent_of *r)
{
	switch (r->letter[0]) {
	case 'K':
		return approval_title(approval_state_of(r->status, r->basis));
	case 'C':
		return course_state_title(course_state_of(r->status, r->basis));
	case 'R':
		return research_state_title(research_state_of(r->status, r->basis));
	default:
		return "Merit";
	}
}

/* --- its page ------------------------------------------------------------------------------------ */

static const struct report *
page_of(const struct paper *p, const struct resent_of *r, const char *replaces)
{
	const struct report *signed_one;

	if (r->letter[0] != 'T')
		return resent_report(p->arena,
		    &(struct resent_facts){ p->name, p->cpr, p->auth_id, p->printed, kind_of(r),
		        r->title, r->about, state_of(r), r->at, r->by_name,
		        role_title(role_of_word(r->as_role)), r->place, replaces, r->words });
	signed_one = paper_attestation(p, r->row);
	return signed_one == NULL ? NULL : resent_of_report(p->arena, signed_one, replaces);
}

static bool
is_that(const struct package_files *f, uint32_t about)
{
	return f->file == about;
}

/* Behind the first page that rests on it. */
static bool
add_original(struct parts *p, struct report *page, const char *number, uint32_t file)
{
	const size_t before = p->nenclosed;

	if (!add_files(p, page, number, is_that, file))
		return false;
	if (p->nenclosed > before)
		return true;
	for (size_t i = 0; i < p->nenclosed; i++)
		if (p->enclosed[i].row->file == file)
			return true;
	return parts_stop(p, PACKAGE_GONE, page->title);
}

bool
resent_add(struct parts *p, const struct resent_of *r)
{
	struct arena *a = p->paper->arena;
	const char *number = parts_next(p),
	           *replaces =
	               arena_format(a, "%s (%s)", resent_replaces(a, r), p->ask->supplements);
	const struct report *made = page_of(p->paper, r, replaces);
	struct report *page = arena_take(a, sizeof *page);

	if (made == NULL)
		return parts_stop(p, PACKAGE_DATABASE, NULL);
	*page = *made;
	if (r->has_file && !add_original(p, page, number, r->file))
		return false;
	return parts_add(p,
	    strchr("TM", r->letter[0]) != NULL
	        ? arena_format(a, "%s %s", number, r->title)
	        : arena_format(a, "%s %s: %s", number, made->title, r->title),
	    page);
}

static bool
is_first_of_merit(const struct resent_of *const *rows, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (rows[k]->has_merit && rows[k]->merit == rows[i]->merit)
			return false;
	return rows[i]->has_merit;
}

bool
resent_add_decisions(struct parts *p, const struct resent_of *const *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct report *r =
		    is_first_of_merit(rows, i) ? paper_decision(p->paper, rows[i]->merit) : NULL;

		if (r != NULL &&
		    !parts_add(p, arena_format(p->paper->arena, "%s %s", parts_next(p), r->title),
		        parts_bindable(p, r)))
			return false;
	}
	return db_failed(p->paper->db) == DB_ONE || parts_stop(p, PACKAGE_DATABASE, NULL);
}
