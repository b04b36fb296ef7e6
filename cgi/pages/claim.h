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
	struct url back, at, scan;
	const char *doctor, *course, *file_name;
	uint32_t pages;
	bool is_picture;
	struct day held_on;
	const char *answered; /* "Verificeret af …"; NULL while it waits */
	struct field reason;
	struct fault_list faults;
};
void claim_page(struct html *, const struct claim_view *);

/* What a claim was answered with: "APPROVED" or "REFUSED"; NULL when the form is at fault, which is
 * noted at its fields. */
const char *claim_answer_of(const struct form *, const char **reason);

#endif
