/* SPDX-License-Identifier: MPL-2.0
 *
 * Afsend and Eftersend: what the doctor orders to be sent to Styrelsen for Patientsikkerhed, how far it is,
 * and the receipt.
 */
#ifndef JOURNAL_SEND_H
#define JOURNAL_SEND_H

#include "gate.h"
#include "packages.h"
#include "queries/submission_own.h"
#include "ready.h"

extern page packages, package, send_ask, extra_ask;
extern action send_order_main, send_order_extra, package_end;

struct package_row {
	struct url at;
	const char *title, *reference, *state, *mark;
	struct moment ordered, sent;
	bool is_sent, is_superseded;
};
/* What one can do for one kind today. */
struct send_offer {
	const char *title;
	struct url send, extra;
	bool may_send, may_extra;
	const char *bar; /* why neither, or why not yet; NULL */
};
struct send_section {
	const struct send_offer *offers;
	size_t n;
	const struct package_row *rows;
	size_t nrows;
};
/* What stands on Dokumentation below readiness: what can be sent, of those n, and what was. */
bool send_section_of(struct request *, const struct subject *, const struct ready *const *all,
    size_t n, struct send_section *);
void send_part(struct html *, const struct send_section *);

/* /logbog/dokumentation/afsendelser */
struct packages_view {
	struct head head;
	struct send_section section;
};
void packages_page(struct html *, const struct packages_view *);

/* /logbog/dokumentation/afsendelse/{submission} */
struct own_package_view {
	struct head head;
	struct url back, zip, documentation;
	struct package_show p;
	struct package_end_form end;
	struct fault_list faults;
	const char *fee, *form_title;
};
void own_package_page(struct html *, const struct own_package_view *);

/* /logbog/dokumentation/afsend/{kind} */
struct send_left_row {
	const char *title, *sort, *why;
};
struct send_view {
	struct head head;
	struct url back, at, pdf, files;
	const char *once, *consent, *consent_fault;
	const struct send_left_row *left; /* files of the doctor that are not in it */
	size_t nleft;
	bool agreed;
	struct fault_list faults;
};
void send_page(struct html *, const struct send_view *);

/* /logbog/dokumentation/eftersend/{kind} */
struct extra_choice {
	const char *name, *title, *about, *value, *id;
	bool chosen;
};
/* Of the package, reset since, and not approved again. */
struct extra_reset {
	const char *title;
	struct day on;
};
struct extra_view {
	struct head head;
	struct url back, at;
	const char *once, *consent, *consent_fault, *fault;
	const struct extra_choice *times, *resent, *files;
	const struct extra_reset *reset;
	size_t ntimes, nresent, nfiles, nreset;
	const char *later; /* why the last attestation of time cannot go yet; NULL */
	bool agreed;
	struct fault_list faults;
};
void extra_page(struct html *, const struct extra_view *);

#endif
