/* SPDX-License-Identifier: MPL-2.0
 *
 * /vejleder/laeger/{doctor}/notater
 */
#ifndef NOTES_OF_H
#define NOTES_OF_H

#include "approve.h"
#include "notes.h"

extern page doctor_notes;

struct notes_of_view {
	struct head head;
	struct url back;
	const char *name;
	const struct note_shown *rows;
	size_t n;
};
void notes_of_page(struct html *, const struct notes_of_view *);

#endif
