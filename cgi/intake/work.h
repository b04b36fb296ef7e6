/* SPDX-License-Identifier: MPL-2.0
 *
 * A run that is going on: what it may touch, what it knows, and what it has found and written so
 * far.  A preview is the same work in a transaction that is rolled back, so that what is shown is
 * what will be done; therefore nothing here asks which of the two it is.
 *
 * Rows of the run itself (import_line, import_step) are gathered and stored at the very end: they
 * point to the row of the run, which must stay free for its progress to be told meanwhile.
 */
#ifndef WORK_H
#define WORK_H

#include "config.h"
#include "db.h"
#include "diff.h"
#include "known.h"
#include "notice.h"

enum found { FOUND_NEW, FOUND_CHANGED, FOUND_SAME, FOUND_REFUSED, FOUND_WAITING, FOUNDS };

struct work_line {
	uint32_t line, person; /* person 0: none */
	enum found what;
	const char *label, *detail;
};

struct work_step {
	const char *object, *before, *after;
	uint32_t row;
	bool added;
};

struct work {
	struct db *db;
	struct arena *keep, *each; /* of the run; of the row at hand */
	struct moment now;
	struct day today;
	uint32_t run;        /* import_run, 0 while it has no row */
	uint32_t region;     /* the training region that it may touch; 0: all */
	bool by_hand;        /* somebody has looked at it: what the file says holds */
	bool whole;          /* all of it or nothing: what the database refuses ends the run */
	uint32_t person;     /* of the row that was found last and had one */
	size_t refusals;     /* of the database */
	const char *stopped; /* whole: the row that it refused; NULL for none */
	struct known known;
	struct work_line *lines;
	struct work_step *steps;
	size_t nlines, room_lines, nsteps, room_steps;
	uint32_t count[FOUNDS], total;
	/* Told how far it is, now and then; NULL when nobody waits. */
	void (*tick)(void *, uint32_t total, uint32_t done);
	void *ticks;
};

/* Everything is known and nothing found.  each is a new arena that goes with keep.  False:
 * db_failed() tells. */
bool work_begin(struct work *, struct db *, struct arena *keep, struct moment now);

/* The row at hand begins: its memory is that of the row before.  False when the database failed or
 * the run has stopped, and it is no use to go on. */
bool work_row(struct work *);
/* Its end.  Same rows are counted and not kept; texts are copied. */
void work_found(struct work *, enum found, uint32_t line, const char *label, const char *detail,
    uint32_t person);

/* How far the work is, to come back to. */
struct work_mark {
	size_t nlines, nsteps;
	uint32_t count[FOUNDS];
	size_t nplaces;
};
/* What follows can be refused by the database without the rest. */
void work_mark(struct work *, struct work_mark *);
/* Was it?  Then it is as if it had not been tried, in the database and here; of a run that is to
 * be whole, it is the end, and label is who stopped it.  After a hundred of them it is more than these
 * rows: the failure stays, and is that of the run. */
bool work_was_refused(struct work *, const struct work_mark *, const char *label);

/* A row of a table was added (after: its columns) or changed. */
void work_added(struct work *, const char *object, uint32_t row, const struct diff *);
void work_changed(struct work *, const char *object, uint32_t row, const struct diff *);

/* "NY", "AENDRET", …: the database's word. */
const char *found_word(enum found);

/* Stores the steps, and the lines from number from on; the counts too. */
void work_store(struct work *, const struct work_line *, size_t n, uint32_t from);

/* Who is told.  link is a path of ours, with %u for about. */
void work_tell_office(struct work *, uint32_t region, enum notice, uint32_t about,
    const char *place, const char *link);
/* An element of a doctor moved: the departments that it was in and is in, the doctor, the
 * secretariat of the course (T-024). */
void work_tell_moved(
    struct work *, uint32_t doctor, uint32_t region, uint32_t was, uint32_t is, const char *place);

/* NULL for 0: an argument that may be none. */
const uint32_t *or_none(const uint32_t *);

#endif
