/* SPDX-License-Identifier: MPL-2.0
 *
 * The program verify: is this document ours and unchanged?  For anybody, without login, from a file, its
 * SHA-256 or its reference; it knows nothing of a person.  What it says openssl proves without us.
 */
#ifndef VERIFY_H
#define VERIFY_H

#include "gate.h"
#include "queries/proven.h"
#include "sending.h"

extern open_page ask, by_reference, guide, public_key;
extern open_action check;

/* From one network, within a quarter of an hour. */
enum { ASKS_MOST = 30, ASKS_WINDOW = 15 * 60 };

enum verdict_of {
	DOCUMENT_GENUINE, /* these bytes were frozen or sent by us */
	DOCUMENT_CHANGED, /* it bears a reference of ours, and is not what was frozen */
	DOCUMENT_UNKNOWN, /* nothing is known of it */
	DOCUMENT_NAMED    /* the reference alone was asked for, and is ours */
};

/* /verificer/ */
struct ask_view {
	struct head head;
	struct url at, guide;
	struct field file, reference;
	struct fault_list faults;
};
void ask_page(struct html *, const struct ask_view *);

/* What came of it. */
struct proven_supplement {
	struct url at;
	const char *reference;
};
struct proven_view {
	struct head head;
	struct url back, guide, key;
	bool is_known, is_genuine, is_changed, is_superseded, is_sent, is_over, is_extra;
	const char *reference, *kind, *state,
	    *asked; /* asked: the hash that was looked for; NULL */
	struct moment built, sent, superseded;
	const struct proven_supplement *supplements; /* with what was approved again since */
	size_t nsupplements;
	const char *package, *pdf, *envelope; /* hashes; the last may be NULL */
	uint32_t sign_key;
};
void proven_page(struct html *, const struct proven_view *);

/* /verificer/vejledning */
struct key_row {
	struct url at;
	uint32_t number;
};
struct guide_view {
	struct head head;
	struct url back;
	const struct key_row *keys;
	size_t n;
};
void guide_page(struct html *, const struct guide_view *);

#endif
