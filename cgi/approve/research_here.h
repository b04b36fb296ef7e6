/* SPDX-License-Identifier: MPL-2.0
 *
 * The research training of a doctor of the department: seen by all who reach the logbook; the UAO or
 * tutor assigns the research supervisor (R-ROL-08).
 */
#ifndef RESEARCH_HERE_H
#define RESEARCH_HERE_H

#include "approve.h"
#include "research_assign.h"

extern page research_here, research_here_file;
extern action research_here_assign, research_here_end;

/* /vejleder/laeger/{doctor}/forskningstraening */
struct research_here_view {
	struct head head;
	struct url back;
	const char *name;
	const struct research_view *research; /* NULL: not in main training */
	bool may_assign, may_print;
	struct research_assign_view assign;
	struct url pdf;
	struct fault_list faults;
};
void research_here_page(struct html *, const struct research_here_view *);

#endif
