/* SPDX-License-Identifier: MPL-2.0
 *
 * Inside curriculum.c, curriculum_goal.c and curriculum_method.c only.
 */
#ifndef CURRICULUM_PART_H
#define CURRICULUM_PART_H

#include "curriculum.h"

/* A file being read. */
struct curriculum_reader {
	struct arena *arena;
	const struct sheet *sheet;
	struct sheet_faults *faults;
	struct curriculum_file *file;
	bool stage_known;
};

/* A word of a closed list, and what it stands for. */
struct curriculum_word {
	const char *word;
	int value;
};

/* Looks text up, capitals or not.  False, and a fault that names them all, if it is none. */
bool curriculum_find_word(struct curriculum_reader *, const struct curriculum_word *, size_t n,
    const char *text, struct sheet_place, int *value);

/* False, and a fault, if text has more than most characters. */
bool curriculum_fits(struct curriculum_reader *, const char *text, size_t most, struct sheet_place);

/* Reads the header row and the rows into file->goals, sorted. */
void curriculum_read_goals(struct curriculum_reader *);

/* The cells "metoder" and "minimum" of one goal; the methods first. */
void curriculum_read_methods(
    struct curriculum_reader *, struct curriculum_goal *, const char *list, struct sheet_place);
void curriculum_read_minimums(
    struct curriculum_reader *, struct curriculum_goal *, const char *list, struct sheet_place);

#endif
