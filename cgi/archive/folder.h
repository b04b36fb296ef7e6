/* SPDX-License-Identifier: MPL-2.0
 *
 * A folder that is there whole or not at all: filled beside its place under another name, written through to the
 * disk, and then renamed.
 */
#ifndef FOLDER_H
#define FOLDER_H

#include "arena.h"
#include "text.h"

struct folder {
	const char *path;   /* where it comes to lie */
	char *filling;      /* where it is filled: PATH.ufaerdig-XXXXXX */
	const char *parent; /* both lie in it */
	int fd;             /* -1: none is open */
	bool is_there;      /* it has been renamed */
};

/* Each is false with errno: EEXIST when the path is taken, ENOSPC when the disk is full, …  What was begun is ended
 * by folder_close, whatever failed. */
bool folder_begin(struct arena *, const char *path, struct folder *);
/* name is one part of a path; nothing of that name is in it yet. */
bool folder_put(struct folder *, const char *name, struct bytes);
bool folder_finish(struct folder *);
/* Takes it away again, finished or not.  Only what folder_put has put is in it. */
void folder_undo(struct folder *);
void folder_close(struct folder *);

#endif
