/* SPDX-License-Identifier: MPL-2.0
 *
 * CPR numbers: shape and date; no check digit is demanded, since numbers without one have
 * been issued since 2007 (R-CPR-01 … 06).  The number itself is handled in as few places
 * as can be: read here, hashed and sealed by base/secret, shown by whoever must.
 */
#ifndef CPR_H
#define CPR_H

#include <stdbool.h>

#include "arena.h"
#include "day.h"

struct cpr {
	char digits[11];   /* ten digits and NUL */
	bool replacement;  /* erstatningspersonnummer: day 61 to 91 (R-CPR-05) */
	bool passes_mod11; /* for a soft warning only (R-CPR-06) */
	struct day born;   /* the true birth date */
};

/* Reads "DDMMYY-NNNN", "DDMMYYNNNN" or with a space; false for another shape or a date that
 * does not exist. */
bool cpr_read(const char *, struct cpr *);

/* Does the text look like somebody meant a CPR number (six digits, perhaps hyphen, four)? */
bool cpr_is_meant(const char *);

/* What stands in place of a number that was taken out of a text. */
#define CPR_BLOTTED "••••••-••••"

/* Does a CPR number stand in the midst of a text, or one that was taken out?  Ten digits by themselves that
 * begin with a date: together, in pairs, with dots between the pairs and a dash behind, with a hyphen, dash, stroke or
 * spaces before the last four; the year may be whole (»01.02.1985-1234«).  Not a number that goes on, nor one behind
 * "+", nor part of a word, nor a day with an hour or another year, so that phone numbers and codes pass. */
bool cpr_stands_in(const char *text);

/* The text with CPR_BLOTTED for each of them. */
const char *cpr_blotted(struct arena *, const char *text);

/* "750385-4321", from ten digits. */
const char *cpr_text(struct arena *, const char digits[10]);

/* "750385-••••": what is shown where the task does not need the number (R-GDP-04). */
const char *cpr_masked(struct arena *, struct day born, bool replacement);

#endif
