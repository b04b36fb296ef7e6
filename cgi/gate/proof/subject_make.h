/* SPDX-License-Identifier: MPL-2.0
 *
 * How a subject is made: seen by gate alone (and by data/subject.c, which keeps the promise).
 */
#ifndef SUBJECT_MAKE_H
#define SUBJECT_MAKE_H

#include "arena.h"
#include "subject.h"

struct subject *subject_make(struct arena *, uint32_t session, uint32_t person, uint32_t held,
    enum role role, const char *name, struct day today, struct moment now);

#endif
