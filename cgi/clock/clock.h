/* SPDX-License-Identifier: MPL-2.0
 *
 * logbook-clock: does what is due.  Mails and messages every second, files and runs that wait,
 * and, once for each day, what that day brings; what was missed is caught up once (R-BRU-07).
 * Two clocks at once do everything once: each thing is taken by one (table lease, job).
 *
 *   logbook-clock           all that is due now, and ends: for a timer, and for tests
 *   logbook-clock --stay    the same again every second, until it is told to stop (TERM)
 *   logbook-clock --prepare its statements, proved under its account
 */
#ifndef CLOCK_H
#define CLOCK_H

#include "config.h"
#include "db.h"

struct clock {
	struct arena *arena; /* emptied between two rounds */
	struct db *db;
	const struct config *config;
	struct moment now; /* of this round */
	struct day today;
};

/* jobs.c: what today brings, and days that were missed; runs that wait; feeds that are due. */
void jobs_due(struct clock *);
struct engine;
/* evaluations.c: who is asked to evaluate a place; a half-year that is over is closed. */
void tell_of_evaluations(struct engine *, struct day after);
void close_half_year(struct engine *, struct day after);
/* goals.c: who is warned of competencies that lack before an employment ends. */
void tell_of_goals(struct engine *, struct day after);
/* overview.c: counts the figures of the secretariats' overview anew, in the open transaction. */
void overview_count(struct engine *, struct day after);
/* At the end: another clock may go on at once. */
void jobs_end(struct clock *);

#endif
