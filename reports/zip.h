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

/* One after another: none need be in memory but the one that is added. */
struct zip;
/* NULL when there is no room.  Let go with the arena. */
struct zip *zip_begin(struct arena *, struct moment at);
/* False as with zip_of; then the archive is none. */
bool zip_add(struct zip *, const struct zip_file *);
bool zip_end(struct zip *, struct bytes *out);

/* In the order given; packed, unless what it holds is packed already (.pdf, .jpg, .png).  All are
 * dated at.  The archive lies outside the arena and is let go with it.  False when the library fails or a name is none; out is then untouched. */
bool zip_of(struct arena *, const struct zip_file *, size_t n, struct moment at, struct bytes *out);

#endif
