/* SPDX-License-Identifier: MPL-2.0
 *
 * What changes in a row, gathered column by column: as lines for people ("E-mail: a → b"), and as
 * two JSON objects of the columns that changed, as they were and as they became, by which a run
 * is taken back (import_step).  No CPR number is ever handed to it.
 */
#ifndef DIFF_H
#define DIFF_H

#include <stdbool.h>

#include "day.h"
#include "text.h"

struct diff {
	struct text said, before, after;
	bool any;
};

/* Nothing has changed yet; what is gathered lies in the arena. */
void diff_begin(struct diff *, struct arena *);

/* Each answers whether that column changes, and notes it.  title is what a person calls it, NULL
 * for what nobody needs to read; NULL, 0, no day and no moment are "not known". */
bool
diff_text(struct diff *, const char *title, const char *column, const char *was, const char *is);
bool diff_number(struct diff *, const char *title, const char *column, uint32_t was, uint32_t is);
bool diff_day(struct diff *, const char *title, const char *column, struct day was, struct day is);
/* A last day that is stored as the day after it. */
bool
diff_last_day(struct diff *, const char *title, const char *column, struct day was, struct day is);
bool diff_moment(
    struct diff *, const char *title, const char *column, struct moment was, struct moment is);
/* A reference, told by name. */
bool diff_named(struct diff *, const char *title, const char *column, uint32_t was, uint32_t is,
    const char *was_name, const char *is_name);

/* The objects; "" when nothing changed. */
const char *diff_before(const struct diff *);
const char *diff_after(const struct diff *);

/* Text as a JSON string with its quotes, or null. */
void json_add(struct text *, const char *);

#endif
