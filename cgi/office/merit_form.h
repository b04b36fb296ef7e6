/* SPDX-License-Identifier: MPL-2.0
 *
 * The form with which merit is given: for no, one or many competencies of one list, on a
 * note, a letter, or both (R-MER-02, R-MER-06).
 */
#ifndef MERIT_FORM_H
#define MERIT_FORM_H

#include "attached.h"
#include "merit.h"
#include "merit_rule.h"
#include "office.h"

/* The decision that comes with the merit, as it was typed (merit_decision.h). */
struct decision {
	bool made;
	const char *region; /* of the secretariat that decides */
	const char *ground, *reason, *case_no, *decider, *appeal;
	const char *courses;        /* in words, those of the catalogue first; NULL for none */
	const uint32_t *course_ids; /* of the catalogue, approved as merit with it */
	size_t ncourses;
	uint32_t months; /* 0 for none */
	struct day decided_on;
	struct merit_case_facts facts;
	const char *warned, *checked; /* words, parted by spaces */
};

/* What the page is made of, read once: before anything is written. */
struct course_list;
struct merit_case {
	struct request *req;
	const struct subject *who;
	const struct form *form; /* NULL the first time */
	const struct reached *doctor;
	const struct curriculum_list *list;
	const struct competencies_now *now;
	size_t nnow;
	const char *once; /* 32 hex digits: a form gives one merit */
	struct attached letter;
	bool has_letter;
	const struct course_list
	    *courses; /* what the training asks for, NULL where it is not known */
	struct decision decision;
	uint32_t taken; /* competency that was approved while the form was sent */
};

/* Reads doctor, list, states; false when the doctor or the list is not within reach. */
bool merit_case_read(struct merit_case *);
enum approval_state merit_case_state(const struct merit_case *, uint32_t competency);
void merit_case_show(const struct merit_case *, unsigned status);

/* --- the page --------------------------------------------------------------------------- */
struct merit_goal_box {
	uint32_t id;
	const char *number, *title;
	const char *state, *mark; /* state is NULL where nothing is said of it */
	bool locked, ticked;
};
struct merit_goal_group {
	const char *heading;
	const struct merit_goal_box *goals;
	size_t n;
	uint32_t ticked, locked;
	bool open;
};
struct decision_fields_view;
struct merit_form_view {
	struct head head;
	const struct decision_fields_view *decision;
	struct url at, person;
	const char *name, *title, *version, *once;
	uint32_t list;
	const struct choice *lists;
	size_t nlists;
	const struct merit_goal_group *groups;
	size_t ngroups;
	const char *goal_fault;
	struct field note, letter;
	uint32_t kept; /* file that is stored already, 0 for none */
	const char *kept_name;
	uint32_t kept_pages;
	struct fault_list faults;
};
void merit_form_page(struct html *, const struct merit_form_view *);

#endif
