/* SPDX-License-Identifier: MPL-2.0
 *
 * A curriculum that has been read goes into the database, whole.  Published is published
 * (R-MAL-04): the same bytes again change nothing, other bytes under the same code are
 * refused.
 */
#ifndef STORE_H
#define STORE_H

#include "curriculum.h"
#include "db.h"

enum stored {
	STORED_NEW,
	STORED_BEFORE,    /* the same bytes are there already */
	STORED_DIFFERENT, /* the code is another list's; nothing was stored */
	STORED_NOT        /* the database failed; db_failed() tells how */
};

/* Adds the list and its competencies in the caller's transaction, which must be a DB_WRITE.
 * bytes are those that the list was read from. */
enum stored curriculum_store(struct db *, struct bytes, const struct curriculum_file *);

#endif
