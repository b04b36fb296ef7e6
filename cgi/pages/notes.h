/* SPDX-License-Identifier: MPL-2.0
 *
 * Notes beside those of merit, as they are shown: to the doctor, and to others what is for them.
 */
#ifndef NOTES_H
#define NOTES_H

#include "html.h"

struct note_shown {
	struct moment at;              /* when it was written first */
	struct moment changed;         /* no moment while it has one version */
	const char *by, *role, *place; /* place may be "" */
	const char *readers;           /* "Afdelingen" */
	const char *number, *title;    /* of the competency; NULL for none */
	struct markup text;
	bool may_change;
	struct url change; /* where it is changed */
};
void notes_part(struct html *, const struct note_shown *, size_t n);

/* What a note said before. */
struct note_before {
	uint32_t version;
	struct moment at;
	const char *readers;
	struct markup text;
};

#endif
