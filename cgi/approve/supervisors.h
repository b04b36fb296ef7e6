/* SPDX-License-Identifier: MPL-2.0
 *
 * "Vejledere": the supervisors of a department or practice, made and ended by its UAO or tutor
 * alone, and which of its doctors each of them answers for (R-ROL-02, R-ROL-07, T-002).
 */
#ifndef SUPERVISORS_H
#define SUPERVISORS_H

#include "approve.h"

extern page supervisors, supervisor, supervisor_new;
extern action supervisor_make, supervisor_delegate, supervisor_stop;

/* --- what is delegated (delegation.c) ----------------------------------------------------- */

/* One doctor of the department in the form; until is the last day as typed, under a name of its
 * own, since each doctor may have another. */
struct delegation_box {
	uint32_t doctor;
	const char *name;
	struct day since, last; /* of the doctor's time here */
	bool ticked;
	struct field until;
};
struct delegation_form {
	bool named;
	const char *scope_fault, *doctor_fault; /* NULL for none */
	const struct delegation_box *boxes;
	size_t n;
};
void delegation_fields(struct html *, const struct delegation_form *);

/* A doctor chosen, and until when: the day after the last. */
struct delegated {
	uint32_t doctor;
	struct day until;
};
struct delegation {
	bool named;
	const struct delegated *at;
	size_t n;
};

/* The fields, for a supervisor who is that person (0: not known yet); form NULL: as it is now for
 * the role held (0: none yet). */
struct delegation_form delegation_shown(
    struct request *, const struct subject *, const struct form *, uint32_t person, uint32_t held);
/* Reads them; what cannot be is noted in the form. */
struct delegation
delegation_read(struct request *, const struct subject *, const struct form *, uint32_t person);
/* Makes it so: what is as it was stays untouched, so that it keeps who said it, and when. */
void delegation_store(
    struct request *, const struct subject *, uint32_t held, const struct delegation *);

/* --- pages ---------------------------------------------------------------------------------- */

struct supervisor_row {
	struct url at;
	const char *name, *role, *doctors; /* "Alle afdelingens læger", or their names */
	struct day since, last;            /* last: no day where it is open */
	const char *state;                 /* "Kommer", "Sluttet" …; NULL while it holds */
	bool waits;                        /* for the secretariat, before there is a way in */
};
struct supervisors_view {
	struct head head;
	const char *here;
	struct url make;
	const struct supervisor_row *now, *before; /* now: and to come */
	size_t nnow, nbefore;
};
void supervisors_page(struct html *, const struct supervisors_view *);

struct delegation_row {
	const char *name, *by, *ended_by; /* ended_by NULL for none */
	struct day since, last;
	bool live;
};
struct supervisor_view {
	struct head head;
	struct url list, delegate, stop;
	const char *role, *place, *state;
	const char *given, *ended; /* by whom, and when; NULL when it is not known, or not so */
	struct day since, last;
	bool named, over, waits,
	    own; /* waits: as in the list; own: the reader's; ended by them, and changed by another */
	const struct delegation_row *rows;
	size_t n;
	struct delegation_form delegation;
	struct field last_day;
	struct fault_list faults;
};
void supervisor_page(struct html *, const struct supervisor_view *);

/* How far the form for a new one has come. */
enum making_stage { ASK_WHO, WHO_IS_KNOWN, WHO_IS_NEW };
struct making_view {
	struct head head;
	struct url list, at;
	const char *here;
	enum making_stage stage;
	const char *typed; /* e-mail or CPR number */
	const char *name;  /* of who was found */
	struct field who, new_name, cpr, email, mobile, since, until;
	bool main_supervisor;
	const char *role_fault;
	struct delegation_form delegation;
	struct fault_list faults;
};
void making_page(struct html *, const struct making_view *);

#endif
