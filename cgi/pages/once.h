/* SPDX-License-Identifier: MPL-2.0
 *
 * The word in a form that lets it do its work once: of a double click the second finds what the
 * first has done.
 */
#ifndef ONCE_H
#define ONCE_H

#include "form.h"

/* 32 hex digits: those of the form, or new ones when it is NULL. */
const char *once_of(struct arena *, const struct form *);
/* The sixteen bytes of the form's field "once"; none (at is NULL) when it is not whole. */
struct bytes once_read(struct arena *, const struct form *);

#endif
