/* SPDX-License-Identifier: MPL-2.0
 *
 * What the verifier reads of each doctor: some thousands of rows at a time, so that its
 * memory does not grow with the database.
 */
#ifndef AUDIT_LOGBOOK_H
#define AUDIT_LOGBOOK_H

#include "chain.h"
#include "db.h"
#include "queries/verify.h"

/* A row that a chain holds. */
struct chained {
	enum chain_kind kind;
	uint32_t id;
	const void *row; /* struct range_approvals, range_merits, … */
	bool hides;      /* a NUL hides the end of a text, which the hash would not see */
	bool linked;     /* set by walk() */
};

/* Everything of one doctor. */
struct logbook {
	uint32_t doctor;
	const struct range_heads *head; /* NULL: none */
	const struct range_links *links;
	const struct range_approvals *approvals; /* story by story */
	const struct range_merits *merits;
	const struct range_researches *researches; /* story by story */
	const struct range_decisions *decisions;
	const struct range_now *now;
	const struct range_research_now *research_now;
	struct chained *rows; /* all that is chained, by kind and id */
	size_t nlinks, napprovals, nmerits, nresearches, ndecisions, nnow, nresearch_now, nrows;
	const struct range_resets *resets;
	const struct range_file_checks *file_checks;
	size_t nresets, nfile_checks;
	const struct range_cards *cards; /* card by card */
	const struct range_cards_now *cards_now;
	size_t ncards, ncards_now;
	const struct range_attestations *attestations; /* story by story */
	const struct range_attested *attested;
	size_t nattestations, nattested;
	const struct range_courses *courses; /* story by story */
	const struct range_courses_now *courses_now;
	size_t ncourses, ncourses_now;
	const struct range_plans *plans; /* element by element */
	const struct range_plan_now *plan_now;
	size_t nplans, nplan_now;
	const struct range_submissions *submissions; /* order by order */
	const struct range_submission_now *submission_now;
	size_t nsubmissions, nsubmission_now;
	const struct range_employments *employments;
	size_t nemployments;
};

/* A range of doctors, and how far it has been gone through. */
struct range {
	uint32_t upto; /* the last doctor of it */
	struct range_heads *heads;
	struct range_links *links;
	struct range_approvals *approvals;
	struct range_merits *merits;
	struct range_researches *researches;
	struct range_decisions *decisions;
	struct range_now *now;
	struct range_research_now *research_now;
	size_t nheads, nlinks, napprovals, nmerits, nresearches, ndecisions, nnow, nresearch_now;
	struct range_resets *resets;
	struct range_file_checks *file_checks;
	struct range_attestations *attestations;
	struct range_attested *attested;
	size_t nresets, nfile_checks;
	struct range_cards *cards;
	struct range_cards_now *cards_now;
	size_t ncards, ncards_now;
	size_t nattestations, nattested;
	struct range_courses *courses;
	struct range_courses_now *courses_now;
	size_t ncourses, ncourses_now;
	struct range_plans *plans;
	struct range_plan_now *plan_now;
	size_t nplans, nplan_now;
	struct range_submissions *submissions;
	struct range_submission_now *submission_now;
	size_t nsubmissions, nsubmission_now;
	struct range_employments *employments;
	size_t nemployments;
	struct chained *room;
};

/* Reads the doctors after that one, as many as fit, into the arena of the connection.  False
 * when the database failed. */
bool range_read(struct db *, uint32_t after, struct range *);

/* The next doctor of the range of whom there is anything, or `also` if that one comes first
 * (0 for none).  False after the last. */
bool range_next(struct range *, uint32_t also, struct logbook *);

/* A head whose chain was taken (chain_take) and never linked to: number, hash and seal are nought.  That a
 * chain was emptied to it is seen by its rows, or against roots. */
bool head_is_bare(const struct range_heads *);

/* The row of that kind and id, NULL when the doctor has none. */
struct chained *row_find(const struct logbook *, enum chain_kind, uint32_t id);

/* The hash that a link to that row has as link n after `before`; as if the row's id were id. */
struct hash row_hash(
    uint32_t doctor, uint32_t n, const struct hash *before, const struct chained *, uint32_t id);

#endif
