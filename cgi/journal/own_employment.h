/* SPDX-License-Identifier: MPL-2.0
 *
 * /logbog/beskaeftigelse: the doctor's overview of medical employment (domain 13.4): elements stand in it
 * by themselves, the doctor adds the rest, explains what nothing explains, and signs.
 */
#ifndef OWN_EMPLOYMENT_H
#define OWN_EMPLOYMENT_H

#include "employment_shown.h"
#include "form_once.h"
#include "journal.h"

extern page own_employment, own_employment_new, own_employment_edit, own_remark;
extern action own_employment_make, own_employment_change, own_employment_drop, own_employment_sign,
    own_remark_keep;

/* The page, with a form to sign that was sent and what is wrong with it. */
void
own_employment_show(struct request *, const struct subject *, const struct form *, unsigned status);

struct own_employment_view {
	struct head head;
	const struct employment_view *list;
	bool may_sign; /* there are rows, and they are not signed as they are */
	struct url sign;
	const char *once, *shown;         /* shown: what the list was when the page was made */
	const struct field *explanations; /* one for each gap */
	size_t nexplanations;
	struct fault_list faults;
};
void own_employment_page(struct html *, const struct own_employment_view *);

struct employment_choice {
	const char *word, *title;
	bool chosen;
};
struct employment_form_view {
	struct head head;
	struct url back, at, remove;
	bool is_new;
	const char *once;
	const struct employment_choice *kinds;
	size_t nkinds;
	const char *kind_fault;
	struct field since, until, place, department, specialty, fraction, position_no, remarks;
	struct fault_list faults;
};
void employment_form_page(struct html *, const struct employment_form_view *);

/* Of an element: what its remarks say. */
struct own_remark_view {
	struct head head;
	struct url back, at;
	const char *once, *place, *logged; /* logged: NULL where the logbook says nothing */
	struct day since, last;
	struct field remarks;
	bool reworded;
	struct fault_list faults;
};
void own_remark_page(struct html *, const struct own_remark_view *);

#endif
