/* SPDX-License-Identifier: MPL-2.0
 *
 * One logbook as the archives get it: the ZIP that its doctor can take along (cgi/package/whole.h), without what is
 * the doctor's alone (R-NOT-02).
 */
#ifndef BOOK_H
#define BOOK_H

#include "db.h"
#include "queries/archive.h"
#include "whole.h"

struct book {
	struct bytes zip; /* let go with the arena of the connection, as told is */
	struct whole_told told;
	const char
	    *why; /* it cannot be made: in Danish; NULL when it could, or the database failed */
};

/* Made within a transaction of its own, which sees one moment.  False with why, or with none when the database
 * failed. */
bool book_make(struct db *, const struct archive_doctors *, struct moment now, struct book *);

#endif
