/* SPDX-License-Identifier: MPL-2.0
 *
 * The files of a package: each is read once, held against its hash, and stands behind one report.
 */
#ifndef ENCLOSED_H
#define ENCLOSED_H

#include "parts.h"

/* False, always: what stopped it is said in the package. */
bool parts_stop(struct parts *, enum package_end, const char *bad);

bool file_is_kind(const struct package_files *, const char *word);
/* Which files go behind a report: those of which this is true. */
typedef bool belongs(const struct package_files *, uint32_t about);
/* Those that stand and are in no part yet, behind its last appendix as "Bilag 4.2: …". */
bool add_files(struct parts *, struct report *, const char *number, belongs *, uint32_t about);
/* Merit letters that the report has brought itself. */
bool enclose_letters(struct parts *, const struct report *);

#endif
