/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own training plan and talks.
 */
#ifndef JOURNAL_PLAN_H
#define JOURNAL_PLAN_H

#include "journal.h"
#include "talks.h"

extern page plan_overview, plan_write, plan_file, talks_own;
extern action plan_keep, talks_own_plan;

/* /logbog/uddannelsesplan: the elements, and where the plan of each stands */
struct plan_row {
	struct training_place place;
	struct url at, talks;
	bool has_draft;
};
struct plan_overview_view {
	struct head head;
	const struct plan_row *rows;
	size_t n;
	struct url pdf, xlsx, json;
};
void plan_overview_page(struct html *, const struct plan_overview_view *);

/* /logbog/uddannelsesplan/{element}: what was sent, and the form for the next version */
struct plan_box {
	uint32_t id;
	const char *number, *title;
	bool ticked;
};
struct plan_box_group {
	const char *heading;
	const struct plan_box *boxes;
	size_t n;
	uint32_t ticked;
};
struct plan_form_view {
	struct head head;
	struct url at, back, talks;
	const struct training_place *place;
	const struct plan_version *versions;
	size_t nversions;
	bool may_write;
	bool draft; /* the form holds what was kept, not what was sent */
	struct field goals, means, agreements, courses, next_steps, file;
	const struct plan_box_group *groups;
	size_t ngroups;
	const char *goal_fault;
	uint32_t kept; /* a file that is stored already, 0 for none */
	const char *kept_name;
	const char *once;
	struct fault_list faults;
};
void plan_form_page(struct html *, const struct plan_form_view *);

/* /logbog/samtaler */
void talks_own_page(struct html *, const struct talks_view *);

#endif
