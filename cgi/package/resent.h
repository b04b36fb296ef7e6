/* SPDX-License-Identifier: MPL-2.0
 *
 * What replaces something of a package that was sent: it was reset since and is approved again (R-NUL-07).
 */
#ifndef RESENT_H
#define RESENT_H

#include "parts.h"
#include "queries/resent.h"

/* Its page as the next part, with its original behind it; the ask names the package that
 * it supplements, and the files are read.  False when something stopped it; likewise below. */
bool resent_add(struct parts *, const struct resent_of *);
/* The decisions on which the merits among them rest. */
bool resent_add_decisions(struct parts *, const struct resent_of *const *, size_t n);

/* "3.1 Akut barn, godkendt 01.02.2027, nulstillet 05.03.2027": of the package. */
const char *resent_line(struct arena *, const struct resent_of *);
/* "Erstatter": "Godkendelsen af 01.02.2027, nulstillet 05.03.2027" */
const char *resent_replaces(struct arena *, const struct resent_of *);

#endif
