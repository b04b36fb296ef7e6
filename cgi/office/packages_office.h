/* SPDX-License-Identifier: MPL-2.0
 *
 * Afsendelser: what the secretariat's doctors have ordered to be sent to the authority, how far it is, what
 * stopped, and what the authority has done with it.
 */
#ifndef OFFICE_PACKAGES_H
#define OFFICE_PACKAGES_H

#include "gate.h"
#include "packages.h"
#include "queries/submission_office.h"

extern page office_packages, office_package;
extern action office_package_end;

struct office_package_row {
	struct url at;
	const char *name, *title, *reference, *state, *mark;
	const char *why; /* what hinders it, or why it ended; NULL */
	struct moment ordered, sent;
	bool is_sent, late;
};
struct office_packages_view {
	struct head head;
	const struct office_package_row *rows;
	size_t n, waiting; /* those that wait stand first */
	bool has_newer, has_older;
	struct url newer, older;
};
void office_packages_page(struct html *, const struct office_packages_view *);

struct office_package_view {
	struct head head;
	struct url back, person;
	const char *name;
	struct package_show p;
	struct package_end_form end;
	struct fault_list faults;
};
void office_package_page(struct html *, const struct office_package_view *);

/* What is reset: the word of its kind (reset_kind), its row, and when that was approved. */
struct package_part {
	const char *kind;
	uint32_t row;
	struct moment approved;
};
/* The packages that hold it, a line each; NULL for none (R-NUL-07). */
const char *packages_holding(
    struct request *, const struct subject *, uint32_t doctor, const struct package_part *);
/* Tells the doctor and the secretariat of each of them. */
void packages_tell_reset(
    struct request *, const struct subject *, uint32_t doctor, const struct package_part *);

#endif
