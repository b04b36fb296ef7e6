/* SPDX-License-Identifier: MPL-2.0
 *
 * The overview of medical employment as pages show it: row by row, the gaps in their place.
 */
#ifndef EMPLOYMENT_SHOWN_H
#define EMPLOYMENT_SHOWN_H

#include "employment_list.h"
#include "html.h"
#include "request.h"

/* Where the pages lie: rows below pages (text NULL: nothing can be changed), prints at print without the
 * ending. */
struct employment_places {
	struct url pages, print;
};

struct employment_row_view {
	bool gap;               /* nothing explains it; only the days and months are told */
	struct day since, last; /* last: no day while it goes on */
	const char *months, *title;
	const char *place, *department, *specialty, *position_no, *remarks; /* NULL for none */
	uint32_t fraction;                                                  /* 0: not told */
	const char *
	    logged; /* what the logbook says, where the doctor says it otherwise, or of a gap; NULL for none */
	bool own, reworded, may_change;
	struct url change; /* of a gap: where a row for it is written; of an element: its remarks */
};
struct employment_view {
	const struct employment_row_view *rows;
	size_t n, ngaps;
	bool is_signed, is_current, may_change;
	struct moment signed_at;
	const char *signed_by;
	struct url add, pdf, xlsx, json;
};

/* Of a list, which may be NULL: then there are no rows. */
const struct employment_view *employment_view_of(
    struct request *, const struct employment_list *, const struct employment_places *);
void employment_part(struct html *, const struct employment_view *);

#endif
