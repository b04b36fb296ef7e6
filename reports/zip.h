/* SPDX-License-Identifier: MPL-2.0
 *
 * Files in one ZIP (APPNOTE 6.3, as libarchive writes it).  The same files give the same bytes.
 */
#ifndef ZIP_H
#define ZIP_H

#include <stdbool.h>

#include "arena.h"
#include "day.h"
#include "text.h"

struct zip_file {
	const char *name; /* a path within the archive: UTF-8, no "..", no slash at its beginning */
	struct bytes content;
};

/* In the order given; packed, unless what it holds is packed already (.pdf, .jpg, .png).  All are
 * dated at.  The archive lies outside the arena and is let go with it.  False when the library fails or a name is none; out is then untouched. */
bool zip_of(struct arena *, const struct zip_file *, size_t n, struct moment at, struct bytes *out);

#endif
