/* SPDX-License-Identifier: MPL-2.0
 *
 * Attestations on paper: one, as a form of an authority with room for stamp and signature; and all that
 * stand of a doctor as a table.  Everything is as it was signed, whatever the element has become since;
 * what has changed since is said beside it.
 */
#ifndef ATTESTATION_REPORT_H
#define ATTESTATION_REPORT_H

#include "queries/attest_print.h"
#include "report.h"

struct attestation_facts {
	const char *name, *cpr; /* of the doctor as now, cpr as printed */
	struct moment printed;
	const struct attest_signed_all *rows;
	size_t n;
};

/* Of that row alone. */
const struct report *attestation_report(
    struct arena *, const struct attestation_facts *, const struct attest_signed_all *);
const struct report *attestations_report(struct arena *, const struct attestation_facts *);
/* "Attestation for tid" */
const char *attestation_report_title(const struct attest_signed_all *);

#endif
