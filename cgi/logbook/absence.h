/* SPDX-License-Identifier: MPL-2.0
 *
 * Absence from one element of training, and the ten per cent (domain 5.3).  Lengths are counted
 * as the secretariats do: 30 days a month, 360 a year (R-TID-01).  Days written "until" are the
 * day after the last, as everywhere.
 */
#ifndef ABSENCE_H
#define ABSENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

/* One absence as it is registered; until is the day one was well again. */
struct absence_spell {
	uint32_t id;
	uint32_t type; /* absence_type.id */
	bool
	    counts; /* towards the ten per cent, by the rule of its region and first day (R-TID-09) */
	struct day since, until;
};

/* The days of an element that went to one type. */
struct absence_part {
	uint32_t type;
	bool counts;
	int32_t days;
};

/* What an element's absence comes to: the parts add up to counted + uncounted. */
struct absence_sum {
	int32_t counted, uncounted; /* days */
	const struct absence_part *parts;
	size_t n;
};

/* The days from the first to the day one was well again, through weekends and days off
 * (R-TID-04); whole months from the first day on are 30 days each (R-TID-01), so that two months'
 * leave is 60 days in any two months. */
int32_t absence_days(struct day since, struct day until);

/* The spells that touch the element, each day once: where two lie over one another the day is
 * that of the one that counts, then of the one that began first.  Days outside the element are
 * left out.  Parts lie in the arena, in the order of the types' ids. */
struct absence_sum absence_sum(
    struct arena *, const struct absence_spell *, size_t n, struct day since, struct day until);

/* The days in one piece that the spell of those days is part of: with every spell that counts and
 * touches or overlaps it, or one that does.  By the calendar, through weekends. */
int32_t
absence_in_a_row(const struct absence_spell *, size_t n, struct day since, struct day until);
/* More than two weeks in a row, which the secretariat is told of (R-TID-07). */
bool absence_is_long(int32_t in_a_row);

/* What is wrong with an absence from since to until (the first day back) within an element; the
 * field of the form that it stands at.  NULL when nothing is. */
struct absence_fault {
	const char *field; /* "fra" or "til" */
	const char *sentence;
};
const struct absence_fault *absence_fault(struct arena *, struct day since, struct day until,
    struct day element_since, struct day element_until);

/* A tenth of the length, rounded down: 18 of 180, 36 of 360 (R-TID-02). */
int32_t absence_limit(int32_t length);
/* More than that, not as much as that. */
bool absence_is_over(int32_t counted, int32_t length);

/* That day, so many days of 30 to the month later. */
struct day absence_days_later(struct day, int32_t days);
/* The day itself if it is the 1st, otherwise the 1st of the next month: as the day after the last
 * of an element, the month's end (R-TID-03). */
struct day absence_month_end(struct day);
/* Where the element ends when so many days are made up (R-TID-03); 0 days leave it alone. */
struct day absence_made_up(struct day until, int32_t days);

/* How absence stands against the limit of an element. */
struct absence_standing {
	int32_t length;   /* the fixed length: without what agreements prolonged it by */
	int32_t limit;    /* of the fixed length (R-TID-05) */
	int32_t counted;  /* days of absence that count */
	int32_t left;     /* of the limit; 0 when it is used up or passed */
	int32_t made_up;  /* days that agreements prolonged it by, and replacement posts after it */
	bool over;        /* counted > limit: all of it is to be made up, the free tenth too */
	int32_t missing;  /* of that, what no agreement has made up for yet; 0 when not over */
	struct day until; /* where the element is to end for that to be made up; else its end */
};

/* length is the element's as it is now, from its first day to until; prolonged what agreements
 * made it longer by (absence_prolonged summed; below 0 is 0); replaced the days of replacement
 * posts that follow it. */
struct absence_standing absence_stand(
    int32_t counted, int32_t length, int32_t prolonged, int32_t replaced, struct day until);

/* What an agreement made an element longer by, part time not counted in: the length after, less
 * the length before at the new fraction, in whole months.  Below 0 when it was shortened at the same fraction. */
int32_t absence_prolonged(
    int32_t length_before, int fraction_before, int32_t length_after, int fraction_after);

/* Days of the calendar that so many days of full time take at that fraction, rounded up: 180 at
 * 80 per cent are 225.  fraction is 1 to 100. */
int32_t part_time_length(int32_t full, int fraction);
/* Where a full-time element from since to until ends at that fraction, at a month's end. */
struct day part_time_until(struct day since, struct day until, int fraction);
/* Below half of full time, which no agreement should say (domain 5.1: 18½ hours a week). */
bool part_time_is_low(int fraction);

#endif
