/* SPDX-License-Identifier: MPL-2.0
 *
 * Evaluation of the training place (domain 14): when it may be answered, half-years, and how means
 * are shown.  What is released and published when is said by schema/rules/evaluation.sql.
 */
#ifndef EVALUATION_H
#define EVALUATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

/* The scale: 1 "i meget ringe grad" … 6 "i meget høj grad"; 0 is "ikke relevant" (R-EVA-03). */
enum { EVALUATION_MOST = 6, EVALUATION_BEFORE = 30, EVALUATION_LEAST = 3, EVALUATION_PROSE = 2000 };

/* What a number of the scale means: "i meget ringe grad"; "ikke relevant" for 0; "" for none of it. */
const char *evaluation_degree(uint32_t value);

/* The first day on which a place is evaluated: thirty days before the last day of the element
 * (until is the day after it); and whether that has come (R-EVA-02). */
struct day evaluation_opens(struct day until);
bool evaluation_may_be_given(struct day today, struct day until);

/* A half-year: 2 * year, and 1 more from July on. */
uint32_t half_of(struct day);
/* Its first day; the day after its last is the first day of half + 1. */
struct day half_begins(uint32_t half);
/* The last half-year that is over that day. */
uint32_t half_over(struct day today);
/* "1. halvår 2026"; "1. halvår 2025 – 2. halvår 2026" where they differ. */
const char *half_text(struct arena *, uint32_t half);
const char *half_span(struct arena *, uint32_t since, uint32_t half);

/* The mean in tenths, rounded half up: all that is shown of it.  n is not 0. */
uint32_t evaluation_tenths(int64_t total, int64_t n);
/* "4,3" */
const char *evaluation_mean_text(struct arena *, uint32_t tenths);
/* Below 3,0, below 4,5, and from there: told by a word, never by colour alone. */
enum evaluation_level { EVALUATION_LOW, EVALUATION_MIDDLE, EVALUATION_HIGH };
enum evaluation_level evaluation_level(uint32_t tenths);
const char *evaluation_level_word(enum evaluation_level); /* "lav", "middel", "høj" */
const char *evaluation_level_mark(enum evaluation_level); /* class of the page */

/* How many answers are asked for at least: 3 to 100 as typed; 0 for anything else.  Fewer than three
 * would let each of two tell the other's answer from the mean. */
uint32_t evaluation_least(const char *typed);

/* "Svar fra 2 læger mangler, før de næste kan læses.": how many more than doctors are needed for least. */
const char *evaluation_missing(struct arena *, uint32_t doctors, uint32_t least);

/* One statement's answer; words is NULL for a number, "" for a free text left empty. */
struct evaluation_answer {
	uint32_t statement;
	bool answered; /* value counts */
	uint32_t value;
	const char *words;
};
/* As the draft keeps it: [{"s":1,"v":4},{"s":3,"w":"…"}].  What is not answered is left out. */
const char *evaluation_json(struct arena *, const struct evaluation_answer *, size_t n);

#endif
