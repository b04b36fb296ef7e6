/* SPDX-License-Identifier: MPL-2.0
 *
 * Days and moments as the table of a KBU round writes them.
 */
#ifndef INTAKE_KBU_H
#define INTAKE_KBU_H

#include <stdbool.h>

#include "day.h"

/* "1. feb 15", "1. februar 2015", and the ways that day_read_danish knows.  Years of two digits
 * are of this century: the table is not older. */
bool kbu_day(const char *, struct day *);

/* "10. okt 13:20" in the zone of the process, in the last year in which it lies before the day
 * on which the post begins: the year before for a spring round (T-028).  With a year it must lie
 * before that day too.  False for anything else, and where that day has no such time. */
bool kbu_moment(const char *, struct day start, struct moment *);

#endif
