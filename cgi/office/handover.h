/* SPDX-License-Identifier: MPL-2.0
 *
 * Doctors who leave the region or come to it, and until when the secretariat that gives one up keeps its
 * access (R-NUL-08).
 */
#ifndef HANDOVER_H
#define HANDOVER_H

#include "gate.h"
#include "office.h"

extern page handovers, handover;
extern action handover_set;

/* /sekretariat/overdragelser */
struct handover_row {
	struct url at;
	const char *name, *region; /* the other region */
	struct day since;          /* the first day of the course there, or here */
	struct day last;           /* with access, of who gives the doctor up; no day: for good */
};
struct handovers_view {
	struct head head;
	const struct handover_row *leaving, *coming;
	size_t nleaving, ncoming;
	bool more_leaving, more_coming;
};
void handovers_page(struct html *, const struct handovers_view *);

/* /sekretariat/overdragelser/{doctor} */
struct handover_view {
	struct head head;
	struct url at, back, person;
	const char *name, *region;
	struct day since, last, earliest;
	struct field day;
	struct fault_list faults;
};
void handover_page(struct html *, const struct handover_view *);

#endif
