/* SPDX-License-Identifier: MPL-2.0
 *
 * The department's side of plans and talks: who is main supervisor, what lacks, answers to plans,
 * doubt.
 */
#ifndef APPROVE_TALK_H
#define APPROVE_TALK_H

#include "approve.h"
#include "queries/talk_lead.h"
#include "talks.h"

extern page talk_overview_show, talks_of_one, plans_of_one, talk_file_of_one;
extern action talks_of_one_plan, main_appoint, doubt_raise, doubt_follow_up, plan_decide;

/* /vejleder/samtaler: all doctors, what is overdue first */
struct overview_row {
	const char *name, *stage;
	struct url talks, plan;
	struct day since, last;
	const char *main_supervisor; /* NULL: none */
	const char *plan_title, *plan_mark;
	const char *next; /* of talks: what comes next, in words */
	bool has_next;
	const char *const *lacks; /* what is overdue or waits, in words */
	size_t nlacks;
	bool late;
};
struct overview_view {
	struct head head;
	const char *here;
	const struct overview_row *rows;
	size_t n, nlate, nlone; /* how many are overdue; how many have no main supervisor */
	bool named;             /* the reader sees those alone whose main supervisor they are */
};
void overview_page(struct html *, const struct overview_view *);

/* /vejleder/laeger/{doctor}/samtaler */
struct candidate {
	uint32_t person;
	const char *name, *role;
	const char *
	    level; /* the stage that they are in themselves, no level above the doctor's; NULL else */
	bool chosen;
};
struct talks_of_view {
	struct talks_view talks;
	struct url back, appoint, raise;
	bool may_appoint, may_doubt;
	const struct candidate *candidates;
	size_t ncandidates;
	const char *candidate_fault;
	struct field doubt, measures, follow_on;
	struct field outcome_words;
	const char *outcome_fault;
	bool outcome_resolved, outcome_refused;
};
void talks_of_page(struct html *, const struct talks_of_view *);

/* /vejleder/laeger/{doctor}/uddannelsesplan */
struct plan_answer_row {
	const struct plan_version *plan;
	bool may; /* it is the latest, and waits for an answer of this reader */
};
struct plans_of_view {
	struct head head;
	struct url back, at, pdf, xlsx, json;
	const struct plan_answer_row *rows;
	size_t n;
	struct field reason;
	struct fault_list faults;
};
void plans_of_page(struct html *, const struct plans_of_view *);

#endif
