/* SPDX-License-Identifier: MPL-2.0
 *
 * What the files of logbook-demo share.  The data of the try-out are the CSV files of
 * schema/seed/demo; this tool only carries them into the database, in one transaction, under
 * the same conditions and the same chain as the programs.  A mistake in a file ends the
 * process with the file's name and line; nothing is stored then.
 */
#ifndef DEMO_H
#define DEMO_H

#include "curriculum.h"
#include "db.h"
#include "sheet.h"

enum { DEMO_LISTS = 16 };

struct demo {
	struct arena *arena;
	struct db *db;
	const char *seed; /* schema/seed */
	struct day today;
	struct moment now;
	const struct curriculum_file *lists[DEMO_LISTS];
	size_t nlists;
};

/* A file of schema/seed/demo. */
struct table {
	const struct demo *demo;
	const char *path;
	struct sheet sheet;
};

/* table.c: reading, and what every file of ours goes through. */
void table_open(struct table *, const struct demo *, const char *name);
/* The cell of that column; "" where it is empty. */
const char *cell(const struct table *, const struct sheet_row *, const char *column);
/* The same, NULL where it is empty. */
const char *cell_or_none(const struct table *, const struct sheet_row *, const char *column);
uint32_t cell_number(const struct table *, const struct sheet_row *, const char *column);
struct day cell_day(const struct table *, const struct sheet_row *, const char *column);
/* The words of a cell, parted by that sign; at least one, which may be "". */
size_t cell_words(const struct table *, const struct sheet_row *, const char *column, char parting,
    const char ***out);
_Noreturn void
table_fatal(const struct table *, const struct sheet_row *, const char *why, const char *what);
/* Ends the process unless a row was written. */
void must(const struct table *, const struct sheet_row *, enum db_outcome);

/* place.c: units, and dates of specialties; regions and specialties are there (schema/apply). */
void put_places(struct demo *);
/* course.c: which courses there are; holds, and what became of those who took part. */
void put_course_defs(struct demo *);
void put_courses(struct demo *);
/* people.c: people, what they are found by, roles, passwords; one password for all. */
extern const char demo_password[];
void put_people(struct demo *);
/* unconfirmed.c: new supervisors who wait for the secretariat. */
void put_unconfirmed(struct demo *);
/* training.c: the lists of schema/seed/curricula; courses and their employments. */
void put_lists(struct demo *);
void put_training(struct demo *);
/* time.c: specialties of places, agreements and what they moved, absence. */
void put_time(struct demo *);
/* card.c: cards that were filled and answered, and what was written down. */
void put_cards(struct demo *);
/* story.c: what was asked and answered, and merits, in the order of time. */
void put_stories(struct demo *);
/* merit.c: one merit with its letter and what it covers; DB_ONE, or the process ends.  Looks. */
enum db_outcome
put_merit(const struct table *, const struct sheet_row *, struct day, struct moment);
void put_looks(struct demo *);
/* research.c: research training. */
void put_research(struct demo *);
/* shelf.c: notes, files, resets, forms. */
void put_shelf(struct demo *);
/* attest.c: what was asked and signed of elements, after the stories it stands on. */
void put_attestations(struct demo *);
/* evaluation.c: what was said of places, after the attestations that release it. */
void put_evaluations(struct demo *);
/* talk.c: main supervisors, plans, talks, doubt, in the order of the rows. */
void put_talks(struct demo *);
/* employment_put.c: rows of overviews of employment, and signatures on them. */
void put_employment(struct demo *);
/* package_put.c: what was ordered to be sent, after all that it is made of. */
void put_packages(struct demo *);
/* goals.c.  The second of that day at which the nth thing happened: between seven and fifteen
 * o'clock. */
struct moment demo_moment(struct day, size_t n);
/* The list of that code, and the goals that "1.1 1.4..1.9" or "*" names: indices into it. */
const struct curriculum_file *demo_list(const struct table *, const struct sheet_row *);
size_t demo_goals(
    const struct table *, const struct sheet_row *, const struct curriculum_file *, size_t **out);

/* tell.c: demo.json, and the table on standard output.  fresh: were the data put there now? */
void tell(const struct demo *, const char *url, const char *out, bool fresh);

#endif
