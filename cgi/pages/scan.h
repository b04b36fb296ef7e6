/* SPDX-License-Identifier: MPL-2.0
 *
 * A paper as it was scanned, on the page where somebody holds it against what is written: a picture
 * as it is, a PDF in the browser's own reader where there is room, and always a link to it.
 */
#ifndef SCAN_H
#define SCAN_H

#include "html.h"
#include "request.h"
#include "url.h"

struct scan {
	struct url at;
	const char *name; /* as the client called it */
	uint32_t pages;
	bool is_picture;
};

/* type: "application/pdf", "image/jpeg", "image/png".  A PDF is allowed into a frame of this answer. */
struct scan
scan_of(struct request *, struct url at, const char *name, const char *type, uint32_t pages);
void scan_part(struct html *, const struct scan *);

#endif
