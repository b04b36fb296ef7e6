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
	struct package_left *left;
	size_t nleft;
	struct package *package; /* its end and bad are set when something stops it */
};

/* False when something stopped it. */
bool parts_fill(struct parts *);

#endif
