/* SPDX-License-Identifier: MPL-2.0
 *
 * In whose name a logbook is read that goes to the archives: the doctor's, whose own it is, as of a day on which
 * they reach it.  There is no session; the account of this program adds nothing to any logbook.
 */
#ifndef ACTING_H
#define ACTING_H

#include "queries/archive.h"
#include "subject.h"

/* The doctor holds the role that is named (held).  acting.c alone makes it. */
const struct subject *acting_for(struct arena *, const struct archive_doctors *, struct moment now);

#endif
