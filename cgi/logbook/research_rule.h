/* SPDX-License-Identifier: MPL-2.0
 *
 * Research training (domain 9): its parts, who approves each, what is asked of it and when, and when
 * the overall attestation may be given.  Which parts there are is data, by region and date
 * (R-FOS-06); what a part of a kind needs stands here.  The database holds what must never happen as
 * triggers; here it is decided what people are told.
 */
#ifndef RESEARCH_RULE_H
#define RESEARCH_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "day.h"
#include "role.h"

/* R-FOS-01: 20 ordinary working days are 148 hours, 10 of theory and 10 of project. */
enum { RESEARCH_DAYS = 20, RESEARCH_HOURS = 148, RESEARCH_THEORY_DAYS = 10 };
/* Longest texts, in characters. */
enum { RESEARCH_TITLE_MOST = 300, RESEARCH_WORDS_MOST = 10000, RESEARCH_CASE_MOST = 60 };

enum research_kind {
	RESEARCH_MODULE,
	RESEARCH_THEORY,
	RESEARCH_DESCRIPTION,
	RESEARCH_PROJECT,
	RESEARCH_PRESENTATION,
	RESEARCH_OVERALL,
	RESEARCH_KINDS
};

/* The kind of the database's word "MODULE"; RESEARCH_KINDS for a word that is none. */
enum research_kind research_kind_of(const char *word);

enum research_state {
	RESEARCH_NONE,
	RESEARCH_REQUESTED,
	RESEARCH_WITHDRAWN,
	RESEARCH_RETURNED,
	RESEARCH_APPROVED,
	RESEARCH_OTHER_BASIS, /* by the secretariat */
	RESEARCH_DISPENSED,   /* by the secretariat, in whole or in part */
	RESEARCH_RESET
};

/* The state that the words of a story's latest row make; NULL, NULL when there is no row. */
enum research_state research_state_of(const char *status, const char *kind);
/* "Godkendt andet grundlag"; the words of the screens. */
const char *research_state_title(enum research_state);
/* Approved, on whichever basis. */
bool research_is_done(enum research_state);
bool research_may_be_asked(enum research_state);
bool research_may_be_withdrawn(enum research_state);

/* Who answers a request: a course provider for a module, the research supervisor for the rest. */
enum role research_approver(enum research_kind);

/* What a part is handed in with. */
enum research_need { RESEARCH_NOT, RESEARCH_MAY, RESEARCH_MUST };
struct research_needs {
	enum research_need title, held_on, venue, words, file;
};
struct research_needs research_needs(enum research_kind);

/* A part as the rules look at it. */
struct research_progress {
	enum research_kind kind;
	enum research_state state;
	uint32_t days; /* working days that it takes */
};

/* Days of one course as people type them: "2", "1,5", "1.5"; from half a day to ten.  False for any
 * other text. */
enum { RESEARCH_COURSE_MOST = 10 };
bool research_half_days_read(const char *, uint32_t *half_days);

/* Half course days that count towards theory: of modules that are done, and of the listed
 * courses. */
uint32_t research_half_days(const struct research_progress *, size_t n, uint32_t listed);
/* Days of theory that are asked for in all. */
uint32_t research_theory_days(const struct research_progress *, size_t n);
/* Do the listed courses make up the part of further theory (which takes days)? */
bool research_theory_is_enough(uint32_t days, uint32_t listed_half_days);
/* Is every part but the overall attestation done (R-FOS-11, T-101)?  False for no parts. */
bool research_overall_is_possible(const struct research_progress *, size_t n);
/* An overall attestation that was given holds as long as every part is done: a reset of one breaks
 * it (as R-KUR-25). */
bool research_overall_holds(const struct research_progress *, size_t n);

/* What the region wants as to time (R-FOS-02): told, and refusing nothing. */
enum research_warning {
	RESEARCH_BEGUN_LATE = 1,    /* not begun within two years of main training */
	RESEARCH_FINISHED_LATE = 2, /* not finished half a year before training ends */
	RESEARCH_THEORY_LONG = 4    /* theory over more than twelve months */
};

/* Days that the warnings come of; no day where there is none. */
struct research_times {
	struct day training_since, training_until; /* main training; until is the day after */
	struct day begun;                          /* first thing asked for or listed */
	struct day finished;                       /* overall attestation */
	struct day theory_first, theory_last;      /* of the courses listed and the module */
};

/* A sum of enum research_warning, as of that day. */
unsigned research_warnings(const struct research_times *, struct day today);
/* The sentence of one of them. */
const char *research_warning_sentence(enum research_warning);

/* Whether a dispensation has what it must stand on (R-FOS-10, T-100): filed in the secretariat with
 * a case number, or a file.  The first thing that is wrong. */
enum research_evidence {
	RESEARCH_EVIDENCE_FINE,
	RESEARCH_EVIDENCE_NO_CASE, /* filed, and no case number */
	RESEARCH_EVIDENCE_NO_FILE  /* not filed, and no file */
};
enum research_evidence research_evidence(bool filed, const char *case_no, bool file);
const char *research_evidence_fault(enum research_evidence); /* NULL when fine */

/* "Ph.d.-grad" of the database's word "PHD"; NULL for a word that is none. */
const char *research_ground_title(const char *word);

#endif
