/* SPDX-License-Identifier: MPL-2.0
 *
 * The reference that a document of ours bears within it: a PDF in its properties, a ZIP in its manifest.  Of
 * bytes that anybody may send: nothing of them is trusted, and how much is unpacked has a bound.
 */
#ifndef VERIFY_INSIDE_H
#define VERIFY_INSIDE_H

#include "arena.h"
#include "text.h"

/* The one that it says is its own, else the first that stands in it; NULL for none. */
const char *reference_inside(struct arena *, struct bytes);

/* Of one stream, bytes unpacked; of all, bytes read and unpacked together. */
enum { INSIDE_STREAM_MOST = 1 << 20, INSIDE_MOST = 128 << 20 };

#endif
