/* SPDX-License-Identifier: MPL-2.0
 *
 * Assessment cards that supervisors answer and give, goals approved without a request.
 */
#ifndef CARD_PAGES_H
#define CARD_PAGES_H

#include "approve.h"
#include "queries/card.h"
#include "queries/card_give.h"

/* /vejleder/kort */
struct card_waiting_row {
	struct url at;
	const char *doctor, *code, *title, *number, *observer;
	struct day on;
	bool mine;
};
struct cards_waiting_view {
	struct head head;
	const char *here;
	const struct card_waiting_row *rows;
	size_t n;
};
void cards_waiting_page(struct html *, const struct cards_waiting_view *);

/* /vejleder/kort/{sheet} */
struct card_answer_view {
	struct head head;
	struct url at, back, doctor_at;
	const char *doctor;
	const struct card_view *card;
	uint32_t step; /* of the card as it is shown: what is answered is what was seen */
	bool may;
	struct card_marks marks;
	struct field words;
	struct fault_list faults;
};
void card_answer_page(struct html *, const struct card_answer_view *);

/* /vejleder/laeger/{doctor}/kort */
struct doctor_cards_view {
	struct head head;
	struct url back;
	const char *back_label;
	const struct card_row *rows;
	size_t n;
	const struct card_start *starts;
	size_t nstarts;
};
void doctor_cards_page(struct html *, const struct doctor_cards_view *);

/* /vejleder/laeger/{doctor}/kort/ny/{template} */
struct card_give_view {
	struct head head;
	struct url at, back;
	const char *doctor, *once;
	struct markup guidance;
	bool has_guidance;
	struct card_goal_choices goals;
	struct card_marks marks;
	struct field topic, date, words;
	struct fault_list faults;
};
void card_give_page(struct html *, const struct card_give_view *);

/* The doctor's employment here that the role in use reaches; 0 for none.  course_since may be NULL. */
uint32_t
element_here(struct request *, const struct subject *, uint32_t doctor, struct day *course_since);

#endif
