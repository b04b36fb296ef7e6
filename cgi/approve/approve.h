/* SPDX-License-Identifier: MPL-2.0
 *
 * Supervisors, UAO and tutors: what doctors ask, and the logbooks of the department.
 */
#ifndef APPROVE_H
#define APPROVE_H

#include "competencies.h"
#include "gate.h"
#include "queries/approve.h"

extern page waiting, request, doctors, doctor_competencies, doctor_competency, doctor_letter;
extern action approve_many, decide;

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
};
void waiting_page(struct html *, const struct waiting_view *);

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
};
void request_page(struct html *, const struct request_view *);

/* /vejleder/laeger */
struct doctor_row {
	const char *name;
	struct day since, until;
	int64_t approved, waiting;
	struct url at;
};
struct doctors_view {
	struct head head;
	const char *here;
	const struct doctor_row *now, *coming,
	    *left; /* coming: at has no text, for it is not reached yet */
	size_t nnow, ncoming, nleft;
};
void doctors_page(struct html *, const struct doctors_view *);

/* /vejleder/laeger/{doctor}/kompetencer and below */
struct doctor_view {
	struct head head;
	struct url back;
	const char *back_label;
	struct url attestations; /* of the list, for UAO and tutor */
	bool may_attest;
	const struct competency_list *list; /* one of the two */
	const struct competency_view *goal;
};
void doctor_list_page(struct html *, const struct doctor_view *);
void doctor_goal_page(struct html *, const struct doctor_view *);

#endif
