/* SPDX-License-Identifier: MPL-2.0
 *
 * The secretariat's overview of its region's doctors, as the page and the workbook both ask for it.
 */
#ifndef OVERVIEW_FIND_H
#define OVERVIEW_FIND_H

#include "form.h"
#include "queries/overview_office.h"
#include "request.h"
#include "subject.h"
#include "url.h"

struct overview_filter {
	const char *stage; /* the database's word; "" for all */
	uint32_t specialty;
	const char *place;   /* part of the name, as typed */
	const char *pattern; /* of it; "" for all */
	bool pressing;       /* those alone with whom something is to be seen to */
	const char *by;      /* afdeling, speciale, trin */
};

struct overview_filter overview_filter_of(struct request *);
struct overview_filter overview_filter_of_form(struct arena *, const struct form *);
struct url overview_filter_url(struct arena *, struct url, const struct overview_filter *);

/* The words of one row, a sentence each; *n of them. */
const char *const *overview_words(struct arena *, const char *words, size_t *n);

#endif
