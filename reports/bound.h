/* SPDX-License-Identifier: MPL-2.0
 *
 * Several reports bound in one PDF: a cover, contents that lead to each part and each appendix, then the
 * parts with their appendices in place, numbered through as one file (R-STPS-14, R-STPS-15).
 */
#ifndef BOUND_H
#define BOUND_H

#include "report.h"

struct part {
	const char *title; /* in the contents and at the head of its pages: "3. Kurser" */
	const struct report *report;
	bool below; /* it stands under the part before it */
};

struct bound {
	const struct report
	    *cover; /* title, subtitle, doctor, moment, facts, note; no tables and no
				     * appendices of its own */
	const char
	    *address; /* where anybody proves it, on the cover in words and as a code; NULL: none.
			      * Nothing of the doctor is in it */
	const struct part *parts;
	size_t n;
};

/* Into memory that is let go with the arena.  The same parts give the same bytes.  Of
 * REPORT_APPENDIX, *bad is which cannot be drawn: nothing is ever left out. */
enum report_fault
bound_of(struct arena *, const struct bound *, struct bytes *out, const struct appendix **bad);

#endif
