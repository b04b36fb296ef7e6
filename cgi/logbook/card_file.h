/* SPDX-License-Identifier: MPL-2.0
 *
 * The cards of a list as they come in a CSV file (schema/seed/curricula/README.md), and what the
 * goals of the list then need before they can be approved.  Pure: bytes in, cards or faults out.
 */
#ifndef CARD_FILE_H
#define CARD_FILE_H

#include "card.h"
#include "sheet.h"

enum {
	CARD_FILE_CARDS = 200,
	CARD_CODE = 20,
	CARD_TITLE = 200,
	CARD_METHOD = 100,
	CARD_GUIDANCE = 4000
};

/* A card, with its sub-goals and the numbers of the goals that it is for. */
struct card_plan {
	const char *code, *title, *method, *guidance;
	enum card_scale scale;
	bool whole; /* counts for all its goals */
	const char **goals, **parts;
	size_t ngoals, nparts;
	struct sheet_place at;
};

/* What is counted of a method towards goals: target 0 where the list says it. */
struct card_counter {
	const char *method;
	const char **goals;
	size_t ngoals;
	uint32_t target, per_year; /* 0: none */
	struct sheet_place at;
};

struct card_file {
	const char *curriculum; /* code of the list */
	struct card_plan *cards;
	size_t ncards;
	struct card_counter *counters;
	size_t ncounters;
};

/* Reads a whole file; as curriculum_read: all of it, or every reason. */
bool card_file_read(struct arena *, struct bytes, struct card_file *, struct sheet_faults *faults);

/* A goal of the list: methods one a line, minimum "mini-CEX=3|OSATS=2". */
struct card_list_goal {
	const char *number, *methods, *minimum;
};
/* What a goal needs of one method. */
struct card_need {
	const char *number, *method;
	uint32_t target, per_year; /* per_year 0: none */
	bool by_card;
};

/* Holds the file against its list: every goal is of the list and has the method.  True: *needs has
 * what each goal needs: every minimum of the list, one of each card without a minimum, and what the
 * file counts besides. */
bool card_file_needs(struct arena *, const struct card_file *, const struct card_list_goal *,
    size_t ngoals, const struct card_need **needs, size_t *n, struct sheet_faults *faults);

#endif
