/* SPDX-License-Identifier: MPL-2.0
 *
 * Published curricula, kept in the process: they never change (R-MAL-04), and they are most of
 * what a page of competencies would otherwise ask the database for.  Memory: some 2 kB a
 * competency, so a hundred lists of a hundred are about 20 MB at the very most; a process
 * keeps the CATALOGUE_MOST last asked for.
 */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include "db.h"

enum { CATALOGUE_MOST = 40 };

struct goal {
	uint32_t id;
	const char *number, *heading, *title, *clarification, *strategy, *methods, *minimum,
	    *assess_when, *placement, *approver_rule;
};

struct curriculum_list {
	uint32_t id;
	const char *code, *title, *stage, *specialty, *version, *source;
	bool demo;
	const struct goal *goals; /* in order; equal headings in a row are one string */
	size_t n;
};

/* The list of that id; NULL when there is none, or when the database failed (db_failed tells).
 * It stays valid for the request. */
const struct curriculum_list *catalogue_list(struct db *, uint32_t curriculum);

/* The goal of that competency id within the list, NULL without. */
const struct goal *catalogue_goal(const struct curriculum_list *, uint32_t competency);

struct competencies_now;
/* The latest step of that competency among rows sorted by competency; NULL without. */
const struct competencies_now *
latest_of(const struct competencies_now *, size_t n, uint32_t competency);

#endif
