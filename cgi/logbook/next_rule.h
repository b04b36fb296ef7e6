/* SPDX-License-Identifier: MPL-2.0
 *
 * What a doctor has before them: in which order it stands on the front page, and how its day is said.
 */
#ifndef NEXT_RULE_H
#define NEXT_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

enum next_kind {
	NEXT_BY,   /* to be done by the day, itself included */
	NEXT_FROM, /* can be done from the day on */
	NEXT_SOME  /* has no day */
};

/* Was it to be done before today? */
bool next_is_late(enum next_kind, struct day on, struct day today);

/* Below 0 when a stands before b: what is late first, the longest late first; then by their days;
 * what has none last. */
int next_compare(
    enum next_kind a, struct day a_on, enum next_kind b, struct day b_on, struct day today);

/* "Skulle være gjort 01.10.2026", "Senest 12.12.2026, om 16 dage", "Fra 01.12.2026"; "Når du er klar"
 * where there is no day.  Days are counted up to sixty. */
const char *next_when(struct arena *, enum next_kind, struct day on, struct day today);

/* "kommet i dag", "ventet siden i går", "ventet 23 dage". */
const char *next_waited(struct arena *, struct day since, struct day today);

/* How much of the time from since to until (the day after the last) is gone, in days of the secretariats
 * (R-TID-01): from 0 to all. */
struct next_time {
	uint32_t gone, all;
};
struct next_time next_time(struct day since, struct day until, struct day today);
/* "14 af 60 måneder er gået"; "12 af 45 dage er gået" of less than three months. */
const char *next_time_words(struct arena *, struct next_time);

/* Is so much of the limit of absence used that it is to be told: three quarters, or more? */
bool next_absence_is_near(int32_t counted, int32_t limit);

#endif
