/* SPDX-License-Identifier: MPL-2.0
 *
 * The search after people by words and filters, as pages and workbooks both ask it.
 *
 * Either the rarest thing that was asked for leads, and the rest is tried on what it leaves; or all
 * people are walked through in the order of their names until the page is full: whichever looks at
 * fewer.  So a search is quick whatever it is after: neither a name that thousands bear nor a
 * filter that hardly leaves any reads more than some thousand rows.
 */
#ifndef PEOPLE_FIND_H
#define PEOPLE_FIND_H

#include "form.h"
#include "queries/people.h"
#include "request.h"
#include "role.h"
#include "subject.h"
#include "url.h"
#include "words.h"

enum people_sort { SORT_NAME, SORT_ROLE, SORT_BEGINS };

/* What was asked for; "" and 0 for nothing. */
struct people_filter {
	const char *typed; /* part of the name or e-mail */
	struct words words;
	enum role role;
	uint32_t region, specialty;
	const char *unit;  /* part of the name of a department or practice */
	const char *stage; /* KBU, INTRO, HU, EVAL */
	enum people_sort sort;
	bool all; /* everybody was asked for */
};

enum {
	PEOPLE_SORTED = 1000, /* so many can be counted and put in any order, whatever it costs */
	PEOPLE_LED = 8000,    /* so many at most are looked at, one by one */
	PEOPLE_WALKED = 1000, /* so far pages lead through more than that */
	PEOPLE_EVERY = 1000000,
	TYPED_MOST = 200
};

/* From the query of the address, and from a form with fields of the same names. */
struct people_filter people_filter_of(const struct request *);
struct people_filter people_filter_of_form(struct arena *, const struct form *);
/* Words alone. */
struct people_filter people_filter_words(struct arena *, const char *typed);
/* Was anything asked for at all; and beside words? */
bool people_filter_asks(const struct people_filter *);
bool people_filter_narrows(const struct people_filter *);
/* The address with all of it in its query, but for the order, and for words that may hold a CPR
 * number. */
struct url people_filter_url(struct arena *, struct url, const struct people_filter *);
const char *people_sort_word(enum people_sort);

struct people_page {
	struct people_found *rows;
	size_t n;
	bool counted; /* found is how many there are in all; else there are more than are counted */
	uint32_t found;
	bool more;     /* there are rows after these */
	bool in_order; /* in the order that was asked for; else by name */
};

/* The rows from skip on, at most `rows`.  Without words, those planned are left out. */
enum db_outcome people_find(struct request *, const struct subject *, const struct people_filter *,
    uint32_t skip, uint32_t rows, struct people_page *);

/* "Uddannelseslæge: Medicinsk Afdeling M, Fjordby Sygehus": the roles that a row of people_found
 * joins, one after another. */
struct role_held {
	const char *title, *place; /* place is "" where there is none */
};
size_t roles_of_row(struct arena *, const char *joined, const struct role_held **);

#endif
