/* SPDX-License-Identifier: MPL-2.0
 *
 * /sekretariat/overblik: the region's doctors by department, specialty and stage, and with whom
 * something is to be seen to.
 */
#ifndef OFFICE_OVERVIEW_H
#define OFFICE_OVERVIEW_H

#include "office.h"
#include "overview_find.h"

extern page overview;

struct overview_row {
	struct url at;
	const char *name, *place, *stage;
	struct day since, last;
	bool here;
	int64_t approved, goals;
	const char *const *words;
	size_t nwords;
};
struct overview_group {
	const char *label;
	struct url at;
	int64_t doctors, pressed, waiting;
};
struct overview_view {
	struct head head;
	struct url at, xlsx;
	struct moment made; /* then */
	const struct overview_filter *filter;
	struct select stage, specialty;
	struct field place;
	const struct choice *ways; /* to group by */
	size_t nways;
	const struct overview_group *groups;
	size_t ngroups;
	bool more_groups;
	int64_t found, doctors, pressed, waiting;
	const struct overview_row *rows;
	size_t n;
	uint32_t page, pages;
	struct url back, on;
};
void overview_page(struct html *, const struct overview_view *);

#endif
