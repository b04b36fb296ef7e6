/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own notes (R-NOT-01, R-NOT-02): written, changed, taken out; what they said before stays
 * and is the doctor's alone to read.
 */
#ifndef NOTEBOOK_H
#define NOTEBOOK_H

#include "journal.h"
#include "note_rule.h"
#include "notes.h"

extern page note_new, note_edit;
extern action note_write, note_change, note_remove;

/* All notes of one's own logbook, with the way to change one's own; NULL and *n 0 when the database
 * failed. */
const struct note_shown *notebook_of(struct request *, const struct subject *, size_t *n);

struct reader_choice {
	const char *word, *title;
	bool chosen;
};
struct note_form_view {
	struct head head;
	struct url back, at, remove;
	const char *once;    /* NULL where a note is changed */
	uint32_t competency; /* 0 for none */
	uint32_t version;    /* that was read */
	const char *about;   /* "1.2 Modtage …"; NULL for none */
	struct field text;
	struct reader_choice readers[NOTE_READERS];
	const char *reader_fault;
	struct fault_list faults;
	const struct note_before *before;
	size_t n;
};
void note_form_page(struct html *, const struct note_form_view *);

#endif
