/* SPDX-License-Identifier: MPL-2.0
 *
 * The attestations of a doctor's elements, as everybody sees them who reaches them: how far each has
 * come, what it lacks, what happened.  Three programs show them, each under its own address.
 */
#ifndef ATTESTATIONS_H
#define ATTESTATIONS_H

#include "attestation_rule.h"
#include "html.h"
#include "queries/attest.h"
#include "request.h"
#include "subject.h"
#include "training.h"

enum attest_kind { ATTEST_TIME, ATTEST_GOALS, ATTEST_KINDS };
/* "TIME": the database's word; "tid": that of forms and addresses. */
const char *attest_kind_word(enum attest_kind);
const char *attest_kind_name(enum attest_kind);
/* Of a form's or an address's word; ATTEST_KINDS for any other. */
enum attest_kind attest_kind_of(const char *name);
/* "Attestation for tid" */
const char *attest_kind_title(enum attest_kind);

struct attest_step {
	const char *title, *mark;
	bool struck; /* it was reset later: shown struck through */
	struct moment at;
	const char *by, *role, *place;
	struct markup words;
	bool has_words;
	const char *paper_name; /* NULL for none */
	uint32_t paper_pages;
	struct url paper;
};

struct attest_goal {
	const char *number, *title, *state;
};

/* One of the two of an element. */
struct attest_line {
	const char *heading, *kind, *title, *mark;
	enum attestation_state state;
	bool stands;
	const char *by, *role;
	struct day on;
	bool premature; /* R-FOR-03 */
	const char *
	    changed; /* what its ground was and is no longer (R-ATT-12, R-ATT-23); NULL for nothing */
	struct markup reason; /* why it came back */
	bool has_reason;
	const char *bar; /* what stands in the way today; NULL for nothing, or when it stands */
	const struct attest_goal *missing;
	size_t nmissing;
	const struct attest_step *steps; /* the latest first */
	size_t nsteps;
	struct url print;
	bool may_print;
	bool may_ask, may_withdraw, may_paper; /* on the doctor's own page */
	struct url ask, withdraw, paper;
	bool may_except; /* on the secretariat's */
	struct url except;
};

struct attest_element {
	const struct attest_elements *row;
	uint32_t due, reached; /* competencies that belong to it, and are approved */
	const char *place, *stage;
	struct day since, until; /* first and last day */
	struct attest_line lines[ATTEST_KINDS];
};

/* What this program leads to: scans lie below papers (no text: not offered). */
struct attest_places {
	struct url papers;
	enum { PRINTS_NONE, PRINTS_OWN, PRINTS_OF_OTHERS } prints;
};

struct attest_list {
	const struct attest_element *elements; /* the latest first */
	size_t n;
};

/* element 0 for all.  training is what the absence is read from; NULL where it is not told here.
 * False when the database failed; no elements is an empty list. */
bool attestations_of(struct request *, const struct subject *, uint32_t doctor, uint32_t element,
    const struct training *, const struct attest_places *, struct attest_list *);

/* What stands in the way, as the screen says it; NULL for BAR_NONE. */
const char *attest_bar_sentence(struct arena *, enum attestation_bar, struct day until,
    const struct absence_standing *, int64_t due, int64_t reached);
/* "Geriatri, hoveduddannelse": what the course is. */
const char *attest_stage(struct arena *, const char *stage, const char *specialty);

/* State, who and when, what is wrong, what lacks, prints; the forms below are the program's own. */
void attest_line_part(struct html *, const struct attest_line *);
/* What has happened; nothing when nothing has. */
void attest_steps_part(struct html *, const struct attest_line *);

#endif
