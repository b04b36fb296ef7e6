/* SPDX-License-Identifier: MPL-2.0
 *
 * The doctor's own attestations: where each stands, asking for them, bringing an original on paper.
 */
#ifndef JOURNAL_ATTEST_H
#define JOURNAL_ATTEST_H

#include "attached.h"
#include "attestations.h"
#include "gate.h"
#include "queries/attest_own.h"

extern page attest, attest_paper, attest_scan;
extern action attest_ask_for, attest_take_back, attest_paper_send;

/* /logbog/attestationer */
struct attest_view {
	struct head head;
	const struct attest_element *elements;
	size_t n;
	bool may_print;
	struct url pdf, xlsx, json;
};
void attest_page(struct html *, const struct attest_view *);

/* /logbog/attestationer/{element}/papir */
struct attest_paper_view {
	struct head head;
	struct url back, at;
	const char *place, *stage, *position_no;
	struct day since, until;
	int32_t limit;
	int32_t registered; /* days that count, in the logbook; below 0 where none can be told */
	struct field paper, signer, title, signed_on, days, prolonged;
	uint32_t kept; /* file that is stored already, 0 for none */
	const char *kept_name;
	uint32_t kept_pages;
	struct fault_list faults;
};
void attest_paper_page(struct html *, const struct attest_paper_view *);

#endif
