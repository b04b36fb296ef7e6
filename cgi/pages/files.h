/* SPDX-License-Identifier: MPL-2.0
 *
 * The files of a logbook, as they are shown to the doctor and to those who may see them.
 */
#ifndef FILES_H
#define FILES_H

#include "html.h"

struct file_shown {
	struct url at;            /* the file, or the page about it */
	const char *sort, *title; /* "Tillægsaftale", and what it is in the doctor's words */
	const char *name;         /* as the client called it */
	uint32_t pages;
	const char *state, *mark;
	const char *by, *role, *place; /* who answered; by is NULL while nobody has */
	struct moment on;
	struct markup words;  /* why it was refused */
	bool has_words, gone; /* gone: taken back, and not to be seen any more */
	const char *sha256;   /* NULL where it is not shown */
	bool may_withdraw;
	struct url withdraw;
	const char *token; /* of the form that takes it back */
};
/* A list; the address of each is shown unless it is gone. */
void files_part(struct html *, const struct file_shown *, size_t n);

#endif
