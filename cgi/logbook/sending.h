/* SPDX-License-Identifier: MPL-2.0
 *
 * What is sent to Styrelsen for Patientsikkerhed: its kinds, its story, its reference, how long is waited
 * between two tries, and what the doctor agrees to (R-STPS-04, R-STPS-15 … R-STPS-19).
 */
#ifndef SENDING_H
#define SENDING_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "day.h"
#include "readiness.h"
#include "text.h"

enum sending_state {
	SENDING_ORDERED,
	SENDING_BUILT,
	SENDING_SENT,
	SENDING_STOPPED,
	SENDING_WITHDRAWN,
	SENDING_REJECTED,
	SENDING_STATES
};

/* What addresses call a kind: "selvstaendigt-virke"; SENDING_KINDS for a slug that is none. */
const char *sending_slug(enum sending_kind);
enum sending_kind sending_of_slug(const char *);

/* The state of the database's word; SENDING_STATES for none. */
enum sending_state sending_state_of(const char *);
/* "Bestilt, laves nu"; the class of the style sheet. */
const char *sending_state_title(enum sending_state);
/* What was done, once it is over: "Bestilt". */
const char *sending_step_title(enum sending_state);
const char *sending_state_mark(enum sending_state);
/* Is it still on its way, so that the page asks for itself again? */
bool sending_is_under_way(enum sending_state);

/* Ten letters and digits drawn by chance make "LB-XXXX-XXXX-X"; the last proves the others, so that a
 * slip of the pen is told from a reference that is unknown.  Only the first eight count. */
enum { REFERENCE_BYTES = 8, REFERENCE_LENGTH = 14 };
const char *reference_of(struct arena *, const unsigned char chance[REFERENCE_BYTES]);
/* As somebody types it: small letters, without hyphens, I and L for 1, O for 0.  NULL when it cannot be
 * one of ours. */
const char *reference_read(struct arena *, const char *typed);
/* The first well-formed reference that stands in these bytes; NULL for none. */
const char *reference_in(struct arena *, struct bytes);

/* After so many tries that failed: seconds until the next; it doubles from one minute up to one hour. */
int64_t sending_wait(uint32_t tries);

/* May the last attestation of time be sent: the last month of training has begun (R-STPS-12)? */
bool sending_may_add_time(struct day until, struct day today);

/* A row that a supplement takes along, as its order names them: "12 K4 T9".  A number alone is an
 * attestation of time that was given since; the letter says what replaces something that was reset
 * (R-NUL-07). */
struct sending_row {
	char letter; /* 0: none */
	uint32_t id;
};
/* Those of the words; *n of them.  A word that is none of ours has the id 0. */
const struct sending_row *sending_rows(struct arena *, const char *words, size_t *n);
/* What the field of a form calls the rows of a letter: "kompetence". */
const char *sending_field(char letter);
/* The letters, in the order of a package. */
extern const char sending_letters[];

/* What the doctor agrees to, and which version of the words that is. */
const char *sending_consent(void);
extern const char sending_consent_version[];

#endif
