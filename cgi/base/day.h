/* SPDX-License-Identifier: MPL-2.0
 *
 * Calendar days, moments, and the two ways they are written: ISO for machines, Danish for
 * people.  A day has no time zone; a moment is a second of UTC, shown in the zone of the
 * process (TZ=Europe/Copenhagen, set by serve).
 */
#ifndef DAY_H
#define DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

/* A day of the Gregorian calendar; { 0 } is no day. */
struct day {
	int16_t year;
	int8_t month, dom;
};

/* Seconds since 1970-01-01T00:00:00Z; 0 is no moment. */
struct moment {
	int64_t s;
};

/* Is it a day that exists (29 February only in leap years), year 1 to 9999? */
bool day_is_real(struct day);
/* Is it no day at all? */
bool day_is_none(struct day);
/* <0, 0, >0 as a is before, on or after b. */
int day_compare(struct day a, struct day b);

/* "2027-03-01", nothing else.  False, and *d untouched, for any other text. */
bool day_read(const char *, struct day *d);
/* What a person types: "1.3.2027", "01.03.2027", "1/3-2027", "01-03-2027", or ISO.  Two-digit
 * years are refused: they have been guessed wrong before. */
bool day_read_danish(const char *, struct day *d);
/* "2027-03-01"; "" for no day. */
const char *day_iso(struct arena *, struct day);
/* "01.03.2027"; "" for no day. */
const char *day_text(struct arena *, struct day);

/* Days since 1970-01-01, and back.  No day stays no day, whatever is added. */
int32_t day_number(struct day);
struct day day_of_number(int32_t);
struct day day_add(struct day, int32_t days);
/* The same day n months on (n may be negative), or the last of that month if it has none. */
struct day day_add_months(struct day, int32_t months);

/* 360 dy + 30 dm + dd with day 31 read as 30: the secretariats' count (R-TID-01).  From the
 * first day to the day after the last. */
int32_t days360(struct day from, struct day to_exclusive);

/* The day and the second that the machine's clock shows; only main programs call these:
 * everything else is handed `today` and `now`. */
struct moment moment_of_clock(void);
/* The calendar day of a moment in the zone of the process. */
struct day moment_day(struct moment);
/* The second of that day in the zone of the process at which m lies (0 to 86399). */
int32_t moment_second(struct moment);
/* That second of another day, in the zone of the process: how a try-out's clock is moved. */
struct moment moment_at(struct day, int32_t second);
/* "2027-03-01T13:05:00Z" */
const char *moment_iso(struct arena *, struct moment);
/* "01.03.2027 kl. 14.05" in the zone of the process; "" for no moment. */
const char *moment_text(struct arena *, struct moment);

#endif
