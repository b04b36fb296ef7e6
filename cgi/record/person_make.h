/* SPDX-License-Identifier: MPL-2.0
 *
 * The one way in which a person comes into the logbook or changes their name and address:
 * CPR number sealed and hashed, found by its words.  Asks nobody whether they may: the callers
 * have (a page by its permission, an import by its run).
 */
#ifndef PERSON_MAKE_H
#define PERSON_MAKE_H

#include "cpr.h"
#include "db.h"

struct person_new {
	const char *name;
	const char *email, *mobile, *auth_id; /* NULL: not known */
	const struct cpr *cpr;
	struct day shown_from; /* R-UI-02 */
	struct day access_due; /* no day: no mail with access is to go out by itself */
	bool by_import;
	uint32_t
	    unconfirmed; /* the org_unit that made up the address; 0: it is known to be theirs */
};

enum person_made {
	PERSON_MADE,
	PERSON_IS_THERE,      /* the CPR number is somebody's: *id, who did not change */
	PERSON_EMAIL_TAKEN,   /* by somebody else: *id */
	PERSON_AUTH_ID_TAKEN, /* likewise */
	PERSON_NOT_STORED     /* db_failed() tells */
};

/* In a DB_WRITE transaction.  Who was merged into another is that other. */
enum person_made
person_make(struct db *, const struct person_new *, struct moment now, uint32_t *id);

/* Would these be somebody else's?  PERSON_MADE when not. */
enum person_made person_contact_free(
    struct db *, uint32_t person, const char *email, const char *auth_id, uint32_t *other);

/* Name, e-mail, mobile, authorisation id as they are from now on, and the words to find them by.
 * PERSON_MADE, PERSON_EMAIL_TAKEN, PERSON_AUTH_ID_TAKEN or PERSON_NOT_STORED. */
enum person_made person_change(struct db *, uint32_t person, const char *name, const char *email,
    const char *mobile, const char *auth_id, uint32_t *other);

#endif
