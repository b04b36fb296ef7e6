/* SPDX-License-Identifier: MPL-2.0
 *
 * The import engine, as the clock drives it: runs that the pages ask for, feeds, and those whose
 * day has come.  Every run is one transaction, all or nothing; it is stored only while the lease
 * is still ours.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include "config.h"
#include "intake.h"
#include "lease.h"
#include "secret.h"
#include "work.h"

struct troubles; /* a row of them: queries/clock.h */

struct engine {
	struct db *db, *beside; /* beside: progress, told while the other is at work */
	const struct config *config;
	struct lease *lease;
	struct moment now;
	struct day today;
	struct troubles *troubles; /* trouble.h */
	size_t ntroubles;
};

/* What pages have asked for: files are read and shown, carried out, taken back. */
void runs_go(struct engine *);
/* Those whom feeds told of and whose day is today or was before. */
void records_go(struct engine *);
/* Those that were refused, once more: what stood in the way may be gone. */
void records_again(struct engine *);
/* Looks into every feed: folders each time, addresses once a day.  schema/seed/import/README.md
 * says what may lie there. */
void feeds_go(struct engine *);

/* --- between the files of the engine ---------------------------------------------------------- */

/* Progress is told now and then, and the lease renewed. */
struct progress {
	struct engine *engine;
	uint32_t run; /* 0: it has no row that others see yet */
	int64_t last; /* 0 at the beginning */
};
void progress_tick(void *, uint32_t total, uint32_t done);

/* Every row of a file. */
void intake_take(struct work *, enum intake_form, const struct intake *);

/* How somebody is called in a report: "3 nye, 1 ændret, 2 afvist". */
const char *counts_text(struct arena *, const struct work *);

/* What has to be told of a run of the clock's, to the secretariat of the region or all of them. */
void run_tell(struct work *, uint32_t region);
/* The same, in any case, and in these words. */
void run_tell_all(struct work *, uint32_t region, const char *place);

/* A run that the clock makes itself; false: the database failed. */
bool run_open(struct engine *, struct work *, enum intake_form, const char *way, uint32_t feed,
    uint32_t region, const char *file_name, const struct hash *content);
/* Stores what was found and commits it; false: nothing is stored. */
bool run_close(struct engine *, struct work *, const char *was, const char *said);

/* Taken back; false: it is not, and *why says what stands in the way (NULL: the database). */
bool run_undo(struct engine *, struct work *, const char **why);

/* What became of one whom a feed told of, for the next day. */
void record_take(struct work *, uint32_t record, const struct intake_person *,
    const struct intake_person *before, struct moment first_seen, const char *was,
    const char *said);
/* A feed told of these persons. */
bool records_tell(struct engine *, struct work *, const char *source, const struct intake *);
/* Opens what was sealed; NULL when it cannot be read. */
const struct intake_person *record_open(struct arena *, struct bytes sealed);

#endif
