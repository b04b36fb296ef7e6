/* SPDX-License-Identifier: MPL-2.0
 *
 * What a package holds, part by part, and the files that go with each.
 */
#ifndef PARTS_H
#define PARTS_H

#include "bound.h"
#include "package.h"
#include "queries/package.h"

/* A file of the logbook that goes in. */
struct enclosed {
	const struct package_files *row;
	const char *title;
	struct bytes content;
};

enum { PARTS_MOST = 200 };

struct parts {
	const struct paper *paper;
	const struct package_ask *ask;
	struct part list[PARTS_MOST];
	size_t n;
	uint32_t number; /* of the last that stands under no other */
	const struct package_files *rows;
	size_t nrows;
	bool *taken; /* of the rows: it stands in a part */
	struct enclosed *enclosed;
	size_t nenclosed;
	struct package *package; /* its end and bad are set when something stops it */
};

/* All of a main package.  False when something stopped it; likewise below. */
bool parts_fill(struct parts *);

/* One by one, for a supplement: the files of the logbook first. */
bool parts_read_files(struct parts *);
/* "4.", the number of the next part. */
const char *parts_next(struct parts *);
bool parts_add(struct parts *, const char *title, const struct report *);
/* The report without lines to sign on: nobody signs it on paper. */
struct report *parts_bindable(struct parts *, const struct report *);

#endif
