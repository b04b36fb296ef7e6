/* SPDX-License-Identifier: MPL-2.0
 *
 * The program evaluate: what doctors say of the places where they were trained, apart from every
 * approval (R-EVA-07).  Its account reads no approval, and the accounts of the other programs read
 * nothing of this.
 */
#ifndef EVALUATE_H
#define EVALUATE_H

#include "evaluation.h"
#include "gate.h"
#include "queries/evaluation.h"
#include "queries/evaluation_public.h"

extern page own, answer, here;
extern action answer_send, comment;
extern open_page places, place, place_sheet;

/* /evaluering/ */
struct own_row {
	struct url at;
	const char *place;
	struct day since, last, opens; /* opens: when it cannot be answered yet */
	struct moment sent;
	bool may, begun, unnamed; /* unnamed: a practice not yet named */
};
struct own_view {
	struct head head;
	struct url means;
	const struct own_row *rows;
	size_t n;
};
void own_page(struct html *, const struct own_view *);

/* /evaluering/{employment} */
struct degree {
	uint32_t value;
	const char *word;
	bool chosen;
};
struct question {
	const char *name;    /* of its field: "p12" */
	const char *section; /* NULL unless a new one begins */
	bool prose;
	const char *wording, *fault;
	const struct degree *degrees; /* 1 … 6 and 0, of a statement */
	size_t ndegrees;
	struct field words; /* of a free text */
};
struct answer_view {
	struct head head;
	struct url at, back;
	const char *place;
	struct day since, last;
	struct moment begun;
	const struct question *questions;
	size_t n;
	uint32_t form;
	uint32_t least; /* doctors whose answers are read together at least */
	struct fault_list faults;
};
void answer_page(struct html *, const struct answer_view *);

/* An answer as it stands: one's own, or one that was released. */
struct said {
	const char *section; /* NULL unless a new one begins */
	bool prose;
	const char *wording, *value; /* "5 – i høj grad" */
};
struct sent_view {
	struct head head;
	struct url back;
	const char *place;
	struct day since, last;
	struct moment sent;
	const struct said *said;
	size_t n;
};
void said_part(struct html *, const struct said *);
void sent_page(struct html *, const struct sent_view *);

/* /evaluering/afdelingen */
struct half_choice {
	struct url at;
	const char *label;
	int64_t n;
	bool here;
};
struct released {
	uint32_t number;
	const struct said *said;
	size_t n;
};
struct here_view {
	struct head head;
	const char *place, *half_name;
	const struct half_choice *halves;
	size_t nhalves;
	const struct released *answers;
	size_t n;
	bool published;
	uint32_t least;      /* doctors whose answers are read together at least */
	const char *missing; /* how many more, as the last half-year was closed */
	struct url means, at;
	uint32_t half, step;
	struct field words;
	struct fault_list faults;
};
void here_page(struct html *, const struct here_view *);

/* --- means, for everybody --------------------------------------------------------------------- */

struct option {
	const char *value, *name;
	bool chosen;
};
struct options {
	const char *name, *label,
	    *all; /* of the field; all: what it says when nothing is chosen, NULL without */
	const struct option *at;
	size_t n;
};
struct mean {
	bool shown; /* false: too few answered */
	const char *text, *word, *mark;
	int64_t n;
};

/* /evaluering/steder */
struct place_row {
	struct url at;
	const char *place, *span;
	struct mean mean;
};
struct places_view {
	struct head head;
	struct url at, before, after;
	bool has_before, has_after, filtered;
	struct options half, region, hospital, stage, specialty;
	const struct place_row *rows;
	size_t n;
	uint32_t least;
};
void options_part(struct html *, const struct options *);
void mean_part(struct html *, const struct mean *);
void places_page(struct html *, const struct places_view *);

/* /evaluering/steder/{unit} */
struct statement_row {
	const char *section; /* NULL unless a new one begins */
	const char *wording;
	struct mean mean;
};
struct place_view {
	struct head head;
	struct url back, sheet, at;
	const char *span;
	uint32_t answers, least, half;
	struct options halves, parts;
	const struct statement_row *rows;
	size_t n;
	const char *words, *by, *role; /* of the management; words NULL without */
	struct moment said;
};
void place_page(struct html *, const struct place_view *);

/* As a page shows it; n NULL or 0 is not shown. */
struct mean mean_of(struct arena *, bool has, int64_t total, int64_t n);
/* "5 – i høj grad", the words of a free text. */
const char *said_text(struct arena *, bool has_value, uint32_t value, const char *words);

#endif
