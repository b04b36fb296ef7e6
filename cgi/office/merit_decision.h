/* SPDX-License-Identifier: MPL-2.0
 *
 * The decision that a merit may come with: ground, scope, case number, who decided, appeal
 * (R-MER-06, R-MER-10, R-MER-11, domain 19.6), and what the secretariat is warned of first
 * (R-MER-12 … 16).  A part of the form with which merit is given; left empty there is none.
 */
#ifndef MERIT_DECISION_H
#define MERIT_DECISION_H

#include "merit_form.h"
#include "merit_rule.h"

struct decision_warning {
	const char *word, *sentence;
	bool acknowledged;
};
struct decision_item {
	const char *word, *title;
	bool ticked;
};
struct decision_fields_view {
	bool open;
	struct select ground;
	struct field reason, months, post_months, courses, case_no, decided_on, decider, appeal;
	bool classified, released;
	const struct decision_item *items;
	size_t nitems;
	const struct decision_item *choices; /* courses that may be approved as merit with it */
	size_t nchoices;
	const char *course_fault;
	const struct decision_warning *warnings;
	size_t nwarnings;
	const char *warning_fault;
};
void decision_fields(struct html *, const struct decision_fields_view *);

/* The part of the page: as typed, or as it begins. */
const struct decision_fields_view *decision_fields_of(const struct merit_case *);

/* Reads the decision of the form into the case; n competencies are ticked.  What is wrong is noted at
 * its field, warnings that are not acknowledged too. */
void decision_read(struct merit_case *, size_t n);

/* Stores the decision on that merit, just given in this transaction; DB_ONE when there is none. */
enum db_outcome decision_store(const struct merit_case *, uint32_t merit, size_t n);

/* What a decision says, for the page of the merit; NULL when the merit has none. */
struct decision_shown {
	const char *ground, *months, *case_no, *decider;
	struct day decided_on;
	struct markup reason, courses, appeal;
	bool has_courses;
	const char *const *warnings;
	size_t nwarnings;
	struct url letter;
};
const struct decision_shown *
decision_shown_of(struct request *, const struct subject *, uint32_t doctor, uint32_t merit);
void decision_shown_part(struct html *, const struct decision_shown *);

#endif
