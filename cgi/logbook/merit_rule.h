/* SPDX-License-Identifier: MPL-2.0
 *
 * Decisions of merit (domain 10.2, 19.6): what they can stand on, what they hold, and what the
 * secretariat is warned of before it gives merit.  A warning refuses nothing: it is shown,
 * acknowledged, and kept with the decision.
 */
#ifndef MERIT_RULE_H
#define MERIT_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "day.h"
#include "merit.h"

/* Longest texts, in characters; most months that a decision credits. */
enum {
	MERIT_REASON_MOST = 10000,
	MERIT_COURSES_MOST = 4000,
	MERIT_CASE_MOST = 60,
	MERIT_DECIDER_MOST = 200,
	MERIT_APPEAL_MOST = 4000,
	MERIT_MONTHS_MOST = 84
};

/* What is credited for what (R-MER-11). */
struct merit_type {
	const char *word, *title; /* "INTRO_INTRO", "Introduktion til introduktion" */
};
extern const struct merit_type merit_types[];
extern const size_t merit_types_n;
/* The title of that word; NULL for a word that is none. */
const char *merit_type_title(const char *word);

/* What an application holds (R-MER-16). */
struct merit_item {
	const char *word, *title;
	bool general_practice; /* asked of general practice alone */
};
extern const struct merit_item merit_items[];
extern const size_t merit_items_n;

/* What the warnings come of. */
struct merit_case_facts {
	bool kbu_goals;        /* a competency of the KBU list is chosen */
	bool classified;       /* the post is said to be classified and no locum */
	bool general_practice; /* the doctor trains in general practice */
	uint32_t post_months;  /* how long the post was; 0 where nothing is said */
	uint32_t months;       /* training time that is credited; 0 for none */
	bool released;         /* every department concerned has released in writing */
	bool kbu_open;         /* the doctor is in KBU: no permission for independent practice */
	bool for_main_training, has_main_training;
	bool emergency; /* by the special rules of emergency medicine */
	struct day decided_on;
	bool complete; /* every item of the application is ticked */
};

enum merit_warning {
	MERIT_OF_KBU,        /* R-MER-12 */
	MERIT_OF_LOCUM,      /* R-MER-12 */
	MERIT_SHORT_POST,    /* R-MER-13 */
	MERIT_NOT_RELEASED,  /* R-MER-14 */
	MERIT_BEFORE_PERMIT, /* R-MER-15 */
	MERIT_BEFORE_COURSE, /* R-MER-15 */
	MERIT_RULE_ENDED,    /* R-MER-11: emergency medicine, until 31 December 2024 */
	MERIT_INCOMPLETE,    /* R-MER-16 */
	MERIT_WARNINGS
};

/* Is there reason for that warning? */
bool merit_warns(enum merit_warning, const struct merit_case_facts *);
/* The word kept with the decision, "KBU"; the sentence shown. */
const char *merit_warning_word(enum merit_warning);
const char *merit_warning_sentence(enum merit_warning);

/* What the letter says of appeal where nobody has written anything else (R-MER-10). */
extern const char merit_appeal[];

#endif
