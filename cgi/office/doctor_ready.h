/* SPDX-License-Identifier: MPL-2.0
 *
 * /sekretariat/brugere/{doctor}/dokumentation and …/beskaeftigelse: read by the secretariat, changed by
 * the doctor alone.
 */
#ifndef DOCTOR_READY_H
#define DOCTOR_READY_H

#include "employment_shown.h"
#include "office.h"
#include "ready_shown.h"

extern page doctor_ready, doctor_employment;

struct office_ready_view {
	struct head head;
	struct url back;
	const char *name;
	struct ready_places places;
	const struct ready_section *sections;
	size_t n;
};
void office_ready_page(struct html *, const struct office_ready_view *);

struct office_employment_view {
	struct head head;
	struct url back;
	const char *name;
	const struct employment_view *list;
};
void office_employment_page(struct html *, const struct office_employment_view *);

#endif
