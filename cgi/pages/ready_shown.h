/* SPDX-License-Identifier: MPL-2.0
 *
 * "Dokumentation": what is asked for before documentation may be sent, what of it is missing, who can
 * bring it about and from when, as the doctor and the secretariat see it.
 */
#ifndef READY_SHOWN_H
#define READY_SHOWN_H

#include "gate.h"
#include "ready.h"

/* Where the doctor's pages lie in this program; remind is where the form that reminds goes, its text NULL
 * for who may not. */
struct ready_places {
	struct url pages, remind;
	bool own; /* "Du", not "Lægen" */
};

struct ready_row {
	const char *title, *count; /* count: "12 af 16"; NULL where it is one thing */
	bool none;                 /* met, for there is nothing of it; note says what that means */
	const char *note;          /* NULL for none */
	const char *advice, *detail, *who; /* NULL for none */
	struct day earliest;               /* no day: any */
	struct url at;                     /* where it is done */
	bool has_at, may_remind;
	const char *word;       /* of the rule, for the form */
	struct moment reminded; /* within the last days; none otherwise */
};
struct ready_section {
	const struct ready *ready;
	const char *title, *word; /* of the kind */
	const struct ready_row *missing, *met;
	size_t nmissing, nmet;
	bool later;       /* it can be sent on a later day at the earliest */
	struct day last;  /* the last day of the training */
	const char *sent; /* of what was ordered */
};

/* One section for each of n; NULL when the database failed. */
const struct ready_section *ready_sections(struct request *, const struct subject *,
    uint32_t doctor, const struct ready_places *, const struct ready *const *all, size_t n);
/* How far what was ordered has come: "Dokumentationen er afsendt." */
const char *ready_sent(const struct ready *);
/* "5 krav mangler. Kan tidligst sendes 01.02.2027." */
const char *ready_brief(struct arena *, const struct ready *);

/* The section but for its heading; head is that of the page, and at where the form that reminds goes. */
void ready_section_part(
    struct html *, const struct head *, const struct ready_section *, const struct ready_places *);

#endif
