/* SPDX-License-Identifier: MPL-2.0
 *
 * Attestations of an element, of its time and of its goals (domain 7): their states, when they may be
 * signed, what stands in the way, and the sentence that is signed.  The database holds the same rules
 * as triggers; here they decide what a page offers and says.
 */
#ifndef ATTESTATION_RULE_H
#define ATTESTATION_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"

/* The first day on which the time of an element may be attested: a month before the day after its
 * last (R-ATT-02, R-ATT-09).  until is that day after, as elements hold it. */
struct day attestation_earliest(struct day until);

/* The day on which it was signed: that of the original on paper where there is one, else that of the
 * moment in the zone of the process. */
struct day attestation_signed_on(struct day on_paper, struct moment at);

/* Was it approved too early for the element as it is now, whose end moved after it (R-FOR-03, T-043)?
 * It is then told to the department and the secretariat, and never changed by itself. */
bool attestation_is_premature(struct day approved, struct day until);

/* --- states ----------------------------------------------------------------------------- */

enum attestation_state {
	ATTESTATION_NONE, /* never asked */
	ATTESTATION_REQUESTED,
	ATTESTATION_PAPER, /* the original on paper waits for the present UAO or tutor */
	ATTESTATION_WITHDRAWN,
	ATTESTATION_RETURNED,
	ATTESTATION_EXCEPTION, /* the secretariat lets absence above the limit be signed */
	ATTESTATION_SIGNED,    /* locked: only the secretariat can undo it (R-ATT-07) */
	ATTESTATION_VERIFIED,  /* signed on paper, and verified */
	ATTESTATION_RESET,
	ATTESTATION_STATES
};

/* From the words of the database; ATTESTATION_NONE for NULL. */
enum attestation_state attestation_state_of(const char *status, const char *basis);
/* "Attesteret", "Anmodet", …: what the screen says. */
const char *attestation_title(enum attestation_state);
bool attestation_may_be_asked(enum attestation_state);
bool attestation_may_be_withdrawn(enum attestation_state);
bool attestation_stands(enum attestation_state);

/* --- what stands in the way ------------------------------------------------------------- */

enum attestation_bar {
	BAR_NONE,
	BAR_TOO_EARLY, /* before the last month of the element (R-ATT-09) */
	BAR_ABSENCE,   /* above the limit, not made up for, no exception (R-ATT-10) */
	BAR_NO_GOALS,  /* nothing is due in the element, so there is nothing to attest */
	BAR_GOALS      /* a competency due in the element is not approved (R-ATT-22) */
};

/* Of the time: missing are the days above the limit that no agreement has made up for
 * (absence_standing), excepted the days that the secretariat's exception covers, 0 for none. */
enum attestation_bar attestation_time_bar(
    struct day today, struct day until, int32_t counted, int32_t missing, int32_t excepted);
/* Of the goals: how many competencies are due in the element, and how many of them are approved,
 * in whichever way. */
enum attestation_bar attestation_goals_bar(int64_t due, int64_t reached);

/* --- what is signed --------------------------------------------------------------------- */

/* The sentence of the time; prolonged says what makes up for it, NULL for nothing; excepted whose
 * exception it is, NULL for none.  Both are told only where the limit is passed. */
const char *attestation_time_statement(
    struct arena *, int32_t counted, int32_t limit, const char *prolonged, const char *excepted);
/* The sentence of a paper's time: counted is what the paper says, registered what the logbook holds; where the
 * two differ, that whoever verified it has seen so. */
const char *attestation_paper_statement(
    struct arena *, int32_t counted, int32_t limit, const char *prolonged, int32_t registered);
/* The sentence of the goals; n is at least 1. */
const char *attestation_goals_statement(struct arena *, int64_t n);

/* Limits in characters. */
enum {
	ATTESTATION_WORDS_MOST = 2000,
	SIGNER_MOST = 200,
	SIGNER_TITLE_MOST = 100,
	PROLONGED_MOST = 500
};

#endif
