/* SPDX-License-Identifier: MPL-2.0
 *
 * Everything of mine: the whole logbook of the doctor who asks, in open formats (R-ARK-04): a JSON file for
 * each kind of thing, with every step, reset and version, who and when; every file as it was uploaded; one
 * PDF of all; and a manifest with the SHA-256 of each.  The formats stand in schema/seed/package/README.md.
 */
#ifndef WHOLE_H
#define WHOLE_H

#include "paper.h"

/* Files of more bytes than that are not taken along in one go: each is in memory twice. */
enum { WHOLE_MOST_MB = 150 };

enum whole_end {
	WHOLE_MADE,
	WHOLE_TOO_LARGE,
	WHOLE_BROKEN, /* bad: a file that is gone, or not what was given */
	WHOLE_ROOM,
	WHOLE_DATABASE
};

/* The ZIP in memory that is let go with the arena.  Of oneself alone: paper is of who asks. */
enum whole_end whole_make(const struct paper *, struct bytes *zip, const char **bad);

/* What is in it: rows of each kind ("data/laege.json"), files that were uploaded. */
struct whole_told {
	const char **kinds;
	uint32_t *rows;
	size_t nkinds;
	uint32_t files;
};
/* The same with another limit, for whoever may have it whole: the views of its account say of whom. */
enum whole_end whole_make_as(const struct paper *, uint32_t most_mb, struct bytes *zip,
    struct whole_told *, const char **bad);

#endif
