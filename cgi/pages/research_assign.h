/* SPDX-License-Identifier: MPL-2.0
 *
 * Who supervises the research training of a doctor: assigned, and ended, by the UAO or tutor of a
 * department that reaches the doctor, or by the secretariat (R-ROL-08).  Two programs show the form,
 * under addresses of their own.
 */
#ifndef RESEARCH_ASSIGN_H
#define RESEARCH_ASSIGN_H

#include "research.h"

struct research_assign_view {
	const struct research_view *research;
	struct url assign, end; /* where the two forms lead */
	struct field email;
};
void research_assign_part(struct html *, const struct head *, const struct research_assign_view *);

/* The forms of a page below that address ("…/forskningstraening"). */
struct research_assign_view research_assign_view_of(
    struct request *, const struct form *, const struct research_view *, struct url at);

/* Assigns who has the e-mail address typed; both are told.  False when something is wrong with the
 * form, which then says what.  Assigned already is as good as assigned. */
bool research_assign_do(
    struct request *, const struct subject *, const struct form *, const struct research_view *);
/* Ends the supervision that the form names.  False when there is none to end. */
bool
research_assign_end(struct request *, const struct subject *, const struct form *, uint32_t doctor);

#endif
