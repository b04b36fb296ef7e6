/* SPDX-License-Identifier: MPL-2.0
 *
 * Notes of a doctor as the secretariat reads them, and the secretariat's own, which the doctor can read.
 */
#ifndef NOTES_OF_H
#define NOTES_OF_H

#include "note_rule.h"
#include "notes.h"
#include "office.h"

extern page office_notes, office_note;
extern action office_note_write, office_note_change, office_note_remove;

struct office_notes_view {
	struct head head;
	struct url back, at;
	const char *name, *once;
	const struct note_shown *rows;
	size_t n;
	struct field text;
	struct fault_list faults;
};
void office_notes_page(struct html *, const struct office_notes_view *);

struct office_note_view {
	struct head head;
	struct url back, at, remove;
	const char *name;
	uint32_t version; /* that was read */
	struct field text;
	struct fault_list faults;
};
void office_note_page(struct html *, const struct office_note_view *);

#endif
