/* SPDX-License-Identifier: MPL-2.0
 *
 * The files that a doctor may put into the logbook by themselves (R-FIL-01, R-FIL-02): which kinds there
 * are, who sees them, and which are verified.  Paper attestations, certificates, plans and talks have
 * pages of their own.  The database holds the same: rules/file.sql and the statements.
 */
#ifndef FILE_RULE_H
#define FILE_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "readiness.h"
#include "role.h"

enum file_sort {
	SORT_AGREEMENT,
	SORT_SUPPLEMENT,
	SORT_DIPLOMA,
	SORT_CARD,
	SORT_OTHER, /* private: the doctor and the secretariat */
	FILE_SORTS
};

enum file_state { FILE_UPLOADED, FILE_VERIFIED, FILE_REFUSED, FILE_WITHDRAWN, FILE_STATES };

/* The database's word: "AGREEMENT"; FILE_SORTS for a word that is none. */
const char *file_sort_word(enum file_sort);
enum file_sort file_sort_of(const char *);
const char *file_sort_title(enum file_sort);
/* Is it verified by the present UAO or tutor? */
bool file_is_verified(enum file_sort);
/* May that role see it in somebody else's logbook that it reaches? */
bool file_may_be_seen(enum file_sort, enum role);

enum file_state file_state_of(const char *);
/* "Afventer verifikation", "Verificeret" …; of a kind that nobody verifies: "Lagt op". */
const char *file_state_title(enum file_state, enum file_sort);
/* The class of the style sheet. */
const char *file_state_mark(enum file_state, enum file_sort);
/* May the doctor take it back?  Not what is verified. */
bool file_may_be_withdrawn(enum file_state);
/* Does a file of that kind take of the doctor's room?  What the doctor puts in does, and what both
 * sides put to plans and talks; what a secretariat decides on does not.  (The database sums up the same,
 * file_room_used.) */
bool file_takes_room(const char *kind, bool by_the_doctor);
/* Does a file of so many bytes fit beside those used already, where each may have so many megabytes
 * and all of them together so many?  NULL when it does, else what the field says. */
const char *file_room_fault(int64_t bytes, int64_t used, uint32_t most_mb, uint32_t quota_mb);

/* In which part of a package to the authority the files of that kind stand by themselves.  What belongs to
 * an attestation, a course, a part of research training or a merit goes with it, whatever kind it is. */
enum file_part { FILE_PART_NONE, FILE_PART_AGREEMENTS, FILE_PART_RESEARCH };
enum file_part file_part_of(const char *kind);
/* Why a file that one has put in oneself is not in a package of that kind: "afvist"; NULL when it is. */
const char *file_why_left(const char *kind, enum file_state, enum sending_kind);

enum { FILE_TITLE_MOST = 200, FILE_REASON_MOST = 2000 };

#endif
