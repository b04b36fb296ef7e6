/* SPDX-License-Identifier: MPL-2.0
 *
 * The pages of the doctor's own assessment cards, and what is written down towards a goal.
 */
#ifndef CARD_PAGES_H
#define CARD_PAGES_H

#include "journal.h"
#include "queries/card.h"
#include "queries/card_own.h"

/* The cards of a list that may be begun below that address. */
const struct card_start *
card_starts_of(struct request *, uint32_t list, struct url begin, size_t *n);
/* Back to the card, with a word about what is so now. */
void card_see(struct request *, uint32_t sheet, const char *word);
/* Nothing was added: a double click has done it already, or the card is in another state. */
void card_taken(struct request *, const struct subject *, uint32_t sheet, enum card_state wanted,
    const char *word);

/* /logbog/kort */
struct cards_view {
	struct head head;
	const struct card_row *rows;
	size_t n;
	const struct card_start *starts;
	size_t nstarts;
};
void cards_page(struct html *, const struct cards_view *);

/* /logbog/kort/{sheet} */
struct own_card_view {
	struct head head;
	const struct card_view *card;
	struct url list, write, take_back;
	bool may_write, may_take_back;
};
void own_card_page(struct html *, const struct own_card_view *);

/* /logbog/kort/ny/{template} and /logbog/kort/{sheet}/skriv */
struct observer_group {
	const char *place, *other_id, *other_value;
	bool other_chosen;
	const struct card_choice *people;
	size_t n;
};
struct card_form_view {
	struct head head;
	struct url at, back;
	const char *once; /* NULL for a card that is there */
	const char *title;
	struct markup guidance;
	bool has_guidance;
	struct card_goal_choices goals;
	struct card_marks marks;
	const struct observer_group *observers;
	size_t nobservers;
	const char *observer_fault;
	struct field topic, date, words, observer_name, observer_title;
	struct fault_list faults;
};
void card_form_page(struct html *, const struct card_form_view *);

#endif
