/* SPDX-License-Identifier: MPL-2.0
 *
 * A made-up report of a main training's competencies, for the renderers' tests and for
 * `make bench`.  People and places are invented.
 */
#ifndef SAMPLE_REPORT_H
#define SAMPLE_REPORT_H

#include "report.h"

struct sample_row {
	const char *role, *number, *title, *state;
	struct day decided;
	const char *approver, *basis;
	int32_t level;
	bool has_level;
	bool counted, has_counted;
	struct moment stored;
};

/* The columns of sample_row that the paper shows, in its order, ended by .name NULL. */
extern const struct column sample_columns[];

/* n competencies, every fourth with a merit note; facts, one passage, a closing note, no
 * appendix.  Writable, so that a test can put its own rows and notes in their place. */
struct report *sample_report(struct arena *, size_t n);

#endif
