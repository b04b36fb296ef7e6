/* SPDX-License-Identifier: MPL-2.0
 *
 * A doctor's overview of medical employment as it is today (domain 13.4): the elements that have begun
 * and what the doctor added, the gaps, and whether it is signed as it is.  What the page, the print and
 * the readiness stand on, so that they all say the same.
 */
#ifndef EMPLOYMENT_LIST_H
#define EMPLOYMENT_LIST_H

#include "db.h"
#include "employment.h"
#include "secret.h"

/* Everything lies in the arena of the connection. */
struct employment_list {
	const struct employment_line *lines; /* in the order of time */
	size_t n;
	size_t own; /* of them the doctor's */
	const struct employment_gap *gaps;
	size_t ngaps;
	const char *json; /* what a signature of today would hold */
	struct hash hash; /* SHA-256 of it */
	bool is_signed;   /* at some time */
	bool is_current;  /* and it was this very list */
	struct moment signed_at;
	const char *signed_by;
};

/* Of a doctor whom the caller has found within reach (employment_reach), or whose documentation is being
 * sent: it asks for nobody.  NULL when the database failed. */
const struct employment_list *employment_list_of(struct db *, uint32_t doctor, struct day today);

#endif
