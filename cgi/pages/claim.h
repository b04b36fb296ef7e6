/* SPDX-License-Identifier: MPL-2.0
 *
 * Certificates that wait to be verified, and one beside its scan (R-KUR-31): the pages of the
 * department and of who provides the course.
 */
#ifndef CLAIM_H
#define CLAIM_H

#include "page.h"
#include "reply.h"
#include "request.h"
#include "scan.h"
#include "subject.h"

enum { CLAIMS_A_PAGE = 50 };

struct claim_row {
	const char *name, *course;
	struct day held_on, at;
	struct url see;
};
struct claims_view {
	struct head head;
	const struct claim_row *rows;
	size_t n;
	bool more; /* the queue is longer than the page */
};
void claims_part(struct html *, const struct claims_view *);

struct claim_view {
	struct head head;
	struct url back, at;
	struct scan scan;
	const char *doctor, *course;
	struct day held_on;
	const char *answered; /* "Verificeret af …"; NULL while it waits */
	struct field reason;
	struct fault_list faults;
};
void claim_page(struct html *, const struct claim_view *);

/* What a claim was answered with: "APPROVED" or "REFUSED"; NULL when the form is at fault, which is
 * noted at its fields. */
const char *claim_answer_of(const struct form *, const char **reason);

/* The field of the reason, with what was typed in a form that was refused, or none (NULL). */
struct field claim_reason(const struct form *);

/* "Verificeret: …": what a claim was answered with, as what and when; the arena's. */
const char *claim_answered(
    struct arena *, const char *status, const char *by, const char *as_role, struct moment);

/* Back to the queue, which says (claims_notice) that it was answered with that. */
void claim_see(struct request *, const char *queue, const char *status);
const char *claims_notice(const struct request *);

/* 409: somebody else was first; `answered` is claim_answered. */
void claim_taken(struct request *, const struct subject *, const char *answered);

#endif
