/* SPDX-License-Identifier: MPL-2.0
 *
 * A whole file in memory.
 */
#ifndef WHOLE_FILE_H
#define WHOLE_FILE_H

#include <stdbool.h>

#include "arena.h"
#include "text.h"

/* Reads the file, at most one byte more than most, so that whoever asks can see that there
 * is too much.  False, with errno, when it cannot be read. */
bool whole_file(struct arena *, const char *path, size_t most, struct bytes *);

#endif
