/* SPDX-License-Identifier: MPL-2.0
 *
 * The rows of each kind of thing that a logbook holds (journal_form.h), and their numbers within the files.
 */
#ifndef WHOLE_DATA_H
#define WHOLE_DATA_H

#include "db.h"
#include "journal_form.h"
#include "subject.h"

/* The statement of each kind; NULL for personer, who are found by whole_number. */
extern enum db_outcome (*const whole_read[JOURNAL_KINDS])(
    struct db *, const struct subject *, void **rows, size_t *n);

struct whole_rows {
	void *rows;
	size_t n;
};

/* Puts numbers within the files in place of the database's, in every row.  persons: who is referred to, in
 * the order of their numbers, the doctor first.  NULL, or the name of a kind with a row that refers to
 * something that is not there. */
const char *whole_number(struct arena *, struct whole_rows all[JOURNAL_KINDS], uint32_t doctor,
    uint32_t **persons, size_t *n);

#endif
