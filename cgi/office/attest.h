/* SPDX-License-Identifier: MPL-2.0
 *
 * The secretariat: the attestations of a doctor of the region, and exceptions for absence.
 */
#ifndef OFFICE_ATTEST_H
#define OFFICE_ATTEST_H

#include "attestations.h"
#include "office.h"
#include "queries/attest_office.h"

extern page doctor_attestations, doctor_attest_scan, attest_exception;
extern action attest_exception_give;

/* /sekretariat/brugere/{doctor}/attestationer */
struct office_attest_view {
	struct head head;
	struct url person;
	const char *name;
	const struct attest_element *elements;
	size_t n;
	bool may_print;
	struct url pdf, xlsx, json;
};
void office_attest_page(struct html *, const struct office_attest_view *);

/* /sekretariat/attestationer/{element}/undtagelse */
struct attest_exception_view {
	struct head head;
	struct url back, at;
	const char *name, *place, *stage;
	struct day since, until;
	int32_t counted, limit, missing;
	struct field reason;
	struct fault_list faults;
};
void attest_exception_page(struct html *, const struct attest_exception_view *);

#endif
