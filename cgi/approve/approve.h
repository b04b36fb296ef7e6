/* SPDX-License-Identifier: MPL-2.0
 *
 * Supervisors, UAO and tutors: what doctors ask, and the logbooks of the department.
 */
#ifndef APPROVE_H
#define APPROVE_H

#include "competencies.h"
#include "gate.h"
#include "queue.h"
#include "queries/approve.h"

extern page waiting, request, doctors, doctor_competencies, doctor_competency, doctor_letter;
extern page doctor_training, doctor_absence, doctor_reckon;
extern action doctor_absence_keep, doctor_absence_drop, doctor_reckon_ask;
extern page cards_to_answer, card_show, doctor_cards, card_give_new;
extern action approve_many, decide, doctor_competency_give, card_decide, card_give_make;

/* The request of that id, within reach, and the turn in its doctor's logbook: what an approval stands on
 * does not change before the transaction ends.  All zero, and no turn, where it is not within reach. */
void take_turn_of(struct request *, const struct subject *, uint32_t id, struct request_reached *);

/* Where the pages about one doctor lie. */
struct places approve_places(struct arena *, uint32_t doctor);

/* Where the reader is in this role: who has two departments must see which one this is.  NULL
 * when it is not known. */
const char *approve_here(struct request *, const struct subject *);

/* /vejleder/anmodninger: the queue */
struct waiting_request {
	uint32_t id;
	const char *number, *title;
	uint32_t rating; /* 0 for none */
	struct markup words;
	bool has_words;
	struct day at;
	struct url see;
	bool may, ticked;
	const char *who_must; /* NULL when the reader may approve it */
	const char *lacks;    /* "Mangler: mini-CEX 2/3."; NULL when all is there */
};
struct waiting_doctor {
	const char *name;
	const struct waiting_request *requests;
	size_t n;
};
struct waiting_view {
	struct head head;
	const char *here;
	struct url at, all, none;
	const struct waiting_doctor *doctors;
	size_t n;
	size_t requests;
	bool more; /* the queue is longer than the page */
	bool all_ticked;
	struct fault_list faults;
	const struct queue *others;
};
void waiting_page(struct html *, const struct waiting_view *);

/* A merit note that may stand in place of a qualification card (R-KOM-07). */
struct merit_choice {
	uint32_t id;
	struct markup note;
	const char *by;
	struct day on;
	bool chosen;
};
/* None unless the reader is the tutor, the goal is a tutor's, and nothing but a
 * card of it is missing. */
const struct merit_choice *merits_to_use(struct request *, const struct subject *, uint32_t doctor,
    const struct competency_view *, const struct form *, size_t *n);
void merit_choices_part(struct html *, const struct merit_choice *, size_t n);

/* /vejleder/anmodninger/{id}: one request */
struct request_view {
	struct head head;
	const char *doctor;
	const struct competency_view *goal;
	struct url queue, at, list;
	bool open; /* still to be answered */
	bool may;
	const char *who_must;
	const char *answered; /* "Godkendt af …"; NULL while it is open */
	uint32_t rating;
	struct markup words;
	bool has_words;
	struct field reason;
	struct fault_list faults;
	const struct merit_choice *merits;
	size_t nmerits;
};
void request_page(struct html *, const struct request_view *);

/* /vejleder/laeger */
struct plight_line {
	const char *sentence;
	struct url at;
};
struct doctor_row {
	const char *name, *stage;
	struct day since, until;
	int64_t approved, goals; /* of the lists of the course that they are here in */
	struct url at;
	const struct plight_line *plights; /* what is to be seen to, the most pressing first */
	size_t nplights;
	uint32_t weight; /* of the most pressing; 0 for nothing */
};
struct doctors_view {
	struct head head;
	const char *here;
	const struct doctor_row *now, *coming,
	    *left; /* coming: at has no text, for it is not reached yet */
	size_t nnow, ncoming, nleft;
	size_t pressing; /* doctors with whom something is to be seen to */
};
void doctors_page(struct html *, const struct doctors_view *);

/* /vejleder/laeger/{doctor}/kompetencer and below */
struct doctor_view {
	struct head head;
	struct url back;
	const char *back_label;
	const struct competency_list *list; /* one of the two */
	const struct competency_view *goal;
	struct url goal_at, asked; /* of the goal; asked: the request that waits */
	bool may_give, is_asked;
	const char *who_must;
	struct field reason;
	struct fault_list faults;
	const struct merit_choice *merits;
	size_t nmerits;
};
void doctor_list_page(struct html *, const struct doctor_view *);
void doctor_goal_page(struct html *, const struct doctor_view *);

#endif
