/* SPDX-License-Identifier: MPL-2.0
 *
 * A curriculum (målbeskrivelse) as it comes in a CSV file: which lines and columns there
 * are, what may stand in them (schema/seed/curricula/README.md), and the goals in the
 * natural order of their numbers (R-DM-02).  Pure: bytes in, a curriculum or faults out.
 */
#ifndef CURRICULUM_H
#define CURRICULUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"
#include "sheet.h"
#include "text.h"

/* The most characters that the columns of the database hold. */
enum {
	CURRICULUM_GOALS = 1000,
	CURRICULUM_CODE = 60,
	CURRICULUM_LIST_TITLE = 200,
	CURRICULUM_SPECIALTY = 100,
	CURRICULUM_VERSION = 40,
	CURRICULUM_SOURCE = 500,
	CURRICULUM_NUMBER = 20,
	CURRICULUM_HEADING = 100,
	CURRICULUM_TITLE = 500,
	CURRICULUM_CLARIFICATION = 10000,
	CURRICULUM_TEXT = 4000,
	CURRICULUM_SHORT = 500,
	CURRICULUM_METHOD = 100,
	CURRICULUM_METHODS = 12,
};

enum curriculum_stage {
	CURRICULUM_KBU,
	CURRICULUM_INTRO,
	CURRICULUM_HU,
	CURRICULUM_EVAL,
};

/* What decides which version of a list binds a doctor: that the post was filled, advertised
 * or begun, or the doctor employed, on the cut-off day or later (R-MAL-02). */
enum curriculum_basis {
	CURRICULUM_BESAT,
	CURRICULUM_OPSLAAET,
	CURRICULUM_PAABEGYNDT,
	CURRICULUM_ANSAT,
};

/* Who may approve a goal (R-KOM-06). */
enum curriculum_approver {
	CURRICULUM_ALLE,
	CURRICULUM_UAO,
	CURRICULUM_TUTOR,
};

/* The database's words for them. */
const char *curriculum_stage_word(enum curriculum_stage);
const char *curriculum_basis_word(enum curriculum_basis);
const char *curriculum_approver_word(enum curriculum_approver);

/* minimum is the least number of assessments by that method; 0 is none asked for. */
struct curriculum_method {
	const char *name;
	uint32_t minimum;
};

/* Texts are tidied, never NULL, "" where the file has none; title, heading, timing and
 * placement are one line each, the others may hold newlines. */
struct curriculum_goal {
	const char *number, *heading, *title, *clarification, *strategy;
	struct curriculum_method *methods;
	size_t nmethods;
	const char *timing, *placement;
	enum curriculum_approver approver;
	uint32_t line, row; /* of the file */
};

struct curriculum_file {
	const char *code, *title, *specialty, *version, *source;
	enum curriculum_stage stage;
	enum curriculum_basis cutoff_basis;
	struct day cutoff_date;
	bool demo;
	const struct curriculum_goal *goals; /* in natural order of their numbers */
	size_t ngoals;
};

/* Reads a whole file.  True: *file is filled and all of it holds; its texts live in the
 * arena.  False: *faults has every reason, in the file's order, and *file is all zero: there
 * is no half curriculum.  *faults is { .arena = … } before. */
bool curriculum_read(
    struct arena *, struct bytes, struct curriculum_file *file, struct sheet_faults *faults);

/* The methods' names, one a line, as the database keeps them; "" if there are none. */
const char *curriculum_methods_text(struct arena *, const struct curriculum_goal *);

/* "mini-CEX=3|OSATS=2": the methods with a minimum; "" if none has one. */
const char *curriculum_minimum_text(struct arena *, const struct curriculum_goal *);

#endif
